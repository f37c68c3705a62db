"""Events that a sentence tells of by its verb before a nominal names them: "Ông A tiếp đoàn B. … buổi tiếp …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnkg.annotate.words import Phrases, split
from vnkg.extract.eventclauses import Clause, table
from vnkg.extract.scene import Phrase, Scene
from vnkg.knowledge import Knowledge
from vnkg.model import Span, Statement

# Share found right by reading random statements of the corpus.
_CONFIDENCE = 0.85
_WINDOW = 12
_PARTIES = frozenset(("Person", "Organization"))


class ImpliedReader:
    """The verbs that stand for events, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        implied = knowledge.lexicon["eventfacts"]["implied"]
        self.verbs: dict[tuple[str, ...], Phrases[bool]] = {
            split(head): table(words) for head, words in implied.items()
        }

    def read(self, scene: Scene, clause: Clause, before: Sequence[Clause]) -> Iterator[Statement]:
        """Facts of events that this line is the first to name, from the clauses before it."""
        for item in clause.line.items:
            if isinstance(item, Phrase) and item.type == "Event":
                mention = item.mentions[0]
                verbs = self.verbs.get(split(scene.page.text[mention.start : mention.end]))
                if verbs and scene.entities[item.entities[0]].mentions[0] == mention:
                    told = next((found for c in reversed(before) if (found := self._told(c, verbs))), None)
                    if told:
                        yield from _facts(item, *told)

    @staticmethod
    def _told(clause: Clause, verbs: Phrases[bool]) -> tuple[Clause, list[Phrase]] | None:
        """The clause with the parties, when its subject does what the event stands for."""
        items, first = clause.line.items, clause.first
        subject = items[first] if first < len(items) else None
        if not isinstance(subject, Phrase) or subject.type not in _PARTIES:
            return None
        for k in range(first + 1, min(len(items), first + _WINDOW)):
            found = verbs.longest(list(clause.low), k, len(items)) if clause.low[k] in verbs.table else None
            if found:
                other = next((x for x in items[found[0] : found[0] + 4] if isinstance(x, Phrase)), None)
                return clause, [subject, *([other] if other and other.type in _PARTIES else [])]
        return None


def _facts(event: Phrase, clause: Clause, parties: list[Phrase]) -> Iterator[Statement]:
    start, end = (*clause.times[:1], *clause.places[:1], parties[0])[0].start, parties[-1].end
    rows = [("time", time) for time in clause.times[:1]] + [("place", place) for place in clause.places[:1]]
    for predicate, other in (*rows, *(("participant", party) for party in parties)):
        for entity in other.entities:
            span = Span(min(start, other.start), max(other.end, end))
            yield Statement(event.entities[0], predicate, span, object=entity,
                            rule="events:implied", confidence=_CONFIDENCE)
