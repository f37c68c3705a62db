"""How far the noun reaches that a figure counts: known nouns, what may follow them, and lists that share a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from vnkg.model import Page
from vnkg.text import LETTER

_SYLLABLE = re.compile(rf"[{LETTER}]+(?:-[{LETTER}]+)?")
_LONGEST = 6
_GUESSED = 2


class Nouns:
    """The nouns of the lexicon `quantities`; an unknown one is not cut inside of one of `compounds` (two syllables)."""

    def __init__(self, data: Mapping[str, Any], compounds: Iterable[str] = ()) -> None:
        self._heads = frozenset(word.lower() for words in data["heads"].values() for word in words)
        self._written = tuple(data["written"]["words"])
        self._tails = frozenset(data["tails"]["words"])
        described = (word.lower() for group in data["loose"]["groups"] for word in data["heads"][group])
        self._loose, self._described = frozenset(data["loose"]["words"]), frozenset(described)
        self._billions = frozenset(data["loose"]["billions"])
        self._stop = frozenset(data["stop"]["words"])
        groups = [frozenset(group) for name, group in data["together"].items() if name != "and"]
        self._groups = {noun: group for group in groups for noun in group}
        self._compounds = frozenset(word.lower() for word in (*compounds, *self._heads, *self._tails))
        joints = "|".join(data["together"]["and"])
        self._joint = re.compile(rf", (?:{joints} )?| (?:{joints}) ")

    def after(self, page: Page, at: int, guess: bool = False) -> int | None:
        """The end of the noun that begins after a space at `at`; an unknown one is taken only with `guess`."""
        if page.low[at : at + 1] != " ":
            return None
        start = at + 1
        written = next((word for word in self._written if page.low.startswith(word, start)), None)
        if written is not None:
            return start + len(written)
        end = self._longest(page.low, start, self._heads)
        if end is None:
            guessed = self._guessed(page, start) if guess else None
            return self._tailed(page, guessed) if guessed else None
        noun = page.low[start:end]
        open_ = noun in self._loose or (noun in self._described and self._tailed(page, end) == end)
        if open_ and page.low[end : end + 1] == " ":
            end = self._guessed(page, end + 1) or end
        listed = self._listed(page, self._tailed(page, end), noun)
        return self._tailed(page, listed)

    def _tailed(self, page: Page, end: int) -> int:
        """The end of what may follow a noun that ends at `end`, in lower case."""
        low = page.low
        while (tail := self._longest(low, end + 1, self._tails)) and low[end] == " " and page.text[end + 1].islower():
            end = tail
        return end

    def billions(self, low: str, at: int) -> int | None:
        """The end of a noun that is counted in thousands of millions."""
        return self._longest(low, at + 1, self._billions) if low[at : at + 1] == " " else None

    def _listed(self, page: Page, end: int, noun: str) -> int:
        """Nouns of the same kind in a list: the list shares the figure; one that begins a name is outside."""
        low = page.low
        words = noun.split(" ")
        endings = (" ".join(words[i:]) for i in range(len(words)))
        group = next((self._groups[ending] for ending in endings if ending in self._groups), None)
        while group and (joint := self._joint.match(low, end)):
            more = self._longest(low, joint.end(), group)
            if more is None or page.text[more + 1 : more + 2].isupper():
                break
            end = more
        return end

    def _longest(self, low: str, start: int, known: frozenset[str]) -> int | None:
        """The end of the longest known sequence of words at `start`."""
        ends = _word_ends(low, start)
        return next((end for end in reversed(ends) if low[start:end] in known), None)

    def _guessed(self, page: Page, start: int) -> int | None:
        """An unknown noun: its first syllables in lower case, up to a word that cannot be part of it."""
        end = at = last = start
        for _ in range(_GUESSED):
            match = _SYLLABLE.match(page.low, at)
            if match is None or match.group() in self._stop or page.text[at].isupper():
                break
            last, end, at = at, match.end(), match.end() + 1
            if page.low[end : end + 1] != " ":
                break
        whole = _SYLLABLE.match(page.low, at) if at == end + 1 else None
        if whole and page.low[last : whole.end()] in self._compounds:
            end = whole.end()
        return end if end - start > 1 else None

    def known(self, low: str, at: int) -> int:
        """The end of the known noun that begins after a space at `at`; `at` when none does."""
        return self._longest(low, at + 1, self._heads) or at


def _word_ends(low: str, start: int) -> list[int]:
    """The ends of the next words that may belong to one entry; commas stay inside."""
    ends: list[int] = []
    at = start
    while len(ends) < _LONGEST and (match := _SYLLABLE.match(low, at)):
        ends.append(match.end())
        at = match.end()
        if low[at : at + 2] == ", ":
            at += 2
        elif low[at : at + 3] == " - ":
            at += 3
        elif low[at : at + 1] == " ":
            at += 1
        else:
            break
    return ends
