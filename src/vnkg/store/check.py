"""Whether a finished graph may be trusted: every quote against its text, every fact against its statement, shapes.

What needs no shapes engine is checked on everything; SHACL runs on a sample when the graph is large, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vnkg import rdf
from vnkg.errors import GraphError
from vnkg.model import ASSERTED
from vnkg.rdf import CODE, ONT
from vnkg.store import engine, folder, shapes
from vnkg.store.graph import Graph
from vnkg.store.shapes import Problem
from vnkg.store.triples import THRESHOLD

_IDENTIFIER = rdf.IDENTIFIER[1:-1]
_AGAIN = "build again; if it comes back, report it as a bug"
_TEXT = "put the text back that the graph was built from, or build again"


@dataclass(frozen=True)
class Report:
    """What was checked and what failed; true when a rule is violated; warnings are told but fail nothing."""

    problems: tuple[Problem, ...]
    checked: tuple[tuple[str, int], ...]
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(problem.severity == "Violation" for problem in self.problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)

    def __len__(self) -> int:
        return len(self.problems)


def validate(path: Path | str) -> Report:
    """Check an output folder; raises GraphError when there is no graph to check."""
    home = Path(path)
    graph = Graph.open(home)
    problems = [*_files(graph, home), *_texts(graph), *_quotes(graph), *_statements(graph), *_unsupported(graph)]
    found, articles, triples = shapes.check(graph)
    every = len(graph.instances("Article"))
    sampled = f"shapes were checked on {articles} of {every} articles, chosen by a hash of their ids"
    counts = [(name, len(graph.instances(cls))) for name, cls in
              (("articles", "Article"), ("quotes", "TextSpan"), ("statements", "Statement"))]  # fmt: skip
    return Report(
        tuple(sorted({*problems, *found})),
        (*counts, ("triples checked against shapes", triples)),
        (sampled,) if articles < every else (),
    )


def _files(graph: Graph, home: Path) -> Iterator[Problem]:
    """The files of the folder belong together."""
    if not folder.store_is_fresh(home):
        yield Problem(str(home / folder.STORE), "was not made from this graph.ttl", "build again", "Warning")
    facts = home / folder.FACTS
    try:
        missing = sum(1 for triple in set(engine.triples(facts)) - set(graph.triples()))
        if missing:
            yield Problem(str(facts), f"{missing} triples are not in graph.ttl", _AGAIN)
    except (GraphError, OSError) as error:
        yield Problem(str(facts), f"cannot be read: {error}", "build again")
    try:
        read = {annotation.article.id for annotation in graph.annotations}
    except GraphError as error:
        yield Problem(error.where, error.problem, error.mend)
        return
    told = {value for _, _, value, _ in graph.engine.match(None, _IDENTIFIER)}
    for name in sorted(read ^ told):
        where = "graph.ttl" if name in read else folder.ANNOTATIONS
        yield Problem(f"article {name}", f"is missing in {where}", "build again")


def _texts(graph: Graph) -> Iterator[Problem]:
    """The text of each article is the one that was read."""
    for iri in sorted(graph.instances("Article")):
        found = {name: value for _, name, value, _ in graph.engine.match(iri[1:-1], None)}
        name = found.get(_IDENTIFIER, "")
        article = _articles(graph).get(name)
        if article is None:
            yield Problem(f"article {name}", f"its text is missing in {folder.ARTICLES}", "build again")
        elif article.sha256 != found.get(f"{ONT}sha256"):
            yield Problem(f"article {name}", "its text is another one than was read (SHA-256)", _TEXT)


def _articles(graph: Graph) -> folder.Articles:
    try:
        return graph.articles
    except GraphError:
        return {}


def _quotes(graph: Graph) -> Iterator[Problem]:
    """Every quote stands in its article's text exactly where it says."""
    texts = {name: rdf.clean(article.text) for name, article in _articles(graph).items()}
    identifiers = {s: o for s, _, o, _ in graph.engine.match(None, _IDENTIFIER)}
    columns = [
        {s: o for s, _, o, _ in graph.engine.match(None, ONT + name)}
        for name in ("inArticle", "beginOffset", "endOffset", "quote")
    ]
    for span in (term[1:-1] for term in sorted(graph.instances("TextSpan"))):
        article, begin, end, quote = (column.get(span, "") for column in columns)
        text = texts.get(identifiers.get(article, ""))
        if text is None:
            continue  # told once, by the article
        if not (begin.isdecimal() and end.isdecimal() and int(begin) < int(end) <= len(text)):
            yield Problem(span, f"[{begin}, {end}) lies outside the text of {len(text)} characters", _TEXT)
        elif text[int(begin) : int(end)] != quote:
            yield Problem(span, f"the text at [{begin}, {end}) is not the quote {quote[:60]!r}", _TEXT)


def _statements(graph: Graph) -> Iterator[Problem]:
    """Entities of statements exist, evidence too, and what is asserted stands as a plain triple."""
    spans = graph.instances("TextSpan")
    for iri in (term[1:-1] for term in sorted(graph.instances("Statement"))):
        found: dict[str, list[str]] = {}
        for _, name, value, _ in graph.engine.match(iri, None):
            found.setdefault(name.removeprefix(ONT), []).append(value)
        for role in ("subject", "object", "attributedTo", "qualifierTime"):
            for value in found.get(role, ()):
                if graph.entity(value) is None:
                    yield Problem(iri, f"its {role} {value} is no entity of the graph", _AGAIN)
        if not found.get("evidence") or any(f"<{span}>" not in spans for span in found["evidence"]):
            yield Problem(iri, "has no evidence in a text", _AGAIN)
        yield from _plain(graph, iri, found)


def _plain(graph: Graph, iri: str, found: dict[str, list[str]]) -> Iterator[Problem]:
    fact = [found.get(name, [""])[0] for name in ("subject", "predicate", "status", "confidence")]
    if not all(fact) or not (found.get("object") or found.get("objectValue")):
        yield Problem(iri, "lacks a subject, predicate, object, status or confidence", _AGAIN)
        return
    subject, predicate, status, confidence = fact
    if status == f"{CODE}status/{ASSERTED}" and float(confidence) >= THRESHOLD:
        value = (found.get("object") or found["objectValue"])[0]
        if not any(o == value for _, _, o, _ in graph.engine.match(subject, predicate)):
            yield Problem(iri, "is asserted but does not stand as a plain triple", _AGAIN)


def _unsupported(graph: Graph) -> Iterator[Problem]:
    """Links between entities without a statement that asserts them."""
    columns = [
        {s: o for s, _, o, _ in graph.engine.match(None, ONT + name)}
        for name in ("subject", "predicate", "object", "status", "confidence")
    ]
    facts = [tuple(column.get(iri, "") for column in columns) for iri in columns[0]]
    asserted = {
        (s, p, o) for s, p, o, status, confidence in facts
        if status.endswith(f"/{ASSERTED}") and float(confidence or 0) >= THRESHOLD
    }  # fmt: skip
    for predicate in sorted({fact[1] for fact in facts if fact[1]}):
        for s, p, o, language in graph.engine.match(None, predicate):
            if language is None and (s, p, o) not in asserted:
                yield Problem(s, f"{p.removeprefix(ONT)} {o} has no statement that asserts it", _AGAIN)
