"""JSON-LD, expanded: one object a node, every name a full IRI, so that no context must be fetched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vnkg.atomic import writing
from vnkg.store.engine import convert

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".jsonld"
MEDIA_TYPE = "application/ld+json"


def export(graph: Graph, path: Path) -> None:
    """Write facts and evidence."""
    with writing(path) as file:
        convert(graph.turtle(), file, "jsonld")
