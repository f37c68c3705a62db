"""A graph that was tampered with, or made wrongly, is found out; a good one passes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import invented
from vnkg.errors import GraphError
from vnkg.store import Graph, write
from vnkg.store.check import validate
from vnkg.store.folder import ANNOTATIONS, ARTICLES, FACTS, GRAPH
from vnkg.store.shapes import sample


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write(invented.annotations(), tmp_path)
    return tmp_path


def tampered(home: Path, name: str, change: Callable[[str], str]) -> str:
    """What `validate` tells after a change of one file."""
    text = (home / name).read_bytes().decode("utf-8")
    changed = change(text)
    assert changed != text
    (home / name).write_bytes(changed.encode("utf-8"))
    report = validate(home)
    assert report
    assert all(problem.where and problem.mend for problem in report)
    return "\n".join(f"{problem.where}: {problem.problem}" for problem in report)


def test_what_build_writes_is_valid(home: Path) -> None:
    report = validate(home)
    assert list(report) == [] and not report and report.notes == ()
    assert dict(report.checked)["statements"] == 13


def test_a_changed_text_is_found_by_its_digest_and_its_quotes(home: Path) -> None:
    told = tampered(home, ARTICLES, lambda text: text.replace("Nguyên Bí thư", "Hiện Bí thư"))
    assert "article Chia tay/3: its text is another one" in told and "is not the quote" in told


def test_a_changed_quote_is_found(home: Path) -> None:
    told = tampered(home, GRAPH, lambda text: text.replace('quote "Ngày 31/8/2025"', 'quote "Ngày 30/8/2025"'))
    assert "is not the quote 'Ngày 30/8/2025'" in told


def test_an_offset_outside_the_text_is_found(home: Path) -> None:
    told = tampered(home, GRAPH, lambda text: text.replace("vnkg:endOffset 14 ", "vnkg:endOffset 9999 "))
    assert "outside the text" in told


def test_a_missing_article_is_found(home: Path) -> None:
    told = tampered(home, ARTICLES, lambda text: "".join(text.splitlines(keepends=True)[1:]))
    assert "Chia tay/3" in told


def test_a_plain_fact_without_a_statement_is_found(home: Path) -> None:
    told = tampered(home, GRAPH, lambda text: text + "t:2025-08-31 vnkg:issuedBy t:2025-11 .\n")
    assert "no statement that asserts it" in told


def test_an_asserted_statement_without_its_plain_fact_is_found(home: Path) -> None:
    told = tampered(home, GRAPH, lambda text: text.replace("  vnkg:issuedOn t:2025-08-31 ;\n", "", 1))
    assert "does not stand as a plain triple" in told


def test_a_statement_about_nothing_is_found(home: Path) -> None:
    told = tampered(home, GRAPH, lambda text: text.replace("vnkg:object t:2025-08-31", "vnkg:object t:1999", 1))
    assert "t/1999 is no entity" in told


def test_the_shapes_are_applied(home: Path) -> None:
    told = tampered(home, GRAPH, lambda text: text.replace("granularity:month", "granularity:fortnight"))
    assert "granularity" in told and "t/2025-11" in told


def test_facts_of_another_graph_are_found(home: Path) -> None:
    told = tampered(home, FACTS, lambda text: text + "e:a vnkg:issuedBy e:b .\n")
    assert "1 triples are not in graph.ttl" in told


def test_broken_annotations_are_told_with_their_line(home: Path) -> None:
    told = tampered(home, ANNOTATIONS, lambda text: text.replace('"entities"', '"entites"', 1))
    assert "line 1" in told


def test_a_sample_is_whole_articles_and_always_the_same(home: Path) -> None:
    graph = Graph.open(home)
    some, articles = sample(graph, 1)
    assert articles == 1 and some == sample(graph, 1)[0]
    assert sample(graph, 10**6)[0] == set(graph.triples())


def test_a_folder_without_a_graph_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(GraphError):
        validate(tmp_path)
