"""What readers of figures ask of sentences: where a clause begins, what an item is, which events were named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TypeGuard

from vnkg.annotate.words import Phrases
from vnkg.extract.scene import Item, Line, Phrase

BOTH = 2
"""Countries that share a figure."""


def clause_start(low: Sequence[str], i: int, breaks: Set[str], speech: Phrases[bool]) -> int:
    """The index where the clause of item i begins: after a full break, or after a verb of saying."""
    for k in range(i - 1, -1, -1):
        if low[k] in breaks:
            return k + 1
        said = speech.longest(low, k, i) if low[k] in speech.table else None
        if said:
            return said[0]
    return 0


def is_country(item: Item) -> TypeGuard[Phrase]:
    """Whether an item is the phrase of a country."""
    return isinstance(item, Phrase) and item.type == "Place" and item.mentions[0].get("kind") == "country"


def is_figure(item: Item) -> bool:
    """Whether an item is a quantity."""
    return isinstance(item, Phrase) and item.type == "Quantity"


def is_event(item: Item | None) -> TypeGuard[Phrase]:
    """Whether an item is the phrase of an event."""
    return isinstance(item, Phrase) and item.type == "Event"


def is_term(item: Phrase) -> bool:
    """Whether an item is a term of office: "Ban Chấp hành nhiệm kỳ 2025 - 2030 gồm 27 ủy viên"."""
    return item.type == "TimeSpan" and item.mentions[0].get("granularity") == "term"


def events_of(lines: Sequence[Line]) -> Iterator[Phrase]:
    """The events that lines name, the last first."""
    return (p for line in reversed(lines) for p in reversed(line.phrases.values()) if is_event(p))


def last_contest(lines: Sequence[Line], kinds: Set[str]) -> Phrase | None:
    """The contest that lines name last; `kinds` are those of contests."""
    return next((event for event in events_of(lines) if event.mentions[0].get("kind") in kinds), None)


def main_event(lines: Sequence[Line]) -> Phrase | None:
    """The event named first: what the article is about when it reports on one."""
    return next((p for line in lines for p in line.phrases.values() if is_event(p)), None)
