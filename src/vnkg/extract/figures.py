"""Figures: what a quantity belongs to — the body right after it, what "gồm" or "có" follows, or the clause's subject."""

from __future__ import annotations

from collections.abc import Iterator

from vnkg.annotate.words import phrases
from vnkg.extract.scene import Item, Phrase
from vnkg.knowledge import Knowledge
from vnkg.model import Span, Statement, Token

_OWNERS = ("Event", "Organization", "Document", "Place", "Person")


class FigureReader:
    """Finds the owner of every quantity of a sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["figures"]
        self.holding = phrases((word, True) for word in lexicon["holding"])
        self.of = frozenset(lexicon["of"])
        self.prepositions = frozenset(lexicon["prepositions"])
        self.breaks = frozenset(lexicon["breaks"])
        self.never = frozenset(lexicon["never"])

    def read(self, items: tuple[Item, ...]) -> Iterator[Statement]:
        """One `quantity` statement for each quantity whose owner is clear."""
        for i, item in enumerate(items):
            if isinstance(item, Phrase) and item.type == "Quantity":
                found = self._after(items, i) or self._held(items, i) or self._subject(items, i)
                if found:
                    owner, confidence, rule = found
                    for entity in owner.entities[:1]:
                        for quantity in item.entities:
                            yield self._statement(entity, quantity, owner, item, confidence, rule)

    @staticmethod
    def _statement(entity: str, quantity: str, owner: Phrase, item: Phrase, confidence: float, rule: str) -> Statement:
        span = Span(min(owner.start, item.start), max(owner.end, item.end))
        return Statement(entity, "quantity", span, object=quantity, confidence=confidence, rule=f"figures:{rule}")

    def _after(self, items: tuple[Item, ...], i: int) -> tuple[Phrase, float, str] | None:
        k = i + 1
        if k < len(items) and isinstance(items[k], Token) and items[k].low in self.of:  # type: ignore[union-attr]
            k += 1
            while k < len(items) and isinstance(items[k], Token) and items[k].low in self.of:  # type: ignore[union-attr]
                k += 1
        item = items[k] if k < len(items) else None
        if isinstance(item, Phrase) and item.type in ("Organization", "Event", "Document") and (
            k > i + 1 or item.type == "Organization"
        ):
            return item, 0.8, "after"
        return None

    def _held(self, items: tuple[Item, ...], i: int) -> tuple[Phrase, float, str] | None:
        """The phrase right before a verb of holding that stands at most a few items before the figure."""
        for k in range(i - 1, max(-1, i - 6), -1):
            item = items[k]
            if isinstance(item, Phrase) and item.type != "Quantity" and item.type != "TimeSpan":
                if k + 1 < i and isinstance(items[k + 1], Token):
                    low = [x.low if isinstance(x, Token) else "§" for x in items[k + 1 : i]]
                    if item.type in _OWNERS and self.holding.longest(low, 0, len(low)):
                        return item, 0.85, "held"
                return None
            if isinstance(item, Token) and item.low in self.breaks:
                return None
        return None

    def _subject(self, items: tuple[Item, ...], i: int) -> tuple[Phrase, float, str] | None:
        """The first phrase of the clause that no preposition makes an adjunct."""
        first = i
        while first > 0 and not (isinstance(items[first - 1], Token) and items[first - 1].low in self.breaks):  # type: ignore[union-attr]
            first -= 1
        for k in range(first, i):
            item = items[k]
            if isinstance(item, Token) and item.low in self.never:
                return None
            if isinstance(item, Phrase) and item.type in _OWNERS:
                before = items[k - 1] if k > first else None
                if isinstance(before, Token) and before.low in self.prepositions:
                    continue
                return item, 0.7, "subject"
        return None
