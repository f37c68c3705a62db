"""When an article was published: a date in metadata, or the line of the text that holds a date and nothing else."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache

from vnkg.knowledge import home, read_toml
from vnkg.text import fold

_LONGEST = 100  # characters of a dateline
_FIRST, _LAST = 6, 4  # lines of a text that may be one
_NUMERIC = r"(?<![\d/.-])(?:(?P<d1>\d{1,2})(?P<s1>[/.-])(?P<m1>\d{1,2})(?P=s1)(?P<y1>\d{4})" \
    r"|(?P<y2>\d{4})(?P<s2>[/.-])(?P<m2>\d{1,2})(?P=s2)(?P<d2>\d{1,2}))(?![\d/-]|\.\d)"
_WORDED = r"(?<!\d)(?:{day} )?(?P<d3>\d{{1,2}}) {month} (?P<m3>\d{{1,2}})[, ]+(?:{year} )?(?P<y3>\d{{4}})(?!\d)"
_COMPACT = re.compile(r"(?P<y1>\d{4})(?P<m1>\d{2})(?P<d1>\d{2})(?:T.*)?")
_TAG = r"\([^\W\d][^()\d]{0,30}\)"
_ZONE = r"\(?(?:gmt|utc) ?[+-] ?\d{1,2}(?::?\d{2})?\)?"
_LETTER_OR_DIGIT = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Forms:
    """How dates and their surroundings look, compiled from `ontology/lexicon/datelines.toml`."""

    date: re.Pattern[str]
    label: re.Pattern[str]
    around: re.Pattern[str]
    tag: re.Pattern[str]


@cache
def _forms() -> _Forms:
    words = read_toml(home() / "lexicon" / "datelines.toml")
    one = {name: re.escape(fold(words[name])) for name in ("month", "year", "hour", "minute")}
    worded = _WORDED.format(day=re.escape(fold(words["around"][0])), month=one["month"], year=one["year"])
    clock = rf"\d{{1,2}} ?(?:[:h]|{one['hour']}) ?(?:\d{{1,2}})?(?::\d{{2}})?(?: ?{one['minute']})?(?!\d)"
    around = "|".join((_ZONE, rf"(?<!\d){clock}", _alternatives(words["weekdays"] + words["around"])))
    return _Forms(
        date=re.compile(f"{_NUMERIC}|{worded}"),
        label=re.compile(_alternatives(words["labels"])),
        around=re.compile(around),
        tag=re.compile(_TAG),
    )


def _alternatives(words: Iterable[str]) -> str:
    longest_first = sorted((fold(word).lower() for word in words), key=lambda word: (-len(word), word))
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"


def _iso(match: re.Match[str]) -> str | None:
    found = {name[0]: int(value) for name, value in match.groupdict().items() if value and name[0] in "ymd"}
    if not 1900 <= found["y"] < 2100:
        return None
    try:
        return datetime.date(found["y"], found["m"], found["d"]).isoformat()
    except ValueError:
        return None


def as_date(value: str) -> str | None:
    """The ISO date (YYYY-MM-DD) that opens or fills a metadata value; day before month; None when there is none.

    The date is the one that is written: no time zone moves it.
    """
    low = " ".join(fold(value).lower().split())
    if match := _COMPACT.fullmatch(low.upper()):
        return _iso(match)
    if match := _forms().date.search(low):
        return _iso(match)
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def line_date(line: str) -> str | None:
    """The date of a dateline: a short line with a date and otherwise only weekday, time, label and a source in
    brackets. Two dates (posted, updated) need a label; the first one counts."""
    if len(line) > _LONGEST or not any(character.isdigit() for character in line):
        return None
    forms = _forms()
    low = " ".join(fold(line).lower().split())
    dates = [match for match in forms.date.finditer(low) if _iso(match)]
    rest = forms.date.sub(" ", low)
    rest, labels = forms.label.subn(" ", rest)
    rest = forms.tag.sub(" ", forms.around.sub(" ", rest), count=1)
    if _LETTER_OR_DIGIT.search(rest) or not dates or len(dates) > (2 if labels else 1):
        return None
    return _iso(dates[0])


def is_dateline(line: str) -> bool:
    """Whether the line says nothing but when the article was published."""
    return line_date(line) is not None


def dateline(text: str) -> str | None:
    """The ISO date of the first dateline among the first lines of the text, then among the last ones."""
    return next((date for line in _edges(text) if (date := line_date(line))), None)


def _edges(text: str) -> Iterator[str]:
    lines = [line for line in re.split(r"[\r\n]+", text) if line.strip()]
    yield from lines[:_FIRST]
    yield from lines[_FIRST:][-_LAST:]
