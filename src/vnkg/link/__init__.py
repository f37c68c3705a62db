"""Page → entities (being written)."""

from __future__ import annotations

from collections.abc import Callable

from vnkg.knowledge import Knowledge
from vnkg.model import CORPUS, Entity, Mention, Page
from vnkg.text import key


def prepare(knowledge: Knowledge) -> Callable[[Page], tuple[Entity, ...]]:
    return _link


def _link(page: Page) -> tuple[Entity, ...]:
    groups: dict[tuple[str, str], list[Mention]] = {}
    for m in page.mentions:
        groups.setdefault((m.type, m.value or key(page.text[m.start : m.end])), []).append(m)
    return tuple(
        Entity(f"e{i}", t, page.text[ms[0].start : ms[0].end], tuple(ms), f"{t}|{k}", CORPUS)
        for i, ((t, k), ms) in enumerate(groups.items(), 1)
    )
