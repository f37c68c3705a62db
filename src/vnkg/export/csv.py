"""Tables for spreadsheets and scripts: `nodes.csv` and `edges.csv` in the folder that is named as the path.

`edges.csv` holds every relation and every literal value, one line for each status that it is stated with, so that
plans and reports never look like facts. UTF-8 with a byte order mark, which spreadsheets need for Vietnamese.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from vnkg.atomic import write_text
from vnkg.network import Claim, Edge, Network, build

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ""
"""The path is a folder."""

NODES = ("id", "type", "name", "name_en", "names", "articles", "mentions", "attributes")
EDGES = ("source", "source_name", "relation", "target", "target_name", "value", "status", "articles", "confidence",
         "attributed_to", "article", "published", "quote")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(graph: Graph, path: Path) -> None:
    """Write `nodes.csv` and `edges.csv` of a graph into the folder `path`, which is made when it is absent."""
    network = build(graph.annotations, graph.base)
    write_text(path / "nodes.csv", _table(NODES, _nodes(network)))
    write_text(path / "edges.csv", _table(EDGES, _edges(network)))


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + buffer.getvalue()


def _cell(text: str) -> str:
    """Text that a spreadsheet takes for text, never for a formula; valid UTF-8."""
    sound = text.encode("utf-8", "replace").decode("utf-8")
    return f"'{sound}" if sound.startswith(_FORMULA) else sound


def _nodes(network: Network) -> Iterator[list[str]]:
    for node in network.nodes:
        about = "; ".join(f"{name}={value}" for name, value in node.attributes)
        yield [node.id, node.type, node.name, node.label_en, " | ".join(node.names), str(node.articles),
               str(node.mentions), about]


def _edges(network: Network) -> Iterator[list[str]]:
    names = {node.id: node.name for node in network.nodes}
    for edge in network.edges:
        target = [edge.target, names[edge.target], ""]
        yield from (_row(network, names, edge, target, claims) for claims in _by_status(edge))
    for value in network.values:
        yield from (_row(network, names, value, ["", "", value.target], claims) for claims in _by_status(value))


def _by_status(edge: Edge) -> Iterator[list[Claim]]:
    ordered = sorted(edge.claims, key=lambda claim: claim.standing)
    return (list(claims) for _, claims in groupby(ordered, key=lambda claim: claim.standing))


def _row(network: Network, names: dict[str, str], edge: Edge, target: list[str], claims: list[Claim]) -> list[str]:
    first = claims[0]
    article = network.articles[first.article]
    quote = " ".join(article.text[first.evidence.start : first.evidence.end].split())
    confidence = f"{max(claim.confidence for claim in claims):.3f}"
    return [edge.source, names[edge.source], edge.relation, *target, first.standing,
            str(len({claim.article for claim in claims})), confidence, names.get(first.attributed_to, ""),
            article.id, article.published or "", quote]
