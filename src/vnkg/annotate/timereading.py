"""A match of the time grammar → `Time`: what is written, still without the context of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vnkg.annotate.edtf import Point
from vnkg.annotate.timewords import Time, Words, preceded
from vnkg.model import Page
from vnkg.text import roman

_DAYLIKE = frozenset(("days", "dayname", "date", "textday", "relday", "dpday", "dpwd"))
_LONG = frozenset(("dayname", "date", "month", "monthrange", "quarterly", "period", "decades", "centuries", "years",
                   "yearly", "monthyear", "relmonth", "relquarter", "relyear", "relterm", "relweek", "partyear",
                   "partof", "fromyears", "bareyears"))
_AFTER_DATE = re.compile(r"\d[-/]\d\d?(?:[-/]\d{4})? (?:\w+ ){1,3}$")
_BRACKETED = re.compile(r" \(\d\d?[-/]\d\d?")


@dataclass(frozen=True, slots=True)
class Found:
    """A match of the grammar on a page, with the lexicon."""

    match: re.Match[str]
    page: Page
    words: Words

    @property
    def low(self) -> str:
        """The page in lower case."""
        return self.page.low


def _year(match: re.Match[str], *names: str) -> int | None:
    for name in names:
        if text := match[name]:
            return int(text) if len(text) == 4 else 2000 + int(text)
    return None


def read(match: re.Match[str], page: Page, lexicon: Words) -> Time | None:
    """The time that `match` writes, or None when it only looks like one."""
    kind = match.lastgroup or ""
    it = Found(match, page, lexicon)
    time = _READERS[kind](it)
    if time is None or (time.first and not time.first.valid) or (time.last and not time.last.valid):
        return None
    return _with_parts(it, time._replace(kind=kind))


def _with_parts(it: Found, time: Time) -> Time | None:
    """Settle where the time begins, behind a page's own stamp ("15:20, Thứ Sáu, …"), and its part of day or year."""
    kind, begin = time.kind, it.match.start()
    if kind == "alone":
        return time
    stamp = ":" in (it.match["clock"] or "") and (it.match["wd"] or "," in it.match["clockend"])
    if it.match["wd"] and (kind not in _DAYLIKE or _ordinal(it, "wd")):
        begin = it.match.start("wd") + len(it.match["wd"]) + len(it.match["wdjoin"])
    elif it.match["clock"] and (kind not in _DAYLIKE or stamp):
        begin = it.match.end("clockend")
    daypart, part = it.match["dp"] or "", it.match["part"] or ""
    if daypart and kind not in _DAYLIKE:
        daypart, begin = "", it.match.start(kind)
    if part and (daypart or kind not in _LONG):
        part = ""
        begin = max(begin, it.match.end("part") + 1)
    return time._replace(begin=begin, daypart=it.words.dayparts.get(daypart, ""), part=it.words.parts.get(part, ""))


def _ordinal(it: Found, name: str) -> bool:
    at = it.match.start(name)
    return it.match[name] not in it.words.certain_weekdays and preceded(it.words.ordinal_before, it.low, at)


def _simple(it: Found, granularity: str, first: Point | None = None, last: Point | None = None) -> Time:
    return Time(it.match.start(), it.match.end(), "", granularity, first, last)


def _relative_year(it: Found, name: str) -> tuple[str, int] | None:
    return ("year", it.words.relative["year"][it.match[name]]) if it.match[name] else None


def _days(it: Found) -> Time | None:
    text = it.match["days"]
    begins = preceded(it.words.from_before, it.low, it.match.start("days"))
    bracketed = it.low[it.match.start("days") - 1 : it.match.start("days")] == "("
    if text[0].isdigit() and "-" not in it.match["djoin"] and not (begins or it.match["yb"] or bracketed):
        return None
    year, month = _year(it.match, "yb"), int(it.match["mb"])
    first, last = Point(year, month, int(it.match["da"])), Point(year, month, int(it.match["db"]))
    if (first.day or 0) > (last.day or 0):
        first = Point(year, month - 1, first.day) if month > 1 else Point(year and year - 1, 12, first.day)
    return _simple(it, "range", first, last)


def _dayname(it: Found) -> Time | None:
    month = it.words.months.get(it.match["md"]) or int(it.match["md"])
    year = _year(it.match, "yd", "yyd")
    if year is None and it.match["dayname"][0].isdigit() and not it.match["dp"]:
        return None
    relative = _relative_year(it, "ryd")
    return _simple(it, "day", Point(year, month, int(it.match["dd"])))._replace(relative=relative)


