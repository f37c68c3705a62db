"""How far the field of a body's name goes: capitals, known fields, and what joins them."""

from __future__ import annotations

from vnkg.annotate.bodyends import EndReader
from vnkg.model import NOMINAL
from vnkg.text import is_foreign, is_numeral, is_syllable

# Letters of the longest short form with a full stop, digits of the shortest number that ends no name.
_DOTTED, _NUMBER = 3, 4
_LONGEST_UNKNOWN, _LONGEST_LAST = 8, 5
_ENDS = frozenset(".;:()")


class FieldReader(EndReader):
    """Extends a head over its field."""

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

    def past_place(self, last: int) -> int:
        """The index after one more syllable or a number behind a firm's name that ends like a place ("Tân Phước [Lợi]",
        "Hậu Giang [68]"); `last` when none stands there."""
        words, limit = self.words, self.words.line[last - 1]
        if last >= limit or not any(after == last for after, _ in self.places.values()):
            return last
        if words.text[last].isdigit() and 1 < len(words.text[last]) < _NUMBER:
            return last + 1
        single = words.named(last) and not (last + 1 < limit and words.capital[last + 1])
        return last + 1 if single and words.text[last] not in self.grammar.stops and last not in self.places else last

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
        other, compound = self.grammar.other_names.longest(words.low, i, limit), self._compound(i, limit)
        if other and not (compound and compound > other[0]):
            return i
        if i > after and low in self.grammar.inner and i + 1 < limit:
            topic = self._compound(i + 1, limit)
            return topic or i
        if i > after and (self.grammar.levels.longest(words.low, i, limit) or self._short_name(i, limit)):
            return i
        if compound:
            return compound
        if words.capital[i] and words.text[i] not in self.grammar.stops and words.text[i][0].isalpha():
            return i + 2 if i == after and self._halved(i, limit) else i + 1
        if i > after and low in self.grammar.joiners:
            return self._joined(i, limit)
        if i > after and low == "," and i + 1 < limit:
            return self._listed(i, limit)
        if words.text[i].isdigit() and len(words.text[i]) < _NUMBER and (i == after or self._numbered(i)):
            return i + 1
        return i

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

    def _halved(self, i: int, limit: int) -> bool:
        """Whether the one capital syllable behind a head begins an unknown compound, and a name follows: "Hội [Phật tử]
        Việt Nam"."""
        words = self.words
        if i + 2 >= limit or words.capital[i + 1] or not words.capital[i + 2] or not words.text[i].istitle():
            return False
        second = words.low[i + 1]
        held = words.text[i + 2] in self.grammar.families and self.grammar.titles.longest(words.low, i, limit)
        other = second in self.grammar.never_halves or i + 2 in self.persons or self._compound(i + 1, limit) or held
        return not other and is_syllable(words.text[i]) and is_syllable(second)

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

    def _begins_other(self, i: int) -> bool:
        """Whether another body or a person's name begins here, so that the field ends."""
        return self.bodies.at(i) is not None or (i in self.persons and i - 1 not in self.persons)

    def _joined(self, i: int, limit: int) -> int:
        """After "và" or a dash: go on when a capitalised field word that begins no other name follows."""
        words = self.words
        ends = i + 1 >= limit or words.text[i + 1] in self.grammar.stops
        if ends or self.grammar.titles.longest(words.low, i + 1, limit):
            return i
        field = self.grammar.fields.longest(words.low, i + 1, limit)
        doubtful = not words.capital[i + 1] or i + 1 in self.places or self._begins_other(i + 1)
        shown = field and not words.capital[i + 1] and (words.low[i] == "-" or field[0] in self.places)
        if doubtful and not shown:
            return self._unknown(i, limit)
        if field:
            return field[0]
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
        or up to the country ("Bia, rượu, nước giải khát Việt Nam"); those in lower case need the country, or are one
        field of two parts ("Văn hóa - thông tin, thể thao và du lịch")."""
        words = self.words
        last = self._compound(i + 1, limit) if not words.capital[i + 1] else None
        if last is not None and self.grammar.joiners.intersection(words.low[i + 1 : last]):
            return last
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
