"""Strings of a lexicon that a page holds as they are: found where its words begin, without a scan of its text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from vnkg.annotate.grammar import words
from vnkg.annotate.words import split
from vnkg.model import Page, Words

# Figures, which no lexicon holds, and which are looked for beside its strings.
DIGITS = re.compile(r"\d+")
_PART = re.compile(r"(?<!\w)[^\W\d_]")


class _Joined:
    """Words with a mark in them, behind which a word may begin: "tỉnh.Hội"."""

    def __contains__(self, word: object) -> bool:
        return len(str(word)) > 1 and not str(word).isalnum()


_JOINED = _Joined()


class Literals:
    """Strings in lower case, each a word or several, of which the longest counts."""

    def __init__(self, entries: Collection[str]) -> None:
        self.pattern = re.compile(rf"(?:{words(entries)})(?!\w)")
        self._firsts = frozenset(split(entry)[0] for entry in entries)

    def find(self, page: Page) -> Iterator[re.Match[str]]:
        """Those that no letter or figure precedes, in text order, and none inside of another."""
        low, done = page.low, 0
        for start in self._starts(page.words):
            match = self.pattern.match(low, start) if start >= done else None
            if match is not None:
                done = match.end()
                if not start or not low[start - 1].isalnum():
                    yield match

    def _starts(self, words: Words) -> list[int]:
        starts = [words.start[i] for i in words.among(self._firsts)]
        joined = words.among(_JOINED)
        if not joined:
            return starts
        inner = (words.start[i] + part.start() for i in joined for part in _PART.finditer(words.low[i]))
        return sorted({*starts, *inner})
