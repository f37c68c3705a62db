"""Word-level look-up that the name annotators share: a page as parallel lists, and phrase tables over them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Generic, TypeVar

from vnkg.annotate.tokens import Columns, columns, line_ends
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page, Words
from vnkg.text import fold, is_foreign

T = TypeVar("T")
# Syllables of a person's full name.
_FULL_NAME = (3, 4)
# Words whose tables are remembered.
_MOST = 100_000


class Index:
    """In which tables words are. What annotators look for in every article is looked up once for each word."""

    def __init__(self) -> None:
        self._tables: list[Container[str]] = []
        self._number: dict[int, int] = {}
        self._numbers: dict[str, tuple[int, ...]] = {}

    def on(self, low: list[str]) -> Callable[[Container[str]], list[int]]:
        """Look all words of a page up; the result gives the indices of those that are in a table."""
        hits: list[list[int]] = [[] for _ in self._tables]
        known = self._numbers
        for i, numbers in enumerate(map(known.get, low)):
            for number in self._learnt(low[i]) if numbers is None else numbers:
                hits[number].append(i)
        return partial(self._among, low, hits)

    def _learnt(self, word: str) -> tuple[int, ...]:
        if len(self._numbers) >= _MOST:
            self._numbers.clear()
        self._numbers[word] = tuple(number for number, table in enumerate(self._tables) if word in table)
        return self._numbers[word]

    def _among(self, low: list[str], hits: list[list[int]], table: Container[str]) -> list[int]:
        number = self._number.setdefault(id(table), len(self._tables))
        if number == len(self._tables):
            self._tables.append(table)  # kept, so that no other object gets its id
            self._numbers.clear()
        return hits[number] if number < len(hits) else [i for i, word in enumerate(low) if word in table]


def words(text: str, found: Columns, index: Index) -> Words:
    """The word lists of a page's tokens."""
    starts, ends, texts, lows, capitals = found
    line: list[int] = []
    for last in line_ends(text, found):
        line += [last] * (last - len(line))
    last_at = dict(zip(ends, range(1, len(ends) + 1), strict=True))
    # A mention may also end before the full stop of an abbreviation.
    named = [i for i, capital in enumerate(capitals) if capital]
    last_at.update({ends[i] - 1: i + 1 for i in named if texts[i][-1] == "."})
    first_at = dict(zip(starts, range(len(starts)), strict=True))
    return Words(lows, texts, capitals, starts, ends, line, first_at, last_at, named, index.on(lows))


@lru_cache(maxsize=50_000)
def split(phrase: str) -> tuple[str, ...]:
    """A phrase of a lexicon as lower-case tokens, cut as a page is cut."""
    folded = fold(phrase)
    if not folded.endswith("."):
        return tuple(columns(folded, folded.lower()).low)
    # An abbreviation keeps its full stop only before a capital, as it stands in a text.
    followed = f"{folded} A"
    return tuple(columns(followed, followed.lower()).low[:-1])


