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
        items = lines[number].items
        if not self.pronouns & lines[number].words:
            return items
        result: list[Item] = []
        i = 0
        while i < len(items):
            found = subjects.pronoun(items, i) if self._heads_clause(items, i) else None
            after = found[0] if found else i + 1
            next_ = items[after] if after < len(items) else None
            if found is None or (isinstance(next_, Phrase) and next_.type == "Person"):
                result.append(items[i])
                i += 1
                continue
            person = self._same_line(items, i) or subjects.of_pronoun(number, found[1])
            first, last = items[i], items[after - 1]
            if person is None:
                result += items[i:after]
            else:
                mentions = subjects.scene.entities[person].mentions[:1]
                result.append(Phrase(first.start, last.end, "Person", (person,), mentions))
            i = after
        return tuple(result)

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
