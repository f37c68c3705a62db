"""Authors of an article, who stand in lines of their own at its end, or below its title."""

from __future__ import annotations

from itertools import pairwise

from vnkg.annotate.words import Phrases
from vnkg.model import Words
from vnkg.text import is_syllable

# Words of a line that names authors.
_LONGEST_BYLINE = 9
# Lines at the end that may be an author's name, behind it the captions of pictures; words of such a name.
_CLOSING, _LONE = 4, (2, 3)
# Lines at the beginning that may hold his name before the time, and marks between them.
_OPENING, _MARKS = 4, frozenset("•|")


def authors(
    words: Words, separators: frozenset[str], labels: frozenset[str], places: Phrases[str]
) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens of names of authors: two or more in the last line; and those that are a line each near the end, or
    stand with the time below the title ("Thu Hà • 5/3/2026 08:15")."""
    lone = _lone_names(words, separators, labels, places)
    return frozenset(_byline(words, separators)), lone | _below_title(words, labels, places)


def _line_before(words: Words, last: int) -> int:
    """The index of the first token of the line that ends before token `last`."""
    first = max(last - 1, 0)
    while first > 0 and words.line[first - 1] == last:
        first -= 1
    return first


def _lone_names(
    words: Words, separators: frozenset[str], labels: frozenset[str], places: Phrases[str]
) -> frozenset[int]:
    """The tokens of lines near the end that only hold names of two or three syllables ("Anh Minh - Thu Hà"), behind the
    label of a credit or not, and no known place."""
    found: set[int] = set()
    last = len(words.low)
    for _ in range(_CLOSING):
        first = _line_before(words, last)
        labelled = (k for k in range(first + 1, last) if words.low[k] == ":" and words.low[k - 1] in labels)
        before = next(labelled, first - 1)
        breaks = [before, *(k for k in range(before + 1, last) if words.low[k] in separators), last]
        names = [range(a + 1, b) for a, b in pairwise(breaks)]
        if first > 0 and all(_is_name(words, name, labels, places) for name in names):
            found.update(k for name in names for k in name)
        last = first
    return frozenset(found)


def _below_title(words: Words, labels: frozenset[str], places: Phrases[str]) -> frozenset[int]:
    """The tokens of a name at the head of one of the first lines, before a mark and a number."""
    first, lines = 0, 0
    while first < len(words.low) and lines < _OPENING:
        for k in (first + size for size in _LONE if first + size + 1 < words.line[first]):
            dated = words.text[k] in _MARKS and words.text[k + 1][0].isdigit()
            if dated and _is_name(words, range(first, k), labels, places):
                return frozenset(range(first, k))
        first, lines = words.line[first], lines + 1
    return frozenset()


def _is_name(words: Words, name: range, labels: frozenset[str], places: Phrases[str]) -> bool:
    """Whether the tokens are syllables with capitals, and may be a person's name."""
    if len(name) not in _LONE or not all(words.text[k].istitle() and is_syllable(words.text[k]) for k in name):
        return False
    known = (places.longest(words.low, k, name.stop) for k in name)
    return words.low[name.start] not in labels and not any(place and place[0] == name.stop for place in known)


def _byline(words: Words, separators: frozenset[str]) -> range:
    """The tokens of two or more names of authors in the last line, before a bracket; none when other words stand there.
    """
    last = len(words.low)
    first = _line_before(words, last)
    end = next((k for k in range(first, last) if words.low[k] == "("), last)
    line = range(first, end) if first > 0 else range(0)
    named = all(words.low[k] in separators or words.named(k) for k in line)
    joined = not separators.isdisjoint(words.low[k] for k in line)
    return line if named and joined and len(line) <= _LONGEST_BYLINE else range(0)
