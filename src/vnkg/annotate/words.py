"""Word-level look-up that the name annotators share: a page as parallel lists, and phrase tables over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from vnkg.annotate.tokens import tokenize
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Token, Words
from vnkg.text import fold

T = TypeVar("T")


def words(text: str, tokens: tuple[Token, ...]) -> Words:
    """The word lists of a page's tokens."""
    line = [0] * len(tokens)
    last = len(tokens)
    for i in range(len(tokens) - 1, -1, -1):
        if i + 1 < len(tokens) and "\n" in text[tokens[i].end : tokens[i + 1].start]:
            last = i + 1
        line[i] = last
    starts, ends = [t.start for t in tokens], [t.end for t in tokens]
    last_at = {end: i + 1 for i, end in enumerate(ends)}
    last_at.update({t.end - 1: i + 1 for i, t in enumerate(tokens) if t.text[-1] == "." and t.capital})
    return Words(
        [t.low for t in tokens],
        [t.text for t in tokens],
        [t.capital for t in tokens],
        starts,
        ends,
        line,
        {start: i for i, start in enumerate(starts)},
        last_at,
    )


@lru_cache(maxsize=50_000)
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
    """Phrases by first word: their lengths, the longest first, and what each phrase stands for."""

    table: dict[str, tuple[tuple[int, ...], dict[tuple[str, ...], T]]] = field(default_factory=dict)

    def at(self, low: Sequence[str], i: int, last: int) -> list[tuple[int, T]]:
        """Every phrase that begins at token i and ends by `last`, as (index after it, payload), longest first."""
        entry = self.table.get(low[i])
        if entry is None:
            return []
        lengths, known = entry
        window = tuple(low[i : min(last, i + lengths[0])])
        return [
            (i + n, known[window[:n]]) for n in lengths if n <= len(window) and window[:n] in known
        ]

    def longest(self, low: Sequence[str], i: int, last: int) -> tuple[int, T] | None:
        """The longest phrase at token i."""
        if low[i] not in self.table:
            return None
        found = self.at(low, i, last)
        return found[0] if found else None


def phrases(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    """A phrase table; of two equal phrases the first entry counts."""
    table: dict[str, dict[tuple[str, ...], T]] = {}
    for phrase, payload in entries:
        tokens = split(phrase)
        if tokens:
            table.setdefault(tokens[0], {}).setdefault(tokens, payload)
    return Phrases({
        first: (tuple(sorted({len(phrase) for phrase in known}, reverse=True)), known)
        for first, known in table.items()
    })


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


def family_names(knowledge: Knowledge) -> frozenset[str]:
    """Words that begin a Vietnamese person's name, those of the ethnic minorities included."""
    lists = ("families", "minority", "ethnic_first")
    return frozenset(word for name in lists for word in knowledge.words("families", name))
