"""How far the name behind the head of a place goes: capitals, numbers, days, persons whom a site honours, roads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from vnkg.annotate.placelexicon import Head, PlaceLexicon
from vnkg.annotate.words import back
from vnkg.model import Words
from vnkg.text import is_syllable

# Kinds of places that no country's name names.
_NEVER_COUNTRIES, _UNITS = frozenset(("site", "street")), frozenset(("province", "city", "district", "commune"))
# Syllables of a person's name like which a commune may be called, and words of the post before it.
_PERSONAL, _TITLED = 3, 7
_CLOSED_BY_NUMBERS = frozenset(("site", "street", "commune", "village"))

# Syllables of the name of a commune and of the person behind it, likeliest first.
_BESIDE = ((2, 3), (2, 4), (3, 3), (4, 3), (3, 4), (4, 4))


def beside_communes(words: Words, lexicon: PlaceLexicon, persons: frozenset[int]) -> frozenset[int]:
    """Tokens of persons' names with those that stand in one run of capitals with the name of their commune, which may
    begin with a family name too: "Chủ tịch UBND xã Phùng Hưng [Vũ Thị Mai]"."""
    result = set(persons)
    for i in [k + 1 for k in words.among(lexicon.beside) if k + 1 < words.line[k]]:
        after = next((k for k in range(i, words.line[i]) if not words.text[k].istitle()), words.line[i])
        for place, person in _BESIDE:
            if after - i == place + person and words.text[i + place] in lexicon.families:
                result.difference_update(range(i, i + place))
                result.update(range(i + place, after))
                break
    return frozenset(result)


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
        many = self.lexicon.honouring_many.longest(words.low, start, words.line[start])
        if many and any(words.capital[i : many[0]]):
            return many[0]
        reached = i > 0 and words.low[i - 1] in self.lexicon.routes
        if not words.capital[start] or (" ".join(words.low[i:start]) in self.lexicon.statues and not reached):
            return 0
        title = self.lexicon.honouring.longest(words.low, start, words.line[start])
        after = self.capitals(title[0], 4) if title and title[0] < words.line[start] else 0
        return after if title and after > title[0] + 1 else 0

    def credited(self, i: int) -> bool:
        """Whether the credit of a picture ends before token i: its photographer follows."""
        words = self.words
        credited = i > 1 and words.low[i - 1] == ":" and words.low[i - 2] in self.lexicon.credits
        return credited and words.capital[i] and words.line[i - 2] == words.line[i]

    def longer(self, head: Head, after: int) -> bool:
        """Whether a known name behind a head goes on: a site's over any capital syllable that begins no person, a
        commune's over the point of the compass by which it was named ("xã Tuy Phước [Đông]")."""
        words = self.words
        if after >= words.line[after - 1] or not words.text[after].istitle() or after in self.persons:
            return False
        single = after + 1 >= words.line[after - 1] or not words.text[after + 1][0].isupper()
        apart = words.low[after] in self.lexicon.compass or (single and is_syllable(words.text[after]))
        return head.kind == "site" or (head.kind == "commune" and apart)

    def unpaired(self, start: int, head: Head) -> bool:
        """Whether the head before token `start` needs two ends with a dash, and has them not."""
        if not head.paired:
            return False
        words, after = self.words, self.capitals(start, 4)
        goes_on = after + 1 < words.line[start] and words.low[after] in self.lexicon.dashes
        return not goes_on or not words.capital[after + 1]

    def joined(self, i: int, start: int, after: int) -> int:
        """The index after the further ends of a road ("cao tốc Bắc - Nam"); 0 when no dash joins one."""
        words, limit = self.words, self.words.line[start]
        if " ".join(words.low[i:start]) not in self.lexicon.joined or after <= start:
            return 0
        last = after
        while last + 1 < limit and words.low[last] in self.lexicon.dashes:
            further = self.capitals(last + 1, 3)
            if further == last + 1:
                break
            last = further
        side = last + 1 < limit and words.low[last] in self.lexicon.sides and words.capital[last + 1]
        return (last + 2 if side else last) if last > after else 0

    def closed(self, found: tuple[int, str, str, str] | None) -> tuple[int, str, str, str] | None:
        """A place with the number that ends its name: "cầu Mỹ Thuận [2]", not "cầu Mỹ Thuận 2 km"."""
        if found is None or found[1] not in _CLOSED_BY_NUMBERS:
            return found
        words, after = self.words, found[0]
        if after >= words.line[after - 1] or not self.lexicon.closing.fullmatch(words.text[after]):
            return found
        ends = after + 1 == words.line[after] or not words.low[after + 1][0].isalnum()
        return (after + 1, *found[1:]) if ends or words.low[after + 1] in self.lexicon.closed_before else found

    def plausible(self, i: int, start: int, after: int, head: Head) -> bool:
        """Whether the words behind the head at token i can be the name of such a place."""
        words = self.words
        personal = words.text[start] in self.lexicon.families and after - start >= 3
        if personal and head.kind == "site" and i and words.low[i - 1] in self.lexicon.plural:
            return False
        if personal and head.kind not in ("street", "commune", "site", "village"):
            return False
        if head.kind == "province" and words.text[start] in self.lexicon.families:
            # Those of the country are all known: this is a person's name ("Chủ tịch UBND tỉnh Trần Phong").
            return False
        if head.kind == "country" and any(c.isdigit() for c in words.text[start]):
            return False
        if head.kind in ("province", "city"):
            return not words.abbreviated(i) and not (words.text[start].isupper() and len(words.text[start]) > 3)
        return True

    @staticmethod
    def of_country(head: Head, kind: str, several: bool) -> bool:
        """Whether a known place of a kind names nothing with the head, alone or the last of several: "các tỉnh, thành
        phố [Việt Nam]", "các nước [Đông Nam Á]", "Hội Nông dân tỉnh [Châu Mỹ Linh]"."""
        if kind == "continent" and head.kind in _UNITS:
            return True
        if several:
            return "country" in (kind, head.kind)
        return kind == "country" and head.kind in _NEVER_COUNTRIES

    def beyond(self, i: int) -> bool:
        """Whether a point of the compass before a known name at token i makes it another one: "xã [Tây] Khánh Sơn"."""
        words, before = self.words, self.lexicon.titled_heads | self.lexicon.separators
        named = i > 1 and words.line[i - 2] == words.line[i] and words.text[i - 1].istitle() and words.capital[i]
        return named and words.low[i - 1] in self.lexicon.compass and words.low[i - 2] in before

    def is_part(self, k: int, after: int, end: int) -> bool:
        """Whether a known name at tokens [k, after) of a longer one that ends at `end` is part of another word."""
        words, alone = self.words, after == k + 1
        if after < end and (words.low[after] in self.lexicon.compounded or (alone and words.capital[after])):
            return True
        if words.low[k] in self.lexicon.ambiguous and words.capital[k - 1] and words.text[k - 1].isalpha():
            return True
        return words.low[k] in self.lexicon.only_paired

    def is_road(self, first: int, last: int) -> bool:
        """Whether a dash joins the ends of a road in the name of tokens [first, last)."""
        low = self.words.low
        dashed = not self.lexicon.dashes.isdisjoint(low[first:last])
        return dashed and any(" ".join(low[first:k]) in self.lexicon.joined for k in range(first + 1, last))

    def ends(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The names at the ends of a road ("cao tốc [Đồng Đăng] – [Trà Lĩnh]"), not points of the compass."""
        words, k = self.words, first + 1
        while k < last:
            end = k
            while end < last and words.named(end):
                end += 1
            if end > k + 1:
                yield k, end
            k = end + 1

    def dated(self, start: int, head: Head) -> int:
        """The index after the day that names a street or square ("Quảng trường 2 tháng 4"); `start` when none does."""
        words = self.words
        if head.kind not in ("site", "street") or not words.text[start][0].isdigit():
            return start
        if self.lexicon.day.fullmatch(words.text[start]):
            return start + 1
        last = min(start + 3, words.line[start])
        return last if self.lexicon.day.fullmatch(" ".join(words.low[start:last])) else start

    def is_person(self, i: int, start: int) -> bool:
        """Whether the person's name at token `start` is that of who holds the post before it, not of the place whose
        head stands at token i."""
        low = self.words.low
        return start in self.holders or (i > 0 and f"{low[i - 1]} {low[i]}" in self.lexicon.governed)

    @cached_property
    def holders(self) -> frozenset[int]:
        """Tokens of persons right behind the post that they hold in a commune: "Chủ tịch UBND xã [Lê Văn Đạt]". Some
        communes are called like persons: where one is called so without a post, or by an address, nobody is meant."""
        words, lexicon = self.words, self.lexicon
        runs: dict[tuple[str, ...], list[tuple[int, bool]]] = {}
        for i in [k for k in words.capitals if k and words.text[k] in lexicon.families]:
            after = i + _PERSONAL
            named = words.low[i - 1] in lexicon.titled_heads and after <= words.line[i] == words.line[i - 1]
            if not named or not all(words.text[k].istitle() for k in range(i, after)):
                continue
            goes_on = after < words.line[i] and (words.capital[after] or words.low[after] == "(")
            titled = back(lexicon.titles, words.low, i - 1, _TITLED) is not None and not goes_on
            titled = titled and not self._addressed(after)
            runs.setdefault(tuple(words.text[i:after]), []).append((i, titled))
        held = [i for found in runs.values() if all(titled for _, titled in found) for i, _ in found]
        return frozenset(k for i in held for k in range(i, i + _PERSONAL))

    def _addressed(self, after: int) -> bool:
        """Whether a comma and another place follow a name that ends before token `after`."""
        low = self.words.low
        follows = low[after + 1] if low[after : after + 1] == [","] and after + 1 < len(low) else ""
        return follows in self.lexicon.heads.table or follows in self.lexicon.known.table

    @staticmethod
    def kind(head: Head, known: str) -> str:
        """The kind of a known place behind a head: a province abroad may be known as the city of its name."""
        abroad = head.kind == "province" and known == "city"
        return known if head.kind in ("province", "city") and not abroad else head.kind

    def number(self, start: int, head: Head) -> int:
        """The index after the number that names a district ("quận 1") or a road ("quốc lộ 1A"); `start` when none."""
        words, at = self.words, start
        if head.numbered and words.low[at] in self.lexicon.ordered and at + 1 < words.line[at]:
            at += 1
        if not words.text[at].isdigit() or not (head.numbered or head.kind in ("district", "commune", "village")):
            return start
        after = at + 1
        return after + 1 if head.numbered and after < words.line[at] and words.lettered(after) else after

    def capitals(self, start: int, most: int) -> int:
        words, last = self.words, self.words.line[start]
        after = start
        while after < min(last, start + most) and words.named(after):
            if after in self.persons and after - 1 not in self.persons and after > start:
                break
            after += 1
        if after == start + 1 and words.text[start] in self.lexicon.starters:
            return after + 1 if after < last and words.text[after].isdigit() else start
        return after
