"""When a post was held: bounds for the begin and the end, from what articles say and when they say it.

A post named in an article is evidence for the article's day, not for a span: the holder began at the latest then and
ended at the earliest then. "Former" ends before it. Moments are strings (YYYY-MM-DDThh:mm:ss), which compare as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vnkg.model import ASSERTED
from vnkg.store import edtf

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class Tenure:
    """Bounds of one holding; None where nothing is known."""

    earliest_begin: str | None = None
    latest_begin: str | None = None
    earliest_end: str | None = None
    latest_end: str | None = None


def stated(status: str, published: str | None, *, begin: str = "", end: str = "", time: str = "") -> Tenure:
    """What one statement of status asserted or former says; begin, end and time are EDTF or ""."""
    today = edtf.bounds(published) if published and _DAY.match(published) else (None, None)
    began, ended, during = (edtf.bounds(d) if d else (None, None) for d in (begin, end, time))
    if status == ASSERTED:
        held_on = during if time else today
        first = (began[0], _until(began, today[1])) if begin else (None, _until(held_on, today[1]))
        last = ended if end else (_last((held_on[0], began[0])), None)
    else:
        first = (began[0], _until(began, today[1])) if begin else (None, during[1])
        last = (ended[0], _first((ended[1], today[1]))) if end else (_last((during[0], began[0])), today[1])
    return Tenure(*first, *last)


def merge(tenures: Iterable[Tenure]) -> Tenure:
    """The narrowest bounds that all allow; bounds that contradict each other are left out."""
    every = list(tenures)
    begin = _ordered(_last(t.earliest_begin for t in every), _first(t.latest_begin for t in every))
    end = _ordered(_last(t.earliest_end for t in every), _first(t.latest_end for t in every))
    if begin[0] and end[1] and begin[0] > end[1]:
        begin, end = (None, begin[1]), (end[0], None)
    return Tenure(*begin, *end)


def _until(span: edtf.Bounds, today: str | None) -> str | None:
    """The end of a span, but not after the article's day when the span begins before it."""
    start, end = span
    if today is None or (start is not None and start > today):
        return end
    return _first((end, today)) if end else None


def _first(moments: Iterable[str | None]) -> str | None:
    return min((m for m in moments if m), default=None)


def _last(moments: Iterable[str | None]) -> str | None:
    return max((m for m in moments if m), default=None)


def _ordered(earliest: str | None, latest: str | None) -> edtf.Bounds:
    return (None, None) if earliest and latest and earliest > latest else (earliest, latest)