def _date(it: Found) -> Time | None:
    year = _year(it.match, "y", "yy")
    if it.match["y"] and len(it.match["y"]) == 2 and (it.match["sep"] != "/" or not it.match["head"]):
        return None
    bare = not (it.match["head"] or it.match["dp"] or it.match["wd"] or year or it.match["ry"])
    if bare and not _stands_alone(it):
        return None
    if not it.match["head"] and (it.match["ry"] or (it.match["sep"] == "." and not year)):
        return None
    time = _simple(it, "day", Point(year, int(it.match["m"]), int(it.match["d"])))
    return time._replace(relative=_relative_year(it, "ry"))


def _stands_alone(it: Found) -> bool:
    """Whether a bare day/month is a date: in brackets, or after a word that dates follow."""
    low, start, end = it.low, it.match.start("date"), it.match.end()
    bracketed = it.match["sep"] != "." and low[start - 1 : start] == "(" and low[end : end + 1] in (")", ",", ";")
    if bracketed or _AFTER_DATE.search(low[max(0, start - 24) : start]):
        return True
    after = preceded(it.words.date_before, low, start) or (it.match["clock"] and ":" not in it.match["clock"])
    dashed = it.match["sep"] == "-" and it.words.dashed_before.match(low, end) is not None
    return (it.match["sep"] == "/" or dashed) and bool(after) and not it.words.portion_after.match(low, end)


def _months(it: Found) -> Time | None:
    count = it.words.counts.get(it.match["mcount"]) or int(it.match["mcount"])
    if not 0 < count < 12:
        return None
    start, end = (13 - count, 12) if it.match["mlast"] else (1, count)
    year = _year(it.match, "ym", "ymt")
    shift = it.words.relative["year"][it.match["rym"]] if it.match["rym"] else 0
    time = _simple(it, "range", Point(year, start), Point(year, end))
    return time if year else time._replace(relative=("months", shift))


def _monthrange(it: Found) -> Time | None:
    year, one, two = _year(it.match, "yr", "yyr"), int(it.match["mr1"]), int(it.match["mr2"])
    return _simple(it, "range", Point(year and year - (one > two), one), Point(year, two))


def _month(it: Found) -> Time | None:
    if any(preceded(words, it.low, it.match.start("month")) for words in (it.words.month_blocked, it.words.day_named)):
        return None
    year = _year(it.match, "ym_", "yym_")
    name = it.match["mm"]
    if not (name[0].isdigit() or year or it.page.text[it.match.start("mm")].isupper() or _certain_month(it)):
        return None
    month = it.words.months.get(name) or int(name)
    return _simple(it, "month", Point(year, month))._replace(relative=_relative_year(it, "rym_"))


def _certain_month(it: Found) -> bool:
    """Whether a month named by a small word is one: not `two months`, but `in January`."""
    stops = it.low[it.match.end() : it.match.end() + 1] in ",.;)"
    return bool(it.match["part"]) or (stops and preceded(it.words.date_before, it.low, it.match.start("month")))


def _bareyear(it: Found) -> Time | None:
    year = int(it.match["bye"])
    if not 1900 <= year <= 2060 or not preceded(it.words.year_before, it.low, it.match.start("bareyear")):
        return None
    return _simple(it, "year", Point(year))


def _quarterly(it: Found) -> Time | None:
    year = _year(it.match, "yq", "yyq")
    time = _simple(it, "quarter", Point(year, 3 * it.words.quarters[it.match["q"]]))
    return time._replace(relative=_relative_year(it, "ryq"))


