"""Posts: a title with its modifiers and the body, place or field it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vnkg.annotate.words import Phrases, by_first_token, family_names, phrases, split, table
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page, Words
from vnkg.text import is_syllable

POSITION = "Position"
_MARKS, _JOINTS = frozenset((",", "-", "–")), frozenset(("-", "&"))

# Words between "in charge of" and the body.
_LONGEST_CHARGE = 8

@dataclass(frozen=True, slots=True)
class _Title:
    alone: bool
    lower: bool
    named: bool
    field: bool
    lower_field: bool
    seated: bool
    linked: bool
    text: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    titles: Phrases[_Title]
    modifiers: Phrases[bool]
    in_charge: Phrases[bool]
    fields: Phrases[bool]
    families: frozenset[str]
    not_after: frozenset[str]
    vague_after: frozenset[str]
    members: frozenset[str]
    split_words: frozenset[str]
    shown_by: frozenset[str]
    not_before: frozenset[str]
    heads: Phrases[bool]
    plural: frozenset[str]
    lower_shown: frozenset[str]
    seat: frozenset[str]
    verbs: frozenset[str]
    acting: frozenset[str]
    not_acting: frozenset[str]
    link: frozenset[str]
    of: str
    above: frozenset[str]
    bare: frozenset[str]
    told_by: Phrases[bool]
    honorifics: frozenset[str]


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the titles."""
    title, organizations = knowledge.lexicon["positions"]["title"], knowledge.lexicon["organizations"]
    lower, named = frozenset(title["lower_alone"]), frozenset(title["lower_named"])
    of_field, of_lower_field = frozenset(title["of_field"]), frozenset(title["of_lower_field"])
    seated, linked = frozenset(title["seated"]), frozenset(title["linked"])
    lexicon = _Lexicon(
        titles=phrases(
            (word, _Title(alone, word.lower() in lower, word.lower() in named, word in of_field, word in of_lower_field,
                          word in seated, word in linked, word))
            for alone, words in ((True, title["alone"]), (False, title["bound"]))
            for word in words
        ),
        modifiers=table(title["modifiers"]), in_charge=table(title["in_charge"]),
        fields=table(knowledge.words("fields", "compounds")),
        families=family_names(knowledge),
        not_after=frozenset(title["not_after"]),
        vague_after=frozenset(title["vague_after"]), members=frozenset(title["members"]),
        split_words=frozenset(title["split_words"]),
        shown_by=frozenset(title["shown_by"]), not_before=frozenset(title["not_before"]),
        heads=table(word for head in organizations["head"] for word in head["words"]),
        plural=frozenset(organizations["tail"]["vague_after"]),
        lower_shown=frozenset(title["lower_shown"]),
        seat=frozenset(title["seat"]), verbs=frozenset(title["verbs"]),
        acting=frozenset(title["acting"]), not_acting=frozenset(title["not_acting"]),
        link=frozenset(title["link"]),
        of=title["of"], above=frozenset(word.lower() for word in title["above"]),
        bare=frozenset(title["bare"]),
        told_by=table(title["told_by"]),
        honorifics=frozenset(knowledge.words("persons", "honorifics")),
    )

    def annotate(page: Page) -> Iterator[Mention]:
        words = page.words
        bodies = by_first_token(words, page.mentions, "Organization")
        places = by_first_token(words, page.mentions, "Place")
        yield from _Finder(lexicon, words, bodies, places).mentions()

    return annotate


