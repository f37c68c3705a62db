"""Measures a reading against annotated articles, and compares the figures with those of an earlier day."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from vnkg import atomic, knowledge, reading, score
from vnkg.annotations import as_dict
from vnkg.errors import ArticleError, OutputError
from vnkg.model import Annotation, Article
from vnkg.score import Count, Fact, Side, Table

TOLERANCE = 0.0005
"""A fall of a headline figure below this is rounding."""

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article: its text, and the exchange format's object."""

    article: Article
    data: Mapping[str, Any]
    has_text: bool = True

    @property
    def side(self) -> Side:
        """The annotation as the scorer sees it."""
        return score.side(self.data)


def load_gold(folder: Path) -> tuple[Gold, ...]:
    """Every NAME.json with its NAME.txt, by name; raises ArticleError when there is none or a broken one."""
    found = tuple(_load_one(path) for path in sorted(folder.glob("*.json")))
    if not found:
        raise ArticleError(str(folder), "no annotated articles here", "give a folder with NAME.json and NAME.txt files")
    return found


def _load_one(path: Path) -> Gold:
    try:
        data = json.loads(path.read_text("utf-8"))
        head = data["article"]
        text_file = path.with_suffix(".txt")
        text = _text(text_file) if text_file.exists() else ""
        article = Article(str(head["id"]), text, head.get("title"), head.get("published"))
        score.side(data)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArticleError(str(path), f"not an annotation: {error!r}", "see the exchange format in README") from error
    return Gold(article, data, text_file.exists())


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def load_predicted(path: Path) -> dict[str, Mapping[str, Any]]:
    """The objects of an annotations file by article id (a trailing .txt and folders taken off)."""
    result = {}
    try:
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                data = json.loads(line)
                result[Path(str(data["article"]["id"])).name.removesuffix(".txt")] = data
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArticleError(str(path), f"not a file of annotations: {error!r}", "give an annotations.jsonl") from error
    return result


def read_gold(gold: Iterable[Gold], read: Callable[[Article], Annotation]) -> dict[str, Mapping[str, Any]]:
    """What the program reads in the texts of the annotated articles, in the exchange format."""
    return {item.article.id: as_dict(read(item.article)) for item in gold if item.has_text}


def measure(folder: Path, predicted: Path | None = None) -> Evaluation:
    """Evaluate a file of annotations against the annotated articles of a folder, or what the program reads in them."""
    gold = load_gold(folder)
    if predicted is not None:
        return evaluate(gold, load_predicted(predicted))
    return evaluate(gold, read_gold(gold, reading.prepare(knowledge.load())))


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something missed or spurious in one article; `kind` is an entity type or "statement"."""

    article: str
    what: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one comparison."""

    articles: int
    digest: str
    strict: Table = field(default_factory=lambda: defaultdict(Count))
    relaxed: Table = field(default_factory=lambda: defaultdict(Count))
    statements: Table = field(default_factory=lambda: defaultdict(Count))
    entities: Count = field(default_factory=Count)
    status: Count = field(default_factory=Count)
    absent: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    judged: list[tuple[Fact, bool]] = field(default_factory=list)

    def headlines(self) -> dict[str, Count]:
        """The four rows that decide."""
        return {"mentions strict": score.total(self.strict), "mentions relaxed": score.total(self.relaxed),
                "entities": self.entities, "statements": score.total(self.statements)}

    @property
    def status_accuracy(self) -> float:
        """Share of matched statements whose status agrees."""
        return self.status.tp / max(1, self.status.tp + self.status.fp)

    def as_dict(self) -> dict[str, Any]:
        """The same object that the guide's scorer prints with --json."""
        return {
            "articles": self.articles, "absent": self.absent, "text changed": self.changed,
            **{name: list(count.prf()) for name, count in self.headlines().items()},
            "status accuracy": self.status_accuracy,
            "by type": {k: [*c.prf(), c.gold] for k, c in sorted(self.strict.items())},
            "by predicate": {k: [*c.prf(), c.gold] for k, c in sorted(self.statements.items())},
        }


def evaluate(gold: Iterable[Gold], predicted: Mapping[str, Mapping[str, Any]]) -> Evaluation:
    """Lay what was read over the annotated articles."""
    items = tuple(gold)
    result = Evaluation(len(items), _digest(items))
    term = re.compile(knowledge.read_toml(knowledge.home() / "lexicon" / "scoring.toml")["term"])
    for item in items:
        data = predicted.get(item.article.id)
        if data is None:
            result.absent.append(item.article.id)
        elif data["article"].get("sha256") not in (None, item.data["article"].get("sha256")):
            result.changed.append(item.article.id)
        wanted, found = item.side, Side() if data is None else score.side(data)
        if item.has_text:
            wanted, found = (score.without_term(own, item.article.text, term) for own in (wanted, found))
        _compare(result, item.article, wanted, found)
    return result


