"""The status of facts: reported inside of what somebody says, planned and negated by the words of the clause."""

from __future__ import annotations

import pytest

from vnkg import annotate, extract, knowledge, link
from vnkg.model import ASSERTED, NEGATED, PLANNED, REPORTED, Article
from vnkg.text import view

KNOWLEDGE = knowledge.load()
ANNOTATE, LINK, EXTRACT = annotate.prepare(KNOWLEDGE), link.prepare(KNOWLEDGE), extract.prepare(KNOWLEDGE)


def statuses(text: str, predicate: str, published: str | None = None) -> list[tuple[str, str]]:
    """(status, who says so) of all statements of one predicate."""
    page = ANNOTATE(Article("a", text, published=published), view(text))
    entities = LINK(page)
    names = {entity.id: entity.name for entity in entities}
    found = [s for s in EXTRACT(page, entities) if s.predicate == predicate]
    return [(s.status, names.get(s.attributed_to or "", "")) for s in found]


CONFERENCE = "Sở Tài chính tỉnh Cao Bằng tổ chức Hội nghị tổng kết năm 2024"


def test_what_the_article_says_is_asserted() -> None:
    assert statuses(f"{CONFERENCE}.", "organizer") == [(ASSERTED, "")]


@pytest.mark.parametrize("text", [
    f"Ông Trần Văn Minh cho biết, {CONFERENCE}.",
    f"Theo ông Trần Văn Minh, {CONFERENCE}.",
    f"“{CONFERENCE} ở nhà văn hóa”, ông Trần Văn Minh nói.",
])
def test_what_only_a_speaker_says_is_reported_with_the_speaker(text: str) -> None:
    assert statuses(text, "organizer") == [(REPORTED, "Trần Văn Minh")]


def test_what_a_name_says_stays_a_fact_inside_of_speech() -> None:
    text = f"Ông Trần Văn Minh cho biết, {CONFERENCE}."
    assert set(statuses(text, "jurisdiction")) == {(ASSERTED, "")}


def test_a_document_with_its_issuer_stays_a_fact_inside_of_speech() -> None:
    text = "Ông Trần Văn Minh cho biết, tỉnh làm đúng theo Chỉ thị số 45-CT/TW của Bộ Chính trị."
    assert statuses(text, "issuedBy") == [(ASSERTED, "")]


@pytest.mark.parametrize("text", [
    "Sở Tài chính tỉnh Cao Bằng sẽ tổ chức Hội nghị tổng kết năm 2024.",
    f"Dự kiến tháng 12/2024, {CONFERENCE}.",
])
def test_cue_words_make_a_fact_planned(text: str) -> None:
    assert statuses(text, "organizer", "2024-11-01") == [(PLANNED, "")]


def test_a_plan_that_a_speaker_tells_is_planned_and_his() -> None:
    text = "Ông Trần Văn Minh cho biết, Sở Tài chính tỉnh Cao Bằng sẽ tổ chức Hội nghị tổng kết năm 2024."
    assert statuses(text, "organizer") == [(PLANNED, "Trần Văn Minh")]


def test_a_denied_fact_is_negated() -> None:
    text = "Sở Tài chính tỉnh Cao Bằng không tổ chức Hội nghị tổng kết năm 2024."
    assert statuses(text, "organizer") in ([(NEGATED, "")], [])


def test_a_fact_that_the_article_states_itself_is_not_reported_as_well() -> None:
    text = f"{CONFERENCE}. Ông Trần Văn Minh cho biết, {CONFERENCE}."
    assert statuses(text, "organizer") == [(ASSERTED, "")]


def test_what_is_said_inside_of_another_one_s_quotation_is_reported() -> None:
    text = ("“Chúng tôi đã hỏi nhiều nơi về cây cầu.\nBà Lê Thị Hoa cho biết cầu sẽ xong trước Tết.\n"
            "Vì vậy mọi người yên tâm”, ông Trần Văn Minh nói.")
    assert (REPORTED, "Trần Văn Minh") in statuses(text, "said")
