"""Lists of those who attend or chair an event: "Dự hội nghị có các đồng chí: A, …; B, …; đại diện lãnh đạo X, Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vnkg.annotate.words import Phrases, back, phrases, table
from vnkg.extract.scene import Item, Line, Phrase
from vnkg.knowledge import Knowledge

PARTICIPANT, CHAIRS = "participant", "chair"
_TARGETS = frozenset(("Event", "Place", "Organization", "TimeSpan"))
_ROOM = 9
# Words for others who attend; items before a colon among which a plural stands.
_OTHERS, _PLURAL = 9, 8
# Words of a kind of bodies in a list, where no plural begins it: "các sở, ngành, [đoàn thể]".
_KIND = 3


@dataclass(frozen=True, slots=True)
class Roll:
    """A list found: the item where it begins, the event it names (None: the one under way), its members."""

    first: int
    predicate: str
    event: Phrase | None
    members: tuple[Phrase, ...]


class AttendanceReader:
    """The lexicon of attendance, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["eventfacts"]
        attendance = lexicon["attendance"]
        self.cues = table(attendance["cues"])
        self.chairing = table(lexicon["chairing"]["cues"])
        self.open = table(attendance["open"])
        self.presence = table(attendance["presence"])
        self.sides = table(attendance["sides"])
        self.represent = table(attendance["represent"])
        self.joiners = table(attendance["joiners"])
        self.ends = table(attendance["ends"])
        self.within = table(attendance["within"])
        self.vague = frozenset(attendance["vague"])
        self.linked = frozenset(attendance["linked"])
        self.parts = frozenset(attendance["parts"])
        self.plural, self.persons = frozenset(attendance["plural"]), frozenset(attendance["persons"])
        closing = lexicon["closing"]
        self.closing = phrases((word, name) for name in (CHAIRS, PARTICIPANT) for word in closing[name])
        self.clause_ends = frozenset(closing["ends"])
        self.by = str(lexicon["verb"]["by"])
        self.last = frozenset(closing["last"])
        self.auxiliary = table(lexicon["verb"]["auxiliary"])
        self.triggers = frozenset((*self.cues.table, *self.chairing.table, *self.presence.table, *self.sides.table))

    def read(self, line: Line, going_on: bool) -> Iterator[Roll]:
        """The lists of a line; `going_on` says that the line before it was one."""
        if self.triggers.isdisjoint(line.words):
            return
        items, low = line.items, line.low
        i = 0
        while i < len(low):
            if low[i] not in self.triggers:
                i += 1
                continue
            roll, i = self._at(items, low, i, going_on)
            if roll is not None and roll.members:
                yield roll
                going_on = True

    def closing_roll(self, line: Line) -> Roll | None:
        """Those before a verb of chairing or attending that ends its clause; the event stands in the line, or is the
        one under way."""
        items, low = line.items, line.low
        for k in range(1, len(low)) if not line.words.isdisjoint(self.closing.table) else ():
            found = self.closing.longest(low, k, len(low)) if low[k] in self.closing.table else None
            if found is None:
                continue
            taken = line.phrases.get(found[0])
            event = taken if taken is not None and taken.type == "Event" else self._event_before(items, k)
            after = found[0] + (event is taken is not None)
            if after < len(low) and low[after] not in self.clause_ends:
                continue
            first = next((i + 1 for i in range(k - 1, -1, -1) if self._parts(items, low, i)), 0)
            members = self._before(items, low, first, k, found[1])
            if members:
                return Roll(items.index(members[0]), found[1], event, members)
        return None

    def _before(
        self, items: tuple[Item, ...], low: list[str], first: int, k: int, predicate: str
    ) -> tuple[Phrase, ...]:
        """The members in [first, k): persons, and bodies that are sent."""
        while (start := back(self.auxiliary, low, k)) is not None and start > first:
            k = start
        k = self._before_others(items, low, first, k)
        if k <= first or not (isinstance(items[k - 1], Phrase) or low[k - 1] in (",", ")")):
            return ()
        return self._roll(items[:k], low[:k], first, first, predicate, None)[0].members

    def _parts(self, items: tuple[Item, ...], low: list[str], i: int) -> bool:
        """Whether the clause of a list begins behind item i; a semicolon between those who attend parts nothing."""
        listed = low[i] == ";" and i > 0 and _attends(items[i - 1])
        return low[i] == self.by or (low[i] in self.clause_ends and not listed)

    def _before_others(self, items: tuple[Item, ...], low: list[str], first: int, k: int) -> int:
        """The index before others at the end of a list whom no name tells: "… A, B và nguyên lãnh đạo tỉnh [dự]"."""
        j = k
        while j > first and k - j < _OTHERS and low[j - 1] not in self.last and not _attends(items[j - 1]):
            if self.ends.longest(low, j - 1, k):
                return k
            j -= 1
        return j - 1 if first < j < k and low[j - 1] in self.last else k

    def _at(self, items: tuple[Item, ...], low: list[str], i: int, going_on: bool) -> tuple[Roll | None, int]:
        """A list that begins at item i, and the index to go on from."""
        present = self.presence.longest(low, i, len(low))
        if present:
            event = self._event_before(items, i)
            return self._roll(items, low, i, present[0], PARTICIPANT, event) if event else (None, present[0])
        if i and low[i - 1] not in self.linked and not self._time(items, i - 1):
            presides = isinstance(items[i - 1], Phrase) and self._opened_after(self.chairing, items, low, i)
            return self._roll(items, low, i, presides[1], CHAIRS, presides[0]) if presides else (None, i + 1)
        for cues, predicate in ((self.chairing, CHAIRS), (self.cues, PARTICIPANT)):
            found = self._opened_after(cues, items, low, i)
            if found:
                return self._roll(items, low, i, found[1], predicate, found[0])
        found = self._opened_after(self.sides, items, low, i) if going_on else None
        return self._roll(items, low, i, found[1], PARTICIPANT, None) if found else (None, i + 1)

    def _opened_after(
        self, cues: Phrases[bool], items: tuple[Item, ...], low: list[str], i: int
    ) -> tuple[Phrase | None, int] | None:
        """What `_opened` finds after a cue at item i."""
        for after, _ in cues.at(low, i, len(low)):
            found = self._opened(items, low, after)
            if found:
                return found
        return None

    @staticmethod
    def _time(items: tuple[Item, ...], i: int) -> bool:
        item = items[i]
        return isinstance(item, Phrase) and item.type == "TimeSpan"

    def _opened(self, items: tuple[Item, ...], low: list[str], k: int) -> tuple[Phrase | None, int] | None:
        """The event between a cue and the word that opens the list, and the index after that word."""
        event: Phrase | None = None
        n = k
        while n < min(len(items), k + _ROOM):
            opened = self.open.longest(low, n, len(low))
            if opened:
                return event, opened[0]
            item = items[n]
            within = self.within.longest(low, n, len(low))
            if isinstance(item, Phrase):
                if item.type not in _TARGETS:
                    return None
                event = item if item.type == "Event" and event is None else event
            elif not within and not (event and item.low[0].isalpha()):
                return (event, n + 1) if item.low == ":" and event else None
            n = within[0] if within else n + 1
        return None

    @staticmethod
    def _event_before(items: tuple[Item, ...], i: int) -> Phrase | None:
        """The nearest event before "với sự tham dự của"."""
        return next((x for x in reversed(items[:i]) if isinstance(x, Phrase) and x.type == "Event"), None)

    def _roll(
        self, items: tuple[Item, ...], low: list[str], first: int, k: int, predicate: str, event: Phrase | None
    ) -> tuple[Roll, int]:
        """The members from item k on, and the index where the list ends."""
        members: list[Phrase] = []
        sent = predicate == PARTICIPANT
        while k < len(items):
            item = items[k]
            if isinstance(item, Phrase):
                sends = sent and item.type == "Organization" and self._sends(items, low, k, members)
                if item.type == "Person" or sends:
                    members.append(item)
            elif self.ends.longest(low, k, len(low)) or (item.low in self.cues.table and self._begins(items, low, k)):
                break
            k += 1
        return Roll(first, predicate, event, tuple(members)), max(k, first + 1)

    def _begins(self, items: tuple[Item, ...], low: list[str], k: int) -> bool:
        """Whether another list begins at item k."""
        return any(self._opened(items, low, after) for after, _ in self.cues.at(low, k, len(low)))

    def without_vague(self, low: str, members: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        """The members that are more than "the Party", "the State" in a page's lower-case text."""
        return tuple(m for m in members if low[m.mentions[0].start : m.mentions[0].end] not in self.vague)

    def _sends(self, items: tuple[Item, ...], low: list[str], k: int, members: list[Phrase]) -> bool:
        """Whether the body at item k is sent: "đại diện" stands before it, or a body that is joined to it."""
        start = k
        while True:
            said = back(self.represent, low, start)
            if said is not None or self._several(low, start):
                return True
            before = back(self.joiners, low, start)
            if before is None:
                return False
            start = before
            if start > 2 and low[start - 1] == ")" and "(" in low[max(0, start - _PLURAL) : start]:
                start = max(n for n in range(start) if low[n] == "(")
            item = items[start - 1] if start else None
            if isinstance(item, Phrase) and item.type == "Organization" and any(item is m for m in members):
                return True
            start = self._past_kind(items, low, start)

    def _past_kind(self, items: tuple[Item, ...], low: list[str], end: int) -> int:
        """The index where bodies that only their kind tells begin, if such end before item `end`: "X, [các ban Đảng
        Tỉnh ủy], Y", "X, [ban], [ngành], Y"; else `end`."""
        first = end
        while first > 0 and end - first < _PLURAL and low[first - 1] not in self.parts:
            first -= 1
        words = not any(isinstance(item, Phrase) for item in items[first:end])
        told = low[first] in self.plural or (words and end - first <= _KIND)
        return first if first < end and told else end

    def _several(self, low: list[str], k: int) -> bool:
        """Whether a plural and a colon stand before item k: "lãnh đạo [các sở:] Nội vụ, …"."""
        before = low[max(0, k - _PLURAL) : k - 1] if k > 1 and low[k - 1] == ":" else []
        return not self.plural.isdisjoint(before) and self.persons.isdisjoint(before)


def _attends(item: Item) -> bool:
    """Whether an item is somebody who can attend."""
    return isinstance(item, Phrase) and item.type in ("Person", "Organization")
