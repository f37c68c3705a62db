"""Documents with the date and the issuer written after them: "Nghị quyết 57-NQ/TW ngày … của Bộ Chính trị".

Yields `issuedOn` and `issuedBy`, and the items with each such group joined into one Document phrase, so that what
comes after it ("… và Kế hoạch …", "… về …") attaches to the document.
"""

from __future__ import annotations

from vnkg.annotate.words import phrases
from vnkg.extract.scene import Item, Phrase
from vnkg.knowledge import Knowledge
from vnkg.model import Span, Statement, Token

_CONFIDENCE = 0.95


class CitationReader:
    """Groups documents with their dates and issuers in the items of one sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["citations"]
        self.of = frozenset(lexicon["of"])
        self.by = frozenset(lexicon["by"])
        self.issue = phrases((word, True) for word in lexicon["issue"])
        self.on = frozenset(lexicon["on"])

    def read(self, items: tuple[Item, ...]) -> tuple[tuple[Item, ...], list[Statement]]:
        """The items with documents and what follows them joined, and what that says."""
        result: list[Item] = []
        found: list[Statement] = []
        i = 0
        while i < len(items):
            item = items[i]
            if not isinstance(item, Phrase) or item.type != "Document":
                result.append(item)
                i += 1
                continue
            after, said = self._citation(items, i)
            found += said
            last = items[after - 1]
            result.append(Phrase(item.start, max(item.end, last.end), item.type, item.entities, item.mentions))
            i = after
        return tuple(result), found

    def _citation(self, items: tuple[Item, ...], i: int) -> tuple[int, list[Statement]]:
        """The index after the group that begins with the document at i, and its statements."""
        document = items[i]
        assert isinstance(document, Phrase)
        after = i + 1
        found: list[Statement] = []
        while True:
            step = self._date(items, after) or self._issuer(items, after)
            if step is None or any(s.predicate == step[0] for s in found):
                return after, found
            predicate, value, after = step
            found += [
                Statement(document.entities[0], predicate, Span(document.start, value.end), object=entity,
                          confidence=_CONFIDENCE, rule=f"citations:{predicate}")
                for entity in value.entities
            ]

    def _date(self, items: tuple[Item, ...], k: int) -> tuple[str, Phrase, int] | None:
        k = self._skip(items, k, self.on)
        item = items[k] if k < len(items) else None
        if isinstance(item, Phrase) and item.type == "TimeSpan" and self._is_day(item):
            return "issuedOn", item, k + 1
        return None

    @staticmethod
    def _is_day(phrase: Phrase) -> bool:
        return phrase.mentions[0].get("granularity") in ("day", "month") and not phrase.mentions[0].get("daypart")

    def _issuer(self, items: tuple[Item, ...], k: int) -> tuple[str, Phrase, int] | None:
        """The body after "of", or after "by" with a verb of issuing."""
        start = self._skip(items, k, frozenset(","))
        if start >= len(items) or isinstance(items[start], Phrase):
            return None
        word = items[start].low  # type: ignore[union-attr]
        body = items[start + 1] if start + 1 < len(items) else None
        if not isinstance(body, Phrase) or body.type != "Organization":
            return None
        if word in self.of and start == k:
            return "issuedBy", body, start + 2
        if word in self.by:
            low = [x.low if isinstance(x, Token) else "§" for x in items[start + 2 : start + 6]]
            verb = self.issue.longest(low, 0, len(low)) if low else None
            if verb:
                return "issuedBy", body, start + 2 + verb[0]
        return None

    @staticmethod
    def _skip(items: tuple[Item, ...], k: int, words: frozenset[str]) -> int:
        while k < len(items) and isinstance(items[k], Token) and items[k].low in words:  # type: ignore[union-attr]
            k += 1
        return k
