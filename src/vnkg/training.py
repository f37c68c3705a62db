"""Learns `ontology/learned/` from annotated articles, with a logistic regression for each predicate of
`lexicon/learned.toml`. The only door to scikit-learn (the extra `train`).

The penalty is L1, so that a model is a few hundred weights that one can read; what is shown in fewer than three
articles is left out, and with it names.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vnkg import atomic, score
from vnkg.errors import ArticleError, OutputError
from vnkg.evaluate import Gold
from vnkg.extract.learned import Model, relations
from vnkg.extract.pairs import Known, Pair, Relation, pairs
from vnkg.extract.scene import Scene
from vnkg.knowledge import Knowledge
from vnkg.model import Entity, Statement
from vnkg.reading import laid_out
from vnkg.text import View

_FOLDS, _FEWEST_ARTICLES, _FEWEST_RIGHT = 5, 3, 5
# Inverse strength of the penalty: 0.5 to 2 gave the same F1 within 0.2 points on articles left out.
_STRENGTH = 1.0

Told = Callable[[str, str, tuple[int, int]], bool | None]
"""Whether subject and object are told of in a sentence (source bounds); None where that is open."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of one article, told by the digest of its text; `right` is None where the annotation leaves it open,
    `loose` as in `pairs`.
    """

    article: str
    pair: Pair
    right: bool | None
    loose: bool


@dataclass(frozen=True, slots=True)
class Learned:
    """A model as its file holds it, with what cross-validation by article says: how many it would add, how many of
    them right.
    """

    predicate: str
    data: Mapping[str, Any]
    examples: int
    added: int
    right: int


def train(gold: Sequence[Gold], knowledge: Knowledge) -> tuple[Learned, ...]:
    """A model for each predicate; raises ArticleError where the articles have too few examples of one."""
    bare = replace(knowledge, learned={})
    wanted = relations(knowledge)
    found: dict[str, list[Example]] = defaultdict(list)
    read = _reader(bare, wanted)
    for item in sorted(gold, key=lambda item: item.article.sha256):
        for predicate, examples in read(item):
            found[predicate] += examples
    return tuple(_learned(relation, found[relation.predicate]) for relation in wanted)


def write(models: Iterable[Learned], folder: Path) -> None:
    """One file a predicate."""
    folder.mkdir(parents=True, exist_ok=True)
    for model in models:
        words = json.dumps(model.data, ensure_ascii=False, indent=1)
        atomic.write_text(folder / f"{model.predicate}.json", words + "\n")


def _reader(
    knowledge: Knowledge, wanted: Sequence[Relation]
) -> Callable[[Gold], Iterator[tuple[str, list[Example]]]]:
    lay_out = laid_out(knowledge)

    def read(item: Gold) -> Iterator[tuple[str, list[Example]]]:
        folded, page, entities, statements = lay_out(item.article)
        aligned = score.align(item.side, _side(entities, folded))
        scene = Scene(page, entities)
        for relation in wanted:
            told = _told(item, relation, aligned)
            yield relation.predicate, list(_examples(item, scene, statements, relation, told, folded))

    return read


def _side(entities: Iterable[Entity], folded: View) -> score.Side:
    return score.Side(tuple(
        score.Thing(e.id, e.type, e.name,
                    tuple((folded.source_span(m.start, m.end), m.kind) for m in e.mentions))
        for e in entities
    ))


def _told(item: Gold, relation: Relation, aligned: Mapping[str, str]) -> Told:
    """What the annotation says of two entities found; None where it leaves them open, or tells of them elsewhere."""
    said: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for statement in item.data["statements"]:
        if statement["predicate"] == relation.predicate and "object" in statement:
            said[statement["subject"], statement["object"]].append(statement)

    def told(subject: str, target: str, bounds: tuple[int, int]) -> bool | None:
        known = said.get((aligned.get(subject, ""), aligned.get(target, "")))
        if not known:
            return False
        here = any(s["evidence"]["start"] < bounds[1] and bounds[0] < s["evidence"]["end"] for s in known)
        return True if here and not known[0].get("optional") else None

    return told


def _examples(
    item: Gold, scene: Scene, statements: Sequence[Statement], relation: Relation, told: Told, folded: View
) -> Iterator[Example]:
    known = Known(statements, relation.predicate)
    for line in scene.bare_lines:
        bounds = folded.source_span(line.sentence.start, line.sentence.end)
        for pair in pairs(line, relation, known, loose=False):
            right = told(*pair.ids, bounds)
            yield Example(item.article.sha256, pair, right, not known.subjects[pair.ids[1]])


def _learned(relation: Relation, examples: Sequence[Example]) -> Learned:
    if sum(example.right is True for example in examples) < _FEWEST_RIGHT:
        raise ArticleError(relation.predicate, "too few examples in these articles", "give more annotated articles")
    added, right = _validated(relation, examples)
    model = _fit(relation, examples)
    share = round(right / added, 2) if added else 0.5
    articles = len({example.article for example in examples})
    data = {"articles": articles, "right": share, "always": model.always,
            "weights": dict(sorted(model.weights.items()))}
    return Learned(relation.predicate, data, len(examples), added, right)


def _validated(relation: Relation, examples: Sequence[Example]) -> tuple[int, int]:
    """Statements that models fitted without an article would add to it, and those of them that are right."""
    articles = list(dict.fromkeys(example.article for example in examples))
    added = right = 0
    for fold in range(_FOLDS):
        left_out = frozenset(articles[fold::_FOLDS])
        model = _fit(relation, [e for e in examples if e.article not in left_out])
        for article in sorted(left_out):
            own = {e.pair: e.right for e in examples if e.article == article and e.loose}
            judged = [own[pair] for pair in model.best(tuple(own)) if own[pair] is not None]
            added += len(judged)
            right += sum(map(bool, judged))
    return added, right


def _fit(relation: Relation, examples: Iterable[Example]) -> Model:
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ModuleNotFoundError as error:
        raise OutputError(relation.predicate, "no scikit-learn here", "pip install 'vnkg[train]'") from error
    sure = [example for example in examples if example.right is not None]
    if len({example.right for example in sure}) < 2:
        return Model(relation, -1, {})
    often = _often(sure)
    vectorizer = DictVectorizer()
    shown = vectorizer.fit_transform([dict.fromkeys(often.intersection(e.pair.shown), 1) for e in sure])
    # liblinear takes no wider indices.
    shown.indices, shown.indptr = shown.indices.astype("int32"), shown.indptr.astype("int32")
    regression = LogisticRegression(l1_ratio=1, C=_STRENGTH, solver="liblinear", random_state=0, max_iter=2000)
    regression.fit(shown, [example.right for example in sure])
    weights = zip(vectorizer.feature_names_, (round(100 * weight) for weight in regression.coef_[0]), strict=True)
    return Model(relation, round(100 * regression.intercept_[0]), {what: n for what, n in weights if n})


def _often(examples: Iterable[Example]) -> set[str]:
    """What is shown in enough articles."""
    articles = defaultdict[str, set[str]](set)
    for example in examples:
        for what in example.pair.shown:
            articles[what].add(example.article)
    return {what for what, own in articles.items() if len(own) >= _FEWEST_ARTICLES}
