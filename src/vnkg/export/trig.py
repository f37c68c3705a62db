"""TriG: one named graph an article with its text spans, its statements and the facts that it asserts.

The default graph holds what all articles share: types, names, values and tenures. All graphs together are the graph.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from vnkg import rdf
from vnkg.atomic import writing
from vnkg.rdf import Triple
from vnkg.store.turtle import blocks, head, shortener

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".trig"
MEDIA_TYPE = "application/trig"

_SUBJECT, _PREDICATE, _OBJECT, _VALUE = map(rdf.ont, ("subject", "predicate", "object", "objectValue"))
_IN_ARTICLE = rdf.ont("inArticle")


def export(graph: Graph, path: Path) -> None:
    """Write facts and evidence; a fact that several articles assert stands in the graph of each."""
    shared, articles = divide(graph.triples())
    shorten = shortener(graph.base)
    with writing(path) as file:
        file.write(head(graph.base).encode("utf-8"))
        for block in blocks(shared, shorten):
            file.write(block.encode("utf-8"))
        for article in sorted(articles):
            name = article.replace(f"<{graph.base}a/", f"<{graph.base}g/", 1)
            file.write(f"\n{shorten(name)} {{\n".encode())
            for block in blocks(sorted(articles[article]), shorten):
                file.write(block.encode("utf-8"))
            file.write(b"\n}\n")


def divide(triples: Iterable[Triple]) -> tuple[list[Triple], dict[str, set[Triple]]]:
    """The triples that all articles share, sorted, and those of each article."""
    every = set(triples)
    owner = {s: o for s, p, o in every if p == _IN_ARTICLE} | {o: o for _, p, o in every if p == _IN_ARTICLE}
    articles: dict[str, set[Triple]] = {}
    for triple in every:
        if triple[0] in owner:
            articles.setdefault(owner[triple[0]], set()).add(triple)
    placed: set[Triple] = set()
    for own in articles.values():
        facts = _stated(own) & every
        own |= facts
        placed |= facts
    return sorted(triple for triple in every - placed if triple[0] not in owner), articles


def _stated(own: set[Triple]) -> set[Triple]:
    """What the statements of one article say, as plain triples, asserted or not."""
    parts: dict[str, dict[str, str]] = {}
    for subject, predicate, object_ in own:
        if predicate in (_SUBJECT, _PREDICATE, _OBJECT, _VALUE):
            parts.setdefault(subject, {})[_OBJECT if predicate == _VALUE else predicate] = object_
    return {(p[_SUBJECT], p[_PREDICATE], p[_OBJECT]) for p in parts.values() if len(p) == 3}
