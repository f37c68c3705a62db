"""Seats of bodies, numbered addresses and coded roads as places: "trụ sở Tỉnh ủy", "số 9 Lê Lợi", "QL27B"; needs the
bodies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set

from vnkg.annotate.words import Phrases, back, by_first_token, table
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page, Words

PLACE, ADDRESS = "Place", "place:address"
_HOUSE = re.compile(r"\d+(?:[-/]\d+)*")


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the heads of venues."""
    venue = knowledge.lexicon["places"]["venue"]
    heads = table(venue["words"])
    numbers = table(venue["numbered"])
    shown_by, vague = frozenset(venue["numbered_after"]), frozenset(venue["numbered_vague"])
    planned, streets = table(venue["planned_after"]), frozenset(venue["streets"])
    starts = frozenset((*heads.table, *numbers.table))
    road = re.compile(venue["road"])

    def annotate(page: Page) -> Iterator[Mention]:
        words = page.words
        bodies = by_first_token(words, page.mentions, "Organization")
        coded = (k for k in words.capitals if not words.text[k].isalpha())
        for i in [k for k in coded if road.fullmatch(words.text[k])]:
            yield Mention(*words.span(i, i + 1), PLACE, rule="place:road", attributes=(("kind", "street"),))
        for i in words.among(starts):
            low = words.low[i]
            if low in heads.table and back(planned, words.low, i) is None:
                for after, _ in heads.at(words.low, i, words.line[i]):
                    if after in bodies:
                        start, end = words.span(i, bodies[after][0])
                        yield Mention(start, end, PLACE, rule="place:venue", attributes=(("kind", "site"),))
                        break
            opens = i == 0 or words.line[i - 1] != words.line[i]
            inside = not opens and words.low[i - 1] in numbers.table  # the second word of a head of two
            shown = low not in vague or opens or words.low[i - 1] in shown_by
            if low in numbers.table and not inside:
                yield from _address(words, numbers, streets, i, shown)

    return annotate


def _address(words: Words, numbers: Phrases[bool], streets: Set[str], i: int, shown: bool) -> Iterator[Mention]:
    """A head, a number and a street's name in capitals: the whole, and the street within when no head of its own shows
    it ("số 9 [Lê Lợi]", "số 9 đường Lê Lợi"), where the words before show an address."""
    limit = words.line[i]
    for after, _ in numbers.at(words.low, i, limit):
        street = after + 2 if after + 1 < limit and words.lettered(after + 1) else after + 1
        headed = street < limit and words.low[street] in streets
        last = street = street + int(headed)
        while last < min(limit, street + 4) and words.named(last):
            last += 1
        if after < limit and _HOUSE.fullmatch(words.text[after]) and last > street and (shown or headed):
            for first in (i,) if headed else (i, street):
                start, end = words.span(first, last)
                kind = "site" if first == i else "street"
                yield Mention(start, end, PLACE, rule=ADDRESS, attributes=(("kind", kind),))
            return
