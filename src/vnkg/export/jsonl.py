"""Annotations: what was read in each article, one JSON object a line, in the exchange format of the guide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vnkg.atomic import writing
from vnkg.store.folder import annotation_line

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".jsonl"
MEDIA_TYPE = "application/jsonl"


def export(graph: Graph, path: Path) -> None:
    """Write entities, mentions and statements of every article, by article id; the same bytes as annotations.jsonl."""
    with writing(path) as file:
        for annotation in graph.annotations:
            file.write(annotation_line(annotation).encode("utf-8"))
