"""TimeSpan: dates, months, quarters, years, ranges, terms and relative times, resolved to EDTF where that is certain.

`Mention.value` and the attribute `edtf` hold the EDTF string, or nothing; `granularity`, `daypart` and `part` (begin,
middle, end of a longer span) are attributes too. Relative times count from the publication date, or from the date line
that opens the article, or from the day written last; a day without a year takes one only when it is certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vnkg.annotate.edtf import Point
from vnkg.annotate.literals import DIGITS, Literals
from vnkg.annotate.timegrammar import END, YEAR, any_of, expand, openers, pattern, slots
from vnkg.annotate.timereading import read
from vnkg.annotate.timeresolving import Context, context, resolve
from vnkg.annotate.timewords import Time, Words, words
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page

_BEFORE = 20
_NUMBERED = frozenset(("day", "month", "year", "quarter", "range"))


@dataclass(frozen=True, slots=True)
class _Grammar:
    """What `prepare` compiles: the whole grammar, what joins two times, and the words behind it."""

    openers: Literals
    times: re.Pattern[str]
    joint: re.Pattern[str]
    now: re.Pattern[str]
    period: re.Pattern[str]
    more: re.Pattern[str]
    words: Words


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the grammar once; the result finds the times of a page, which never overlap."""
    lexicon = knowledge.lexicon["times"]
    grammar = _compile(lexicon)

    def annotate(page: Page) -> Iterable[Mention]:
        found = list(_joined(page.low, grammar, list(_found(page, grammar))))
        if not found:
            return ()
        there = context(page, found, grammar.words)
        return _mentions(page, found, there)

    return annotate


def _compile(lexicon: Mapping[str, Any]) -> _Grammar:
    names = slots(lexicon)
    join = lexicon["join"]
    return _Grammar(
        openers=Literals(openers(lexicon)),
        times=pattern(lexicon),
        joint=re.compile(rf"\s?-\s?|,? (?P<to>{any_of(join['range'])}) (?:{any_of(lexicon['day']['head'])} (?=\D))?"),
        now=re.compile(rf" {any_of(join['now_joint'])} {any_of(join['now'])}(?!\w)"),
        period=re.compile(rf"(?<!\w){any_of(lexicon['span']['range'])} (?:{any_of(join['from'])} )?$"),
        more=re.compile(expand(rf"(?:,| {{and}}|(?P<to>\s?-\s?| {{to}}\s?)) ?(?P<y>{YEAR}){END}(?!\s?-\s?\d)", names)),
        words=words(lexicon),
    )


def _found(page: Page, grammar: _Grammar) -> Iterator[Time]:
    """All single times, in text order; years that share the head of the one before them are times too."""
    low, done = page.low, 0
    for start in _openings(page, grammar.openers):
        match = grammar.times.match(low, start) if start >= done else None
        time = read(match, page, grammar.words) if match else None
        if match is None or time is None:
            continue
        yield time
        done = match.end()
        while time.kind == "yearly" and (more := grammar.more.match(low, time.end)):
            year = Point(int(more["y"]))
            time = Time(more.start("y"), more.end("y"), "yearly", "year", first=year)
            yield time
            done = time.end


def _openings(page: Page, openers: Literals) -> Iterator[int]:
    """Where a time may begin: with a word that opens one, or with a figure outside of such words."""
    done = 0
    for start, end in sorted(m.span() for m in (*openers.find(page), *DIGITS.finditer(page.low))):
        if start >= done:
            yield start
            done = end


def _joined(low: str, grammar: _Grammar, found: list[Time]) -> Iterator[Time]:
    """Two times with a range word or a dash between them as one; `… until now` belongs to the time before it."""
    i = 0
    while i < len(found):
        time = found[i]
        i += 1
        while i < len(found) and _joinable(low, grammar, time, found[i]):
            time = _opened(low, grammar, _range(time, found[i]))
            i += 1
        now = grammar.now.match(low, time.end)
        if now and time.granularity in _NUMBERED and time.last is None:
            time = time._replace(end=now.end(), until_now=True, granularity="range")
        yield time


def _joinable(low: str, grammar: _Grammar, first: Time, second: Time) -> bool:
    if first.end >= second.begin:
        return False
    joint = grammar.joint.fullmatch(low, first.end, second.begin)
    if joint is None or first.granularity not in _NUMBERED or second.granularity not in _NUMBERED:
        return False
    return first.last is None and second.last is None and first.relative is None and second.relative is None


def _opened(low: str, grammar: _Grammar, time: Time) -> Time:
    """A range with the words that open it: "giai đoạn từ … đến …"."""
    match = grammar.period.search(low, max(0, time.begin - _BEFORE), time.begin)
    return time._replace(begin=match.start()) if match else time


def _range(first: Time, second: Time) -> Time:
    return first._replace(end=second.end, last=second.first, granularity="range",
                   daypart="" if first.daypart != second.daypart else first.daypart)


def _mentions(page: Page, found: list[Time], there: Context) -> Iterator[Mention]:
    resolved = resolve(page, found, there)
    for time, value in zip(found, resolved, strict=True):
        attributes = {"edtf": value, "granularity": time.granularity, "daypart": time.daypart, "part": time.part}
        kept = tuple(sorted((name, text) for name, text in attributes.items() if text))
        yield Mention(time.begin, time.end, "TimeSpan", value=value, rule=f"times:{time.kind}", attributes=kept)
