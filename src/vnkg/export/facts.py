"""Facts: plain facts, names and values as Turtle, without the evidence; small enough for any RDF tool."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vnkg.atomic import writing
from vnkg.store.graph import EVIDENCE_CLASSES
from vnkg.store.turtle import turtle

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".facts.ttl"
MEDIA_TYPE = "text/turtle"


def export(graph: Graph, path: Path) -> None:
    """Write the graph without articles, spans and statements; the same bytes as facts.ttl."""
    evidence = graph.instances(*EVIDENCE_CLASSES)
    kept = (triple for triple in graph.triples() if triple[0] not in evidence)
    with writing(path) as file:
        for piece in turtle(kept, graph.base):
            file.write(piece.encode("utf-8"))
