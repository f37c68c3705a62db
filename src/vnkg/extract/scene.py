"""A page seen for extraction: sentences as lines of words and phrases, where a phrase stands for entities.

Phrases are the outermost mentions; a person with posts around the name is one phrase, and so is a list of phrases of
one type ("A, B và C"). A line is also one string, on which patterns match: words in lower case, and for the phrase
number 3 of type Person the token `§Person:3`. Times, events and documents show their granularity or kind as well:
`§TimeSpan.day:4`, `§Event.congress:0`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from vnkg.model import Entity, Mention, Page, Sentence, Token


@dataclass(frozen=True, slots=True)
class Phrase:
    """Entities that stand as one in a sentence: view bounds, type, entity ids, and the mentions behind them."""

    start: int
    end: int
    type: str
    entities: tuple[str, ...]
    mentions: tuple[Mention, ...]


Item = Phrase | Token


@dataclass(frozen=True)
class Line:
    """One sentence as items, and as the string that patterns match."""

    sentence: Sentence
    items: tuple[Item, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the line."""
        return frozenset(item.low for item in self.items if isinstance(item, Token))

    @cached_property
    def types(self) -> frozenset[str]:
        """The types of the line's phrases."""
        return frozenset(item.type for item in self.items if isinstance(item, Phrase))

    @cached_property
    def _layout(self) -> tuple[str, tuple[int, ...]]:
        parts: list[str] = []
        starts: list[int] = []
        position = 0
        for i, item in enumerate(self.items):
            part = f"§{item.type}{_feature(item)}:{i} " if isinstance(item, Phrase) else f"{item.low} "
            starts.append(position)
            parts.append(part)
            position += len(part)
        return "".join(parts), tuple(starts)

    @property
    def text(self) -> str:
        """The string that patterns match; every item is followed by one space."""
        return self._layout[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """View bounds of the items that stand at [start, end) of `text`."""
        starts = self._layout[1]
        inside = [i for i, s in enumerate(starts) if start <= s < end]
        return self.items[inside[0]].start, self.items[inside[-1]].end

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
        for mention in self.page.mentions:
            if mention.start >= outer.end:
                break
            if mention.start >= outer.start and mention.end <= outer.end and mention is not outer:
                yield mention

    def bare_lines(self) -> Iterator[tuple[Sentence, tuple[Item, ...]]]:
        """Sentences as words and outermost mentions, before phrases are joined."""
        mentions = iter((*self.outer, None))
        current = next(mentions)
        for sentence in self.page.sentences:
            items: list[Item] = []
            k = sentence.first
            while k < sentence.last:
                token = self.page.tokens[k]
                while current is not None and current.end <= token.start:
                    current = next(mentions)
                if current is not None and current.start <= token.start < current.end:
                    items.append(Phrase(current.start, current.end, current.type, (self.id_at(current),), (current,)))
                    while k < sentence.last and self.page.tokens[k].start < current.end:
                        k += 1
                    continue
                items.append(token)
                k += 1
            yield sentence, tuple(items)


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
