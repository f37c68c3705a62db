"""Seats of bodies and numbered addresses as places: "trụ sở Tỉnh ủy", "số 9 Lê Lợi"; needs the bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vnkg.annotate.words import Phrases, back, by_first_token, table
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page, Words

PLACE = "Place"


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the heads of venues."""
    venue = knowledge.lexicon["places"]["venue"]
    heads = table(venue["words"])
    numbers = table(venue["numbered"])
    shown_by = frozenset(venue["numbered_after"])
    planned = table(venue["planned_after"])
    starts = frozenset((*heads.table, *numbers.table))

    def annotate(page: Page) -> Iterator[Mention]:
        words = page.words
        bodies = by_first_token(words, page.mentions, "Organization")
        for i in [k for k, word in enumerate(words.low) if word in starts]:
            low = words.low[i]
            if low in heads.table and back(planned, words.low, i) is None:
                for after, _ in heads.at(words.low, i, words.line[i]):
                    if after in bodies:
                        start, end = words.span(i, bodies[after][0])
                        yield Mention(start, end, PLACE, rule="place:venue", attributes=(("kind", "site"),))
                        break
            if low in numbers.table and (i == 0 or words.low[i - 1] in shown_by or words.line[i - 1] != words.line[i]):
                yield from _address(words, numbers, i)

    return annotate


def _address(words: Words, numbers: Phrases[bool], i: int) -> Iterator[Mention]:
    """A head, a number and a street's name in capitals: the whole, and the street within."""
    limit = words.line[i]
    for after, _ in numbers.at(words.low, i, limit):
        last = after + 1
        while last < min(limit, after + 5) and words.capital[last] and words.text[last][0].isalpha():
            last += 1
        if after < limit and words.text[after].isdigit() and last > after + 1:
            for first in (i, after + 1):
                start, end = words.span(first, last)
                kind = "site" if first == i else "street"
                yield Mention(start, end, PLACE, rule="place:address", attributes=(("kind", kind),))
            return
