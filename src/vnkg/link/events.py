"""Events of one article: names that differ only in light words and in how the ordinal is written; nominals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vnkg.annotate.words import Phrases, split, table
from vnkg.knowledge import Knowledge
from vnkg.link.clusters import Cluster, grouped
from vnkg.model import NOMINAL, Mention, Page
from vnkg.text import roman

EVENT = "Event"
_TEN = 10
# View characters: a nominal this near to a named event stands for it rather than for the article's main one.
_NEAR = 60
# View characters after the headline in which the lead names what the headline is about.
_LEAD = 400
# A short form that the text cuts in two: "G 20".
_SPACED = re.compile(r"(?<!\w)([A-Z]) (?=\d{1,2}(?!\w))")
# What a nominal stands behind that says what the event before it is: "Kỳ họp thứ 10 (kỳ họp chuyên đề)".
_APPOSED = (" (",)


@dataclass(frozen=True, slots=True)
class _Named:
    """A named mention: its key, weighty words, and the places or known bodies inside the name."""

    key: str
    words: frozenset[str]
    where: frozenset[str]
    mention: Mention


class EventLinker:
    """Keys of events: their weighty words, numerals as integers."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["linking"]["event"]
        self.light: Phrases[bool] = table(lexicon["light"])
        self.numerals: dict[str, int] = dict(knowledge.lexicon["events"]["numerals"])
        self.stands_for = {frozenset(split(word)): frozenset(entry["kinds"])
                           for entry in lexicon["stands_for"] for word in entry["words"]}
        self.determiners = frozenset(w for word in lexicon["determiners"] for w in split(word))

    def link(self, page: Page, mentions: Iterable[Mention], clusters: Iterable[Cluster]) -> list[Cluster]:
        """Clusters of all mentions of events; `clusters` are those of places and bodies, which tell apart events of
        one name."""
        inside = sorted((m.start, m.end, _where(cluster)) for cluster in clusters for m in cluster.mentions)
        keyed: list[tuple[str, Mention]] = []
        named: list[_Named] = []
        unnamed: list[_Named] = []
        for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
            words = self._words(page, mention)
            if mention.kind == NOMINAL and keyed and page.text[keyed[-1][1].end : mention.start] in _APPOSED:
                key = keyed[-1][0]
            elif mention.kind == NOMINAL:
                event = _Named("~" + " ".join(words), frozenset(words), frozenset(), mention)
                key = _antecedent(words, mention, named) or next(
                    (other.key for other in reversed(unnamed) if _described_alike(event, other)), event.key
                )
                key = self._other_word(event, (*named, *unnamed)) if key == event.key else key
                unnamed.append(replace(event, key=key))
            else:
                where = frozenset(w for start, end, w in inside if mention.start <= start and end <= mention.end and w)
                event = _Named(" ".join(words), frozenset(words), where, mention)
                key = next((other.key for other in named if _same(event, other)), "")
                key = key or _headlined(page, event, named) or event.key
                named.append(replace(event, key=key))
            keyed.append((key, mention))
        return grouped(EVENT, [(self._named_later(page, key, mention, named), mention) for key, mention in keyed])

    def _other_word(self, event: _Named, before: tuple[_Named, ...]) -> str:
        """The key of the only meeting told of so far, for another word for a meeting ("buổi họp" of a "hội nghị")."""
        kinds = self.stands_for.get(event.words, frozenset())
        keys = {other.key for other in before if other.mention.get("kind") in kinds}
        return next(iter(keys)) if len(keys) == 1 else event.key

    def _named_later(self, page: Page, key: str, mention: Mention, named: list[_Named]) -> str:
        """The key of the only event of its kind that the page names, for a nominal that stands before its name."""
        if not key.startswith("~"):
            return key
        words = self._words(page, mention)
        later = {e.key for e in named if e.mention.get("kind") == mention.get("kind") and e.words.issuperset(words)}
        return next(iter(later)) if len(later) == 1 else key

    def _words(self, page: Page, mention: Mention) -> tuple[str, ...]:
        words = list(split(_SPACED.sub(r"\1", page.text[mention.start : mention.end])))
        result: list[str] = []
        i = 0
        while i < len(words):
            light = self.light.longest(words, i, len(words))
            if light and light[0] < len(words) + (i > 0):
                i, number = self._number(words, light[0])
                result += [str(number)] if number else []
                continue
            value = roman(words[i].upper()) if len(words[i]) > 1 or words[i] in "ivx" else None
            word = str(value) if value else words[i]
            if word not in self.determiners and word[0].isalnum():
                result.append(word)
            i += 1
        return tuple(result) or tuple(words)

    def _number(self, words: list[str], i: int) -> tuple[int, int]:
        """The index after a number in words at i ("lần thứ mười ba"), and its value or 0."""
        value = 0
        while i < len(words) and words[i] in self.numerals:
            figure = self.numerals[words[i]]
            value = (value or 1) * figure if figure == _TEN else value + figure
            i += 1
        return i, value


def _where(cluster: Cluster) -> str:
    """The place of a place or body, the body itself when it is known, or ""."""
    if cluster.type == "Place":
        return cluster.key
    return cluster.key.rsplit("@", 1)[1] if "@" in cluster.key else cluster.key if cluster.key[0] == "=" else ""


def _same(event: _Named, other: _Named) -> bool:
    """Whether two names are of one event: kind, ordinal and term agree, nothing says that they are elsewhere, and
    either the ordinal and the place, or the words of the shorter name, are the same."""
    one, two = event.mention, other.mention
    if one.get("kind") != two.get("kind") or one.get("ordinal") != two.get("ordinal"):
        return False
    if one.get("term") and two.get("term") and one.get("term") != two.get("term"):
        return False
    if event.where and other.where and not event.where & other.where:
        return False
    if one.get("ordinal") and (event.where & other.where):
        return True
    if not one.get("ordinal") and min(len(event.words), len(other.words)) <= 2:
        return event.words == other.words
    return event.words <= other.words or other.words <= event.words


def _described_alike(event: _Named, other: _Named) -> bool:
    """Whether two mentions without a name are of one event: of one kind, and nothing in the shorter one differs."""
    same_kind = event.mention.get("kind") == other.mention.get("kind")
    return same_kind and (event.words <= other.words or other.words <= event.words)


def _headlined(page: Page, event: _Named, named: list[_Named]) -> str:
    """The key of the one event of the headline, which does not count itself, for the first event that the lead names
    when it is of the same kind and nowhere else."""
    headline = page.text.find("\n")
    if len(named) != 1 or not named[0].mention.end <= headline < event.mention.start < headline + _LEAD:
        return ""
    one, two = named[0].mention, event.mention
    differs = one.get("kind") != two.get("kind") or one.get("ordinal") or one.get("term")
    return "" if differs or (event.where and named[0].where and not event.where & named[0].where) else named[0].key


def _antecedent(words: tuple[str, ...], mention: Mention, named: list[_Named]) -> str:
    """The first event named with these words, or the last when it was named just before; else one of its kind."""
    of_kind = [event for event in named if event.mention.get("kind") == mention.get("kind")]
    same = [event for event in of_kind if event.words.issuperset(words)] or (of_kind if len(words) <= 2 else [])
    if not same:
        return ""
    near = mention.start - same[-1].mention.end < _NEAR
    return same[-1].key if near else same[0].key
