"""Written times → EDTF strings, by what the article says of its own day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from vnkg.annotate.edtf import (
    Point,
    interval,
    month_after,
    point,
    quarter,
    week,
    year_beside,
    year_near,
)
from vnkg.annotate.timewords import Time, Words
from vnkg.model import Page

_HEAD = 600
_NEAR = 90
_LISTED = re.compile(r",? (?:\w\w )?")


@dataclass(frozen=True, slots=True)
class Context:
    """The day of the article (None: unknown), full dates in it, and the words that point forward."""

    published: date | None
    full: tuple[date, ...]
    lexicon: Words


def context(page: Page, found: list[Time], lexicon: Words) -> Context:
    """What the resolution of the times `found` rests on."""
    full = tuple(day for time in found if (day := _evidence(page, time, lexicon)))
    return Context(_published(page) or _dateline(page, found, lexicon), full, lexicon)


def _evidence(page: Page, time: Time, lexicon: Words) -> date | None:
    """A full date, or the middle of a month, that may lie near the day of the article: not a birth, not a decree's."""
    if time.first is None or time.granularity not in ("day", "month", "range"):
        return None
    if lexicon.unlike_today.search(page.low[max(0, time.begin - 30) : time.begin]):
        return None
    return time.first.date() or (Point(time.first.year, time.first.month, 15).date() if time.first.month else None)


def _published(page: Page) -> date | None:
    try:
        return date.fromisoformat((page.article.published or "")[:10])
    except ValueError:
        return None


def _dateline(page: Page, found: list[Time], lexicon: Words) -> date | None:
    """The date of an opening line that holds nothing but a date, a weekday and an hour."""
    for time in found:
        if time.begin > _HEAD:
            return None
        day = time.first.date() if time.first and time.granularity == "day" else None
        if day is None:
            continue
        start, end = page.low.rfind("\n", 0, time.begin) + 1, page.low.find("\n", time.end)
        line = page.low[start : end if end >= 0 else len(page.low)]
        if not lexicon.dateline.sub("", line):
            return day
    return None


def resolve(page: Page, found: list[Time], there: Context) -> list[str]:
    """One EDTF string (or "") for each time, in order."""
    values: list[str] = []
    days: list[tuple[int, Point]] = []
    for i, time in enumerate(found):
        filled = _filled(page, time, there, days, found, i)
        if filled.granularity == "day" and filled.first is not None and filled.relative is None:
            days.append((filled.begin, filled.first))
        values.append(_written(filled, there))
    return values


def _filled(page: Page, time: Time, there: Context, days: list[tuple[int, Point]], found: list[Time], i: int) -> Time:
    """`time` with its year, or with the point that it stands for relative to the article."""
    if time.relative is not None:
        return _from_relative(page, time, there, days, found[i + 1] if i + 1 < len(found) else None)
    if time.first is None or time.first.year is not None:
        return time
    if time.last is not None:
        year = time.last.year or _year(page, time.last, time, there)
        last = time.last._replace(year=year)
        return time._replace(first=_year_of_first(time.first, last), last=last)
    year = _shared_year(page.low, time, found[i + 1 : i + 2]) or _year(page, time.first, time, there)
    return time._replace(first=time.first._replace(year=year))


def _shared_year(low: str, time: Time, following: list[Time]) -> int | None:
    """The year of the next time in a list: the first and second quarter of 2026."""
    for after in following:
        if after.kind == time.kind and after.first is not None and _LISTED.fullmatch(low, time.end, after.begin):
            return after.first.year
    return None


def _year_of_first(first: Point, last: Point) -> Point:
    if last.year is None or first.month is None:
        return first
    later = (first.month, first.day or 0) > (last.month or 12, last.day or 31)
    return first._replace(year=last.year - later)


def _year(page: Page, bare: Point, time: Time, there: Context) -> int | None:
    if there.published is not None:
        before = page.low[max(page.low.rfind("\n", 0, time.begin), time.begin - _NEAR, 0) : time.begin]
        return year_near(bare, there.published, there.lexicon.future.search(before) is not None)
    return year_beside(bare, there.full)


def _from_relative(page: Page, time: Time, there: Context, days: list[tuple[int, Point]], after: Time | None) -> Time:
    unit, shift = time.relative or ("", 0)
    if unit == "text_day" and days:
        return time._replace(first=days[-1][1].moved(shift), relative=None)
    if unit == "offset":
        at = _anchor_day(page, time, days)
        return time._replace(first=at.moved(shift) if at else None, relative=None)
    if unit == "day" and there.published is None:
        beside = after.first if after and _in_brackets(page.low, time, after) else None
        year = _year(page, beside, time, there) if beside and beside.year is None else None
        return time._replace(first=beside._replace(year=beside.year or year) if beside else None, relative=None)
    return _from_published(time, there.published, unit, shift)


def _in_brackets(low: str, time: Time, after: Time) -> bool:
    return after.granularity == "day" and re.fullmatch(r",? ?\(?(?:\w+ )?", low[time.end : after.begin]) is not None


def _anchor_day(page: Page, time: Time, days: list[tuple[int, Point]]) -> Point | None:
    """The last single day written in the sentence of the happening that `time` counts from."""
    at = page.low.rfind(time.anchor, 0, time.begin)
    while at >= 0:
        start = max(page.low.rfind(stop, 0, at) for stop in (". ", "\n"))
        near = [day for begin, day in days if start <= begin < at]
        if near:
            return near[-1]
        at = page.low.rfind(time.anchor, 0, at)
    return None


def _from_published(time: Time, published: date | None, unit: str, shift: int) -> Time:
    """Relative to the day of the article; nothing is resolved when that is unknown."""
    if published is None:
        return time._replace(first=_without_year(time.first), relative=None)
    year = published.year + shift
    if unit in ("day", "text_day"):
        return time._replace(first=point(published).moved(shift), relative=None)
    if unit == "week":
        return time._replace(code=week(published, shift), relative=None)
    if unit == "month":
        return time._replace(first=month_after(published, shift), relative=None)
    if unit == "quarter":
        there = month_after(published, 3 * shift)
        month = there.month or 1
        return time._replace(first=Point(there.year, month + 2 - (month - 1) % 3), relative=None)
    if unit in ("year", "months"):
        first = time.first._replace(year=year) if time.first else Point(year)
        return time._replace(first=first, last=time.last._replace(year=year) if time.last else None, relative=None)
    return time._replace(relative=None)


def _without_year(written: Point | None) -> Point | None:
    return written if written is not None and written.day is not None else None


def _written(time: Time, there: Context) -> str:
    if time.code:
        return time.code
    if time.first is None:
        return ""
    if time.until_now:
        return interval(time.first.first(), point(there.published)) if there.published and time.first.year else ""
    if time.granularity == "quarter":
        month, year = time.first.month, time.first.year
        return quarter(year, (month + 2) // 3) if month and year else ""
    if time.last is not None:
        return _interval(time.first, time.last)
    return time.first.text()


def _interval(first: Point, last: Point) -> str:
    """Ends of different fineness are brought to days: from the 19th to the end of the month."""
    if first.day is not None and last.day is None:
        return interval(first, last.last())
    if first.day is None and last.day is not None:
        return interval(first.first(), last)
    return interval(first, last)
