"""GraphML of the facts, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import networkx

from vnkg.atomic import write_bytes
from vnkg.network import as_networkx, build

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".graphml"
MEDIA_TYPE = "application/graphml+xml"


def export(graph: Graph, path: Path) -> None:
    """Write the facts of a graph to `path`."""
    buffer = io.BytesIO()
    facts = as_networkx(build(graph.annotations, graph.base))
    networkx.write_graphml_xml(facts, buffer, encoding="utf-8", prettyprint=True)
    write_bytes(path, buffer.getvalue())
