"""Word-level look-up that the name annotators share: a page as parallel lists, and phrase tables over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from vnkg.annotate.tokens import tokenize
from vnkg.model import Mention, Page
from vnkg.text import fold

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """A page's tokens as parallel lists; `line[i]` is the index after the last token of token i's line."""

    low: list[str]
    text: list[str]
    capital: list[bool]
    start: list[int]
    end: list[int]
    line: list[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """View offsets of tokens [first, last)."""
        end = self.end[last - 1]
        return self.start[first], end - 1 if self.abbreviated(last - 1) else end

    def abbreviated(self, i: int) -> bool:
        """Whether token i is an abbreviation that holds its full stop ("TP."), which no mention ends with."""
        return len(self.text[i]) > 1 and self.text[i][-1] == "." and self.text[i][0].isalpha()


def words_of(page: Page) -> Words:
    """The word lists of a page."""
    tokens = page.tokens
    line = [0] * len(tokens)
    last = len(tokens)
    text = page.text
    for i in range(len(tokens) - 1, -1, -1):
        if i + 1 < len(tokens) and tokens[i + 1].start > tokens[i].end and "\n" in text[tokens[i].end : tokens[i + 1].start]:
            last = i + 1
        line[i] = last
    return Words(
        [t.low for t in tokens],
        [t.text for t in tokens],
        [t.capital for t in tokens],
        [t.start for t in tokens],
        [t.end for t in tokens],
        line,
    )


def split(phrase: str) -> tuple[str, ...]:
    """A phrase of a lexicon as lower-case tokens, cut as a page is cut."""
    folded = fold(phrase)
    if not folded.endswith("."):
        return tuple(t.low for t in tokenize(folded, folded.lower()))
    # An abbreviation keeps its full stop only before a capital, as it stands in a text.
    followed = f"{folded} A"
    return tuple(t.low for t in tokenize(followed, followed.lower()))[:-1]


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases by first word, the longest first."""

    table: dict[str, list[tuple[tuple[str, ...], T]]] = field(default_factory=dict)

    def at(self, low: list[str], i: int, last: int) -> Iterator[tuple[int, T]]:
        """Every phrase that begins at token i and ends by `last`, as (index after it, payload), longest first."""
        for phrase, payload in self.table.get(low[i], ()):
            after = i + len(phrase)
            if after <= last and (len(phrase) == 1 or tuple(low[i:after]) == phrase):
                yield after, payload

    def longest(self, low: list[str], i: int, last: int) -> tuple[int, T] | None:
        """The longest phrase at token i."""
        if low[i] not in self.table:
            return None
        return next(self.at(low, i, last), None)


def phrases(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    """A phrase table; of two equal phrases the first entry counts."""
    table: dict[str, dict[tuple[str, ...], T]] = {}
    for phrase, payload in entries:
        tokens = split(phrase)
        if tokens:
            table.setdefault(tokens[0], {}).setdefault(tokens, payload)
    return Phrases(
        {first: sorted(rest.items(), key=lambda item: (-len(item[0]), item[0])) for first, rest in table.items()}
    )


def by_first_token(words: Words, mentions: Iterable[Mention], *types: str) -> dict[int, tuple[int, Mention]]:
    """Mentions of some types by the token they begin with: (index after their last token, mention), the longest."""
    first_at = {start: i for i, start in enumerate(words.start)}
    last_at = {end: i + 1 for i, end in enumerate(words.end)}
    last_at.update({words.end[i] - 1: i + 1 for i in range(len(words.end)) if words.abbreviated(i)})
    result: dict[int, tuple[int, Mention]] = {}
    for mention in mentions:
        if mention.type in types and mention.start in first_at and mention.end in last_at:
            first, last = first_at[mention.start], last_at[mention.end]
            if first not in result or result[first][0] < last:
                result[first] = (last, mention)
    return result


def person_runs(
    words: Words, families: frozenset[str], honorifics: frozenset[str], heads: frozenset[str], places: Phrases[str]
) -> frozenset[int]:
    """Tokens of capital runs that begin with a family name and read as a person: three or more syllables, or two
    after an honorific; not after a word in `heads`, which makes such a run the name of a place or a body; and
    beginning after a known place that a family name follows."""
    found: set[int] = set()
    i, count = 0, len(words.low)
    while i < count:
        if words.text[i] not in families:
            i += 1
            continue
        place = places.longest(words.low, i, words.line[i])
        if place and place[0] < words.line[i] and words.text[place[0]] in families:
            i = place[0]
            continue
        after = i + 1
        while after < words.line[i] and words.capital[after] and words.text[after].istitle():
            after += 1
        before = words.low[i - 1] if i and words.line[i - 1] == words.line[i] else ""
        shown = before in honorifics
        if after - i >= (2 if shown else 3) and after - i <= 5 and (shown or before not in heads):
            found.update(range(i, after))
        i = after
    return frozenset(found)