class _Node(Generic[T]):
    """A step in a tree of phrases: the words that may come next, and what the phrase so far stands for."""

    __slots__ = ("found", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.found: tuple[T] | None = None


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases as a tree by their words; `table` has the first ones."""

    table: dict[str, _Node[T]] = field(default_factory=dict)

    def at(self, low: Sequence[str], i: int, last: int) -> list[tuple[int, T]]:
        """Every phrase that begins at token i and ends by `last`, as (index after it, payload), longest first."""
        node = self.table.get(low[i])
        if node is None:
            return []
        result: list[tuple[int, T]] = []
        while node is not None:
            i += 1
            if i > last:
                break
            if node.found is not None:
                result.append((i, node.found[0]))
            node = node.next.get(low[i]) if i < last else None
        result.reverse()
        return result

    def longest(self, low: Sequence[str], i: int, last: int) -> tuple[int, T] | None:
        """The longest phrase at token i."""
        node = self.table.get(low[i])
        best: tuple[int, T] | None = None
        while node is not None:
            i += 1
            if i > last:
                break
            if node.found is not None:
                best = i, node.found[0]
            node = node.next.get(low[i]) if i < last else None
        return best

    def within(self, low: Sequence[str], first: int, last: int) -> bool:
        """Whether some phrase stands among the tokens [first, last)."""
        return any(low[i] in self.table and self.longest(low, i, last) for i in range(first, last))


def phrases(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    """A phrase table; of two equal phrases the first entry counts."""
    root: _Node[T] = _Node()
    for phrase, payload in entries:
        node = root
        for word in split(phrase):
            node = node.next.setdefault(word, _Node())
        if node is not root and node.found is None:
            node.found = (payload,)
    return Phrases(root.next)


def table(words: Iterable[str]) -> Phrases[bool]:
    """A phrase table without payload."""
    return phrases((word, True) for word in words)


def back(table: Phrases[bool], low: Sequence[str], end: int, most: int = 4) -> int | None:
    """The index where a phrase of a table begins that ends right before item `end`; the longest."""
    for size in range(min(most, end), 0, -1):
        start = end - size
        if low[start] in table.table and any(after == end for after, _ in table.at(low, start, end)):
            return start
    return None


def back_over(table: Phrases[bool], low: Sequence[str], end: int) -> int:
    """The index where phrases of a table begin that stand in a row right before item `end`; `end` without any."""
    while (start := back(table, low, end)) is not None:
        end = start
    return end


def by_first_token(words: Words, mentions: Iterable[Mention], *types: str) -> dict[int, tuple[int, Mention]]:
    """Mentions of some types by the token they begin with: (index after their last token, mention), the longest."""
    first_at, last_at = words.first_at, words.last_at
    result: dict[int, tuple[int, Mention]] = {}
    for mention in mentions:
        if mention.type in types and mention.start in first_at and mention.end in last_at:
            first, last = first_at[mention.start], last_at[mention.end]
            if first not in result or result[first][0] < last:
                result[first] = (last, mention)
    return result


def tokens_inside(page: Page, types: Sequence[str]) -> frozenset[int]:
    """The tokens inside of mentions of some types."""
    first, last, inside = page.words.first_at, page.words.last_at, set[int]()
    for mention in page.mentions:
        if mention.type in types and mention.start in first and mention.end in last:
            inside.update(range(first[mention.start], last[mention.end]))
    return frozenset(inside)


def person_runs(
    words: Words, families: frozenset[str], honorifics: frozenset[str], heads: frozenset[str], places: Phrases[str],
    compounds: frozenset[str] = frozenset(),
) -> frozenset[int]:
    """Tokens of capital runs that begin with a family name and read as a person: three or more syllables, or two
    after an honorific; not after one or two words in `heads`, unless they are one of `compounds` or end so, which makes
    such a run the name of a place or a body; not the whole name of a known place, nor such a name behind two words
    with capitals ("Thành Đoàn [Đà Nẵng]") that end no place; and beginning after a known place that a family name or a
    foreign one follows."""
    found: set[int] = set()
    reached = 0
    for i in [k for k in words.capitals if words.text[k] in families]:
        if i < reached:
            continue
        first = i - 1 if i and words.capital[i - 1] and words.line[i - 1] == words.line[i] else i
        place = places.longest(words.low, first, words.line[i]) or places.longest(words.low, i, words.line[i])
        if place and place[0] < words.line[i] and _begins_person(words, place[0], families):
            reached = place[0]
            continue
        after = i + 1
        while after < words.line[i] and words.capital[after] and words.text[after].istitle():
            after += 1
        before = words.low[i - 1] if i and words.line[i - 1] == words.line[i] else ""
        if place and place[0] == after and place[1] == " ".join(words.text[i:after]):
            reached = after
            continue
        two = " ".join(words.low[max(0, i - 2) : i])
        led = first < i and words.text[first].istitle() and not _ends_place(words, i, places)
        behind = places.longest(words.low, i + 1, after) if led and i + 1 < after else None
        named = two in heads or (before in heads and two not in compounds) or (behind and behind[0] == after)
        shown = before in honorifics
        if after - i >= (2 if shown else 3) and after - i <= 5 and (shown or not named):
            found.update(range(i, after))
        reached = after
    return frozenset(found)


def _ends_place(words: Words, i: int, places: Phrases[str]) -> bool:
    """Whether a known place of two or three words ends before token i."""
    found = (places.longest(words.low, k, i) for k in (i - 2, i - 3) if k >= 0)
    return any(place is not None and place[0] == i for place in found)


def _begins_person(words: Words, k: int, families: frozenset[str]) -> bool:
    """Whether a family name stands at token k, or a foreign word with a capital."""
    return words.text[k] in families or is_foreign(words.text[k])


def begins_full_name(words: Words, k: int, families: frozenset[str]) -> bool:
    """Whether a family name stands at token k, on the line of the token before, and two or three capitals behind it."""
    limit = words.line[k - 1]
    if k >= limit or words.text[k] not in families:
        return False
    after = next((n for n in range(k, limit) if not words.named(n)), limit)
    return after - k in _FULL_NAME


def family_names(knowledge: Knowledge) -> frozenset[str]:
    """Words that begin a Vietnamese person's name, those of the ethnic minorities included."""
    lists = ("families", "minority", "ethnic_first")
    return frozenset(word for name in lists for word in knowledge.words("families", name))


def credit_ends(knowledge: Knowledge) -> frozenset[str]:
    """The last words of the labels before a photographer's or writer's name."""
    return frozenset(split(word)[-1] for word in knowledge.words("persons", "credits"))
