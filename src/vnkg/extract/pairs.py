"""Two phrases of one sentence that may belong together, with what the sentence shows of them to a learned model.

What is shown are short strings like `between bổ nhiệm` or `after-object Organization`: lower-case words around and
between the two phrases, types of phrases, punctuation, and how many others are at hand. No name is among them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vnkg.annotate.words import Phrases
from vnkg.extract.scene import BareLine, Item, Phrase, lows
from vnkg.model import Span, Statement

# Items between two phrases up to which they are a pair, and up to which the words between them are shown.
_FARTHEST, _SHOWN = 40, 18
_MARKS = frozenset(",;():“”\".-–")
_FEW = 5
# Items before an object in which a barrier holds it off from a subject behind it.
_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Relation:
    """A predicate whose objects have one subject each, the types of both, words across which nothing is joined, and the
    hundredths of log-odds above which a pair is told.
    """

    predicate: str
    subjects: frozenset[str]
    objects: frozenset[str]
    barrier: Phrases[bool]
    least: int = 0


class Pair(NamedTuple):
    """A subject and an object, and what is shown of them."""

    subject: Phrase
    object: Phrase
    shown: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, str]:
        """The entities that the pair would join."""
        return self.subject.entities[0], self.object.entities[0]

    @property
    def evidence(self) -> Span:
        """From the first of the two to the end of the last."""
        return Span(min(self.subject.start, self.object.start), max(self.subject.end, self.object.end))


class Known:
    """Which entities a predicate joins already."""

    def __init__(self, statements: Iterable[Statement], predicate: str) -> None:
        self.objects: dict[str, set[str]] = defaultdict(set)
        self.subjects: dict[str, set[str]] = defaultdict(set)
        for s in statements:
            if s.predicate == predicate and s.object is not None:
                self.objects[s.subject].add(s.object)
                self.subjects[s.object].add(s.subject)


def pairs(line: BareLine, relation: Relation, known: Known, *, loose: bool) -> Iterator[Pair]:
    """The pairs of a sentence; with `loose` only those whose object has no subject yet."""
    items = line.items
    objects = [(i, phrase) for i, phrase in line.phrases if phrase.type in relation.objects]
    subjects = [(i, phrase) for i, phrase in line.phrases if phrase.type in relation.subjects] if objects else ()
    for i, subject in subjects:
        for j, target in objects:
            s, o = subject.entities[0], target.entities[0]
            if not 0 < abs(i - j) < _FARTHEST or s == o or (loose and known.subjects[o]):
                continue
            around = lows(items[i + 1 : j] if i < j else items[max(0, j - _BEFORE) : i])
            if not relation.barrier.within(around, 0, len(around)):
                yield Pair(subject, target, tuple(_shown(items, i, j, known)))


def _shown(items: Sequence[Item], i: int, j: int, known: Known) -> Iterator[str]:
    subject, target = items[i], items[j]
    assert isinstance(subject, Phrase) and isinstance(target, Phrase)
    way = ">" if i < j else "<"
    first, last = min(i, j), max(i, j)
    between = [_name(item) for item in items[first + 1 : last]]
    yield f"{way} {subject.type}"
    yield f"distance {way} {len(between) if len(between) < _FEW else _FEW + len(between) // _FEW}"
    if len(between) <= _SHOWN:
        yield from (f"between {way} {word}" for word in sorted(set(between)))
    for word, count in sorted(Counter(w for w in between if w in _MARKS or w[0].isupper()).items()):
        yield f"count {way} {subject.type} {word} {min(count, 2)}"
    for side, at in (("subject", i), ("object", j)):
        yield f"before-{side} {subject.type} {_near(items, at - 1)}"
        yield f"after-{side} {subject.type} {_near(items, at + 1)}"
        yield f"{side} {_sort(items[at])}"
    yield f"objects {subject.type} {min(2, len(known.objects[subject.entities[0]] - {target.entities[0]}))}"
    yield f"subjects {subject.type} {min(2, len(known.subjects[target.entities[0]] - {subject.entities[0]}))}"


def _name(item: Item) -> str:
    return item.type if isinstance(item, Phrase) else item.low


def _near(items: Sequence[Item], at: int) -> str:
    return _name(items[at]) if 0 <= at < len(items) else "|"


def _sort(item: Item) -> str:
    """The type of a phrase with its kind, granularity or unit."""
    assert isinstance(item, Phrase)
    mention = item.mentions[0]
    sort = mention.get("granularity") or mention.get("kind") or mention.get("unit").lower().split(" ")[0]
    return f"{item.type} {sort}"
