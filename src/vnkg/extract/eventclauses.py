"""What a clause does with an event: times, places and events in front of it, and the event that its verb takes.

Works on one line of words and phrases; shapes only, no statements.
"""

from __future__ import annotations

from typing import NamedTuple

from vnkg.annotate.words import Phrases, phrases, table
from vnkg.extract.clauses import is_event
from vnkg.extract.reporting import skip
from vnkg.extract.scene import Item, Line, Phrase
from vnkg.knowledge import Knowledge

ORGANIZE, HOST, ATTEND, CHAIR, SIT, HAPPEN = "organize", "host", "attend", "chair", "sit", "happen"
_DASHES = frozenset("-–")
_QUOTES = frozenset("“\"")
_BREAKS = frozenset((";", ":", "“", "”"))
_WINDOW, _SPEAKER, _OCCASION = 34, 16, 30
_AGENTS = frozenset(("Person", "Organization", "Position"))
_VENUES = frozenset(("Place", "Organization"))


class Clause(NamedTuple):
    """A line read: what stands in front, where the clause itself begins, and its event.

    `first` is the item index after what stands in front; `verb` and `main` those of the verb and of the event it
    takes (for HAPPEN both are the event's), -1 when there is none.
    """

    line: Line
    low: tuple[str, ...]
    times: tuple[Phrase, ...]
    places: tuple[Phrase, ...]
    events: tuple[Phrase, ...]
    first: int
    verb: int = -1
    main: int = -1
    does: str = ""

    @property
    def event(self) -> Phrase | None:
        """The event that the clause itself tells of."""
        item = self.line.items[self.main] if self.main >= 0 else None
        return item if isinstance(item, Phrase) else None