def _compare(result: Evaluation, article: Article, wanted: Side, found: Side) -> None:
    strict = score.mentions(wanted, found, score.equal)
    _add(result.strict, strict.table)
    _add(result.relaxed, score.mentions(wanted, found, score.close).table)
    aligned = score.align(wanted, found)
    result.entities.add(score.entities(wanted, found, aligned))
    facts = score.statements(wanted, found, aligned)
    _add(result.statements, facts.table)
    result.status.add(facts.status)
    result.judged.extend(facts.judged)
    result.mistakes.extend(_mistakes(article, strict, facts, wanted, found))


def _add(table: Table, other: Table) -> None:
    for name, count in other.items():
        table[name].add(count)


def _mistakes(article: Article, names: score.Marks, facts: score.FactMarks, wanted: Side,
              found: Side) -> Iterator[Mistake]:
    for what, items in (("missed", names.missed), ("spurious", names.spurious)):
        for (start, end), kind in items:
            yield Mistake(article.id, what, kind, article.text[start:end] or f"{start}-{end}")
    for what, side, items in (("missed", wanted, facts.missed), ("spurious", found, facts.spurious)):
        for fact in items:
            yield Mistake(article.id, what, "statement", side.called(fact))


def _digest(items: Iterable[Gold]) -> str:
    names = sorted(str(item.data["article"].get("sha256", item.article.id)) for item in items)
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements whose confidence lies in [low, high): how many, what they claim, and how many are right."""

    low: float
    high: float
    count: int
    claimed: float
    right: float


def reliability(judged: Iterable[tuple[Fact, bool]]) -> tuple[Bin, ...]:
    """Whether a statement with confidence 0.9 is right nine times in ten; empty bins are left out."""
    items = tuple(judged)
    result = []
    for low, high in pairwise(BINS):
        own = [(fact.confidence, right) for fact, right in items if low <= fact.confidence < high]
        if own:
            result.append(Bin(low, min(high, 1.0), len(own), sum(c for c, _ in own) / len(own),
                              sum(right for _, right in own) / len(own)))
    return tuple(result)


def figures(evaluation: Evaluation) -> dict[str, Any]:
    """What a baseline file holds: headline figures and tables, rounded, with the digest of the articles."""
    full = evaluation.as_dict()
    kept = {name: full[name] for name in (*evaluation.headlines(), "status accuracy", "by type", "by predicate")}
    rounded: dict[str, Any] = json.loads(json.dumps(kept), parse_float=lambda number: round(float(number), 4))
    return {"articles": evaluation.articles, "digest": evaluation.digest, **rounded}


def read_baseline(path: Path) -> dict[str, Any]:
    """A file that `save_baseline` wrote; raises OutputError when it is not one."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise OutputError(str(path), f"not a baseline: {error}", "write a new one with --accept") from error
    if not isinstance(data, dict):
        raise OutputError(str(path), "not a baseline: no JSON object", "write a new one with --accept")
    return data


def save_baseline(evaluation: Evaluation, path: Path) -> None:
    """Write the figures as the new baseline, whole or not at all."""
    atomic.write_text(path, json.dumps(figures(evaluation), indent=1, ensure_ascii=False) + "\n")


def falls(evaluation: Evaluation, baseline: Mapping[str, Any]) -> tuple[str, ...]:
    """Headline figures that fell below the baseline, in words; also a change of the articles themselves."""
    now = figures(evaluation)
    result = []
    if baseline.get("digest") not in (None, now["digest"]):
        result.append("the annotated articles are not those of the baseline")
    for name in (*evaluation.headlines(), "status accuracy"):
        before, after = _last(baseline.get(name)), _last(now[name])
        if before is not None and after is not None and after < before - TOLERANCE:
            result.append(f"{name}: {before:.3f} → {after:.3f}")
    return tuple(result)


def _last(value: Any) -> float | None:
    """F1 of a (precision, recall, F1) row, or the number itself."""
    if isinstance(value, list):
        value = value[2] if len(value) > 2 else None
    return float(value) if isinstance(value, int | float) else None
