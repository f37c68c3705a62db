"""Vietnamese writing: the view that recognition works on, keys for comparing names, slugs and numerals.

The only module that knows the alphabet. Two views of one text: the article's own text, which offsets count, and
a folded view (NFC, one tone placement, plain spaces and dashes, Đ for its look-alikes) that maps back to it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Letters of the Latin blocks that Vietnamese press uses, taken from Unicode: ranges like [A-ZÀ-Ỹ] mix cases.
_LATIN = [chr(c) for c in range(0x41, 0x1F00) if chr(c).isalpha() and "LATIN" in unicodedata.name(chr(c), "")]
UPPER = "".join(c for c in _LATIN if c.isupper())
LOWER = "".join(c for c in _LATIN if c.islower())
LETTER = UPPER + LOWER

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_CACHED = 50_000
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SAME = (
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_DASHES, "-")
    | {"\u00d0": "Đ", "\u0189": "Đ", "\u0256": "đ", "\u00f0": "đ", "\u201e": "“", "\u201f": "“", "\u2033": "”"}
)
_VARIANT = re.compile(f"[{''.join(_SAME)}]")
_HYPHEN = re.compile(r"\s*-\s*")
_STRAY = "\u00ad\u200b-\u200f\u2060\ufeff"
_DROPPED = re.compile(f"[{_STRAY}]")
# A letter with its marks, also when a stray character parts them; or a stray character.
_MARKS = "".join(chr(c) for c in range(0x300, 0xFE30) if unicodedata.combining(chr(c)))
_CLUSTER = re.compile(f"[^{_MARKS}{_STRAY}]?(?:[{_STRAY}]*[{_MARKS}])+|[{_STRAY}]", re.S)

# Tone placement: the older style (hòa, thủy) is the folded one; only open syllables differ, and "qu" is a consonant.
_NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
_OLD = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_TONE_PAIRS = {n: o for new, old in ((_NEW, _OLD), (_NEW.upper(), _OLD.upper()), (_NEW.title(), _OLD.title()))
               for n, o in zip(new.split(), old.split(), strict=True)}
# One class of vowels for each first letter, and the look behind them last: an engine finds the first letters quickly.
_VOWELS = "|".join(f"{first}[{''.join(n[1] for n in _TONE_PAIRS if n[0] == first)}]" for first in "oOuU")
_TONE = re.compile(rf"(?:{_VOWELS})(?<![qQ]..)(?![{LETTER}{_MARKS}])", re.S)


@dataclass(frozen=True, slots=True)
class View:
    """A folded text; `starts[i]` and `ends[i]` are the bounds of its character i in the source (None: the same)."""

    text: str
    low: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Bounds in the source text of the view's non-empty span [start, end)."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _fold_letters(text: str) -> str:
    plain = _VARIANT.sub(lambda m: _SAME[m.group()], text)
    return _TONE.sub(lambda m: _TONE_PAIRS[m.group()], plain)


@lru_cache(maxsize=2)  # a reading needs the view of its article in more than one place
def view(text: str) -> View:
    """The folded view of `text`, with the map back; costs nothing more than folding for clean NFC text."""
    if unicodedata.is_normalized("NFC", text) and not _DROPPED.search(text):
        folded = _fold_letters(text)
        return View(folded, _lower(folded), None, None)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for match in _CLUSTER.finditer(text):
        before, after = match.span()
        parts.append(text[position:before])
        starts.extend(range(position, before))
        ends.extend(range(position + 1, before + 1))
        position = after
        composed = unicodedata.normalize("NFC", _DROPPED.sub("", match.group()))
        parts.append(composed)
        starts.extend([before] * len(composed))
        ends.extend([after] * len(composed))
    parts.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    folded = _fold_letters("".join(parts))
    return View(folded, _lower(folded), tuple(starts), tuple(ends))


def fold(text: str) -> str:
    """`text` as it reads in a view: case kept, everything else that varies without meaning unified."""
    return _fold_letters(unicodedata.normalize("NFC", _DROPPED.sub("", text)))


@lru_cache(maxsize=_CACHED)
def key(text: str) -> str:
    """A string that is equal for two spellings of one name: folded, lower case, single spaces, plain hyphens."""
    low = fold(fold(text).lower())
    return " ".join((_HYPHEN.sub("-", low) if "-" in low else low).split())


def plain(text: str) -> str:
    """`text` without diacritics, lower case: what a search box compares."""
    letters = unicodedata.normalize("NFD", fold(text).lower()).replace("đ", "d")
    return "".join(c for c in letters if not unicodedata.combining(c))


def slug(text: str, longest: int = 60) -> str:
    """An ASCII slug of at most `longest` characters; not injective, so never an identity by itself."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")[:longest].strip("-")


# A Vietnamese syllable without its tone and other marks: onset, rhyme, coda.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


@lru_cache(maxsize=_CACHED)
def is_syllable(word: str) -> bool:
    """Whether a word is spelt like one Vietnamese syllable; "Plaza" and "Trump" are not."""
    return _SYLLABLE.fullmatch(plain(word)) is not None


def is_foreign(word: str) -> bool:
    """Whether a word with one capital, its first letter, is spelt like no Vietnamese syllable."""
    return word.istitle() and not is_syllable(word)


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(numeral: str) -> int | None:
    """The value of a Roman numeral up to C in capitals, or None when it is not one."""
    if not numeral or any(c not in _ROMAN for c in numeral):
        return None
    values = [_ROMAN[c] for c in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def is_numeral(word: str) -> bool:
    """Whether a word is a number in digits, or a Roman one in capitals: "12", "XII"."""
    return word.isdigit() or roman(word) is not None
