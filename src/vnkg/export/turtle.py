"""Turtle: facts and evidence, the same bytes as graph.ttl."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from vnkg.atomic import writing

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".ttl"
MEDIA_TYPE = "text/turtle"


def export(graph: Graph, path: Path) -> None:
    """Write facts and evidence."""
    source = graph.turtle()
    with writing(path) as file:
        if isinstance(source, bytes):
            file.write(source)
        else:
            with source.open("rb") as original:
                shutil.copyfileobj(original, file)
