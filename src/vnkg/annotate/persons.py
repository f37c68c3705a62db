"""Persons: names after titles and honorifics, family name plus capitals, bylines and credits, later short forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vnkg.annotate.authors import authors
from vnkg.annotate.nameruns import NameRuns
from vnkg.annotate.placelexicon import place_names
from vnkg.annotate.words import Phrases, by_first_token, credit_ends, family_names, table, tokens_inside
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page, Words
from vnkg.text import is_foreign, is_syllable

PERSON = "Person"
_OTHERS = ("Organization", "Position", "Document", "TimeSpan", "Quantity", "Place")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    titles: frozenset[str]
    personal: frozenset[str]
    title_phrases: Phrases[bool]
    families: frozenset[str]
    credits: Phrases[bool]
    not_names: frozenset[str]
    particles: frozenset[str]
    separators: frozenset[str]
    labels: frozenset[str]
    not_at: frozenset[str]
    delegations: frozenset[str]
    places: Phrases[str]
    heads: Phrases[bool]
    known: Phrases[bool]
    articles: frozenset[str]
    speech: Phrases[bool]


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile honorifics, family names and the rest of the lexicon."""
    persons = knowledge.lexicon["persons"]
    titles = tuple(persons["honorifics"])
    families = family_names(knowledge)
    lexicon = _Lexicon(
        titles=frozenset(title.lower() for title in titles),
        personal=frozenset(word.lower() for word in persons["personal"]),
        title_phrases=table((*titles, *persons["not_given"])),
        families=families,
        known=table(persons["known"]),
        articles=frozenset(persons["articles"]),
        speech=table(persons["speech_verbs"]),
        credits=table(persons["credits"]),
        not_names=frozenset(persons["not_names"]),
        particles=frozenset(persons["particles"]),
        separators=frozenset(persons["byline"]["separators"]), labels=credit_ends(knowledge),
        not_at=frozenset(persons["not_at"]), delegations=frozenset(persons["delegations"]),
        places=place_names(knowledge),
        heads=table(
            word for head in knowledge.lexicon["organizations"]["head"] for word in head["words"]
            if word not in families
        ),
    )

    def annotate(page: Page) -> Iterator[Mention]:
        words = page.words
        yield from _Finder(lexicon, words, page).mentions()

    return annotate


