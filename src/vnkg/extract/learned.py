"""What a small model adds where the rules found nothing: who holds a post, whose a figure is.

`ontology/learned/` holds one model a predicate, written by `vnkg train`: whole numbers (hundredths of log-odds) for
what a sentence shows of a pair. Sums of whole numbers are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vnkg.annotate.words import Phrases, table
from vnkg.extract.pairs import Known, Pair, Relation, pairs
from vnkg.extract.scene import Scene, lows
from vnkg.knowledge import Knowledge
from vnkg.model import ASSERTED, FORMER, Statement


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of one relation; `right` is the share of what it adds that was right in cross-validation, `former`
    the words that put an end to what is told.
    """

    relation: Relation
    always: int
    weights: Mapping[str, int]
    right: float = 0.5
    former: Phrases[bool] = field(default_factory=Phrases)

    def score(self, pair: Pair) -> int:
        """Hundredths of log-odds that the pair belongs together."""
        return self.always + sum(self.weights.get(what, 0) for what in pair.shown)

    def best(self, found: Sequence[Pair]) -> Iterator[Pair]:
        """For each object the likeliest pair, when it is likely enough."""
        best: dict[str, tuple[int, Pair]] = {}
        for pair in found:
            score, (_, target) = self.score(pair), pair.ids
            if score > self.relation.least and (target not in best or best[target][0] < score):
                best[target] = score, pair
        return (pair for _, pair in best.values())


def relations(knowledge: Knowledge) -> tuple[Relation, ...]:
    """What may be learned."""
    return tuple(
        Relation(predicate, frozenset(entry["subjects"]), frozenset(entry["objects"]), table(entry["barrier"]),
                 entry.get("least", 0))
        for predicate, entry in knowledge.lexicon["learned"].items()
    )


class LearnedReader:
    """Adds statements that no rule found."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.models = tuple(
            _model(relation, knowledge) for relation in relations(knowledge) if relation.predicate in knowledge.learned
        )

    def read(self, scene: Scene, found: Sequence[Statement]) -> Iterator[Statement]:
        """Statements besides those found."""
        for model in self.models:
            known = Known(found, model.relation.predicate)
            loose = [pair for line in scene.bare_lines for pair in pairs(line, model.relation, known, loose=True)]
            for pair in model.best(loose):
                subject, target = pair.ids
                status = FORMER if model.former.table and _is_former(scene, pair, model.former) else ASSERTED
                yield Statement(subject, model.relation.predicate, pair.evidence, object=target, status=status,
                                confidence=model.right, rule=f"learned:{model.relation.predicate}")


def _model(relation: Relation, knowledge: Knowledge) -> Model:
    data = knowledge.learned[relation.predicate]
    former = table(knowledge.lexicon["learned"][relation.predicate].get("former", ()))
    return Model(relation, data["always"], data["weights"], data["right"], former)


def _is_former(scene: Scene, pair: Pair, cues: Phrases[bool]) -> bool:
    """Whether a cue stands before the object, behind the beginning of the sentence and the last person before it."""
    end = pair.object.start
    start = max(s.start for s in scene.page.sentences if s.start <= end)
    start = max(start, *(m.end for m in scene.outer if m.type == "Person" and m.end <= end), 0)
    low = lows(scene.parts(start, end))
    return cues.within(low, 0, len(low))
