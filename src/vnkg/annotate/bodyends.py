"""What follows the field of a body's name and belongs to it: terms, numbers, countries, the university of a school."""

from __future__ import annotations

from typing import Protocol

from vnkg.annotate.bodygrammar import Body, Grammar
from vnkg.model import NOMINAL, Mention, Words
from vnkg.text import is_numeral

_SCHOOL, _DASHES = "school", frozenset("-–")
# Inside of the name of a committee these have no term of their own.
_TERMLESS = frozenset({"party", "mass"})


class Bodies(Protocol):
    """Who tells which body begins at a token."""

    def at(self, i: int) -> Body | None:
        """The body that begins at token i, or None."""


class EndReader:
    """Extends a body's name behind its field."""

    def __init__(
        self,
        grammar: Grammar,
        words: Words,
        places: dict[int, tuple[int, Mention]],
        persons: frozenset[int],
        bodies: Bodies,
    ) -> None:
        self.grammar = grammar
        self.words = words
        self.places = places
        self.persons = persons
        self.bodies = bodies

    def country(self, after: int) -> int:
        """The index after a country that stands at token `after`; `after` when none does."""
        place = self.places.get(after)
        return place[0] if place and place[1].get("kind") == "country" else after

    def paired(self, last: int, place: Mention) -> int:
        """The index after a second country that a dash joins to the one that ends at `last`: "Việt Nam - Lào"."""
        words = self.words
        if place.get("kind") != "country" or words.low[last : last + 1] != ["-"]:
            return last
        other = self.country(last + 1)
        return other if other > last + 1 and words.line[last] > last + 1 else last

    def past_number(self, k: int) -> int:
        """The index after the number at token k that tells which of several is meant: "khu vực [II]"."""
        words = self.words
        numbered = k < words.line[k - 1] and is_numeral(words.text[k]) and self._numbered(k)
        return k + 1 if numbered else k

    def _numbered(self, i: int) -> bool:
        """Whether a number at token i ends the name of a body: "Ban Quản lý dự án [85]"."""
        low = self.words.low
        return any(" ".join(low[i - size : i]) in self.grammar.numbered_after for size in (1, 2))

    def past_short_form(self, i: int) -> int:
        """The index after brackets with a short form, when the name goes on: "Ủy ban Kiểm tra (UBKT) Tỉnh ủy X"."""
        words = self.words
        if words.low[i : i + 1] != ["("] or not self._shouted(i + 1):
            return i
        k = i + 2
        while words.low[k : k + 1] == ["-"] and self._shouted(k + 1):
            k += 2
        follows = k + 1 < words.line[i] and (k + 1 in self.places or self.bodies.at(k + 1) is not None)
        return k + 1 if words.low[k : k + 1] == [")"] and follows else i

    def _shouted(self, i: int) -> bool:
        return i < len(self.words.text) and self.words.text[i].isupper()

    def in_university(self, last: int, inner: tuple[Body, ...], kind: str) -> tuple[int, tuple[Body, ...]]:
        """The end of the name of a body of some kind and the bodies inside, with the university that a dash joins to a
        school: "Trường Du lịch [- Đại học Huế]"."""
        dashed = kind == _SCHOOL and last + 1 < self.words.line[last - 1] and self.words.low[last] in _DASHES
        above = self.bodies.at(last + 1) if dashed else None
        return (above.last, (above,)) if above is not None and above.kind == _SCHOOL else (last, inner)

    def joint(self, body: Body) -> tuple[Body, ...]:
        """A body and those that share an office with it: "[Văn phòng] Đoàn ĐBQH và HĐND tỉnh"."""
        result, low, limit = [body], self.words.low, self.words.line[body.first]
        if self.grammar.joint_first.longest(low, body.first, body.last) is None:
            return (body,)
        while (last := result[-1].last) + 1 < limit and low[last] in self.grammar.joint_by:
            after = self.bodies.at(last + 1)
            if after is None or not self.grammar.joint.longest(low, after.first, after.last):
                break
            result.append(after)
        return tuple(result)

    def term(self, last: int) -> int:
        """The index after the term ("khóa XII"), or the year before a place, that follows a name's last token; `last`
        when none does."""
        words = self.words
        if last + 2 < len(words.low) and words.low[last] in self.grammar.years and last + 2 in self.places and (
            words.line[last] == words.line[last + 2] and words.low[last + 1].replace("-", "").isdigit()
        ):
            return last + 2
        if last + 1 < len(words.low) and last + 1 < words.line[last] and words.low[last] in self.grammar.terms:
            numbered = is_numeral(words.text[last + 1]) or words.low[last + 1] in self.grammar.unnumbered
            after = last + 2 if numbered else last
            # Of several terms ("khóa XI, XII") all belong to the name.
            while after > last and after + 1 < words.line[last] and words.low[after] in self.grammar.joint_by and (
                is_numeral(words.text[after + 1]) and words.text[after + 1].isdigit() == words.text[after - 1].isdigit()
            ):
                after += 2
            return after
        return last

    def without_term(self, body: Body) -> Body:
        """A party's or mass body above another one, without the term, which is that of the body below."""
        low = self.words.low
        if body.kind in _TERMLESS:
            for i in range(body.first + 1, body.last):
                if low[i] in self.grammar.terms and self.term(i) == body.last:
                    return body._replace(last=i)
        return body

    def several(self, last: int) -> bool:
        """Whether a bare level ends the name and another follows after a comma ("police of provinces, cities")."""
        words, limit = self.words, self.words.line[last - 1]
        if last + 1 >= limit or words.low[last] != ",":
            return False
        ends = self.grammar.levels.longest(words.low, last - 1, limit)
        follows = self.grammar.levels.longest(words.low, last + 1, limit)
        if not ends or ends[0] != last or not follows or self.bodies.at(last + 1) is not None:
            return False
        place = self.places.get(last + 1)
        named = (place is not None and place[1].kind != NOMINAL) or (follows[0] < limit and words.capital[follows[0]])
        return not named and not words.capital[last - 1]

    def of_kind(self, after: int) -> bool:
        """Whether the words behind a head make it a kind of body: "UBND [các xã]", "HĐND [cùng cấp]"."""
        words, vague = self.words, self.grammar.vague_after
        follows = words.low[after : min(after + 2, words.line[after - 1])]
        return bool(follows) and (follows[0] in vague or " ".join(follows) in vague)

    def of_level(self, last: int) -> bool:
        """Whether a name is that of the bodies of a level, or holds only the beginning of such a name: "Văn phòng UBND
        [cấp tỉnh]", "Văn phòng Uỷ [ban nhân dân cấp tỉnh]"."""
        words, limit = self.words, self.words.line[last - 1]
        inner = self.grammar.heads.longest(words.low, last - 1, limit)
        last = max(last, inner[0]) if inner else last
        return " ".join(words.low[last : min(last + 2, limit)]) in self.grammar.whole_levels
