"""Lays one reading of an article over another and counts: the definitions of the annotation guide.

Mentions are compared strictly and loosely, entities by their shared mentions (CEAF-m), statements through the
alignment of entities. The figures equal those of the guide's own scorer; `tests/test_evaluate.py` holds them together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vnkg.model import ASSERTED, NAME, NOMINAL
from vnkg.text import roman

Bounds = tuple[int, int]
Item = tuple[Bounds, str]
"""A mention as the scorer sees it: bounds and entity type."""

WITH_TERM = ("Organization", "Position")


@dataclass(slots=True)
class Count:
    """True positives, false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, other: Count) -> None:
        """Add another count to this one."""
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn

    @property
    def gold(self) -> int:
        """How many items the gold side has."""
        return self.tp + self.fn

    def prf(self) -> tuple[float, float, float]:
        """Precision, recall and F1; 0 where nothing was found or wanted."""
        p = self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0
        r = self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


Table = defaultdict[str, Count]


def total(table: Mapping[str, Count]) -> Count:
    """The sum over all rows."""
    result = Count()
    for count in table.values():
        result.add(count)
    return result


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity as the scorer sees it; `spans` holds (bounds, mention kind) in the order of the file."""

    id: str
    type: str
    name: str
    spans: tuple[tuple[Bounds, str], ...]

    def bounds(self, kind: str | None = None) -> list[Bounds]:
        """Bounds of its mentions, of one kind or of all."""
        return [bounds for bounds, own in self.spans if kind is None or own == kind]


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement as the scorer sees it; `optional` ones of the gold side are never counted."""

    subject: str
    predicate: str
    object: str | None
    value: str | None
    status: str = ASSERTED
    optional: bool = False
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of one article."""

    things: tuple[Thing, ...] = ()
    facts: tuple[Fact, ...] = ()

    def called(self, fact: Fact) -> str:
        """A fact in words."""
        names = {thing.id: thing.name for thing in self.things}
        target = names.get(fact.object, "?") if fact.object is not None else fact.value
        return f"{names.get(fact.subject, '?')} — {fact.predicate} → {target}"


def side(data: Mapping[str, Any]) -> Side:
    """One object of the exchange format; raises KeyError or TypeError where it is not one."""
    things = tuple(
        Thing(e["id"], e["type"], e["name"],
              tuple(((m["start"], m["end"]), m.get("kind", NAME)) for m in e["mentions"]))
        for e in data["entities"]
    )
    facts = tuple(
        Fact(s["subject"], s["predicate"], s.get("object"), s.get("value"), s.get("status", ASSERTED),
             bool(s.get("optional")), s.get("confidence", 1.0), s.get("rule", ""))
        for s in data["statements"]
    )
    return Side(things, facts)


def without_term(own: Side, text: str, term: re.Pattern[str]) -> Side:
    """Cut what `term` finds at the end of bodies and posts: both ways of marking a term of office count as one."""

    def cut(bounds: Bounds) -> Bounds:
        start, end = bounds
        words = text[start:end]
        return start, end - (len(words) - len(term.sub("", words)))

    things = tuple(
        replace(thing, spans=tuple((cut(bounds), kind) for bounds, kind in thing.spans))
        if thing.type in WITH_TERM else thing
        for thing in own.things
    )
    return replace(own, things=things)


def _overlap(a: Bounds, b: Bounds) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def equal(a: Bounds, b: Bounds) -> bool:
    """Same start and same end."""
    return a == b


def close(a: Bounds, b: Bounds) -> bool:
    """Overlap over half of the longer."""
    return 2 * _overlap(a, b) > max(a[1] - a[0], b[1] - b[0])


@dataclass(slots=True)
class Marks:
    """Counts of one comparison with what was missed and what is spurious."""

    table: Table = field(default_factory=lambda: defaultdict(Count))
    missed: list[Any] = field(default_factory=list)
    spurious: list[Any] = field(default_factory=list)


def mentions(gold: Side, found: Side, same: Callable[[Bounds, Bounds], bool]) -> Marks:
    """Greedy one-to-one matching of names per type; a mention found on a gold nominal one is neutral."""
    free = Counter((s, thing.type) for thing in gold.things for s in set(thing.bounds(NAME)))
    neutral = [(s, thing.type) for thing in gold.things for s in thing.bounds(NOMINAL)]
    marks = Marks()
    for span, kind in _exact(free, found, marks.table):
        hit = next((i for i, n in free.items() if n > 0 and i[1] == kind and same(i[0], span)), None)
        if hit:
            free[hit] -= 1
            marks.table[kind].tp += 1
        elif not any(k == kind and (s == span or same(s, span)) for s, k in neutral):
            marks.table[kind].fp += 1
            marks.spurious.append((span, kind))
    for item, count in free.items():
        if count > 0:
            marks.table[item[1]].fn += count
            marks.missed.append(item)
    return marks


def _exact(free: Counter[Item], found: Side, table: Table) -> list[Item]:
    """Take the exact matches off `free`; the rest of what was found."""
    rest = []
    for item in sorted({(s, thing.type) for thing in found.things for s in thing.bounds()}):
        if free[item] > 0:
            free[item] -= 1
            table[item[1]].tp += 1
        else:
            rest.append(item)
    return rest


def align(gold: Side, found: Side) -> dict[str, str]:
    """One-to-one map of found ids to gold ids by most shared mention characters within a type."""
    pairs = []
    for p in found.things:
        for g in gold.things:
            if p.type == g.type:
                shared = sum(_overlap(a, b) for a in p.bounds() for b in g.bounds() if close(a, b))
                if shared:
                    pairs.append((shared, p.id, g.id))
    result: dict[str, str] = {}
    taken: set[str] = set()
    for _, p_id, g_id in sorted(pairs, key=lambda x: (-x[0], x[1], x[2])):
        if p_id not in result and g_id not in taken:
            result[p_id] = g_id
            taken.add(g_id)
    return result


def entities(gold: Side, found: Side, aligned: Mapping[str, str]) -> Count:
    """Mention-weighted agreement: mentions that aligned entities share."""
    there = {thing.id: thing.bounds() for thing in gold.things}
    count = Count()
    for thing in found.things:
        if thing.id in aligned:
            others = there[aligned[thing.id]]
            count.tp += sum(any(close(a, b) for b in others) for a in thing.bounds())
    count.fp = sum(len(thing.spans) for thing in found.things) - count.tp
    count.fn = max(0, sum(len(bounds) for bounds in there.values()) - count.tp)
    return count


def _number(value: str) -> str:
    value = value.strip()
    numeral = roman(value)
    if numeral is not None:
        return str(numeral)
    return re.sub(r"\D", "", value) or value.casefold()


def _words(value: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", value.casefold()))


def _same_literal(predicate: str, a: str, b: str) -> bool:
    if predicate == "ordinal":
        return _number(a) == _number(b)
    x, y = _words(a), _words(b)
    return 2 * (x & y).total() > max(x.total(), y.total())


def _same_fact(gold: Fact, found: Fact, aligned: Mapping[str, str]) -> bool:
    if gold.predicate != found.predicate or gold.subject != aligned.get(found.subject):
        return False
    if gold.object is not None and found.object is not None:
        return aligned.get(found.object) == gold.object
    return (gold.value is not None and found.value is not None
            and _same_literal(found.predicate, found.value, gold.value))


@dataclass(slots=True)
class FactMarks(Marks):
    """Counts of statements; `status` of those that match; `judged` pairs every counted one with whether it is right."""

    status: Count = field(default_factory=Count)
    judged: list[tuple[Fact, bool]] = field(default_factory=list)


def statements(gold: Side, found: Side, aligned: Mapping[str, str]) -> FactMarks:
    """Greedy one-to-one matching in the order of the found ones."""
    marks = FactMarks()
    free = list(gold.facts)
    for fact in found.facts:
        hit = next((g for g in free if _same_fact(g, fact, aligned)), None)
        if hit is not None:
            free.remove(hit)
            if not hit.optional:
                _right(marks, fact, hit)
        else:
            marks.table[fact.predicate].fp += 1
            marks.spurious.append(fact)
            marks.judged.append((fact, False))
    for fact in _wanted(free):
        marks.table[fact.predicate].fn += 1
        marks.missed.append(fact)
    return marks


def _right(marks: FactMarks, fact: Fact, hit: Fact) -> None:
    marks.table[fact.predicate].tp += 1
    marks.judged.append((fact, True))
    if fact.status == hit.status:
        marks.status.tp += 1
    else:
        marks.status.fp += 1


def _wanted(facts: Iterable[Fact]) -> Iterable[Fact]:
    return (fact for fact in facts if not fact.optional)
