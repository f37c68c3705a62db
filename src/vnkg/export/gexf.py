"""GEXF of the facts, for Gephi and Gephi Lite; without the date of writing, so that equal graphs give equal files."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import networkx

from vnkg.atomic import write_bytes
from vnkg.network import as_networkx, build

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".gexf"
MEDIA_TYPE = "application/gexf+xml"
_DATE = re.compile(rb' lastmodifieddate="[^"]*"')


def export(graph: Graph, path: Path) -> None:
    """Write the facts of a graph to `path`."""
    buffer = io.BytesIO()
    networkx.write_gexf(as_networkx(build(graph.annotations, graph.base)), buffer, encoding="utf-8", prettyprint=True)
    write_bytes(path, _DATE.sub(b"", buffer.getvalue(), count=1))
