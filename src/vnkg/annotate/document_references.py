"""Later references to a document that the page has named: "Nghị quyết", "nghị định này", "quyết định" of an issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from vnkg.annotate.heads import Heads, Hit, Named, ends_with, inside_sentence
from vnkg.model import Page

_LOOK_BACK = 60


class References:
    """Decides which bare type words stand for a document."""

    def __init__(self, heads: Heads, grammar: Mapping[str, re.Pattern[str]]) -> None:
        self._heads = heads
        self._sets = heads.sets
        self._grammar = grammar

    def find(self, page: Page, hits: Sequence[Hit], named: Sequence[Named]) -> Iterator[tuple[Hit, int, bool]]:
        """The type words that stand for a document, each with the end of the reference and whether the document is
        a new one that somebody issues by these very words."""
        first: dict[str, int] = {}
        for found in named:
            first[found.kind] = min(found.start, first.get(found.kind, found.start))
        covered = {position for found in named for position in range(found.start, found.end)}
        end = 0
        for hit in hits:
            if hit.word not in self._sets["nominal"] or hit.start in covered or hit.start < end:
                continue
            known = first.get(hit.kind, len(page.text)) < hit.start
            own = self._end(page, hit, known)
            end = self._doubled(page.low, hit, own) or end
            if end > hit.start:
                yield hit, end, own == hit.end and self.introduced(page, hit)

    def _doubled(self, low: str, hit: Hit, end: int | None) -> int | None:
        """The end of a reference, over a second type word that belongs to it."""
        if end != hit.end:
            return end
        return next((hit.start + len(word) for word in self._sets["doubled"] if low.startswith(word, hit.start)), end)

    def _end(self, page: Page, hit: Hit, known: bool) -> int | None:
        grammar, text, low = self._grammar, page.text, page.low
        if ends_with(grammar["plural"], low, hit.start) or self._heads.goes_on(low, hit):
            return None
        pointed = grammar["determined"].match(low, hit.end)
        if pointed:
            return pointed.end() if known else None
        if hit.word in self._sets["drafts"]:
            end = self._draft_end(low, hit)
            drafted = end > hit.end and grammar["issuer"].match(text, end) is not None
            return end if known or drafted else None
        cued = ends_with(grammar["cue"], low, hit.start)
        if hit.word in self._sets["guidance"] and cued and (long := grammar["guidance"].match(text, hit.end)):
            return long.end()
        return hit.end if self._fits(page, hit, known, cued) else None

    def _fits(self, page: Page, hit: Hit, known: bool, cued: bool) -> bool:
        sets = self._sets
        if page.text[hit.start].isupper():
            return self._capital_fits(page, hit, known)
        if self._grammar["issuer"].match(page.text, hit.end):
            cued = hit.word in sets["issued_alone"] or ends_with(self._grammar["cue_new"], page.low, hit.start)
            return hit.word in sets["issued"] and cued
        if self.introduced(page, hit):
            return True
        plain = hit.word not in sets["verbs"] or hit.word in sets["repeated"]
        return known and cued and plain and hit.word not in sets["vague"]

    def introduced(self, page: Page, hit: Hit) -> bool:
        """Whether a verb of issuing, with its subject before it, makes the type word a document of its own."""
        start = hit.start
        if hit.word not in self._sets["introduced"] or page.text[start].isupper():
            return False
        return bool(self._grammar["introducing"].search(page.text, max(0, start - _LOOK_BACK), start))

    def _capital_fits(self, page: Page, hit: Hit, known: bool) -> bool:
        """Whether a capital type word stands for a document: at a sentence's start it must be its subject."""
        grammar = self._grammar
        if inside_sentence(page.text, hit.start):
            return known or ends_with(grammar["cue_new"], page.low, hit.start)
        if hit.word in self._sets["issued_alone"] and grammar["issuer"].match(page.text, hit.end):
            return True
        return known and (hit.word not in self._sets["verbs"] or bool(grammar["predicate"].match(page.low, hit.end)))

    def _draft_end(self, low: str, hit: Hit) -> int:
        """The end of "dự thảo" together with the bare type word after it."""
        inner = self._heads.at(low, hit.end + 1)
        return inner.end if inner else hit.end
