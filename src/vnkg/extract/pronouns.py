"""Pronouns that head a clause ("Ông từng giữ …", "do ông được …") as phrases of the person they stand for."""

from __future__ import annotations

from vnkg.extract.scene import Item, Line, Phrase
from vnkg.extract.subjects import Subjects
from vnkg.knowledge import Knowledge
from vnkg.model import Token


class PronounReader:
    """Puts persons in the place of pronouns, for patterns to match."""

    def __init__(self, knowledge: Knowledge) -> None:
        pronouns = knowledge.lexicon["reporting"]["pronoun"]
        kinds = ("male", "female", "either", "body")
        self.pronouns = frozenset(word.split()[0] for kind in kinds for word in pronouns[kind])
        self.before = frozenset(knowledge.words("linking", "pronoun", "before"))

    def resolved(self, subjects: Subjects, lines: list[Line], number: int) -> tuple[Item, ...]:
        """The items of a line with its pronouns replaced; those that nobody is known for stay words."""
        line = lines[number]
        if self.pronouns.isdisjoint(line.words):
            return line.items
        result: list[Item] = []
        done = 0
        for i in [k for k, word in enumerate(line.low) if word in self.pronouns]:
            found = self._found(subjects, lines, number, i) if i >= done else None
            if found is not None:
                result += (*line.items[done:i], found[1])
                done = found[0]
        return (*result, *line.items[done:])

    def _found(self, subjects: Subjects, lines: list[Line], number: int, i: int) -> tuple[int, Phrase] | None:
        """The pronoun at item i of a line: the index after it, and the phrase that stands for it."""
        items = lines[number].items
        found = subjects.pronoun(items, i) if self._heads_clause(items, i) else None
        if found is None:
            return None
        after, gender = found
        next_ = items[after] if after < len(items) else None
        if isinstance(next_, Phrase) and next_.type == "Person":
            return None
        person = self._same_line(items, i) or subjects.of_pronoun(number, gender)
        if person is None:
            return None
        mentions = subjects.scene.entities[person].mentions[:1]
        return after, Phrase(items[i].start, items[after - 1].end, "Person", (person,), mentions)

    def _heads_clause(self, items: tuple[Item, ...], i: int) -> bool:
        if isinstance(items[i], Phrase):
            return False
        before = items[i - 1] if i else None
        return before is None or (isinstance(before, Token) and before.low in self.before)

    @staticmethod
    def _same_line(items: tuple[Item, ...], i: int) -> str | None:
        """The person named last before it in the same sentence."""
        return next(
            (p.entities[0] for p in reversed(items[:i]) if isinstance(p, Phrase) and p.type == "Person"), None
        )
