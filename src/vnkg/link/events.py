"""Events of one article: names that differ only in light words and in how the ordinal is written; nominals."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.annotate.words import Phrases, phrases, split
from vnkg.knowledge import Knowledge
from vnkg.link.clusters import Cluster, grouped
from vnkg.model import NOMINAL, Mention, Page
from vnkg.text import roman

EVENT = "Event"
# View characters: a nominal this near to a named event stands for it rather than for the article's main one.
_NEAR = 150


class EventLinker:
    """Keys of events: their weighty words, numerals as integers."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["linking"]["event"]
        self.light: Phrases[bool] = phrases((word, True) for word in lexicon["light"])
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
        words = list(split(page.text[mention.start : mention.end]))
        result: list[str] = []
        i = 0
        while i < len(words):
            light = self.light.longest(words, i, len(words))
            if light and light[0] < len(words) + (i > 0):
                i = light[0]
                continue
            value = roman(words[i].upper()) if len(words[i]) > 1 or words[i] in "ivx" else None
            word = str(value) if value else words[i]
            if word not in self.determiners and word[0].isalnum():
                result.append(word)
            i += 1
        return tuple(result) or tuple(words)

    @staticmethod
    def _same(words: tuple[str, ...], mention: Mention, other: frozenset[str], first: Mention) -> bool:
        """Same kind and ordinal, and one name's words within the other's."""
        if mention.get("kind") != first.get("kind"):
            return False
        mine = set(words)
        one, two = mention.get("ordinal"), first.get("ordinal")
        if one != two:
            return False
        if not one and min(len(mine), len(other)) <= 2:
            return mine == other
        return mine <= other or other <= mine

    @staticmethod
    def _antecedent(
        words: tuple[str, ...], mention: Mention, named: list[tuple[str, frozenset[str], Mention]]
    ) -> str:
        """The first event named with these words, or the last when it was named just before; else one of its kind."""
        same = [(key, m) for key, other, m in named if m.get("kind") == mention.get("kind") and set(words) <= other]
        if not same:
            same = [(key, m) for key, _, m in named if m.get("kind") == mention.get("kind") and len(words) <= 2]
        if not same:
            return ""
        return same[-1][0] if mention.start - same[-1][1].end < _NEAR else same[0][0]
