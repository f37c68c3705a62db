"""Who is meant: a person phrase, a pronoun at the head of a clause, or a title alone, at a place of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from vnkg.annotate.words import Phrases, phrases, split
from vnkg.extract.scene import Item, Line, Phrase, Scene, lows
from vnkg.knowledge import Knowledge
from vnkg.model import FORMER, Statement, Token

MALE, FEMALE, BODY, EITHER = "male", "female", "body", ""
_AGENTS = frozenset(("Person", "Organization"))


@dataclass(frozen=True, slots=True)
class _Holder:
    """A person found in a post: where that stands, the post's entity and its weighty words."""

    start: int
    person: str
    post: str
    words: tuple[str, ...]
    levels: frozenset[str]


class SubjectLexicon:
    """Pronouns and light words of titles, compiled once."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["reporting"]
        pronouns = lexicon["pronoun"]
        self.pronouns: Phrases[str] = phrases(
            (word, f"{gender}/{split(word)[0]}" if gender in (MALE, FEMALE) else gender)
            for gender, name in ((MALE, "male"), (FEMALE, "female"), (BODY, "body"), (EITHER, "either"))
            for word in pronouns[name]
        )
        self.female_names = frozenset(word.lower() for word in pronouns["female_names"])
        self.light = frozenset(w for word in lexicon["title"]["light"] for w in split(word))
        self.levels = frozenset(lexicon["title"]["levels"])
        self.heads: Phrases[tuple[str, ...]] = phrases((w, tuple(t)) for w, t in lexicon["heads"].items())
        linking = knowledge.lexicon["linking"]
        self.written_out: Mapping[str, tuple[str, ...]] = {
            short.lower(): split(full) for short, full in linking["abbreviations"].items()
        }

    def titles_of(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The titles of those who head the body with these words."""
        found = self.heads.longest(words, 0, len(words))
        return found[1] if found else ()


