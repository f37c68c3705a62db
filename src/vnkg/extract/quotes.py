"""Quotations of a page: pairs of marks, also over several lines; marks inside a quotation nest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile("[“”\"«»]|\n[ ]*\n")
_SEPARATORS = " \n\t(:,-;"
LONGEST = 2500


@dataclass(frozen=True, slots=True)
class Quote:
    """Bounds of the marks: `text[start]` opens, `text[end - 1]` closes."""

    start: int
    end: int


class Quotes:
    """All outermost quotations of a text, by position."""

    def __init__(self, text: str) -> None:
        self.all = tuple(_outermost(_pairs(text)))
        self._starts = [quote.start for quote in self.all]

    def by_end(self, ends: Sequence[int]) -> dict[int, list[int]]:
        """Numbers of quotations by the line in which they close; `ends` are those of all lines, in order."""
        result: dict[int, list[int]] = {}
        number = 0
        for i, quote in enumerate(self.all):
            while number < len(ends) and ends[number] < quote.end:
                number += 1
            result.setdefault(number, []).append(i)
        return result

    def at(self, position: int) -> Quote | None:
        """The quotation that holds a position, its marks included."""
        i = bisect_right(self._starts, position) - 1
        return self.all[i] if i >= 0 and position < self.all[i].end else None


def _opens(text: str, i: int) -> bool:
    """Whether a straight mark opens: white space before it and none behind it, unless a colon leads to it."""
    before = text[i - 1] if i else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    if text[max(0, i - 2) : i] == ": " and after == " ":
        return True
    return before in _SEPARATORS and after not in " \n\t,.;"


def _pairs(text: str) -> list[Quote]:
    """Matched marks; an empty line drops whatever is still open."""
    stack: list[tuple[int, str]] = []
    found: list[Quote] = []
    for match in _MARK.finditer(text):
        i, mark = match.start(), match.group()[0]
        if mark == "\n":
            stack.clear()
        elif mark in "“«" or (mark == '"' and _opens(text, i)):
            stack.append((i, mark))
        elif stack:
            start, _ = stack.pop()
            if i - start < LONGEST:
                found.append(Quote(start, i + 1))
    return sorted(found, key=lambda q: (q.start, -q.end))


def _outermost(pairs: list[Quote]) -> list[Quote]:
    result: list[Quote] = []
    for quote in pairs:
        if not result or quote.start >= result[-1].end:
            result.append(quote)
    return result
