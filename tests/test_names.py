"""What names say by themselves: bodies of posts, places and superiors of bodies, events and topics of documents."""

from __future__ import annotations

import pytest

from vnkg import annotate, extract, knowledge, link
from vnkg.model import Article
from vnkg.text import view

KNOWLEDGE = knowledge.load()
ANNOTATE, LINK, EXTRACT = annotate.prepare(KNOWLEDGE), link.prepare(KNOWLEDGE), extract.prepare(KNOWLEDGE)


def facts(text: str, predicate: str) -> set[tuple[str, str]]:
    """(subject, object or literal) of the statements of one predicate that names make."""
    page = ANNOTATE(Article("a", text), view(text))
    entities = LINK(page)
    names = {entity.id: entity.name for entity in entities}
    return {
        (names[s.subject], names.get(s.object or "", s.value or "")) for s in EXTRACT(page, entities)
        if s.predicate == predicate and s.rule.startswith("names:")
    }


def test_a_post_names_its_body_and_the_body_its_place() -> None:
    text = "Đồng chí Chủ tịch UBND tỉnh Cao Bằng phát biểu."
    assert facts(text, "positionIn") == {("Chủ tịch UBND tỉnh Cao Bằng", "UBND tỉnh Cao Bằng")}
    assert facts(text, "jurisdiction") == {("UBND tỉnh Cao Bằng", "tỉnh Cao Bằng")}


def test_the_innermost_body_has_the_place_and_the_outer_one_is_part_of_it() -> None:
    text = "Ban Thường vụ Tỉnh ủy Cao Bằng họp."
    assert facts(text, "partOf") == {("Ban Thường vụ Tỉnh ủy Cao Bằng", "Tỉnh ủy Cao Bằng")}
    assert {body for body, _ in facts(text, "jurisdiction")} == {"Tỉnh ủy Cao Bằng"}


@pytest.mark.parametrize("text", [
    "Ông Lê Minh Hòa, Vụ trưởng Vụ Giáo dục đại học, Bộ Giáo dục và Đào tạo, phát biểu.",
    "Theo Vụ Giáo dục đại học (Bộ Giáo dục và Đào tạo), năm học mới bắt đầu.",
])
def test_a_unit_belongs_to_the_body_named_next(text: str) -> None:
    assert ("Vụ Giáo dục đại học", "Bộ Giáo dục và Đào tạo") in facts(text, "partOf")


def test_bodies_in_a_list_are_not_units_of_one_another() -> None:
    assert not facts("Dự họp có Bộ Nội vụ, Bộ Tài chính, Bộ Công an.", "partOf")


def test_a_resolution_of_a_congress_is_adopted_by_it() -> None:
    ((_, event),) = facts("Thực hiện Nghị quyết Đại hội XIV của Đảng.", "adoptedBy")
    assert event == "Đại hội XIV của Đảng"


def test_what_is_laid_before_a_congress_is_submitted_to_it() -> None:
    assert facts("Góp ý dự thảo Văn kiện trình Đại hội XIV của Đảng.", "submittedTo")


def test_a_treaty_that_names_a_law_is_not_about_it() -> None:
    assert not facts("Các bên tôn trọng Công ước Liên hợp quốc về Luật Biển năm 1982.", "about")


def test_of_within_a_topic_names_no_issuer() -> None:
    assert not facts("Quốc hội thông qua Nghị quyết về Chương trình giám sát của Quốc hội năm 2020.", "issuedBy")


def test_an_election_bears_the_number_of_the_term_that_it_is_for() -> None:
    text = "Tỉnh chuẩn bị cuộc bầu cử đại biểu Quốc hội khóa XVI."
    page = ANNOTATE(Article("a", text), view(text))
    assert [s.value for s in EXTRACT(page, LINK(page)) if s.predicate == "ordinal"] == ["16"]
