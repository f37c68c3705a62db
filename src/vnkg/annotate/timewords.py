"""What is read of a time, and the lexicon `times` as look-ups and patterns that judge the words around one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from vnkg.annotate.edtf import Point
from vnkg.annotate.timegrammar import any_of


class Time(NamedTuple):
    """A written time. `relative` is (unit, shift) where the calendar point follows from the article; `code` is an EDTF
    string that needs no context; `anchor` is the happening that a relative day counts from."""

    begin: int
    end: int
    kind: str
    granularity: str
    first: Point | None = None
    last: Point | None = None
    relative: tuple[str, int] | None = None
    part: str = ""
    daypart: str = ""
    code: str = ""
    anchor: str = ""
    until_now: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon `times` as look-ups."""

    months: Mapping[str, int]
    quarters: Mapping[str, int]
    counts: Mapping[str, int]
    offsets: Mapping[str, int]
    relative: Mapping[str, Mapping[str, int]]
    units: Mapping[str, str]
    dayparts: Mapping[str, str]
    parts: Mapping[str, str]
    certain_weekdays: frozenset[str]
    terms: tuple[str, ...]
    plural_before: re.Pattern[str]
    date_before: re.Pattern[str]
    dashed_before: re.Pattern[str]
    ordinal_before: re.Pattern[str]
    scale_before: re.Pattern[str]
    month_blocked: re.Pattern[str]
    day_named: re.Pattern[str]
    from_before: re.Pattern[str]
    year_before: re.Pattern[str]
    unlike_today: re.Pattern[str]
    number_before: re.Pattern[str]
    portion_after: re.Pattern[str]
    future: re.Pattern[str]
    dateline: re.Pattern[str]


def words(lexicon: Mapping[str, Any]) -> Words:
    """Compile the look-ups of the lexicon."""
    relative, known, part, daypart = lexicon["relative"], lexicon["known"], lexicon["part"], lexicon["daypart"]
    units = (("year", lexicon["year"]["head"]), ("month", lexicon["month"]["head"]),
             ("quarter", lexicon["quarter"]["head"]), ("term", lexicon["span"]["term"]))
    codes = ("morning", "noon", "afternoon", "evening", "night")
    return Words(
        months=lexicon["month"]["names"], quarters=lexicon["quarter"]["names"], counts=lexicon["months"]["counts"],
        offsets=lexicon["offset"]["counts"],
        relative={unit: relative[unit] for unit in ("day", "text_day", "week", "month", "quarter", "year")},
        units={word: unit for unit, heads in units for word in heads},
        dayparts={word: code for code in codes for word in daypart[code]},
        parts={word: code for code in ("begin", "middle", "end") for word in part[code]},
        certain_weekdays=frozenset(lexicon["weekday"]["certain"]), terms=tuple(lexicon["span"]["term"]),
        plural_before=_before([*relative["plural"], r"\d+"]), date_before=_before(known["date_before"]),
        dashed_before=re.compile(rf"[.;)]?$|[.;)]?\n|[.;)] |,? {any_of(known['dashed_before'])}(?!\w)"),
        ordinal_before=_before(known["ordinal_before"]), scale_before=_before(known["scale"]),
        month_blocked=_before(lexicon["month"]["blocked_before"]), from_before=_before(lexicon["join"]["from"]),
        day_named=re.compile(rf"(?<!\w){any_of(lexicon['day']['named'])} \d\d? $"),
        year_before=_before(known["year_before"]),
        unlike_today=re.compile(rf"(?<!\w){any_of(known['unlike_today'])} (?:\w+ )?$|[/-][^\W\d]+\d* ?[,(]? ?$"),
        number_before=_before(known["number_before"]),
        portion_after=re.compile(rf" {any_of(known['portion_after'])}(?!\w)"),
        future=re.compile(rf"(?<!\w){any_of(known['future'])}(?!\w)"),
        dateline=re.compile(rf"{any_of(known['dateline'])}|[^\w\n]|\d+"),
    )


def _before(alternatives: list[str]) -> re.Pattern[str]:
    """One of the words right before a position: search it in a slice that ends there."""
    forms = "|".join(w if w.startswith("\\") else re.escape(w) for w in alternatives)
    return re.compile(rf"(?:^|[^\w])(?:{forms})[ ]?[(]?$")


def preceded(pattern: re.Pattern[str], low: str, at: int) -> bool:
    """Whether a word of `pattern` stands right before `at`."""
    return pattern.search(low[max(0, at - 24) : at]) is not None
