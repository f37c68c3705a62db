"""Facts of events that need more than one wording: time and place in front of a clause, who organizes, chairs and
attends by the clause's verb, lists of those present, who speaks at an event, and what the event's own name says.

An event "under way" is the one that the sentences before tell of: lists without an event's name belong to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vnkg.annotate.toldevents import TOLD
from vnkg.extract.attendance import CHAIRS, PARTICIPANT, AttendanceReader, Roll
from vnkg.extract.clauses import main_event
from vnkg.extract.eventactors import ActorReader
from vnkg.extract.eventclauses import HAPPEN, Clause, ClauseReader
from vnkg.extract.eventnames import EventNameReader
from vnkg.extract.implied import ImpliedReader
from vnkg.extract.scene import Line, Phrase, Scene
from vnkg.extract.speech import Saying
from vnkg.knowledge import Knowledge
from vnkg.model import Span, Statement

# Shares found right by reading random statements of the corpus.
_CONFIDENCE = {
    "front-time": 0.94, "front-place": 0.93, "venue": 0.75, "attendance": 0.93, "going-on": 0.88, "spoke": 0.96,
}
_LASTING = 6
# Sentences back in which a verb may have told of an event that a noun names.
_TOLD = 6
_UNDATED = frozenset(("term", "decade", "century"))


class EventReader:
    """The lexicons of event facts, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.clauses = ClauseReader(knowledge)
        self.rolls = AttendanceReader(knowledge)
        self.actors = ActorReader(knowledge)
        self.names = EventNameReader(knowledge)
        self.implied = ImpliedReader(knowledge)

    def read(self, scene: Scene, lines: Sequence[Line], sayings: Iterable[Saying]) -> Iterator[Statement]:
        """The statements of one page; `lines` are all its sentences with lists joined."""
        if not any(entity.type == "Event" for entity in scene.entities.values()):
            return
        yield from self.names.read(scene)
        yield from self._of_lines(scene, lines, _by_line(lines, sayings))

    def _of_lines(
        self, scene: Scene, lines: Sequence[Line], spoken: dict[int, list[Saying]]
    ) -> Iterator[Statement]:
        under_way: str | None = None
        named = listed = -_LASTING
        before: list[Clause] = []
        waiting: list[tuple[Line, Roll]] = []
        first = main.entities[0] if (main := main_event(lines)) else ""
        for number, line in enumerate(lines):
            clause = self.clauses.read(line)
            if "Event" in line.types:
                yield from self._clause(clause)
                told = self.clauses.told(clause)
                yield from self._clause(told) if told else ()
                yield from _speakers(scene, clause, spoken.get(number, ()))
                yield from (s for event in clause.events[:1] for s in self.actors.acting(clause, event))
            if number - named > _LASTING:
                under_way = None
            if under_way is not None and "Event" not in line.types:
                yield from self.actors.taking_floor(line, first or under_way)
            for roll in self.rolls.read(line, number - listed <= 1):
                roll = replace(roll, members=self.rolls.without_vague(scene.page.low, roll.members))
                yield from _listed(line, roll, under_way)
                waiting += [(line, roll)] if under_way is None and roll.event is None else []
                listed = number
                under_way, named = (roll.event.entities[0] if roll.event else under_way), number
            closing = self.rolls.closing_roll(line)
            yield from _listed(line, closing, under_way) if closing else ()
            implied = tuple(self.implied.read(scene, clause, (*before[-_TOLD:], clause)))
            yield from implied
            if implied and waiting and before[-_TOLD:]:
                # The list stood between the verb that tells of the event and the noun that names it.
                yield from (s for at, roll in waiting for s in _listed(at, roll, implied[0].subject))
                waiting = []
            yield from self.names.sittings(scene, clause, under_way)
            verbal = next((p for p in line.phrases.values() if p.type == "Event" and p.mentions[0].rule == TOLD), None)
            event = clause.event or (clause.events[0] if clause.events else verbal) or _named(line, first, under_way)
            if event is not None:
                under_way, named = event.entities[0], number
            before.append(clause)

    def _clause(self, clause: Clause) -> Iterator[Statement]:
        event = clause.event
        yield from self.actors.read(clause)
        for owner in (clause.events or ((event,) if event else ())):
            if owner.mentions[0].get("kind") == "award" and clause.does != HAPPEN:
                continue
            for time in clause.times[:1]:
                if time.mentions[0].get("granularity") not in _UNDATED:
                    yield _stated(owner, "time", time, "front-time")
            for place in clause.places[:1]:
                how = "front-place" if place.type == "Place" else "venue"
                yield _stated(owner, "place", place, how)


def _speakers(scene: Scene, clause: Clause, sayings: Sequence[Saying]) -> Iterator[Statement]:
    """Who speaks first in a clause that has the event in front of it."""
    for event in clause.events[:1]:
        for saying in sayings[:1]:
            speaker = saying.statement.subject
            ends = [m.end for m in scene.entities[speaker].mentions if event.end < m.end <= saying.content.start]
            if saying.statement.evidence.end > event.end and speaker != event.entities[0]:
                span = Span(event.start, ends[-1] if ends else event.end)
                yield Statement(event.entities[0], PARTICIPANT, span, object=speaker, rule="events:spoke",
                                confidence=_CONFIDENCE["spoke"])


def _named(line: Line, first: str, under_way: str | None) -> Phrase | None:
    """The one event of a line: the one that the article named first, or any while none is under way."""
    events = [phrase for phrase in line.phrases.values() if phrase.type == "Event"]
    return events[0] if len(events) == 1 and (under_way is None or events[0].entities[0] == first) else None


def _stated(event: Phrase, predicate: str, other: Phrase, how: str) -> Statement:
    span = Span(min(event.start, other.start), max(event.end, other.end))
    return Statement(event.entities[0], predicate, span, object=other.entities[0], rule=f"events:{how}",
                     confidence=_CONFIDENCE[how])


def without_chairs(found: Iterable[Statement]) -> list[Statement]:
    """The statements without those that call somebody a participant of what he chairs."""
    listed = list(found)
    chairs = {(s.subject, s.object) for s in listed if s.predicate == CHAIRS}
    return [s for s in listed if s.predicate != PARTICIPANT or (s.subject, s.object) not in chairs]


def _listed(line: Line, roll: Roll, under_way: str | None) -> Iterator[Statement]:
    """One statement a member; the evidence runs from the head of the list to the member."""
    event = roll.event.entities[0] if roll.event else under_way
    if event is None:
        return
    how = "attendance" if roll.event else "going-on"
    start = line.items[roll.first].start
    for member in roll.members:
        for entity, mention in zip(member.entities, member.mentions, strict=False):
            end = mention.end if mention.end > member.start else member.end
            yield Statement(event, roll.predicate, Span(start, end), object=entity, rule=f"events:{how}",
                            confidence=_CONFIDENCE[how])


def _by_line(lines: Sequence[Line], sayings: Iterable[Saying]) -> dict[int, list[Saying]]:
    """Sayings by the number of the line that their evidence begins in, in text order."""
    starts = [line.sentence.start for line in lines]
    result: dict[int, list[Saying]] = {}
    for saying in sorted(sayings, key=lambda s: s.statement.evidence.start):
        result.setdefault(bisect_right(starts, saying.statement.evidence.start) - 1, []).append(saying)
    return result
