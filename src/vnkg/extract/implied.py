"""Events that a sentence tells of by its verb before a nominal names them: "Ông A tiếp đoàn B. … buổi tiếp …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from vnkg.annotate.words import Phrases, back_over, split, table
from vnkg.extract.eventclauses import Clause
from vnkg.extract.scene import Item, Phrase, Scene
from vnkg.knowledge import Knowledge
from vnkg.model import Span, Statement

# Share found right by reading random statements of the corpus.
_CONFIDENCE = 0.85
_WINDOW = 24
_PARTIES = frozenset(("Person", "Organization"))


class ImpliedReader:
    """The verbs that stand for events, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["eventfacts"]
        implied = lexicon["implied"]
        self.auxiliary = table((*lexicon["verb"]["auxiliary"], *lexicon["verb"]["leading"]))
        self.bare = frozenset(lexicon["verb"]["delegation"])
        self.determiners = frozenset(knowledge.lexicon["linking"]["event"]["determiners"])
        self.by, self.of = str(lexicon["verb"]["by"]), frozenset(lexicon["verb"]["of"])
        self.verbs: dict[tuple[str, ...], Phrases[bool]] = {
            split(head): table(words) for head, words in implied.items()
        }

    def read(self, scene: Scene, clause: Clause, before: Sequence[Clause]) -> Iterator[Statement]:
        """Facts of events that this line is the first to name, from the clauses before it."""
        for event in (phrase for phrase in clause.line.phrases.values() if phrase.type == "Event"):
            mention = event.mentions[0]
            words = split(scene.page.text[mention.start : mention.end])
            verbs = self.verbs.get(words[:-1] if words[-1] in self.determiners else words)
            if verbs and scene.entities[event.entities[0]].mentions[0] == mention:
                told = next((found for c in reversed(before) if (found := self._told(c, verbs))), None)
                if told:
                    yield from _facts(event, *told)

    def _told(self, clause: Clause, verbs: Phrases[bool]) -> tuple[Clause, list[Phrase]] | None:
        """The clause with the parties, when somebody does what the event stands for."""
        items, low = clause.line.items, list(clause.low)
        for k in range(clause.first + 1, min(len(items), clause.first + _WINDOW)):
            found = verbs.longest(low, k, len(items)) if low[k] in verbs.table else None
            before = back_over(self.auxiliary, low, k) if found else 0
            subject = items[before - 1] if found and before else None
            if found and subject and (_acts(subject) or low[before - 1] in self.bare):
                other = next((x for x in items[found[0] : found[0] + 4] if isinstance(x, Phrase)), None)
                if other is None and found[0] == k + 1:
                    continue
                acting = [*self._led(clause, subject), subject] if _acts(subject) else []
                return clause, [*acting, *([other] if other and _acts(other) else [])]
        return None

    def _led(self, clause: Clause, leader: Phrase) -> list[Phrase]:
        """The delegation before "do A làm trưởng đoàn"."""
        items = clause.line.items
        k = next(i for i, item in enumerate(items) if item is leader)
        n = k - 2 if k >= 2 and clause.low[k - 1] == self.by else -1
        while n >= 2 and clause.low[n - 1] in self.of and isinstance(items[n - 2], Phrase):
            n -= 2
        before = items[n] if n >= 0 else None
        return [before] if isinstance(before, Phrase) and before.type == "Organization" else []


def _acts(item: Item) -> TypeGuard[Phrase]:
    """Whether an item is one of the parties of a meeting."""
    return isinstance(item, Phrase) and item.type in _PARTIES


def _facts(event: Phrase, clause: Clause, parties: list[Phrase]) -> Iterator[Statement]:
    told = (*clause.times[:1], *clause.places[:1], *parties)
    start, end = (told[0].start, told[-1].end) if told else (0, 0)
    rows = [("time", time) for time in clause.times[:1]] + [("place", place) for place in clause.places[:1]]
    for predicate, other in (*rows, *(("participant", party) for party in parties)):
        for entity in other.entities:
            span = Span(min(start, other.start), max(other.end, end))
            yield Statement(event.entities[0], predicate, span, object=entity,
                            rule="events:implied", confidence=_CONFIDENCE)
