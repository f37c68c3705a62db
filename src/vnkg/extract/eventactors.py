"""Who does something with the event of a clause: organizers before the verb, those who attend, chair and sit."""

from __future__ import annotations

from collections.abc import Iterator

from vnkg.annotate.words import Phrases, back, table
from vnkg.extract.eventclauses import ATTEND, CHAIR, HOST, ORGANIZE, SIT, Clause
from vnkg.extract.scene import Line, Phrase
from vnkg.knowledge import Knowledge
from vnkg.model import Span, Statement

_PREDICATES = {ORGANIZE: "organizer", HOST: "host", ATTEND: "participant", CHAIR: "chair", SIT: "participant"}
_BODIES, _PARTIES = frozenset(("Organization", "Place")), frozenset(("Person", "Organization"))
_TYPES = {ORGANIZE: _BODIES, HOST: _BODIES, ATTEND: _PARTIES, CHAIR: _PARTIES, SIT: frozenset(("Organization",))}
# Shares found right by reading random statements of the corpus.
_CONFIDENCE = {ORGANIZE: 0.93, HOST: 0.95, ATTEND: 0.95, CHAIR: 0.96, SIT: 0.8, "acted": 0.9, "floor": 0.85}
_AFAR = 12
_DESCRIBING = frozenset(("Organization", "Position", "Place"))
_MARKS = frozenset((",", "-", "–"))


class ActorReader:
    """Finds the subject of a clause's verb."""

    def __init__(self, knowledge: Knowledge) -> None:
        verb = knowledge.lexicon["eventfacts"]["verb"]
        self.auxiliary: Phrases[bool] = table(verb["auxiliary"])
        self.together: Phrases[bool] = table(verb["together"])
        self.oblique = frozenset(verb["oblique"])
        self.openers = frozenset(verb["openers"])
        self.passive = frozenset(verb["passive"])
        self.plain = frozenset(verb["plain"])
        floor = knowledge.lexicon["eventfacts"]["floor"]
        self.taking, self.presented = table(floor["openers"]), table(floor["verbs"])
        self.by = frozenset(floor["by"])

    def read(self, clause: Clause) -> Iterator[Statement]:
        """Organizers, participants or chairs of the event that the clause's verb takes."""
        event = clause.event
        if event is None or clause.does not in _PREDICATES:
            return
        for actor in self._actors(clause):
            for entity in actor.entities:
                if entity != event.entities[0]:
                    yield _statement(event, actor, _PREDICATES[clause.does], entity, clause.does)

    def acting(self, clause: Clause, event: Phrase) -> Iterator[Statement]:
        """The person who is the subject of a clause with the event in front of it."""
        items, i = clause.line.items, clause.first
        actor = items[i] if i < len(items) else None
        after = clause.low[i + 1] if i + 1 < len(clause.low) else ""
        if not isinstance(actor, Phrase) or actor.type != "Person" or actor.start < event.end:
            return
        if after == "," and i + 2 < len(clause.low):
            after = clause.low[i + 2]
        if after.isalpha() and after not in self.passive:
            for entity in actor.entities:
                yield _statement(event, actor, "participant", entity, "acted")

    def taking_floor(self, line: Line, event: str) -> Iterator[Statement]:
        """Who speaks or presents a paper at an event under way, in a line that does not name it."""
        low = line.low
        opened = self.taking.longest(low, 0, len(low))
        comma = low.index(",", opened[0]) if opened and "," in low[opened[0] :] else len(low)
        for k, person in line.phrases.items():
            takes = k == comma + 1 and not any(n < comma for n in line.phrases if line.phrases[n].type == "Person")
            presents = k and low[k - 1] in self.by and k + 1 < len(low) and self.presented.longest(low, k + 1, len(low))
            if person.type == "Person" and (takes or presents):
                for entity in person.entities:
                    yield Statement(event, "participant", Span(line.items[0].start, person.end), object=entity,
                                    confidence=_CONFIDENCE["floor"], rule="events:floor")

    def _actors(self, clause: Clause) -> list[Phrase]:
        """The subject right before the verb with those joined to it; else the phrase that begins the clause."""
        items, types = clause.line.items, _TYPES[clause.does]
        k = self._before_auxiliaries(clause, clause.verb)
        k = self._before_description(clause, k) if "Person" in types else k
        found: list[Phrase] = []
        while k > 0:
            k = self._before_brackets(clause, k)
            k = self._before_apposed(clause, k) if found else k
            item = items[k - 1] if k else None
            if not isinstance(item, Phrase) or item.type not in types or (found and item.type != found[0].type):
                break
            found.append(item)
            start = back(self.together, list(clause.low), k - 1, 6)
            if start is None:
                k -= 1
                break
            k = start
        if found:
            first = next(i for i, item in enumerate(items) if item is found[-1])
            before = clause.low[first - 1] if first else ""
            inner = found[-1].type == "Place" and before.isalpha() and before not in self.openers
            return [] if before in self.oblique or inner else found
        return self._afar(clause, types)

    def _afar(self, clause: Clause, types: frozenset[str]) -> list[Phrase]:
        """The phrase that begins the clause, when only plain words part it from the verb."""
        item = clause.line.items[clause.first] if clause.first < clause.verb else None
        if not isinstance(item, Phrase) or item.type not in types or clause.verb - clause.first > _AFAR:
            return []
        between = clause.line.items[clause.first + 1 : clause.verb]
        types = frozenset(x.type for x in between if isinstance(x, Phrase))
        plain = not types - {"TimeSpan", "Person", "Position", "Place"} and clause.low[clause.first + 1] in self.plain
        return [item] if plain and (item.type == "Person" or not types - {"TimeSpan"}) else []

    def _before_auxiliaries(self, clause: Clause, k: int) -> int:
        while k > clause.first:
            start = back(self.auxiliary, list(clause.low[:k]), k)
            if start is None:
                item = clause.line.items[k - 1]
                if isinstance(item, Phrase) and item.type == "TimeSpan":
                    k -= 1
                    continue
                return k
            k = start
        return k

    @staticmethod
    def _before_description(clause: Clause, k: int) -> int:
        """The index after a person whose described post or body ends at item k ("A, Tư lệnh Quân khu"), else k."""
        items = clause.line.items
        last = items[k - 1] if k else None
        if not isinstance(last, Phrase) or last.type not in _DESCRIBING:
            return k
        for n in range(k - 2, max(0, k - 6), -1):
            before = items[n - 1]
            if clause.low[n] in _MARKS:
                return n if isinstance(before, Phrase) and before.type == "Person" else k
        return k

    @staticmethod
    def _before_apposed(clause: Clause, k: int) -> int:
        """The index after a person whose description ends at item k ("A, Ban B và C"), else k."""
        items = clause.line.items
        one, other = (items[k - 1], items[k - 3]) if k >= 3 else (None, None)
        if isinstance(one, Phrase) and isinstance(other, Phrase) and clause.low[k - 2] == ",":
            return k - 2 if one.type in ("Organization", "Place", "Position") and other.type == "Person" else k
        return k

    @staticmethod
    def _before_brackets(clause: Clause, k: int) -> int:
        """The index of the bracket that closes right before item k, else k."""
        if k and clause.low[k - 1] == ")":
            return next((n for n in range(k - 1, max(-1, k - 16), -1) if clause.low[n] == "("), k)
        return k


def _statement(event: Phrase, actor: Phrase, predicate: str, entity: str, how: str) -> Statement:
    span = Span(min(event.start, actor.start), max(event.end, actor.end))
    return Statement(event.entities[0], predicate, span, object=entity, rule=f"events:{how}",
                     confidence=_CONFIDENCE[how])
