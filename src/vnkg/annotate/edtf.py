"""Calendar points and spans, and how they are written in EDTF (Extended Date/Time Format, ISO 8601-2).

A point may lack its year: it is then written `XXXX-08-31`. Quarters are 33 to 36, decades `199X`, centuries `20XX`.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

FORWARD_DAYS = 62
"""A date without a year may lie this far after publication without a word that points forward."""

BESIDE_DAYS = 75
"""A date without a year takes the one of a full date that lies at most so far from it."""


class Point(NamedTuple):
    """A day, month or year; what is not known is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def text(self) -> str:
        """The point in EDTF, or nothing when it holds nothing certain."""
        if self.year is None and self.month is None:
            return ""
        parts = [f"{self.year:04d}" if self.year is not None else "XXXX"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def valid(self) -> bool:
        """Whether the calendar has such a day (29 February when the year is unknown)."""
        if self.month is None or self.day is None:
            return True
        return self.day <= calendar.monthrange(self.year or 2000, self.month)[1]

    def date(self) -> date | None:
        """The day as a date, when it is a full and valid one."""
        if self.year is None or self.month is None or self.day is None or not self.valid:
            return None
        return date(self.year, self.month, self.day)

    def moved(self, days: int) -> Point:
        """The day `days` later; without a year it is counted in a leap year."""
        if self.month is None or self.day is None or not self.valid:
            return self
        then = date(self.year or 2000, self.month, self.day) + timedelta(days)
        return Point(None if self.year is None else then.year, then.month, then.day)

    def last(self) -> Point:
        """The last day of a month or year."""
        if self.day is not None or self.year is None:
            return self
        month = self.month or 12
        return Point(self.year, month, calendar.monthrange(self.year, month)[1])

    def first(self) -> Point:
        """The first day of a month or year."""
        return self if self.day is not None or self.year is None else Point(self.year, self.month or 1, 1)


def point(day: date) -> Point:
    """A date as a point."""
    return Point(day.year, day.month, day.day)


def quarter(year: int, number: int) -> str:
    """A quarter of a year: 2025-35 for the third."""
    return f"{year:04d}-{32 + number}"


def interval(start: Point, end: Point) -> str:
    """Both ends with a slash; a start that lacks its year takes the year of the end."""
    if start.year is None and end.year is not None and start.month is not None:
        later = (start.month, start.day or 0) > (end.month or 12, end.day or 31)
        start = Point(end.year - later, start.month, start.day)
    first, last = start.text(), end.text()
    return f"{first}/{last}" if first and last else ""


def week(day: date, shift: int) -> str:
    """Monday to Sunday of the week `shift` weeks after the one of `day`."""
    monday = day - timedelta(day.weekday()) + timedelta(7 * shift)
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def month_after(day: date, shift: int) -> Point:
    """The month `shift` months after the one of `day`."""
    index = day.year * 12 + day.month - 1 + shift
    return Point(index // 12, index % 12 + 1)


def year_near(bare: Point, published: date, forward: bool) -> int:
    """The year that a day or month without one takes in an article of `published`.

    The last such day before publication, unless a word points forward or it comes within two months after it.
    """
    month, day = bare.month or 1, bare.day or 1
    past = Point(published.year, month, day)
    when = past.date()
    if when is None:
        return published.year
    if bare.day is None and month == published.month:
        return published.year
    ahead = when if when > published else Point(published.year + 1, month, day).date() or when
    distance = (ahead - published).days
    if 0 < distance <= FORWARD_DAYS or (forward and 0 < distance <= 330):
        return ahead.year
    return published.year if when <= published else published.year - 1


def year_beside(bare: Point, known: tuple[date, ...]) -> int | None:
    """The one year that brings a bare day near to a recent full date of the article, if there is just one."""
    latest = max((other.year for other in known), default=0)
    years = set()
    for other in (other for other in known if other.year >= latest - 2):
        for year in (other.year - 1, other.year, other.year + 1):
            there = Point(year, bare.month, bare.day or 15).date()
            if there is not None and abs((there - other).days) <= BESIDE_DAYS:
                years.add(year)
    return years.pop() if len(years) == 1 else None