class _Finder:
    """One pass over a page's words."""

    def __init__(
        self,
        lexicon: _Lexicon,
        words: Words,
        bodies: dict[int, tuple[int, Mention]],
        places: dict[int, tuple[int, Mention]],
    ) -> None:
        self.lexicon = lexicon
        self.words = words
        self.bodies = bodies
        self.places = places
        self.inside_places = {k for first, (last, _) in places.items() for k in range(first + 1, last)}

    def mentions(self) -> Iterator[Mention]:
        done = 0
        for i in self.words.among(self.lexicon.titles.table):
            found = self._at(i) if i >= done and i not in self.inside_places else None
            if found is None:
                continue
            last, title = found
            # A post may stand inside of another one's name: "người phát ngôn của [Tổng thư ký X]".
            done = i + len(split(title.text)) if title.linked else last
            start, end = self.words.span(i - self._acting(i), last)
            yield Mention(start, end, POSITION, rule="position", attributes=(("role", title.text.lower()),))

    def _acting(self, i: int) -> bool:
        """Whether "quyền" before the title at token i makes it an acting one."""
        words = self.words
        if not i or words.low[i - 1] not in self.lexicon.acting or words.line[i - 1] != words.line[i]:
            return False
        return i < 2 or f"{words.low[i - 2]} {words.low[i - 1]}" not in self.lexicon.not_acting

    def _at(self, i: int) -> tuple[int, _Title] | None:
        words = self.words
        before = words.low[i - 1] if i and words.line[i - 1] == words.line[i] else ""
        if before in self.lexicon.not_after or f"{before} {words.low[i]}" in self.lexicon.split_words:
            return None
        vague = before in self.lexicon.vague_after and not words.capital[i]
        counted = before.isdigit() and not words.capital[i]
        for after, title in self.lexicon.titles.at(words.low, i, words.line[i]):
            if vague and not (title.text.lower() in self.lexicon.members and after in self.bodies):
                continue
            if counted and title.text.lower() in self.lexicon.members and after not in self.bodies:
                return None
            if after < words.line[i] and words.low[after] in self.lexicon.not_before:
                return None
            if after - 1 > i and after - 1 in self.places:  # "Trưởng [thôn Đông Hải]"
                continue
            extended = self._extended(after, title)
            extended = self._seated(extended) if title.seated else extended
            if extended > after:
                return extended, title
            if self._of_kind(after):
                return None
            if title.alone and (words.capital[i] or self._office(title, before, after, i)):
                return self._modified(after), title
        return None

    def _of_kind(self, after: int) -> bool:
        """Whether a kind of body follows the title ("Chairmen of the committees of the provinces"): no one post."""
        words = self.words
        if after + 1 >= words.line[after - 1] or not words.capital[after] or after in self.bodies:
            return False
        found = self.lexicon.heads.longest(words.low, after, words.line[after - 1])
        return found is not None and found[0] < words.line[after - 1] and words.low[found[0]] in self.lexicon.plural

    def _office(self, title: _Title, before: str, after: int, i: int) -> bool:
        """Whether a title in lower case stands for an office: before a name, or after a word that says so."""
        words = self.words
        if title.lower and (before in self.lexicon.shown_by or self._given_name(after, i)):
            return True
        if (title.lower or title.named) and self._told_of(after):
            return True
        if self._set_off(after, i) or (title.named and before in self.lexicon.lower_shown):
            return title.lower or title.named
        named = after + 1 < words.line[i] and words.capital[after] and words.capital[after + 1]
        return (title.lower or title.named) and named and words.text[after] in self.lexicon.families

    def _told_of(self, after: int) -> bool:
        """Whether the title's holders follow: "3 phó chủ tịch gồm ông A, ông B"."""
        words = self.words
        limit = words.line[after - 1]
        found = self.lexicon.told_by.longest(words.low, after, limit) if after < limit else None
        if found is None:
            return False
        first = found[0] + int(words.low[found[0]] in self.lexicon.vague_after) if found[0] < len(words.low) else 0
        holders = words.low[first : first + 3]
        return bool(holders) and holders[0] in self.lexicon.honorifics and any(words.capital[first + 1 : first + 3])

    def _set_off(self, after: int, i: int) -> bool:
        """Whether a title stands between the mark behind a name and the end of the phrase: "A, hiệu trưởng;"."""
        words = self.words
        ended = after >= words.line[i] or not words.text[after][0].isalnum()
        if not ended or i < 3 or words.low[i - 1] not in _MARKS or words.line[i - 3] != words.line[i]:
            return False
        return words.capital[i - 3] and words.text[i - 2].istitle() and i - 2 not in self.places

    def _given_name(self, after: int, i: int) -> bool:
        """Whether one capital syllable follows, no place: "bộ trưởng Thể"."""
        words, last = self.words, self.words.line[i]
        if after + 1 >= last or after in self.places or not words.text[after].istitle():
            return False
        field = self.lexicon.fields.longest(words.low, after, last)
        return is_syllable(words.text[after]) and words.text[after + 1].islower() and field is None

    def _seated(self, after: int) -> int:
        """The index after "tại" and a place."""
        words = self.words
        seat = after + 1 < words.line[after - 1] and words.low[after] in self.lexicon.seat
        return self._placed(after + 1) if seat and after + 1 in self.places else after

    def _linked(self, start: int, limit: int, title: _Title) -> int:
        """1 when "của" joins the title to a body: "người phát ngôn [của] Bộ X"."""
        return int(title.linked and start + 1 < limit and self.words.low[start] in self.lexicon.link)

    def _field(self, start: int, limit: int) -> int:
        """The index after a field, one more in capitals right behind it, or its short form; `start` when none."""
        field = self.lexicon.fields.longest(self.words.low, start, limit)
        if field is None:
            return self._short_forms(start, limit)
        if not self.words.capital[start] and " ".join(self.words.low[start : field[0]]) in self.lexicon.verbs:
            return start
        more = self.lexicon.fields.longest(self.words.low, field[0], limit) if field[0] < limit else None
        goes_on = more is not None and more[0] > field[0] + 1 and self.words.capital[field[0]]
        return more[0] if more and goes_on else field[0]

    def _short_forms(self, start: int, limit: int) -> int:
        """The index after the short form of a field ("Cục trưởng QLTT", "Bộ trưởng TT - TT"); `start` when none."""
        words, k = self.words, start
        while k < limit and words.text[k].isupper() and len(words.text[k]) > 1 and words.text[k].isalpha():
            k += 1
            if k + 1 >= limit or words.low[k] not in _JOINTS or not words.text[k + 1].isupper():
                break
            k += 1
        return k

    def _placed(self, after: int) -> int:
        """The index after the place that follows a field, a short form in brackets between, or after the field."""
        low, behind = self.words.low, after + 3
        if low[after : after + 1] == ["("] and low[after + 2 : behind] == [")"] and behind in self.places:
            return self.places[behind][0] if self.words.text[after + 1].isupper() else after
        return self.places[after][0] if after in self.places else after

    def _of_above(self, last: int) -> int:
        """The index after "of" and the assembly that the body before it belongs to ("Chủ nhiệm Ủy ban Tư pháp [của
        Quốc hội]"): the post is named with both, the body without.
        """
        low = self.words.low
        if low[last : last + 1] == [self.lexicon.of] and last + 1 in self.bodies:
            after = self.bodies[last + 1][0]
            return after if " ".join(low[last + 1 : after]) in self.lexicon.above else last
        return last

    def _charged(self, after: int) -> int:
        """The index after "in charge" and a body, or a field and the body ("Phó Chủ tịch [phụ trách kinh tế của UBND
        xã]"); `after` when neither follows."""
        low, first = self.words.low, self._over(self.lexicon.in_charge, after)
        if first == after:
            return after
        if first in self.bodies:
            return self._of_above(self.bodies[first][0])
        limit = min(first + _LONGEST_CHARGE, self.words.line[after - 1])
        of = next((k for k in range(first, limit) if low[k] == self.lexicon.of or self.words.capital[k]), limit)
        return self.bodies[of + 1][0] if of + 1 in self.bodies else after

    def _modified(self, after: int) -> int:
        return self._over(self.lexicon.modifiers, after)

    def _over(self, table: Phrases[bool], after: int) -> int:
        """The index after a phrase of a table at token `after`; `after` itself when none stands there."""
        limit = self.words.line[after - 1]
        found = table.longest(self.words.low, after, limit) if after < limit else None
        return found[0] if found else after

    def _extended(self, after: int, title: _Title) -> int:
        """The index after the body, place or field that follows the title; `after` when none does."""
        words, limit = self.words, self.words.line[after - 1]
        ends = [after, self._charged(after)]
        for start in dict.fromkeys((after, self._modified(after))):
            if start >= limit:
                continue
            start += self._linked(start, limit, title)
            if start in self.bodies:
                ends.append(self._of_above(self.bodies[start][0]))
            elif title.linked and words.low[start] in self.lexicon.titles.table and (inner := self._at(start)):
                ends.append(inner[0])
            elif (above := self._of_above(start)) > start:
                ends.append(above)
            elif start in self.places:
                ends.append(self.places[start][0])
            elif title.lower_field or (title.field and words.capital[start]):
                ends.append(self._placed(self._field(start, limit)))
        named = after + 1 < limit and words.capital[after + 1]
        if after < limit and words.text[after] in self.lexicon.bare and not named:
            ends.append(after + 1)
        # A title whose last word is the head of the body: one word for both.
        ends += [self._of_above(self.bodies[k][0]) for k in range(after - 3, after) if k in self.bodies]
        return max(ends)
