"""persons (being written)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    return lambda page: ()
