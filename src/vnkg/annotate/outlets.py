"""Outlets that only their print shows: the name of a site, or the capitals that open a dateline, mostly in brackets."""

from __future__ import annotations

from collections.abc import Container, Iterator, Set

from vnkg.model import Words


class _Dotted:
    """Words with a stop in them, as the name of a site has."""

    def __contains__(self, word: object) -> bool:
        return "." in str(word) and word != "."


_DOTTED, _BRACKET, _DASHES = _Dotted(), frozenset("("), frozenset("-–")
# Words of the shortest line that a dateline opens, and letters of the shortest outlet in it without brackets.
_LINE, _LETTERS = 8, 3


def likely(words: Words) -> Iterator[int]:
    """The tokens that `outlet` may say something of."""
    yield from words.among(_DOTTED)
    yield from (k + 1 for k in words.among(_BRACKET) if k + 1 < len(words.low))
    yield from (k - 1 for k in words.among(_DASHES) if k and _opens(words, k - 1))


def outlet(words: Words, i: int, domains: tuple[str, ...], places_end: Container[int]) -> str:
    """The rule by which token i is an outlet, or ""; `domains` are the ends of sites, `places_end` last tokens."""
    if words.capital[i] and words.low[i].endswith(domains):
        return "org:site"
    if i + 2 >= words.line[i]:
        return ""
    if not i or words.low[i - 1] != "(" or words.low[i + 1] != ")":
        return "org:dateline" if _heads_line(words, i, domains) else ""
    opens = _opens(words, i - 1)
    named = (words.text[i].isupper() and len(words.text[i]) > 1) or words.low[i].endswith(domains)
    dated = (opens or i - 2 in places_end) and (opens or words.low[i + 2] == "-")
    return "org:dateline" if named and dated else ""


def _opens(words: Words, i: int) -> bool:
    return i == 0 or words.line[i - 1] != words.line[i]


def _heads_line(words: Words, i: int, domains: tuple[str, ...]) -> bool:
    """Whether token i is a site, or a word of capitals, that a dash sets off at the head of a sentence: "[BHG] - Sáng
    3/3, …"."""
    word, long = words.text[i], words.line[i] - i >= _LINE
    if not long or not _opens(words, i) or words.low[i + 1] not in _DASHES or not words.capital[i + 2]:
        return False
    shouted = len(word) >= _LETTERS and word.isalpha() and word.isupper()
    return (shouted or words.low[i].endswith(domains)) and not words.text[i + 2].isupper()


def capitalized(words: Words, i: int, after: int, common: Set[str]) -> bool:
    """Whether the name of an outlet has its capitals: the first, or two and more behind it; all in common words."""
    behind = all(words.capital[i + 1 : after])
    if " ".join(words.low[i:after]) in common:
        return words.capital[i] and behind
    return words.capital[i] or (after > i + 2 and behind)
