"""Every RDF export gives the same triples when it is read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib

import invented
from vnkg.errors import OutputError
from vnkg.export import export
from vnkg.export.trig import divide
from vnkg.rdf import ont
from vnkg.store import Graph, engine, write
from vnkg.store.folder import ANNOTATIONS, FACTS, GRAPH

RDFLIB = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    home = tmp_path_factory.mktemp("output")
    write(invented.annotations(), home)
    return Graph.open(home)


@pytest.mark.parametrize("name", ["turtle", "trig", "ntriples", "jsonld", "rdfxml"])
def test_an_export_holds_the_triples_of_the_graph(graph: Graph, name: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    export(graph, name, path)
    assert engine.read_back(path, name) == set(graph.triples())


@pytest.mark.parametrize("name", RDFLIB)
def test_rdflib_reads_an_export_as_the_same_graph(graph: Graph, name: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    export(graph, name, path)
    assert rdflib.Graph().parse(path, format=RDFLIB[name]).isomorphic(graph.rdflib())


@pytest.mark.parametrize("name", ["turtle", "trig", "ntriples", "jsonld", "rdfxml", "jsonl", "facts"])
def test_memory_and_folder_export_the_same_bytes(graph: Graph, name: str, tmp_path: Path) -> None:
    export(graph, name, tmp_path / "a")
    export(Graph.of(reversed(invented.annotations())), name, tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_copies_are_the_files_of_the_folder(graph: Graph, tmp_path: Path) -> None:
    source = graph.turtle()
    assert isinstance(source, Path)
    for name, original in (("turtle", GRAPH), ("facts", FACTS), ("jsonl", ANNOTATIONS)):
        export(graph, name, tmp_path / name)
        assert (tmp_path / name).read_bytes() == (source.parent / original).read_bytes()


def test_ntriples_are_sorted_and_once_each(graph: Graph, tmp_path: Path) -> None:
    export(graph, "ntriples", tmp_path / "file")
    lines = (tmp_path / "file").read_text("utf-8").splitlines()
    assert lines == sorted(set(lines)) and len(lines) == len(graph)


def test_a_named_graph_holds_what_its_article_says(graph: Graph) -> None:
    shared, articles = divide(graph.triples())
    assert len(articles) == 3
    (issued,) = [own for own in articles.values() if any(p == ont("issuedBy") for _, p, _ in own)]
    assert not any(p == ont("issuedBy") for _, p, _ in shared)
    assert sum(p == ont("inArticle") for _, p, _ in issued) > 3


def test_annotations_are_one_line_an_article_by_id(graph: Graph, tmp_path: Path) -> None:
    export(graph, "jsonl", tmp_path / "file")
    lines = [json.loads(line) for line in (tmp_path / "file").read_text("utf-8").splitlines()]
    assert [line["article"]["id"] for line in lines] == ["Chia tay/3", "hoi-thao-2", "ke-hoach-1"]


def test_an_export_that_cannot_be_written_says_so_and_leaves_nothing(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError):
        export(graph, "turtle", tmp_path / "file" / "graph.ttl")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