class ClauseReader:
    """The lexicon of clauses about events, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["eventfacts"]
        front, verb = lexicon["front"], lexicon["verb"]
        self.light = table(front["light"])
        self.opening = frozenset(front["opening"])
        self.at = frozenset(front["at"])
        self.venue = table(front["venue"])
        self.speaking = table((*front["speaking"], *front["at"]))
        self.within = table(front["within"])
        self.reach = int(front["about"])
        self.verbs: Phrases[str] = phrases(
            (word, kind) for kind in (CHAIR, HOST, ORGANIZE, ATTEND, SIT) for word in verb[kind]
        )
        self.listing = frozenset(front["listing"])
        self.oblique = frozenset(verb["oblique"])
        self.apart = frozenset(verb["apart"])
        self.happening = table(verb["happening"])
        self.filler = table(verb["filler"])
        self.stops = table(verb["stops"])
        reporting = knowledge.lexicon["reporting"]
        self.saying = table((*reporting["verb"]["sure"], *reporting["verb"]["free"]))
        self.that = frozenset(reporting["frame"]["connectors"])

    def read(self, line: Line) -> Clause:
        """The line as a clause."""
        first = self._after_dateline(line.items, line.low)
        return self._behind_occasion(line, first) or self._from(line, first)

    def _behind_occasion(self, line: Line, first: int) -> Clause | None:
        """The clause that begins with its time behind an occasion or an aim: "Nhân kỷ niệm …, sáng nay, …"."""
        items, low = line.items, line.low
        if "Event" not in line.types or first >= len(low) or low[first] not in self.opening:
            return None
        for k in range(first + 2, min(len(items), first + _OCCASION)):
            item = items[k]
            if low[k] in _BREAKS:
                return None
            if low[k - 1] == "," and isinstance(item, Phrase) and item.type == "TimeSpan":
                clause = self._from(line, k)
                return clause if clause.event is not None else None
        return None

    def told(self, clause: Clause) -> Clause | None:
        """What somebody says in a line whose own clause takes no event ("A said that today B ..."), as a clause."""
        if clause.event is not None or "Event" not in clause.line.types:
            return None
        low = clause.line.low
        for k in range(clause.first + 1, min(len(low), clause.first + _SPEAKER)):
            said = self.saying.longest(low, k, len(low)) if low[k] in self.saying.table else None
            if said:
                begins = said[0] < len(low) and low[said[0]] in self.that
                return self._from(clause.line, said[0] + 1 if begins else said[0])
            if low[k] in _BREAKS:
                return None
        return None

    def _from(self, line: Line, i: int) -> Clause:
        """The line from item i on as a clause."""
        items, low = line.items, line.low
        times: list[Phrase] = []
        places: list[Phrase] = []
        events: list[Phrase] = []
        while i < len(items):
            item = items[i]
            if isinstance(item, Phrase):
                if item.type != "TimeSpan":
                    break
                times.append(item)
                i += 1
            elif item.low == "(":
                i = self._closed(low, i)
            else:
                after = self._adjunct(items, low, i, places, events)
                light = self.light.longest(low, i, len(low)) if after == i else None
                if after == i and light is None:
                    break
                i = light[0] if light else after
        verb, main, does = self._main(items, low, i)
        return Clause(line, tuple(low), tuple(times), tuple(places), tuple(events), i, verb, main, does)

    @staticmethod
    def _after_dateline(items: tuple[Item, ...], low: list[str]) -> int:
        """The index after "(X) -", "TTO -" or a quotation mark at the head of a line."""
        if low and low[0] in _QUOTES:
            return 1
        for k in range(1, min(9, len(low))):
            before = items[k - 1]
            person = isinstance(before, Phrase) and before.type == "Person"
            if low[k] in _DASHES and (low[k - 1] == ")" or (k <= 2 and not person)):
                return k + 1
        return 0

    @staticmethod
    def _closed(low: list[str], i: int) -> int:
        """The index after the bracket that opens at item i."""
        return next((k + 1 for k in range(i, min(len(low), i + 16)) if low[k] == ")"), i + 1)

    def _adjunct(
        self, items: tuple[Item, ...], low: list[str], i: int, places: list[Phrase], events: list[Phrase]
    ) -> int:
        """The index after "tại X" or "phát biểu tại E" at item i, which goes into a list; i when there is none."""
        for after, _ in self.speaking.at(low, i, len(low)):
            k = skip(self.within, low, after)
            item = items[k] if k < len(items) else None
            if isinstance(item, Phrase) and item.type == "Event":
                end = self._clause_after(items, low, k + 1)
                if end:
                    events.append(item)
                    return end
                return i
            if low[after - 1] in self.at:
                k = skip(self.venue, low, after)
                item = items[k] if k < len(items) else None
                if isinstance(item, Phrase) and item.type in _VENUES:
                    places.append(item)
                    return self._address(items, low, k + 1)
        return i

    def _clause_after(self, items: tuple[Item, ...], low: list[str], k: int) -> int:
        """Where the clause goes on after an event in front: behind a comma, or at a subject; 0 when it does not."""
        for n in range(k, min(len(items), k + self.reach)):
            item = items[n]
            if isinstance(item, Phrase):
                if item.type == "Person" and (n == k or low[n - 1] not in self.oblique):
                    return n
            elif item.low == ",":
                return n + 1
            elif item.low in _BREAKS:
                return 0
        return 0

    def _address(self, items: tuple[Item, ...], low: list[str], k: int) -> int:
        """The index after the further places of an address."""
        while k < len(items):
            if low[k] == "(":
                k = self._closed(low, k)
                continue
            item = items[k + 1] if low[k] in self.listing and k + 1 < len(items) else None
            if not isinstance(item, Phrase) or item.type != "Place" or self._acts(items, low, k + 2):
                return k
            k += 2
        return k

    def _acts(self, items: tuple[Item, ...], low: list[str], k: int) -> bool:
        """Whether a verb about events follows at item k: what stands before it is a subject."""
        return k < len(items) and low[k] in self.verbs.table and bool(self.verbs.longest(low, k, len(low)))

    def _main(self, items: tuple[Item, ...], low: list[str], i: int) -> tuple[int, int, str]:
        first = items[i] if i < len(items) else None
        if isinstance(first, Phrase) and first.type == "Event":
            after = low[i + 1] if i + 1 < len(low) else ""
            if after and after not in self.apart:
                return i, i, HAPPEN
        happens = self.happening.longest(low, i, len(low)) if i < len(low) else None
        event = skip(self.filler, low, happens[0]) if happens else len(items)
        if event < len(items) and is_event(items[event]):
            return i, event, HAPPEN
        blocked = acted = False
        for k in range(i, min(len(items), i + _WINDOW)):
            taken = None if blocked else self._taken(items, low, k)
            if taken:
                return k, *taken
            item = items[k]
            if isinstance(item, Phrase):
                acted = acted or item.type in _AGENTS
                if blocked and low[k - 1] == "," and item.type in _AGENTS:
                    blocked = False
            elif not blocked and low[k] in self.stops.table and self.stops.longest(low, k, len(low)):
                if acted:
                    break
                blocked = True
        return -1, -1, ""

    def _taken(self, items: tuple[Item, ...], low: list[str], k: int) -> tuple[int, str] | None:
        """The item index of the event that a verb at item k takes, and what the verb does."""
        if low[k] in self.verbs.table:
            for end, does in self.verbs.at(low, k, len(low)):
                n = skip(self.filler, low, end)
                item = items[n] if n < len(items) else None
                if isinstance(item, Phrase) and item.type == "Event":
                    return n, does
        return None
