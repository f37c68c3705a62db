"""Figures of those who come to an event, of those for whom they stand, and of what its organizing committee hands out:
no subject of their clause owns these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnkg.annotate.words import back, table
from vnkg.extract.clauses import clause_start, events_of, is_event, last_contest
from vnkg.extract.scene import Item, Line, Phrase, Scene
from vnkg.extract.votes import counts
from vnkg.knowledge import Knowledge
from vnkg.model import Span, Statement

# Sentences back in which an event counts as under way; words of a sentence that say who came.
_RECENT, _OPENING = 6, 3
_CONFIDENCE = 0.8


class GatheringFigureReader:
    """Reads them by the section `gathering` of `lexicon/figures.toml`."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["figures"]
        words = lexicon["gathering"]
        self.names, self.standing = frozenset(words["committees"]), table(words["standing_for"])
        self.committees = table(words["committees"])
        self.opening, self.coming = frozenset(words["opening"]), frozenset(words["coming"])
        self.joining, self.people = frozenset(words["joining"]), (*lexicon["people"], *words["people"])
        self.contested = tuple(lexicon["contest"]["units"])
        self.contests = frozenset(lexicon["contest"]["kinds"])
        self.breaks, self.speech = frozenset(lexicon["breaks"]), table(lexicon["speech"])

    def read(
        self, scene: Scene, line: Line, main: Phrase | None, before: Sequence[Line]
    ) -> Iterator[Statement]:
        """`quantity` statements; `main` is the event that the article is about, `before` are the lines before."""
        acting = [k for k in range(len(line.low)) if self._is_committee(scene, line.items, line.low, k)]
        for i, quantity in line.phrases.items():
            if quantity.type != "Quantity":
                continue
            if (stands := back(self.standing, line.low, i)) is not None:
                event = next((item for item in reversed(line.items[:i]) if is_event(item)), main)
                owner, rule, start = self._host(scene, event), "represented", stands
            elif self._attended(line.low, i, quantity):
                owner, rule, start = _event_of(line, i, main, before), "attended", 0
            elif (committee := self._handed_out(line, i, acting)) is not None:
                # Prizes are the contest's, wherever they are handed out.
                contest = last_contest(before, self.contests) if counts(quantity, self.contested) else None
                owner = contest.entities[0] if contest else _event_of(line, committee, main, before)
                rule, start = "committee", committee
            else:
                continue
            if owner is None:
                continue
            for entity in quantity.entities:
                yield Statement(owner, "quantity", Span(line.items[start].start, quantity.end), object=entity,
                                confidence=_CONFIDENCE, rule=f"figures:{rule}")

    @staticmethod
    def _host(scene: Scene, event: Phrase | None) -> str | None:
        """The body whose event it is: the first that the event's own name holds."""
        for mention in scene.entities[event.entities[0]].mentions if event else ():
            for inner in scene.inside(mention):
                if inner.type == "Organization":
                    return scene.id_at(inner)
        return None

    def _attended(self, low: list[str], i: int, quantity: Phrase) -> bool:
        """Whether the sentence says who came, and the figure behind the others how many more."""
        came = low[0] in self.opening and not self.coming.isdisjoint(low[:_OPENING])
        return came and low[i - 1] in self.joining and counts(quantity, self.people)

    def _handed_out(self, line: Line, i: int, acting: Sequence[int]) -> int | None:
        """The index of the organizing committee in the clause of a figure; None when none acts in it."""
        first = clause_start(line.low, i, self.breaks, self.speech) if acting else i
        return next((k for k in acting if first <= k < i), None)

    def _is_committee(self, scene: Scene, items: Sequence[Item], low: list[str], k: int) -> bool:
        if low[k] in self.committees.table and self.committees.longest(low, k, len(low)) is not None:
            return True
        item = items[k]
        if not isinstance(item, Phrase) or scene.page.low[item.start : item.end] not in self.names:
            return False
        return scene.entities[item.entities[0]].name.lower() in self.names


def _event_of(line: Line, k: int, main: Phrase | None, before: Sequence[Line]) -> str | None:
    """The event that stands before item k in its line; else the main one when it was named of late, else that named
    last."""
    named = next((item for item in line.items[:k] if is_event(item)), None)
    recent = tuple(events_of(before[-_RECENT:]))
    if named is None and main is not None and any(event.entities == main.entities for event in recent):
        return main.entities[0]
    event = named or next(iter(recent), None)
    return event.entities[0] if event else None
