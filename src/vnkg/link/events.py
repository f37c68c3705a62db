"""Events of one article: names that differ only in light words and in how the ordinal is written; nominals."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.annotate.words import split
from vnkg.knowledge import Knowledge
from vnkg.link.clusters import Cluster, grouped
from vnkg.model import NOMINAL, Mention, Page
from vnkg.text import roman

EVENT = "Event"


class EventLinker:
    """Keys of events: their weighty words, numerals as integers."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["linking"]["event"]
        self.light = frozenset(w for word in lexicon["light"] for w in split(word))
        self.determiners = frozenset(w for word in lexicon["determiners"] for w in split(word))

    def link(self, page: Page, mentions: Iterable[Mention]) -> list[Cluster]:
        """Clusters of all mentions of events."""
        keyed: list[tuple[str, Mention]] = []
        named: list[tuple[str, frozenset[str], Mention]] = []
        for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
            words = self._words(page, mention)
            if mention.kind == NOMINAL:
                key = self._antecedent(words, mention, named) or "~" + " ".join(words)
            else:
                key = next((k for k, ws, m in named if self._same(words, mention, ws, m)), " ".join(words))
                named.append((key, frozenset(words), mention))
            keyed.append((key, mention))
        return grouped(EVENT, keyed)

    def _words(self, page: Page, mention: Mention) -> tuple[str, ...]:
        words = split(page.text[mention.start : mention.end])
        result = []
        for word in words:
            value = roman(word.upper())
            word = str(value) if value else word
            if (word not in self.light and word not in self.determiners and word[0].isalnum()) or word.isdigit():
                result.append(word)
        return tuple(result)

    @staticmethod
    def _same(words: tuple[str, ...], mention: Mention, other: frozenset[str], first: Mention) -> bool:
        """Same kind and ordinal, and one name's words within the other's."""
        if mention.get("kind") != first.get("kind"):
            return False
        numbers = {w for w in words if w.isdigit()}
        if numbers != {w for w in other if w.isdigit()}:
            return False
        mine = set(words)
        if not numbers and min(len(mine), len(other)) <= 2:
            return mine == other
        return mine <= other or other <= mine

    @staticmethod
    def _antecedent(
        words: tuple[str, ...], mention: Mention, named: list[tuple[str, frozenset[str], Mention]]
    ) -> str:
        """The event last named whose name begins with the same head word, else of the same kind."""
        for key, other, first in reversed(named):
            if first.get("kind") == mention.get("kind") and set(words) <= other:
                return key
        for key, _, first in reversed(named):
            if first.get("kind") == mention.get("kind") and len(words) <= 2:
                return key
        return ""
