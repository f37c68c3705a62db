"""How far the capitals of a person's name go: over particles, hyphens and apostrophes of foreign and minority names."""

from __future__ import annotations

from collections.abc import Set

from vnkg.model import Words
from vnkg.text import is_syllable

_LONGEST = 6
_APOSTROPHES = frozenset("’'")


class NameRuns:
    """Runs of capitals on a page, which end before tokens that are `taken`."""

    def __init__(self, words: Words, taken: Set[int], particles: Set[str]) -> None:
        self.words, self.taken, self.particles = words, taken, particles

    def end(self, i: int) -> int:
        """The index after the name that begins at token i; i when it begins with no capital."""
        after, limit = i, self.words.line[i]
        while after < min(limit, i + _LONGEST) and self._name_word(after, i):
            after += 1
            particles = self._particles(after, limit)
            if particles:
                after += particles
            elif after + 1 < limit and self._joins(after):
                after += 2
        return after

    def _particles(self, after: int, limit: int) -> int:
        """How many particles stand between here and the next part of a foreign name ("Ursula von der Leyen")."""
        words = self.words
        count = 0
        while after + count < limit and words.low[after + count] in self.particles:
            count += 1
        goes_on = 0 < count <= 2 and after + count < limit and words.capital[after + count]
        return count if goes_on else 0

    def _joins(self, k: int) -> bool:
        """Whether token k holds two parts of a name together: a hyphen, or the apostrophe in "K’ Brền"."""
        words = self.words
        if words.text[k] in _APOSTROPHES:
            glued = words.start[k] == words.end[k - 1] and len(words.text[k - 1]) == 1
            return glued and words.capital[k + 1]
        return words.text[k] == "-" and (self._tight(k) or self._hyphened(k))

    def _tight(self, k: int) -> bool:
        """Whether no space stands around token k, as in "Jong-un"."""
        words = self.words
        return words.start[k] == words.end[k - 1] and words.start[k + 1] == words.end[k]

    def _hyphened(self, k: int) -> bool:
        """Whether token k is the hyphen, with stray spaces, of a foreign name: "Jean - Claude"."""
        words = self.words
        parts = (words.text[k - 1], words.text[k + 1])
        return words.capital[k + 1] and k + 1 not in self.taken and not any(map(is_syllable, parts)) and all(
            part.istitle() for part in parts)

    def _name_word(self, k: int, i: int) -> bool:
        words = self.words
        if not words.capital[k] or not words.text[k][0].isalpha():
            return False
        lengthy = len(words.text[k]) > 1 and len(words.text[i]) > 1
        if lengthy and words.text[k].isupper() != words.text[i].isupper():
            return False
        return k == i or (k not in self.taken)
