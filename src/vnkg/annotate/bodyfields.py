"""How far the field of a body's name goes: capitals, known fields, and what joins them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from vnkg.annotate.bodygrammar import Grammar
from vnkg.model import NOMINAL, Mention, Words
from vnkg.text import is_foreign, is_numeral

_SCHOOL, _DASHES = "school", frozenset("-–")
_DOTTED = 3
_LONGEST_UNKNOWN, _LONGEST_LAST = 8, 5
_ENDS = frozenset(".;:()")


class Found(Protocol):
    """A body that was found at a token."""

    @property
    def known(self) -> str:
        """The id of a known body, or ""."""

    @property
    def kind(self) -> str:
        """The code of its kind."""

    @property
    def first(self) -> int:
        """The index of its first token."""

    @property
    def last(self) -> int:
        """The index after its last token."""

    @property
    def inner(self) -> Sequence[Found]:
        """The bodies inside its name, the body above first."""


F = TypeVar("F", bound=Found)
F_co = TypeVar("F_co", bound=Found, covariant=True)


class Bodies(Protocol[F_co]):
    """Who tells which body begins at a token."""

    def at(self, i: int) -> F_co | None:
        """The body that begins at token i, or None."""


class FieldReader(Generic[F]):
    """Extends a head over its field."""

    def __init__(
        self,
        grammar: Grammar,
        words: Words,
        places: dict[int, tuple[int, Mention]],
        persons: frozenset[int],
        bodies: Bodies[F],
    ) -> None:
        self.grammar = grammar
        self.words = words
        self.places = places
        self.persons = persons
        self.bodies = bodies

    def end(self, after: int, led: bool = False) -> int:
        """The index after the field that begins at token `after`; `after` itself when there is none. Behind the name of
        a body that somebody leads (`led`) two foreign words are that person's name."""
        i, limit = after, self.words.line[after - 1]
        while i < limit:
            step = self._step(i, after, limit)
            if step == i or (led and self._foreign_name(i, limit)):
                break
            i = step
        return i

    def with_goods(self, i: int) -> int:
        """The index after words in lower case for what a firm deals in and its own name behind them ("Công ty [ống gang
        dẻo Xinxing]"); i when no such name stands there."""
        words, k, limit = self.words, i, self.words.line[i - 1]
        while k < min(limit, i + _LONGEST_UNKNOWN) and not words.capital[k] and k not in self.places:
            found = self.grammar.fields.longest(words.low, k, limit)
            field = found[0] if found else None
            joins = k > i and words.low[k] in self.grammar.joiners
            if not field and not joins and (not words.low[k].isalpha() or words.low[k] in self.grammar.closed):
                return i
            k = field or k + 1
        if k == i or k >= limit or self._begins_other(k):
            return i
        return self.end(k) if words.capital[k] else i

    def _step(self, i: int, after: int, limit: int) -> int:
        words, low = self.words, self.words.low[i]
        # A full stop behind a short form of some letters ends a sentence.
        if words.text[i - 1][-1] == "." and len(words.text[i - 1]) > _DOTTED:
            return i
        if i in self.places or (i == after and self.grammar.not_first.longest(words.low, i, limit)):
            return i
        if i == after and words.text[i - 1] in self.grammar.party and is_numeral(words.text[i]):
            return i
        if i == after and self._above_first(i, limit):
            return i
        if self._begins_other(i) and (i > after or i in self.persons):
            return i
        if self.grammar.other_names.longest(words.low, i, limit):
            return i
        if i > after and low in self.grammar.inner and i + 1 < limit:
            topic = self._compound(i + 1, limit)
            return topic or i
        if i > after and (self.grammar.levels.longest(words.low, i, limit) or self._short_name(i, limit)):
            return i
        compound = self._compound(i, limit)
        if compound:
            return compound
        if words.capital[i] and words.text[i] not in self.grammar.stops and words.text[i][0].isalpha():
            return i + 1
        if i > after and low in self.grammar.joiners and i + 1 < limit:
            return self._joined(i, limit)
        if i > after and low == "," and i + 1 < limit:
            return self._listed(i, limit)
        if words.text[i].isdigit() and len(words.text[i]) < 4 and (i == after or self._numbered(i)):
            return i + 1
        return i

    def _numbered(self, i: int) -> bool:
        """Whether a number at token i ends the name of a body: "Ban Quản lý dự án [85]"."""
        low = self.words.low
        return any(" ".join(low[i - size : i]) in self.grammar.numbered_after for size in (1, 2))

    def _above_first(self, i: int, limit: int) -> bool:
        """Whether the body above stands right after the head ("Office of the City Committee"), longer than a field.

        In "Department of Traffic Police of the Provincial Police" a field does, and the body above after it.
        """
        body = self.bodies.at(i)
        acronym = self.words.text[i].isupper() and len(self.words.text[i]) > 1
        if body is None or (acronym and body.last == i + 1 and body.known):
            return False
        compound = self._compound(i, limit)
        if compound is not None and body.inner and body.inner[0].first == compound:
            return False
        return bool(body.known) or compound is None or body.last > compound

    def _compound(self, i: int, limit: int) -> int | None:
        """The index after the longest field at token i, unless it is a verb in lower case ("organizes")."""
        words = self.words
        for after, _ in self.grammar.fields.at(words.low, i, limit):
            if words.capital[i] or " ".join(words.low[i:after]) not in self.grammar.never:
                return after
        return None

    def _short_name(self, i: int, limit: int) -> bool:
        """Whether a person's name of two syllables follows the short form of a field: "Bộ GTVT Nguyễn Nhật"."""
        words = self.words
        if not words.text[i - 1].isupper() or words.text[i] not in self.grammar.families or words.text[i].isupper():
            return False
        named = i + 1 < limit and words.capital[i + 1] and words.text[i + 1].istitle()
        return named and not (i + 2 < limit and words.capital[i + 2])

    def _foreign_name(self, i: int, limit: int) -> bool:
        """Whether two foreign words with capitals begin at token i."""
        pair = self.words.text[i : min(i + 2, limit)]
        return len(pair) > 1 and all(map(is_foreign, pair))

    def past_short_form(self, i: int) -> int:
        """The index after brackets with a short form, when the name goes on: "Ủy ban Kiểm tra (UBKT) Tỉnh ủy X"."""
        words = self.words
        if words.low[i : i + 1] != ["("] or not words.text[i + 1].isupper():
            return i
        k = i + 2
        while words.low[k : k + 1] == ["-"] and words.text[k + 1].isupper():
            k += 2
        follows = k + 1 < words.line[i] and (k + 1 in self.places or self.bodies.at(k + 1) is not None)
        return k + 1 if words.low[k : k + 1] == [")"] and follows else i

    def in_university(self, last: int, inner: tuple[F, ...], kind: str) -> tuple[int, tuple[F, ...]]:
        """The end of the name of a body of some kind and the bodies inside, with the university that a dash joins to a
        school: "Trường Du lịch [- Đại học Huế]"."""
        dashed = kind == _SCHOOL and last + 1 < self.words.line[last - 1] and self.words.low[last] in _DASHES
        above = self.bodies.at(last + 1) if dashed else None
        return (above.last, (above,)) if above is not None and above.kind == _SCHOOL else (last, inner)

    def past_number(self, k: int) -> int:
        """The index after the number at token k that tells which of several is meant: "khu vực [II]"."""
        words = self.words
        numbered = k < words.line[k - 1] and is_numeral(words.text[k]) and self._numbered(k)
        return k + 1 if numbered else k

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

    def joint(self, body: F) -> tuple[F, ...]:
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

    def _begins_other(self, i: int) -> bool:
        """Whether another body or a person's name begins here, so that the field ends."""
        return self.bodies.at(i) is not None or (i in self.persons and i - 1 not in self.persons)

    def _joined(self, i: int, limit: int) -> int:
        """After "và" or a dash: go on when a capitalised field word that begins no other name follows."""
        words = self.words
        if words.text[i + 1] in self.grammar.stops or self.grammar.titles.longest(words.low, i + 1, limit):
            return i
        if not words.capital[i + 1] or i + 1 in self.places or self._begins_other(i + 1):
            field = self.grammar.fields.longest(words.low, i + 1, limit)
            if field is None or words.capital[i + 1] or (words.low[i] != "-" and field[0] not in self.places):
                return self._unknown(i, limit)
        compound = self.grammar.fields.longest(words.low, i + 1, limit)
        if compound:
            return compound[0]
        acronyms = words.low[i] == "&" and words.text[i - 1].isupper() and words.text[i + 1].isupper()
        return i + 2 if words.low[i] == "-" or acronyms else i

    def _unknown(self, i: int, limit: int) -> int:
        """After "và" at token i, behind a field in lower case: the words in lower case up to the name of a place or the
        end of the phrase, which ends the name ("Hội Bảo trợ bệnh nhân [và trẻ em nghèo] thành phố X", "phòng Quản lý đô
        thị [và công trình ngầm];"); i when something else stands there, as people or bodies."""
        words, grammar = self.words, self.grammar
        k = i + 1
        if words.capital[i - 1] or not words.low[i].isalpha():
            return i
        while k < min(limit, i + _LONGEST_UNKNOWN) and k not in self.places and words.low[k].isalpha():
            field = grammar.fields.longest(words.low, k, limit)
            if words.capital[k] or (field is None and words.low[k] in grammar.closed) or self._begins_other(k):
                return i
            k = field[0] if field else k + 1
        if k in self.places:
            named = self.places[k][0] > k + 1 or self.places[k][1].kind == NOMINAL
        else:
            ended = k >= limit or words.low[k] in _ENDS
            named = ended and k <= i + _LONGEST_LAST and grammar.others.longest(words.low, i + 1, k) is None
        return k if named and k > i + 2 else i

    def _listed(self, i: int, limit: int) -> int:
        """After a comma: go on only over fields up to an "and" with one more field ("Văn hóa, Thể thao và Du lịch"),
        or up to the country ("Bia, rượu, nước giải khát Việt Nam"); those in lower case need the country."""
        words = self.words
        k, capitals = i, True
        while k < limit and words.low[k] == ",":
            field = self.grammar.fields.longest(words.low, k + 1, limit) if k + 1 < limit else None
            if not field or k + 1 in self.places or self._begins_other(k + 1):
                return i
            capitals = capitals and words.capital[k + 1]
            k = field[0]
        if self.country(k) > k:
            return k
        if capitals and k < limit and words.low[k] in self.grammar.joiners and self._joined(k, limit) > k:
            return k
        return i

    def term(self, last: int) -> int:
        """The index after the term ("khóa XII"), or the year before a place, that follows a name's last token; `last`
        when none does."""
        words = self.words
        if last + 2 < len(words.low) and words.low[last] in self.grammar.years and last + 2 in self.places and (
            words.line[last] == words.line[last + 2] and words.low[last + 1].replace("-", "").isdigit()
        ):
            return last + 2
        if last + 1 < len(words.low) and last + 1 < words.line[last] and words.low[last] in self.grammar.terms:
            after = last + 2 if is_numeral(words.text[last + 1]) else last
            # Of several terms ("khóa XI, XII") all belong to the name.
            while after > last and after + 1 < words.line[last] and words.low[after] in self.grammar.joint_by and (
                is_numeral(words.text[after + 1])
            ):
                after += 2
            return after
        return last

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
