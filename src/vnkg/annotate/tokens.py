"""Tokens and sentences of a view: lossless, at syllable level, with codes, dates and decimals kept whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from vnkg.model import Sentence, Token
from vnkg.text import LETTER, UPPER

# First, because most tokens are: a word before a space or a comma, which nothing below would read in another way.
# Then what must stay whole: document codes (19-KH/TU, 168/2024/NĐ-CP, 1234/QĐ-UBND), dates and ratios, decimals. A
# capital with a stop is an initial; several that make a numeral, and one I behind a small letter, are a numeral.
_ATOM = rf"""
    [{LETTER}]++(?=[ ,\n])
  | \d{{1,6}}[a-z]?(?:/\d{{4}})?\s?[-/](?:[{UPPER}][{LETTER}&]*\d{{0,2}})
    (?:[-/.](?:[{UPPER}][{LETTER}]*\d{{0,2}}|\d{{4}}))*
  | \d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}
  | \d+(?:[.,/-]\d+)*%?
  | (?![IVXLC]{{2,}}\.)(?!(?<=[^{UPPER}\W\d_][ ])I\.)[{UPPER}]{{1,5}}\.(?=[ ]?[{UPPER}])
  | [{LETTER}]+(?:\.[{LETTER}]+)+(?=[^{LETTER}]|$)
  | [{LETTER}\d]+(?:['’&][{LETTER}\d]+)*
  | \.{{2,}}
  | [^\s]
"""
# White space is taken with the token behind it: to try each alternative on a space first takes twice the time.
_SPACED = re.compile(rf"\s*+(?:{_ATOM})", re.X)
_ENDS = frozenset((".", "!", "?", "…"))
_CLOSERS = frozenset("\"”’')]»")
_STOPS = _ENDS | _CLOSERS


class Columns(NamedTuple):
    """The tokens of a text as parallel lists."""

    start: list[int]
    end: list[int]
    text: list[str]
    low: list[str]
    capital: list[bool]


def columns(text: str, low: str) -> Columns:
    """The tokens of a view's text (`low` is its lower-case twin); everything between them is white space."""
    spaced = _SPACED.findall(text)
    ends = list(accumulate(map(len, spaced)))
    words = list(map(str.lstrip, spaced))
    starts = list(map(sub, ends, map(len, words)))
    lows = [low[start:end] for start, end in zip(starts, ends, strict=True)]
    return Columns(starts, ends, words, lows, [word[0].isupper() for word in words])


def rows(found: Columns) -> tuple[Token, ...]:
    """The same tokens, one by one."""
    # What Token._make does, without a call in Python for each token.
    return tuple(map(partial(tuple.__new__, Token), zip(*found, strict=True)))


def tokenize(text: str, low: str) -> tuple[Token, ...]:
    """The tokens of a view's text one by one; see `columns`."""
    return rows(columns(text, low))


def line_ends(text: str, found: Columns) -> list[int]:
    """The index after the last token of each line."""
    starts = found.start
    result: list[int] = []
    at = text.find("\n", starts[0]) if starts else -1
    while 0 <= at < starts[-1]:
        after = bisect_right(starts, at)
        if found.end[after - 1] <= at:
            result.append(after)
        at = text.find("\n", max(at + 1, starts[after]))
    return [*result, len(starts)] if starts else []


def sentences(text: str, found: Columns) -> tuple[Sentence, ...]:
    """Sentences as token ranges: a line break always ends one; a full stop unless an abbreviation holds it."""
    return tuple(_sentences(text, found))


def _sentences(text: str, found: Columns) -> Iterator[Sentence]:
    lines = frozenset(line_ends(text, found))
    stops = [after for after, word in enumerate(found.text, 1) if word[0] in _STOPS]
    first = 0
    for after in sorted(lines.union(stops)):
        if after in lines or _breaks(found, first, after - 1):
            yield Sentence(found.start[first], found.end[after - 1], first, after)
            first = after


def _breaks(found: Columns, first: int, i: int) -> bool:
    """Whether a sentence ends with token i, which another follows on the line."""
    if _is_end(found, i):
        return found.text[i + 1] not in _CLOSERS
    return found.text[i] in _CLOSERS and i > first and _is_end(found, i - 1) and found.capital[i + 1]


def _is_end(found: Columns, i: int) -> bool:
    words = found.text
    if words[i] not in _ENDS and not words[i].startswith(".."):
        return False
    if i + 1 == len(words):
        return True
    after, capital = words[i + 1], found.capital[i + 1]
    if found.start[i + 1] == found.end[i] and after not in _CLOSERS:
        return capital and i > 0 and len(words[i - 1]) > 2
    return capital or not after[0].isalpha()
