"""N-Triples, sorted: one triple a line, the form to compare and to merge graphs in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vnkg.atomic import writing

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".nt"
MEDIA_TYPE = "application/n-triples"


def export(graph: Graph, path: Path) -> None:
    """Write every triple once, by code points."""
    lines = sorted({f"{subject} {predicate} {object_} .\n" for subject, predicate, object_ in graph.triples()})
    with writing(path) as file:
        for line in lines:
            file.write(line.encode("utf-8"))
