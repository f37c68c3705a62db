"""How far the name behind the head of a place goes: capitals, numbers, days, persons whom a site honours, roads."""

from __future__ import annotations

from vnkg.annotate.placelexicon import Head, PlaceLexicon
from vnkg.model import Words


class HeadedNames:
    """The words behind heads on one page; `persons` are tokens of persons' names."""

    def __init__(self, words: Words, lexicon: PlaceLexicon, persons: frozenset[int]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.persons = persons

    def special(self, i: int, start: int, head: Head) -> int:
        """The index after a number, a day or an honoured person behind the head at tokens [i, start); 0 without."""
        last = max(self.number(start, head), self.dated(start, head))
        honoured = self.honoured(i, start) if last == start and head.kind == "site" else 0
        return last if last > start else honoured

    def honoured(self, i: int, start: int) -> int:
        """The index after a title and the name of the person whom a site honours; 0 when none stands there."""
        words = self.words
        if not words.capital[start] or " ".join(words.low[i:start]) in self.lexicon.statues:
            return 0
        title = self.lexicon.honouring.longest(words.low, start, words.line[start])
        after = self.capitals(title[0], 4) if title and title[0] < words.line[start] else 0
        return after if title and after > title[0] + 1 else 0

    def goes_on(self, after: int) -> bool:
        """Whether a capital syllable that begins no person goes on with a name."""
        words = self.words
        return after < words.line[after - 1] and words.text[after].istitle() and after not in self.persons

    def joined(self, i: int, start: int, after: int) -> int:
        """The index after the second end of a road ("cao tốc Bắc - Nam"); 0 when no dash joins one."""
        words = self.words
        if " ".join(words.low[i:start]) not in self.lexicon.joined or after <= start:
            return 0
        if after + 1 >= words.line[after - 1] or words.low[after] not in self.lexicon.dashes:
            return 0
        last = self.capitals(after + 1, 3)
        side = last + 1 < words.line[after] and words.low[last] in self.lexicon.sides and words.capital[last + 1]
        return (last + 2 if side else last) if last > after + 1 else 0

    def dated(self, start: int, head: Head) -> int:
        """The index after the day that names a street or square ("Quảng trường 2 tháng 4"); `start` when none does."""
        words = self.words
        if head.kind not in ("site", "street") or not words.text[start][0].isdigit():
            return start
        if self.lexicon.day.fullmatch(words.text[start]):
            return start + 1
        last = min(start + 3, words.line[start])
        return last if self.lexicon.day.fullmatch(" ".join(words.low[start:last])) else start

    def number(self, start: int, head: Head) -> int:
        """The index after the number that names a district ("quận 1") or a road ("quốc lộ 1A"); `start` when none."""
        words = self.words
        if not words.text[start].isdigit() or not (head.numbered or head.kind in ("district", "commune", "village")):
            return start
        after = start + 1
        letter = after < words.line[start] and words.start[after] == words.end[start] and words.capital[after]
        return after + 1 if letter and head.numbered and len(words.text[after]) == 1 else after

    def capitals(self, start: int, most: int) -> int:
        words, last = self.words, self.words.line[start]
        after = start
        while after < min(last, start + most) and self._continues(start, after):
            if after in self.persons and after - 1 not in self.persons and after > start:
                break
            after += 1
        if after == start + 1 and words.text[start] in self.lexicon.starters:
            return start
        return after

    def _continues(self, start: int, i: int) -> bool:
        words = self.words
        if words.text[i].isdigit() and len(words.text[i]) < 4 and i == start + 1:
            return words.low[i - 1] not in self.lexicon.not_after
        return words.capital[i] and words.text[i][0].isalpha()
