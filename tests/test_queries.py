"""The canned questions: every one answers on the sample graph, and two engines agree on every row and its order."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

HERE = Path(__file__).parent
QUERIES = sorted((HERE.parent / "ontology" / "queries").glob("*.rq"))
SAMPLE = HERE / "data" / "sample.ttl"

# The questions of the design study, and the file that answers each here.
COMPETENCY = {
    "CQ01": "documents", "CQ02": "document-basis", "CQ03": "events-on-documents", "CQ04": "numbered-events",
    "CQ05": "event-card", "CQ06": "timeline", "CQ07": "quantities", "CQ08": "undated-documents", "CQ09": "support",
    "CQ10": "who-said-what", "CQ11": "organization-tree", "CQ12": "central-bodies", "CQ13": "issuers-on-events",
    "CQ14": "channels", "CQ15": "co-participants", "CQ16": "amendments", "CQ17": "term-events", "CQ18": "visits",
    "CQ19": "names-in-use", "CQ20": "issue-evidence", "CQ21": "event-preparation", "CQ22": "undated-events",
    "CQ23": "linked-issuers", "CQ24": "post-on-day", "CQ25": "conflicts",
}  # fmt: skip

Row = tuple[str | None, ...]


@cache
def rdflib_graph() -> rdflib.Graph:
    return rdflib.Graph().parse(SAMPLE)


@cache
def oxigraph_store() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(SAMPLE.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE)
    return store


def by_rdflib(query: str) -> list[Row]:
    return [tuple(None if term is None else str(term) for term in row) for row in rdflib_graph().query(query)]


def by_oxigraph(query: str) -> list[Row]:
    solutions = oxigraph_store().query(query)
    return [tuple(None if term is None else term.value for term in row) for row in solutions]


def answer(name: str) -> list[Row]:
    return by_oxigraph((HERE.parent / "ontology" / "queries" / f"{name}.rq").read_text("utf-8"))


every_query = pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)


@every_query
def test_a_question_begins_with_its_vietnamese_and_english_titles(path: Path) -> None:
    first, second, *_ = path.read_text("utf-8").splitlines()
    assert re.match(r"# vi: \S.{8,}", first)
    assert re.match(r"# en: \S.{8,}", second)
    assert first != second


@every_query
def test_a_question_has_a_short_kebab_case_name(path: Path) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", path.stem)
    assert len(path.stem) <= 24


@every_query
def test_a_question_answers_the_same_in_rdflib_and_in_oxigraph(path: Path) -> None:
    query = path.read_text("utf-8")
    rows = by_rdflib(query)
    assert rows, "the sample graph has an answer to every question"
    assert rows == by_oxigraph(query)


@every_query
def test_a_question_orders_its_rows(path: Path) -> None:
    assert "ORDER BY" in path.read_text("utf-8")


def test_titles_of_questions_differ() -> None:
    titles = [line for path in QUERIES for line in path.read_text("utf-8").splitlines()[:2]]
    assert len(set(titles)) == len(titles)


def test_every_competency_question_of_the_design_has_a_file() -> None:
    assert set(COMPETENCY.values()) <= {path.stem for path in QUERIES}
    assert len(COMPETENCY) == 25


def test_a_document_is_listed_with_issuer_and_date_and_an_open_conflict_gives_two_rows() -> None:
    plan = [row for row in answer("documents") if row[0] == "12-KH/TU"]
    issuer = "Ban Thường vụ Tỉnh ủy Bình An"
    assert [(row[2], row[3]) for row in plan] == [(issuer, "2025-09-12"), (issuer, "2025-09-13")]


def test_the_basis_of_a_plan_is_found_with_its_issuer() -> None:
    assert answer("document-basis") == [("Kế hoạch số 12-KH/TU", "Nghị quyết số 5-NQ/TW", "Bộ Chính trị")]


def test_an_event_with_a_term_of_office_only_has_no_date() -> None:
    assert answer("undated-events") == [("Đại hội đại biểu Đảng bộ tỉnh Bình An lần thứ XX", "20")]


def test_two_articles_that_disagree_are_laid_side_by_side() -> None:
    assert answer("conflicts") == [
        ("Kế hoạch số 12-KH/TU", "issuedOn", "ngày 12/9/2025", "binh-an-1", "ngày 13/9/2025", "binh-an-2")
    ]


def test_a_former_holder_is_not_in_post() -> None:
    assert "Trần Thị Mai" not in {row[0] for row in answer("persons-posts")}
    assert "Trần Thị Mai" not in {row[2] for row in answer("post-on-day")}
    assert {row[0] for row in answer("former-posts")} == {"Trần Thị Mai"}


def test_a_post_on_a_day_is_sure_only_between_its_bounds() -> None:
    assert [(row[0], row[2], row[3]) for row in answer("post-on-day")] == [
        ("2025-11-20", "Nguyễn Văn Bình", "possible"),
        ("2025-11-20", "Lê Minh Đức", "sure"),
    ]


def test_what_is_planned_denied_reported_or_uncertain_is_no_fact() -> None:
    assert answer("planned")[0][:3] == ("Đại hội đại biểu Đảng bộ tỉnh Bình An lần thứ XX", "place", "TP. An Hòa")
    assert ("TP. An Hòa", "Đại hội đại biểu Đảng bộ tỉnh Bình An lần thứ XX", None) not in answer("event-places")
    assert answer("denied")[0][2] not in {row[2] for row in answer("meeting-participants")}
    assert ("organizer", "Sở Du lịch Bình An") not in {(row[1], row[2]) for row in answer("event-card")}
    assert ("Cảng cá An Hòa", "xã Hòa Lạc") not in answer("places")


def test_a_figure_keeps_its_approximator() -> None:
    assert answer("quantities") == [
        ("Hội nghị trực tuyến về Đại hội", "nearly", "300", "đại biểu", "gần 300 đại biểu")
    ]


def test_evidence_has_as_many_characters_as_its_offsets_say() -> None:
    for *_, quote, _, begin, end in answer("evidence"):
        assert quote is not None and begin is not None and end is not None
        assert len(quote) == int(end) - int(begin)
