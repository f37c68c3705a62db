"""Page and entities → statements (being written)."""

from __future__ import annotations

from collections.abc import Callable

from vnkg.knowledge import Knowledge
from vnkg.model import Entity, Page, Statement


def prepare(knowledge: Knowledge) -> Callable[[Page, tuple[Entity, ...]], tuple[Statement, ...]]:
    return lambda page, entities: ()
