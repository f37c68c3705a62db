"""A match of the time grammar → `Time`: what is written, still without the context of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vnkg.annotate.edtf import Point
from vnkg.annotate.timegrammar import any_of
from vnkg.model import Page
from vnkg.text import roman

_DAYLIKE = frozenset(("days", "dayname", "date", "textday", "relday", "dpday", "dpwd"))
_LONG = frozenset(("dayname", "date", "month", "monthrange", "quarterly", "period", "decades", "centuries", "years",
                   "yearly", "monthyear", "relmonth", "relquarter", "relyear", "relterm", "relweek", "partyear",
                   "partof", "fromyears", "bareyears"))
_AFTER_DATE = re.compile(r"\d[-/]\d\d?(?:[-/]\d{4})? (?:\w+ ){1,3}$")


@dataclass(frozen=True, slots=True)
class Time:
    """A written time. `relative` is (unit, shift) where the calendar point follows from the article; `code` is an EDTF
    string that needs no context; a `weak` one counts only as part of a longer time."""

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
    weak: bool = False
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
    ordinal_before: re.Pattern[str]
    scale_before: re.Pattern[str]
    month_blocked: re.Pattern[str]
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
        ordinal_before=_before(known["ordinal_before"]), scale_before=_before(known["scale"]),
        month_blocked=_before(lexicon["month"]["blocked_before"]), from_before=_before(lexicon["join"]["from"]),
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


def _year(match: re.Match[str], *names: str) -> int | None:
    for name in names:
        if text := match[name]:
            return int(text) if len(text) == 4 else 2000 + int(text)
    return None


def read(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    """The time that `match` writes, or None when it only looks like one."""
    kind = match.lastgroup or ""
    time = _READERS[kind](match, page, lexicon)
    if time is None or (time.first and not time.first.valid) or (time.last and not time.last.valid):
        return None
    return _with_parts(match, replace(time, kind=kind), page, lexicon)


def _with_parts(match: re.Match[str], time: Time, page: Page, lexicon: Words) -> Time | None:
    """Settle where the time begins and which part of the day or year it names."""
    kind, begin = time.kind, match.start()
    if kind == "buoi":
        return time
    core = match.start(kind)
    if match["wd"] and (kind not in _DAYLIKE or _ordinal(match, "wd", page, lexicon)):
        begin = match.start("wd") + len(match["wd"]) + len(match["wdjoin"])
    elif match["clock"] and (kind not in _DAYLIKE or (match["wd"] and ":" in match["clock"])):
        begin = match.end("clock")
    daypart, part = match["dp"] or "", match["part"] or ""
    if daypart and kind not in _DAYLIKE:
        daypart, begin = "", core
    if part and (daypart or kind not in _LONG):
        part = ""
        begin = max(begin, match.end("part") + 1)
    return replace(time, begin=begin, daypart=lexicon.dayparts.get(daypart, ""), part=lexicon.parts.get(part, ""))


def _ordinal(match: re.Match[str], name: str, page: Page, lexicon: Words) -> bool:
    return match[name] not in lexicon.certain_weekdays and preceded(lexicon.ordinal_before, page.low, match.start(name))


def _simple(match: re.Match[str], granularity: str, first: Point | None = None, last: Point | None = None) -> Time:
    return Time(match.start(), match.end(), "", granularity, first, last)


def _relative_year(match: re.Match[str], name: str, lexicon: Words) -> tuple[str, int] | None:
    return ("year", lexicon.relative["year"][match[name]]) if match[name] else None


def _days(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    text = match["days"]
    if text[0].isdigit() and "-" not in match["djoin"] and not preceded(lexicon.from_before, page.low, match.start()):
        return None
    year, month = _year(match, "yb"), int(match["mb"])
    first, last = Point(year, month, int(match["da"])), Point(year, month, int(match["db"]))
    if (first.day or 0) > (last.day or 0):
        first = Point(year, month - 1, first.day) if month > 1 else Point(year and year - 1, 12, first.day)
    return _simple(match, "range", first, last)


def _dayname(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    month = lexicon.months.get(match["md"]) or int(match["md"])
    year = _year(match, "yd", "yyd")
    if year is None and match["dayname"][0].isdigit() and not match["dp"]:
        return None
    relative = _relative_year(match, "ryd", lexicon)
    return replace(_simple(match, "day", Point(year, month, int(match["dd"]))), relative=relative)


def _date(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    year = _year(match, "y", "yy")
    if match["y"] and len(match["y"]) == 2 and (match["sep"] != "/" or not match["head"]):
        return None
    bare = not (match["head"] or match["dp"] or match["wd"] or year or match["ry"])
    if bare and not _stands_alone(match, page, lexicon):
        return None
    if not match["head"] and (match["ry"] or (match["sep"] == "." and not year)):
        return None
    time = _simple(match, "day", Point(year, int(match["m"]), int(match["d"])))
    return replace(time, relative=_relative_year(match, "ry", lexicon))


def _stands_alone(match: re.Match[str], page: Page, lexicon: Words) -> bool:
    """Whether a bare day/month is a date: in brackets, or after a word that dates follow."""
    low, start, end = page.low, match.start("date"), match.end()
    if match["sep"] != "." and low[start - 1 : start] == "(" and low[end : end + 1] in (")", ",", ";"):
        return True
    if _AFTER_DATE.search(low[max(0, start - 24) : start]):
        return True
    after = preceded(lexicon.date_before, low, start) or (match["clock"] and ":" not in match["clock"])
    return match["sep"] == "/" and bool(after) and not lexicon.portion_after.match(low, end)


def _months(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    count = lexicon.counts.get(match["mcount"]) or int(match["mcount"])
    if not 0 < count < 12:
        return None
    start, end = (1, count) if match["mfirst"] else (13 - count, 12)
    year = _year(match, "ym")
    shift = lexicon.relative["year"][match["rym"]] if match["rym"] else 0
    time = _simple(match, "range", Point(year, start), Point(year, end))
    return time if year else replace(time, relative=("months", shift))


def _monthrange(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    year, one, two = _year(match, "yr", "yyr"), int(match["mr1"]), int(match["mr2"])
    return _simple(match, "range", Point(year and year - (one > two), one), Point(year, two))


def _month(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    if preceded(lexicon.month_blocked, page.low, match.start("month")):
        return None
    year = _year(match, "ym_", "yym_")
    name = match["mm"]
    if not (name[0].isdigit() or year or page.text[match.start("mm")].isupper() or _certain_month(match, page, lexicon)):
        return None
    month = lexicon.months.get(name) or int(name)
    return replace(_simple(match, "month", Point(year, month)), relative=_relative_year(match, "rym_", lexicon))


def _certain_month(match: re.Match[str], page: Page, lexicon: Words) -> bool:
    """Whether a month named by a small word is one: not `two months`, but `in January`."""
    stops = page.low[match.end() : match.end() + 1] in ",.;)"
    return bool(match["part"]) or (stops and preceded(lexicon.date_before, page.low, match.start("month")))


def _bareyear(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    year = int(match["bye"])
    if not 1900 <= year <= 2060 or not preceded(lexicon.year_before, page.low, match.start("bareyear")):
        return None
    return _simple(match, "year", Point(year))


def _quarterly(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    year = _year(match, "yq", "yyq")
    time = _simple(match, "quarter", Point(year, 3 * lexicon.quarters[match["q"]]))
    return replace(time, relative=_relative_year(match, "ryq", lexicon))


def _period(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    first, last = int(match["p1"]), match["p2"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    granularity = "term" if match["phead"] in lexicon.terms else "range"
    return _simple(match, granularity, Point(first), Point(end)) if first <= end else None


def _years(first: str, last: str) -> Callable[[re.Match[str], Page, Words], Time | None]:
    def reader(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
        one, two = int(match[first]), int(match[last])
        return _simple(match, "range", Point(one), Point(two)) if 1800 < one < two <= one + 60 else None

    return reader


def _fromyears(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    begins = preceded(lexicon.from_before, page.low, match.start())
    return _years("fy1", "fy2")(match, page, lexicon) if begins else None


def _decades(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    number = match["dec"]
    return replace(_simple(match, "decade"), code=f"{number if len(number) == 4 else '19' + number}"[:3] + "X")


def _centuries(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    text = match["cent"]
    number = int(text) if text.isdigit() else roman(text.upper())
    return replace(_simple(match, "century"), code=f"{number - 1:02d}XX") if number and number <= 21 else None


def _monthyear(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    at = match.start("monthyear")
    if preceded(lexicon.scale_before, page.low, at) or preceded(lexicon.number_before, page.low, at):
        return None
    if match["mnsep"] == "-" and not preceded(lexicon.year_before, page.low, at):
        return None
    return _simple(match, "month", Point(int(match["yn"]), int(match["mn"])))


def _relday(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    return _day_and_date(match, "rd", lexicon)


def _dpday(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    return _day_and_date(match, "sd", lexicon)


def _day_and_date(match: re.Match[str], name: str, lexicon: Words) -> Time:
    relative = ("day", lexicon.relative["day"][match[name]])
    if match[name + "d"]:
        written = Point(_year(match, name + "y"), int(match[name + "m"]), int(match[name + "d"]))
        return replace(_simple(match, "day", written))
    return replace(_simple(match, "day"), relative=relative)


def _relative(name: str, unit: str, granularity: str) -> Callable[[re.Match[str], Page, Words], Time | None]:
    def reader(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
        if not match["part"] and preceded(lexicon.plural_before, page.low, match.start(name)):
            return None
        return replace(_simple(match, granularity), relative=(unit, lexicon.relative[unit][match[name]]))

    return reader


def _relterm(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    if preceded(lexicon.plural_before, page.low, match.start("relterm")):
        return None
    return _simple(match, "term")


def _offsets(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    count = lexicon.offsets.get(match["on"]) or int(match["on"])
    return replace(_simple(match, "day"), relative=("offset", count), anchor=match["oa"])


def _weekday(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    at = match.start("wd2")
    capital = page.text[at].isupper() and page.text[match.end("wd2") - 1 - len(match["wd2"].split()[-1]) + 1].isupper()
    certain = match["wd2"] in lexicon.certain_weekdays or " " in match["dpwd"][len(match["wd2"]):]
    in_brackets = re.match(r" \(\d\d?[-/]\d\d?", page.low[match.end() : match.end() + 9])
    ordinal = " " not in match["dpwd"][len(match["wd2"]):] and _ordinal(match, "wd2", page, lexicon)
    if ordinal or not (match["dp"] or capital or certain or in_brackets):
        return None
    return _simple(match, "day")


def _partyear(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    return _simple(match, "year", Point(int(match["py"])))


def _partof(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    unit = lexicon.units[match["unit"]]
    return replace(_simple(match, unit), relative=(unit, 0))


def _yearly(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    return _simple(match, "year", Point(int(match["yo"])))


def _textday(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    return replace(_simple(match, "day"), relative=("text_day", lexicon.relative["text_day"][match["td"]]))


def _buoi(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    time = replace(_simple(match, "day"), relative=("text_day", 0), daypart=lexicon.dayparts[match["dpb"]])
    return None if preceded(lexicon.plural_before, page.low, match.start()) else time


_READERS: Mapping[str, Callable[[re.Match[str], Page, Words], Time | None]] = {
    "days": _days, "dayname": _dayname, "date": _date, "months": _months, "monthrange": _monthrange, "month": _month,
    "quarterly": _quarterly, "period": _period, "decades": _decades, "centuries": _centuries,
    "years": _years("ya", "yz"), "yearly": _yearly, "bareyear": _bareyear, "monthyear": _monthyear, "bareyears": _years("by1", "by2"),
    "fromyears": _fromyears, "textday": _textday, "relday": _relday, "relweek": _relative("rw", "week", "range"),
    "relmonth": _relative("rmo", "month", "month"), "relquarter": _relative("rq", "quarter", "quarter"),
    "relyear": _relative("ryo", "year", "year"), "relterm": _relterm, "offsets": _offsets, "dpday": _dpday,
    "dpwd": _weekday, "partyear": _partyear, "partof": _partof, "buoi": _buoi,
}