def _period(it: Found) -> Time | None:
    first, last = int(it.match["p1"]), it.match["p2"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    granularity = "term" if it.match["phead"] in it.words.terms else "range"
    return _simple(it, granularity, Point(first), Point(end)) if first <= end else None


def _years(first: str, last: str) -> Callable[[Found], Time | None]:
    def reader(it: Found) -> Time | None:
        one, two = int(it.match[first]), int(it.match[last])
        return _simple(it, "range", Point(one), Point(two)) if 1800 < one < two <= one + 60 else None

    return reader


def _fromyears(it: Found) -> Time | None:
    begins = preceded(it.words.from_before, it.low, it.match.start())
    return _years("fy1", "fy2")(it) if begins else None


def _decades(it: Found) -> Time | None:
    number = it.match["dec"]
    return _simple(it, "decade")._replace(code=f"{number if len(number) == 4 else '19' + number}"[:3] + "X")


def _centuries(it: Found) -> Time | None:
    text = it.match["cent"]
    number = int(text) if text.isdigit() else roman(text.upper())
    return _simple(it, "century")._replace(code=f"{number - 1:02d}XX") if number and number <= 21 else None


def _monthyear(it: Found) -> Time | None:
    at = it.match.start("monthyear")
    if preceded(it.words.scale_before, it.low, at) or preceded(it.words.number_before, it.low, at):
        return None
    if it.match["mnsep"] == "-" and not preceded(it.words.year_before, it.low, at):
        return None
    return _simple(it, "month", Point(int(it.match["yn"]), int(it.match["mn"])))


def _relday(it: Found) -> Time | None:
    return _day_and_date(it, "rd")


def _dpday(it: Found) -> Time | None:
    return _day_and_date(it, "sd")


def _day_and_date(it: Found, name: str) -> Time:
    relative = ("day", it.words.relative["day"][it.match[name]])
    if it.match[name + "d"]:
        written = Point(_year(it.match, name + "y"), int(it.match[name + "m"]), int(it.match[name + "d"]))
        return _simple(it, "day", written)
    return _simple(it, "day")._replace(relative=relative)


def _relative(name: str, unit: str, granularity: str) -> Callable[[Found], Time | None]:
    def reader(it: Found) -> Time | None:
        if not it.match["part"] and preceded(it.words.plural_before, it.low, it.match.start(name)):
            return None
        return _simple(it, granularity)._replace(relative=(unit, it.words.relative[unit][it.match[name]]))

    return reader


def _relterm(it: Found) -> Time | None:
    if preceded(it.words.plural_before, it.low, it.match.start("relterm")):
        return None
    return _simple(it, "term")


def _offsets(it: Found) -> Time | None:
    count = it.words.offsets.get(it.match["on"]) or int(it.match["on"])
    return _simple(it, "day")._replace(relative=("offset", count), anchor=it.match["oa"])


def _elapsed(it: Found) -> Time | None:
    """How long before or after what was told, at the beginning of a sentence: a time without a value."""
    start = it.match.start()
    opens = it.low[max(0, start - 2) : start].rstrip(" ")[-1:] in ("", "\n", *".!?”")
    return _simple(it, it.words.units.get(it.match["eu"], "day")) if opens else None


def _weekday(it: Found) -> Time | None:
    """A weekday without a date counts when it cannot be an ordinal: capitals, a week, a part of the day or brackets."""
    match, text, at = it.match, it.page.text, it.match.start("wd2")
    last_word = match.end("wd2") - len(match["wd2"].split()[-1])
    in_week = len(match["dpwd"]) > len(match["wd2"])
    capital = text[at].isupper() and text[last_word].isupper()
    in_brackets = _BRACKETED.match(it.low, match.end())
    if not in_week and _ordinal(it, "wd2"):
        return None
    certain = match["wd2"] in it.words.certain_weekdays
    return _simple(it, "day") if match["dp"] or capital or certain or in_week or in_brackets else None


def _partof(it: Found) -> Time | None:
    unit = it.words.units[it.match["unit"]]
    return _simple(it, unit)._replace(relative=(unit, 0))


def _yearly(name: str) -> Callable[[Found], Time | None]:
    return lambda it: _simple(it, "year", Point(int(it.match[name])))


def _textday(it: Found) -> Time | None:
    return _simple(it, "day")._replace(relative=("text_day", it.words.relative["text_day"][it.match["td"]]))


def _alone(it: Found) -> Time | None:
    time = _simple(it, "day")._replace(relative=("text_day", 0), daypart=it.words.dayparts[it.match["dpb"]])
    return None if preceded(it.words.plural_before, it.low, it.match.start()) else time


_READERS: Mapping[str, Callable[[Found], Time | None]] = {
    "days": _days, "dayname": _dayname, "date": _date, "months": _months, "monthrange": _monthrange, "month": _month,
    "quarterly": _quarterly, "period": _period, "decades": _decades, "centuries": _centuries, "elapsed": _elapsed,
    "years": _years("ya", "yz"), "yearly": _yearly("yo"), "bareyear": _bareyear, "monthyear": _monthyear,
    "bareyears": _years("by1", "by2"), "fromyears": _fromyears, "textday": _textday, "relday": _relday,
    "relweek": _relative("rw", "week", "range"), "relmonth": _relative("rmo", "month", "month"),
    "relquarter": _relative("rq", "quarter", "quarter"), "relyear": _relative("ryo", "year", "year"),
    "relterm": _relterm, "offsets": _offsets, "dpday": _dpday, "dpwd": _weekday, "partyear": _yearly("py"),
    "partof": _partof, "alone": _alone,
}
