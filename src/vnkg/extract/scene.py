"""A page seen for extraction: sentences as lines of words and phrases, where a phrase stands for entities.

Phrases are the outermost mentions; a person with posts around the name is one phrase, and so is a list of phrases of
one type ("A, B và C"). A line is also one string, on which patterns match: words in lower case, and for the phrase
number 3 of type Person the token `§Person:3`. Times, events and documents show their granularity or kind as well:
`§TimeSpan.day:4`, `§Event.congress:0`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from vnkg.model import Entity, Mention, Page, Sentence, Token

PHRASE = "§"


class Phrase(NamedTuple):
    """Entities that stand as one in a sentence: view bounds, type, entity ids, and the mentions behind them.

    `low` is what stands among the words of a line for any phrase.
    """

    start: int
    end: int
    type: str
    entities: tuple[str, ...]
    mentions: tuple[Mention, ...]
    low: str = PHRASE


Item = Phrase | Token


class BareLine(NamedTuple):
    """One sentence as words and outermost mentions, and these with their item indices."""

    sentence: Sentence
    items: tuple[Item, ...]
    phrases: tuple[tuple[int, Phrase], ...]


def lows(items: Sequence[Item]) -> list[str]:
    """Lower-case words of items; a mark that no text holds for a phrase."""
    return [item.low for item in items]


class Line:
    """One sentence as items, and as the string that patterns match.

    `low` are its lower-case words, with a mark that no text holds for a phrase; `words` are they without order;
    `phrases` are its phrases by their item indices, `types` the types of these. Never changed once made.
    """

    def __init__(self, sentence: Sentence, items: tuple[Item, ...]) -> None:
        self.sentence = sentence
        self.items = items
        self.low = lows(items)
        self.words = frozenset(self.low)
        marked = [i for i, low in enumerate(self.low) if low == PHRASE]
        self.phrases = {i: item for i in marked if isinstance(item := items[i], Phrase)}
        self.types = frozenset([phrase.type for phrase in self.phrases.values()])

    @cached_property
    def _parts(self) -> list[str]:
        """What stands for each item in `text`."""
        parts = [*self.low, ""]
        for i, phrase in self.phrases.items():
            parts[i] = f"{PHRASE}{phrase.type}{_feature(phrase)}:{i}"
        return parts

    @cached_property
    def text(self) -> str:
        """The string that patterns match; every item is followed by one space."""
        return " ".join(self._parts)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(part) + 1 for part in self._parts), initial=0))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """View bounds of the items that stand at [start, end) of `text`."""
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.items[first].start, self.items[after - 1].end

    def having(self, items: tuple[Item, ...]) -> Line:
        """The line with other items; itself, with what it has computed, when they are its own."""
        return self if items is self.items else Line(self.sentence, items)

    def phrase(self, token: str) -> Phrase:
        """The phrase behind a token like `§Person:3`."""
        item = self.items[int(token.rsplit(":", 1)[1])]
        assert isinstance(item, Phrase)
        return item


def _feature(phrase: Phrase) -> str:
    """What the first mention says of its granularity or kind, with a point before it."""
    mention = phrase.mentions[0]
    found = mention.get("granularity") or mention.get("kind")
    return f".{found}" if found else ""


class Scene:
    """A page with its entities, laid out for extraction."""

    def __init__(self, page: Page, entities: tuple[Entity, ...]) -> None:
        self.page = page
        self.entities = {entity.id: entity for entity in entities}
        self.id_of: dict[tuple[int, int, str], str] = {
            (m.start, m.end, e.type): e.id for e in entities for m in e.mentions
        }

    def id_at(self, mention: Mention) -> str:
        """The id of the entity that a mention stands for."""
        return self.id_of[mention.start, mention.end, mention.type]

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.page.mentions]

    @cached_property
    def outer(self) -> tuple[Mention, ...]:
        """Mentions that no other one holds, in text order."""
        result: list[Mention] = []
        reach = -1
        for mention in self.page.mentions:
            if mention.end > reach:
                if mention.start < reach:
                    continue
                result.append(mention)
                reach = mention.end
        return tuple(result)

    def inside(self, outer: Mention) -> Iterator[Mention]:
        """Mentions within another one's span, the outer one left out."""
        mentions = self.page.mentions
        first, last = bisect_left(self._starts, outer.start), bisect_left(self._starts, outer.end)
        for mention in mentions[first:last]:
            if mention.end <= outer.end and mention is not outer:
                yield mention

    def beginning(self, first: int, last: int) -> tuple[Mention, ...]:
        """Mentions that begin in [first, last) of the view."""
        return self.page.mentions[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def _phrase(self, mention: Mention) -> Phrase:
        """A mention alone as a phrase."""
        return Phrase(mention.start, mention.end, mention.type, (self.id_at(mention),), (mention,))

    def parts(self, start: int, end: int) -> tuple[Item, ...]:
        """The words and outermost mentions of a span that a mention holds."""
        starts = self.page.words.start
        tokens = self.page.tokens[bisect_left(starts, start) : bisect_left(starts, end)]
        result: list[Item] = []
        reach = start
        inner = {m.start: m for m in reversed(self.beginning(start, end)) if m.end <= end}
        for token in tokens:
            mention = inner.get(token.start)
            if token.start < reach:
                continue
            if mention is None:
                result.append(token)
            else:
                result.append(self._phrase(mention))
                reach = mention.end
        return tuple(result)

    @cached_property
    def bare_lines(self) -> tuple[BareLine, ...]:
        """The sentences before phrases are joined."""
        return tuple(self._bare_lines())

    def _bare_lines(self) -> Iterator[BareLine]:
        tokens, starts = self.page.tokens, self.page.words.start
        bounds = [(bisect_left(starts, m.start), bisect_left(starts, m.end), m) for m in self.outer]
        n = 0
        for sentence in self.page.sentences:
            items: list[Item] = []
            phrases: list[tuple[int, Phrase]] = []
            k = sentence.first
            while n < len(bounds) and bounds[n][0] < sentence.last:
                first, after, mention = bounds[n]
                if max(first, k) < after:
                    items += tokens[k:first]
                    phrases.append((len(items), self._phrase(mention)))
                    items.append(phrases[-1][1])
                    k = min(after, sentence.last)
                if after > sentence.last:  # it goes on in the next sentence
                    break
                n += 1
            items += tokens[k : sentence.last]
            yield BareLine(sentence, tuple(items), tuple(phrases))


def joined(phrases: Iterable[Phrase]) -> Phrase:
    """One phrase for several of one type."""
    listed = list(phrases)
    return Phrase(
        listed[0].start,
        listed[-1].end,
        listed[0].type,
        tuple(dict.fromkeys(e for p in listed for e in p.entities)),
        tuple(m for p in listed for m in p.mentions),
    )