class Subjects:
    """Resolves items of one page; `lines` and `held` are those of the whole page."""

    def __init__(self, lexicon: SubjectLexicon, scene: Scene, lines: Iterable[Line], held: Iterable[Statement]) -> None:
        self.lexicon = lexicon
        self.scene = scene
        self.lines = tuple(_with_colons(line, scene) for line in lines)
        self._held = tuple(held)

    def at(self, line: int, i: int) -> tuple[str, ...]:
        """Who is meant by item i of a line: a phrase of persons or bodies, a title alone, or a pronoun."""
        items = self.lines[line].items
        item = items[i]
        if isinstance(item, Phrase):
            return self.of_phrase(item)
        pronoun = self.pronoun(items, i)
        person = self.of_pronoun(line, pronoun[1]) if pronoun else None
        return (person,) if person else ()

    def of_phrase(self, phrase: Phrase) -> tuple[str, ...]:
        """The agents that a phrase stands for: themselves, or the holder of a post; empty when nobody is known."""
        if phrase.type in _AGENTS:
            return phrase.entities
        if phrase.type == "Position":
            holder = self.holder(phrase)
            return (holder,) if holder else ()
        return ()

    def leader(self, titles: Iterable[str], position: int) -> str | None:
        """The person who holds a post that begins with one of some titles: the nearest before a position of the view,
        else the first after."""
        named = [split(title) for title in titles]
        same = [h for h in self.holders if any(self._titled(h, title) for title in named)]
        return _nearest(same, position)

    def _titled(self, holder: _Holder, title: tuple[str, ...]) -> bool:
        """Whether the post begins with the title, in full or by its weighty words."""
        full = split(self.scene.entities[holder.post].name)
        return title in (holder.words[: len(title)], full[: len(title)])

    def words_of(self, phrase: Phrase) -> tuple[str, ...]:
        """The words of a phrase in lower case."""
        return split(self.scene.page.text[phrase.start : phrase.end])

    def pronoun(self, items: tuple[Item, ...], i: int) -> tuple[int, str] | None:
        """(index after it, gender and honorific: "female/chị") of a pronoun at item i."""
        low = lows(items[i : i + 4])
        return None if not low else self._shifted(self.lexicon.pronouns.longest(low, 0, len(low)), i)

    @staticmethod
    def _shifted(found: tuple[int, str] | None, i: int) -> tuple[int, str] | None:
        return None if found is None else (i + found[0], found[1])

    def of_pronoun(self, line: int, gender: str, spoke: str | None = None) -> str | None:
        """Who is meant by a pronoun in a line: who spoke last, else the first person of the nearest line before; one
        whose gender is known to fit goes before one of whom nothing is known, and before one with another honorific
        ("chị" and "bà")."""
        if gender == BODY:
            return next(self._named_before(line, "Organization"), None)
        recent = ([spoke] if spoke else []) + list(self._named_before(line, "Person"))
        fitting = [person for person in recent if self._fits(person, _kind(gender))]
        fitting = [person for person in fitting if self._called(person, gender)] or fitting
        certain = [p for p in fitting if _kind(gender) == FEMALE and self.genders.get(p, "").startswith(FEMALE)]
        return next(iter(certain or fitting), None)

    def _called(self, person: str, gender: str) -> bool:
        """Whether nothing is known of how a person is called, or it is with the honorific of a pronoun."""
        known = self.genders.get(person, EITHER)
        return "/" not in known or "/" not in gender or known == gender

    def _named_before(self, line: int, type_: str) -> Iterator[str]:
        """The entities of a type in the lines before one, the nearest line first, in the order of the line."""
        for k in range(line - 1, max(-1, line - 7), -1):
            for phrase in self.lines[k].phrases.values():
                if phrase.type == type_:
                    yield phrase.entities[0]

    def holder(self, phrase: Phrase) -> str | None:
        """The person who holds a post by what the page says: the nearest before it, else the first after."""
        post = phrase.entities[0]
        same = [h for h in self.holders if h.post == post] or self._alike(phrase)
        return _nearest(same, phrase.start)

    def _alike(self, phrase: Phrase) -> list[_Holder]:
        """Holders whose post has all the weighty words of this title, beginning with the same one."""
        words, levels = self._words(self.scene.page.text[phrase.start : phrase.end])
        return [
            h for h in self.holders
            if words and h.words and h.words[0] == words[0] and set(words) <= set(h.words)
            and (not levels or not h.levels or levels & h.levels)
        ]

    def _fits(self, person: str, gender: str) -> bool:
        known = _kind(self.genders.get(person, EITHER))
        return not gender or not known or known == gender

    @cached_property
    def genders(self) -> dict[str, str]:
        """What honorifics ("female/chị") and middle names ("female") say of each person; the first word counts."""
        found: dict[str, str] = {}
        for line in self.lines:
            for phrase in line.phrases.values():
                if phrase.type == "Person" and len(phrase.entities) == 1:
                    gender = self._gender(phrase)
                    if gender:
                        found.setdefault(phrase.entities[0], gender)
        return found

    def _gender(self, phrase: Phrase) -> str:
        head = list(split(self.scene.page.text[phrase.start : phrase.start + 12]))
        spoken = self.lexicon.pronouns.longest(head, 0, len(head)) if head else None
        if spoken and spoken[1]:
            return spoken[1]
        name = split(self.scene.entities[phrase.entities[0]].name)
        return FEMALE if any(word in self.lexicon.female_names for word in name[1:-1]) else EITHER

    @cached_property
    def holders(self) -> tuple[_Holder, ...]:
        """Persons in posts that they still hold, in text order."""
        result = []
        for statement in self._held:
            if statement.predicate == "holds" and statement.object and statement.status != FORMER:
                words, levels = self._words(self.scene.entities[statement.object].name)
                result.append(_Holder(statement.evidence.start, statement.subject, statement.object, words, levels))
        return tuple(sorted(result, key=lambda h: (h.start, h.person, h.post)))

    def _words(self, text: str) -> tuple[tuple[str, ...], frozenset[str]]:
        """The weighty words of a title, abbreviations written out, and the levels that it names."""
        words: list[str] = []
        for word in split(text):
            words += self.lexicon.written_out.get(word, (word,))
        joined = " ".join(words)
        levels = frozenset(level for level in self.lexicon.levels if f" {level}" in joined)
        return tuple(word for word in words if word not in self.lexicon.light), levels


def _kind(gender: str) -> str:
    """The gender without the honorific."""
    return gender.partition("/")[0]


def _nearest(holders: Sequence[_Holder], position: int) -> str | None:
    """The person of the last holder before a position, else of the first one."""
    before = [h for h in holders if h.start <= position]
    chosen = before[-1] if before else (holders[0] if holders else None)
    return chosen.person if chosen else None


def _with_colons(line: Line, scene: Scene) -> Line:
    """The line with a colon that a person phrase begins with as a word of its own: it opens what is said."""
    text = scene.page.text
    if not any(phrase.type == "Person" and text[phrase.start] == ":" for phrase in line.phrases.values()):
        return line
    items: list[Item] = []
    for item in line.items:
        if isinstance(item, Phrase) and text[item.start] == ":":
            after = item.start + 1
            while text[after].isspace():
                after += 1
            items.append(Token(item.start, item.start + 1, ":", ":", False))
            item = item._replace(start=after)
        items.append(item)
    return Line(line.sentence, tuple(items))
