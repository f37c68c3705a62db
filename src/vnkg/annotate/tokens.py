"""Tokens and sentences of a view: lossless, at syllable level, with codes, dates and decimals kept whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

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
TOKEN = re.compile(_ATOM, re.X)
_ENDS = frozenset((".", "!", "?", "…"))
_CLOSERS = frozenset("\"”’')]»")
_STOPS = _ENDS | _CLOSERS


def tokenize(text: str, low: str) -> tuple[Token, ...]:
    """The tokens of a view's text (`low` is its lower-case twin); everything between them is white space."""
    words = TOKEN.findall(text)
    starts: list[int] = []
    position = 0
    for word in words:
        position = text.index(word, position)
        starts.append(position)
        position += len(word)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    lows = [low[start:end] for start, end in zip(starts, ends, strict=True)]
    capitals = [word[0].isupper() for word in words]
    # What Token._make does, without a call in Python for each token.
    make = partial(tuple.__new__, Token)
    return tuple(map(make, zip(starts, ends, words, lows, capitals, strict=True)))


def _is_end(tokens: tuple[Token, ...], i: int) -> bool:
    if tokens[i].text not in _ENDS and not tokens[i].text.startswith(".."):
        return False
    if i + 1 == len(tokens):
        return True
    after = tokens[i + 1]
    if after.start == tokens[i].end and after.text not in _CLOSERS:
        return after.capital and i > 0 and len(tokens[i - 1].text) > 2
    return after.capital or not after.text[0].isalpha()


def line_ends(text: str, tokens: Sequence[Token]) -> list[int]:
    """The index after the last token of each line."""
    starts = [token.start for token in tokens]
    result: list[int] = []
    at = text.find("\n", starts[0]) if starts else -1
    while 0 <= at < starts[-1]:
        after = bisect_right(starts, at)
        if tokens[after - 1].end <= at:
            result.append(after)
        at = text.find("\n", max(at + 1, starts[after]))
    return [*result, len(tokens)] if tokens else []


def sentences(text: str, tokens: tuple[Token, ...]) -> tuple[Sentence, ...]:
    """Sentences as token ranges: a line break always ends one; a full stop unless an abbreviation holds it."""
    return tuple(_sentences(text, tokens))


def _sentences(text: str, tokens: tuple[Token, ...]) -> Iterator[Sentence]:
    lines = set(line_ends(text, tokens))
    stops = {i + 1 for i, token in enumerate(tokens) if token.text[0] in _STOPS}
    first = 0
    for after in sorted(lines | stops):
        if after in lines or _breaks(tokens, first, after - 1):
            yield Sentence(tokens[first].start, tokens[after - 1].end, first, after)
            first = after


def _breaks(tokens: tuple[Token, ...], first: int, i: int) -> bool:
    """Whether a sentence ends with token i, which another follows on the line."""
    if _is_end(tokens, i):
        return tokens[i + 1].text not in _CLOSERS
    return tokens[i].text in _CLOSERS and i > first and _is_end(tokens, i - 1) and tokens[i + 1].capital