class _Finder:
    """Two passes: names that show themselves, then short forms of the names found."""

    def __init__(self, lexicon: _Lexicon, words: Words, page: Page) -> None:
        self.lexicon = lexicon
        self.words = words
        self.taken = tokens_inside(page, _OTHERS)
        self.runs = NameRuns(words, self.taken, lexicon.particles)
        self.posts = by_first_token(words, page.mentions, "Position")
        self.bodies = by_first_token(words, page.mentions, "Organization")
        self.after_post = {self._past_brackets(last) for last, _ in self.posts.values()}
        places = by_first_token(words, page.mentions, "Place").values()
        self.after_country = {last for last, place in places if place.get("kind") == "country"}
        self.credited_end = -1
        self.authors, self.lone = authors(words, lexicon.separators, lexicon.labels, lexicon.places)
        self.street_ends = {
            words.last_at[m.end] - 1
            for m in page.mentions
            if m.type == "Place" and m.get("kind") == "street" and m.end in words.last_at
        }

    def _past_brackets(self, k: int) -> int:
        """The index after brackets with a short form or a body that open at token k: "Vụ trưởng Vụ A (Bộ B) X Y"."""
        low = self.words.low
        if low[k : k + 1] != ["("]:
            return k
        close = self.bodies[k + 1][0] if k + 1 in self.bodies else k + 2
        return close + 1 if low[close : close + 1] == [")"] else k

    def mentions(self) -> Iterator[Mention]:
        found: dict[int, tuple[int, str]] = {}
        done = 0
        for i in [k for k in self.words.capitals if k not in self.taken]:
            after = self._name(i) if i >= done else None
            if after is None:
                continue
            found[i] = after
            done = after[0]
            if after[1] == "byline" or self._credited(i):
                self.credited_end = done
        for first, (last, rule) in sorted({**self._short_forms(found), **found}.items()):
            start, end = self.words.span(first, last)
            dotted = "." in self.words.text[last - 1] and self.words.low[last : last + 1] == ["."]
            initials = rule == "byline" and dotted
            yield Mention(start, end + initials, PERSON, rule=f"person:{rule}")

    def _name(self, i: int) -> tuple[int, str] | None:
        words = self.words
        if not words.text[i][0].isalpha():
            return None
        known = self.lexicon.known.longest(words.low, i, words.line[i])
        if known and all(words.capital[i : known[0]]):
            return known[0], "known"
        if self._honoured(i):
            return None
        titled, personal = self._titled(i)
        after = self.runs.end(i)
        length = after - i
        if titled and length >= 2 and (personal or not self.lexicon.heads.longest(words.low, i, words.line[i])):
            return after, "titled"
        if length == 1 and ((personal and self._given(i)) or (titled and self._foreign(i))):
            return after, "given"
        if words.text[i] in self.lexicon.families and 2 <= length <= 5 and not self._stop(i):
            return (after, "family") if self._untitled(i, after) else None
        if 2 <= length <= 4 and self._described(i, after):
            return after, "described"
        if self._byline(i, after):
            return after, "byline"
        if words.text[i].capitalize() in self.lexicon.families and words.text[i].isupper() and 2 <= length <= 4:
            return (after, "family") if self._byline(i, after) else None
        return None

    def _honoured(self, i: int) -> bool:
        """Whether an honorific in capitals stands before a family name: "[Bà] Nguyễn Thị Tâm"."""
        words = self.words
        if words.low[i] not in self.lexicon.personal or words.text[i] in self.lexicon.families:
            return False
        return i + 1 < words.line[i] and words.text[i + 1] in self.lexicon.families

    def _given(self, i: int) -> bool:
        """Whether one capital syllable is a given name, and not the first of a title or the like."""
        words = self.words
        if self._stop(i) or words.text[i].isupper():
            return False
        title = self.lexicon.title_phrases.longest(words.low, i, words.line[i])
        return title is None

    def _foreign(self, i: int) -> bool:
        """Whether one foreign word is the family name of who has the post of a country before it."""
        word = self.words.text[i]
        return i in self.after_country and len(word) > 2 and is_foreign(word)

    def _untitled(self, i: int, after: int) -> bool:
        """Whether a name without a title reads as a person: no house number nor "tại" before it, no foreign word in it,
        no street beside it, no delegation ("Đoàn Nhật Bản")."""
        words = self.words
        before = i - 1 if i and words.line[i - 1] == words.line[i] else -1
        if before >= 0 and (words.text[before][0].isdigit() or words.lettered(before)):
            return False
        if before >= 0 and words.low[before] in self.lexicon.not_at:
            return False
        if words.low[i] in self.lexicon.delegations and self.lexicon.places.longest(words.low, i + 1, after):
            return False
        if before > 0 and words.low[before] in self.lexicon.separators and before - 1 in self.street_ends:
            self.street_ends.add(after - 1)
            return False
        if after + 1 < words.line[i] and words.low[after] in self.lexicon.separators and after + 1 in self.posts:
            return True
        return all(is_syllable(word) for word in words.text[i:after])

    def _described(self, i: int, after: int) -> bool:
        """Whether a foreign name has its post behind a comma: "John Smith, phát ngôn viên Bộ X"."""
        words = self.words
        if after + 2 >= words.line[i] or words.low[after] != "," or any(map(is_syllable, words.text[i:after:2])):
            return False
        return after + 1 in self.posts or (words.low[after + 1] in self.lexicon.articles and after + 2 in self.posts)

    def _stop(self, i: int) -> bool:
        return self.words.text[i] in self.lexicon.not_names

    def _titled(self, i: int) -> tuple[bool, bool]:
        """Whether a title stands right before token i, and whether it is one that takes a given name alone."""
        words = self.words
        if i == 0 or words.line[i - 1] != words.line[i]:
            return False, False
        for back in (1, 2, 3, 4):
            if i - back < 0:
                break
            before = " ".join(words.low[i - back : i])
            if before in self.lexicon.titles:
                return True, before in self.lexicon.personal
        if i > 1 and words.low[i - 1] == "." and words.low[i - 2] in self.lexicon.titles:
            # "ThS. Nguyễn ..."; but a full stop after a title that is a word ends a sentence.
            return (True, True) if not is_syllable(words.text[i - 2]) else (False, False)
        return i in self.after_post, False

    def _byline(self, i: int, after: int) -> bool:
        """A credit before the name, or a short line of its own near the end of the text."""
        words = self.words
        if not 2 <= after - i <= 4:
            return False
        listed = i - 1 == self.credited_end and self.words.low[i - 1] in self.lexicon.separators
        if listed or i in self.lone or self._credited(i):
            return True
        return not self._stop(i) and after > 0.5 * len(words.low) and (
            i in self.authors or self._line_of_names(i))

    def _line_of_names(self, i: int) -> bool:
        """Whether the whole line holds capitals and separators only, a few words in all."""
        words = self.words
        first = i
        while first > 0 and words.line[first - 1] == words.line[i]:
            first -= 1
        line = range(first, words.line[i])
        separators = self.lexicon.separators
        return first > 0 and len(line) <= 9 and all(words.low[k] in separators or words.named(k) for k in line)

    def _credited(self, i: int) -> bool:
        words = self.words
        for back in (1, 2, 3, 4, 5):
            k = i - back
            if k < 0 or words.line[k] != words.line[i]:
                return False
            found = self.lexicon.credits.longest(words.low, k, i) if words.capital[k] else None
            if found and (found[0] == i - 1 and words.low[i - 1] in (":", ".") ):
                return True
            # An outlet may stand between: "Ảnh: ABC/Minh Anh".
            outlet = words.low[i - 1] == "/" and words.text[i - 2].isupper()
            if found and outlet and found[0] in (i - 2, i - 3):
                return True
        return False

    def _short_forms(self, found: dict[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
        """Later mentions by family name of a foreigner, or by a full name met before, without any title."""
        words = self.words
        names = {tuple(words.text[i:last]) for i, (last, _) in found.items() if last - i > 1}
        foreign = {name[-1] for name in names if name[0] not in self.lexicon.families and not name[0].isupper()
                   and not all(map(is_syllable, name))}
        alone = {words.text[i] for i, (last, rule) in found.items() if last - i == 1 and rule == "given"}
        foreign |= set(filter(is_foreign, alone))
        covered = {k for i, (last, _) in found.items() for k in range(i, last)}
        result: dict[int, tuple[int, str]] = {}
        given = {name[-1] for name in names if name[0] in self.lexicon.families and name[-1].istitle()}
        wanted = foreign | given
        for i in [k for k, word in enumerate(words.text) if word in wanted] if wanted else ():
            word = words.text[i]
            if i in covered or i in self.taken:
                continue
            if (word in foreign and len(word) > 2) or (word in given and (i in self.after_post or self._speaks(i))):
                result[self._first_of(i)] = (i + 1, "short")
        return result

    def _first_of(self, i: int) -> int:
        """The token where the name begins that a foreign family name at token i ends: "[Andrea] Leadsom"."""
        words, first = self.words, i
        while is_foreign(words.text[i]) and first > 0 and words.line[first - 1] == words.line[i] and (
            is_foreign(words.text[first - 1]) and first - 1 not in self.taken
        ):
            first -= 1
        return first

    def _speaks(self, i: int) -> bool:
        """Whether a bare given name at token i is the subject of a verb of speech."""
        words = self.words
        opens = i == 0 or words.line[i - 1] != words.line[i] or words.low[i - 1] in (",", ".", "-", "”", '"')
        return opens and i + 1 < words.line[i] and bool(self.lexicon.speech.longest(words.low, i + 1, words.line[i]))
