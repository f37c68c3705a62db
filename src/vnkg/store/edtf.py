"""EDTF dates → bounds: first and last moment of a day, month, quarter, half, year, decade, century or interval.

Nothing is invented: a date of an unknown year (XXXX-01-15) and an open end of an interval have no bound.
"""

from __future__ import annotations

import re
from calendar import monthrange

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$", re.ASCII)
_DECADE = re.compile(r"(\d{2,3})(X{1,2})$")
_ONE = r"[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[~?%]?"
_SHAPE = re.compile(rf"{_ONE}(?:/(?:{_ONE}|\.\.)?)?$|(?:\.\.)?/{_ONE}$", re.ASCII)
_UNCERTAIN = str.maketrans("", "", "~?%")
# EDTF level 2: 33 to 36 are the quarters, 37 to 39 the thirds, 40 and 41 the halves of a year.
_PARTS = {33 + i: (3 * i + 1, 3) for i in range(4)} | {37 + i: (4 * i + 1, 4) for i in range(3)}
_PARTS |= {40: (1, 6), 41: (7, 6)}

Bounds = tuple[str | None, str | None]


def is_edtf(value: str) -> bool:
    """Whether `value` looks like a date in EDTF (its month and day are not checked)."""
    return bool(_SHAPE.match(value))


def knows_year(edtf: str) -> bool:
    """Whether the year is there, so that equal dates of two articles are the same date."""
    return "XXXX" not in edtf


def granularity(edtf: str) -> str:
    """The code of the granularity that the form of `edtf` shows."""
    if "/" in edtf:
        return "range"
    digits = edtf.translate(_UNCERTAIN)
    if _DECADE.match(digits):
        return "decade" if digits.endswith("X") and digits[2] != "X" else "century"
    parts = digits.split("-")
    if len(parts) == 2:
        return "month" if parts[1] <= "12" else "quarter"
    return "day" if len(parts) == 3 else "year"


def bounds(edtf: str) -> Bounds:
    """First and last moment (YYYY-MM-DDThh:mm:ss) of `edtf`; None where it has none."""
    first, slash, last = edtf.translate(_UNCERTAIN).partition("/")
    days = _days(first)
    start, end = days[0], (_days(last) if slash else days)[1]
    return (f"{start}T00:00:00" if start else None), (f"{end}T23:59:59" if end else None)


def _days(date: str) -> Bounds:
    """First and last day of one date."""
    if decade := _DECADE.match(date):
        stem, unknown = decade.groups()
        if len(date) != 4:
            return None, None
        return f"{stem}{'0' * len(unknown)}-01-01", f"{stem}{'9' * len(unknown)}-12-31"
    match = _DATE.match(date)
    if not match or match[1] == "0000":
        return None, None
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    if not match[2]:
        return f"{year}-01-01", f"{year}-12-31"
    first, months = _PARTS.get(month, (month, 1))
    last = first + months - 1
    if not 1 <= last <= 12:
        return None, None
    if not match[3]:
        return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(int(year), last)[1]}"
    if months != 1 or not 1 <= day <= monthrange(int(year), month)[1]:
        return None, None
    return date, date
