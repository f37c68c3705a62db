"""GraphML, GEXF and tables of a graph."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import networkx
import pytest

from drawn import issued, many, planned
from vnkg.export import csv as tables
from vnkg.export import gexf, graphml
from vnkg.model import Annotation
from vnkg.store import Graph

READ = {graphml: networkx.read_graphml, gexf: networkx.read_gexf}
each_format = pytest.mark.parametrize("module", READ, ids=lambda module: module.__name__)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _nasty() -> Annotation:
    """An article with a name that XML cannot hold and a spreadsheet would compute."""
    found = issued()
    return replace(found, entities=tuple(replace(e, name=f"=1+2\x00 <b>&{e.name}") for e in found.entities))


@each_format
def test_the_facts_open_in_networkx_again_with_vietnamese_labels(module: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / f"graph{module.SUFFIX}"
    module.export(Graph.of([issued(), planned()]), path)
    graph = READ[module](path)
    assert {"Tỉnh ủy Bình An", "Kế hoạch số 12-KH/TU"} <= {values["label"] for _, values in graph.nodes(data=True)}
    relations = sorted(values["relation"] for _, _, values in graph.edges(data=True))
    assert relations == ["issuedBy", "issuedOn", "positionIn"]


@each_format
def test_plans_reports_and_former_posts_are_not_among_the_facts(module: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / f"graph{module.SUFFIX}"
    module.export(Graph.of([planned()]), path)
    assert READ[module](path).number_of_edges() == 0


@each_format
def test_equal_graphs_give_equal_bytes(module: ModuleType, tmp_path: Path) -> None:
    articles = [issued(), planned(), *many(5)]
    for name, order in (("a", articles), ("b", articles[::-1])):
        module.export(Graph.of(order), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert b"lastmodified" not in (tmp_path / "a").read_bytes()


@each_format
def test_characters_that_xml_cannot_hold_do_not_break_the_file(module: ModuleType, tmp_path: Path) -> None:
    module.export(Graph.of([_nasty()]), tmp_path / "graph")
    assert READ[module](tmp_path / "graph").number_of_nodes() == 5


@each_format
def test_an_empty_graph_is_an_empty_file_of_its_format(module: ModuleType, tmp_path: Path) -> None:
    module.export(Graph.of([]), tmp_path / "graph")
    assert READ[module](tmp_path / "graph").number_of_nodes() == 0


def test_tables_hold_every_relation_and_literal_with_status_and_quote(tmp_path: Path) -> None:
    tables.export(Graph.of([issued(), planned()]), tmp_path / "tables")
    nodes, edges = _rows(tmp_path / "tables/nodes.csv"), _rows(tmp_path / "tables/edges.csv")
    ids = {row["id"] for row in nodes}
    assert all(row["source"] in ids and (row["target"] in ids or row["value"]) for row in edges)
    assert {(row["relation"], row["status"]) for row in edges} == {
        ("issuedBy", "asserted"), ("issuedBy", "uncertain"), ("issuedOn", "asserted"), ("holds", "former"),
        ("positionIn", "asserted"), ("organizer", "planned"), ("said", "asserted"), ("theme", "reported")}
    said = next(row for row in edges if row["relation"] == "said")
    assert said["value"] == "kế hoạch sẽ được thực hiện"
    assert said["quote"] == "khẳng định kế hoạch sẽ được thực hiện"
    assert next(row for row in edges if row["relation"] == "theme")["attributed_to"] == "Tỉnh ủy Bình An"


def test_a_cell_never_begins_like_a_formula(tmp_path: Path) -> None:
    tables.export(Graph.of([_nasty()]), tmp_path)
    assert all(row["name"].startswith("'=") for row in _rows(tmp_path / "nodes.csv"))


def test_tables_do_not_depend_on_the_order_of_articles(tmp_path: Path) -> None:
    articles = [issued(), planned(), *many(3)]
    tables.export(Graph.of(articles), tmp_path / "a")
    tables.export(Graph.of(articles[::-1]), tmp_path / "b")
    for name in ("nodes.csv", "edges.csv"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
