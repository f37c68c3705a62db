"""Later references to an event ("Hội nghị", "kỳ họp này"), and first ones after a cue ("tổ chức hội nghị")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from vnkg.annotate.grammar import words
from vnkg.annotate.heads import Heads, Hit, Named, ends_with
from vnkg.model import Page


class References:
    """Decides which bare head words stand for an event."""

    def __init__(self, heads: Heads, grammar: Mapping[str, re.Pattern[str]]) -> None:
        self._heads = heads
        self._sets = heads.sets
        self._grammar = grammar
        self._plural = re.compile(rf"(?<!\w)(?:{words(self._sets['plural'])}) $")

    def is_plural(self, low: str, start: int) -> bool:
        """Whether the head at `start` is one of many."""
        return ends_with(self._plural, low, start)

    def find(self, page: Page, hits: Sequence[Hit], named: Sequence[Named]) -> Iterator[tuple[Hit, int]]:
        """The head words that refer to an event, each with the end of the reference."""
        first: dict[str, int] = {}
        covered: set[int] = set()
        for found in named:
            first[found.kind] = min(found.start, first.get(found.kind, found.start))
            covered.update(range(found.start, found.end))
        for hit in hits:
            if hit.word not in self._sets["nominal"] or hit.start in covered:
                continue
            end = self._end(page, hit, first.get(hit.kind, len(page.text)) < hit.start)
            if end:
                first.setdefault(hit.kind, hit.start)
                yield hit, end

    def _end(self, page: Page, hit: Hit, known: bool) -> int | None:
        low, grammar = page.low, self._grammar
        if self.is_plural(low, hit.start) or self._heads.goes_on(low, hit):
            return None
        if pointed := grammar["determined"].match(low, hit.end):
            return pointed.end() if known or hit.word not in self._sets["reserved"] else None
        if grammar["no_reference"].match(low, hit.end):
            return None
        soft = grammar["soft_reference"].match(low, hit.end)
        fits = self._fits(page, hit, known) or self._is_held(low, hit)
        return (soft.end() if soft else hit.end) if fits else None

    def _is_held(self, low: str, hit: Hit) -> bool:
        """Whether the words around say that somebody has a meeting with somebody."""
        parties = self._grammar["parties"].match(low, hit.end)
        return parties is not None and ends_with(self._grammar["holding"], low, hit.start)

    def _fits(self, page: Page, hit: Hit, known: bool) -> bool:
        sets, capital = self._sets, page.text[hit.start].isupper()
        if hit.word in sets["self_evident"] and capital:
            return True
        if hit.word in sets["reserved"]:
            loose = capital or hit.word not in sets["strict"]
            return known and (loose or ends_with(self._grammar["cue"], page.low, hit.start))
        if known or hit.word in sets["single"]:
            return True
        return ends_with(self._grammar["meeting_cue"], page.low, hit.start)
