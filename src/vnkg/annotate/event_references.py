"""Later references to an event ("Hội nghị", "kỳ họp này"), and first ones after a cue ("tổ chức hội nghị")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from vnkg.annotate.grammar import words
from vnkg.annotate.heads import Heads, Hit, Named, ends_with
from vnkg.model import NAME, Page


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
        places = {m.start: m.end for m in page.mentions if m.type == "Place" and m.kind == NAME}
        for found in named:
            first[found.kind] = min(found.start, first.get(found.kind, found.start))
            covered.update(range(found.start, found.end))
        for hit in hits:
            if hit.word not in self._sets["nominal"] or hit.start in covered:
                continue
            end = self._visited(page, hit, places) or self._end(
                page, hit, first.get(hit.kind, len(page.text)) < hit.start)
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

    def _visited(self, page: Page, hit: Hit, places: Mapping[int, int]) -> int | None:
        """The end of the places behind a visit ("chuyến thăm chính thức [Đức và Hà Lan]"); None without."""
        match = self._grammar["visiting"].match(page.low, hit.end) if hit.kind == "visit" else None
        end = places.get(match.end()) if match else None
        if end is None or self.is_plural(page.low, hit.start):
            return None
        joint = self._grammar["visited_too"].match(page.low, end)
        return places.get(joint.end(), end) if joint else end

    def _is_held(self, low: str, hit: Hit) -> bool:
        """Whether the words around say that somebody has a meeting with somebody, or whose visit it is."""
        if hit.kind == "visit" and self._grammar["visitor"].match(low, hit.end):
            return True
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
