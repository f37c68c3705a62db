"""The only door to pySHACL: `ontology/shapes.ttl` against a graph or a sample of its articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyshacl

from vnkg import knowledge, rdf
from vnkg.errors import KnowledgeError
from vnkg.model import ASSERTED
from vnkg.rdf import CODE, ONT, Triple
from vnkg.store.graph import Graph
from vnkg.store.iris import digest
from vnkg.store.triples import THRESHOLD

MOST_TRIPLES = 100_000
"""About as many triples as are checked in ten seconds; the sample ends with the article that passes this number."""

_TYPE = rdf.TYPE


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What failed a check: where (an IRI, article or file), what is wrong, what to do; Violation or Warning."""

    where: str
    problem: str
    mend: str
    severity: str = "Violation"


def check(graph: Graph, most: int = MOST_TRIPLES) -> tuple[list[Problem], int, int]:
    """Problems, the number of articles and the number of triples that were looked at."""
    path = knowledge.home() / "shapes.ttl"
    if not path.is_file():
        raise KnowledgeError(str(path), "no such file", "reinstall vnkg, or run it from a checkout")
    triples, articles = sample(graph, most)
    _, report, _ = pyshacl.validate(rdf.from_triples(sorted(triples)), shacl_graph=rdf.read(path), inference="none")
    return [_problem(row) for row in rdf.shacl_results(report)], articles, len(triples)


def _problem(row: Mapping[str, str]) -> Problem:
    path, value = row["path"].removeprefix(ONT), row["value"][:80]
    parts = [f"{path}: " if path else "", row["message"], f" ({value})" if value else ""]
    mend = "build again; if it comes back, report it as a bug"
    return Problem(row["focus"], "".join(parts), mend, row["severity"] or "Violation")


def sample(graph: Graph, most: int) -> tuple[set[Triple], int]:
    """Whole articles in the order of a hash of their ids, with their entities, until `most` triples are there."""
    result: set[Triple] = set()
    taken = 0
    for article in sorted((term[1:-1] for term in graph.instances("Article")), key=lambda iri: digest(iri, 16)):
        if len(result) >= most:
            break
        taken += 1
        result.update(graph.engine.describe(article))
        for node, *_ in graph.engine.match(None, f"{ONT}inArticle", article):
            result.update(graph.engine.describe(node))
    return result | _entities(graph, result), taken


def _entities(graph: Graph, evidence: set[Triple]) -> set[Triple]:
    """Descriptions of the entities in this evidence, with the links and tenures that the evidence itself supports."""
    known = {term[1:-1] for _, _, term in evidence if term.startswith("<") and graph.entity(term[1:-1])}
    asserted = _asserted(evidence)
    result: set[Triple] = set()
    for iri in known:
        for s, p, o in graph.engine.describe(iri):
            if p == _TYPE or not o.startswith("<") or o.startswith(f"<{CODE}") or (s, p, o) in asserted:
                result.add((s, p, o))
    for holding in graph.holdings():
        if {holding.person, holding.post} <= known:
            result.update(graph.engine.describe(holding.iri))
    return result


def _asserted(evidence: set[Triple]) -> set[Triple]:
    parts: dict[str, dict[str, str]] = {}
    for s, p, o in evidence:
        parts.setdefault(s, {})[p] = o
    subject, predicate, object_, status, confidence = map(
        rdf.ont, ("subject", "predicate", "object", "status", "confidence")
    )
    return {
        (p[subject], p[predicate], p[object_])
        for p in parts.values()
        if object_ in p and p.get(status) == rdf.code("status", ASSERTED)
        and float(p.get(confidence, '"0"').split('"')[1]) >= THRESHOLD
    }  # fmt: skip
