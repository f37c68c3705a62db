"""Tokens and sentences of a view: lossless, at syllable level, with codes, dates and decimals kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnkg.model import Sentence, Token
from vnkg.text import LETTER, UPPER

# First what must stay whole: document codes (19-KH/TU, 168/2024/NĐ-CP, 1234/QĐ-UBND), dates and ratios, decimals.
_ATOM = rf"""
    \d{{1,6}}[a-z]?(?:/\d{{4}})?\s?[-/](?:[{UPPER}][{LETTER}&]*\d{{0,2}})(?:[-/.](?:[{UPPER}][{LETTER}]*\d{{0,2}}|\d{{4}}))*
  | \d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}
  | \d+(?:[.,/-]\d+)*%?
  | (?![IVXLC]{{2,}}\.)[{UPPER}]{{1,5}}\.(?=[ ]?[{UPPER}])
  | [{LETTER}]+(?:\.[{LETTER}]+)+(?=[^{LETTER}]|$)
  | [{LETTER}\d]+(?:['’&][{LETTER}\d]+)*
  | \.{{2,}}
  | [^\s]
"""
TOKEN = re.compile(_ATOM, re.X)
_ENDS = frozenset((".", "!", "?", "…"))
_CLOSERS = frozenset("\"”’')]»")


def tokenize(text: str, low: str) -> tuple[Token, ...]:
    """The tokens of a view's text (`low` is its lower-case twin); everything between them is white space."""
    result = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        result.append(Token(start, end, word, low[start:end], word[0].isupper()))
    return tuple(result)


def _is_end(tokens: tuple[Token, ...], i: int) -> bool:
    if tokens[i].text not in _ENDS and not tokens[i].text.startswith(".."):
        return False
    if i + 1 == len(tokens):
        return True
    after = tokens[i + 1]
    if after.start == tokens[i].end and after.text not in _CLOSERS:
        return after.capital and i > 0 and len(tokens[i - 1].text) > 2
    return after.capital or not after.text[0].isalpha()


def sentences(text: str, tokens: tuple[Token, ...]) -> tuple[Sentence, ...]:
    """Sentences as token ranges: a line break always ends one; a full stop unless an abbreviation holds it."""
    return tuple(_sentences(text, tokens))


def _sentences(text: str, tokens: tuple[Token, ...]) -> Iterator[Sentence]:
    first = 0
    count = len(tokens)
    for i in range(count):
        goes_on = i + 1 < count and "\n" not in text[tokens[i].end : tokens[i + 1].start]
        if goes_on and not _breaks(tokens, first, i):
            continue
        yield Sentence(tokens[first].start, tokens[i].end, first, i + 1)
        first = i + 1


def _breaks(tokens: tuple[Token, ...], first: int, i: int) -> bool:
    """Whether a sentence ends with token i, which another follows on the line."""
    if _is_end(tokens, i):
        return tokens[i + 1].text not in _CLOSERS
    return tokens[i].text in _CLOSERS and i > first and _is_end(tokens, i - 1) and tokens[i + 1].capital
