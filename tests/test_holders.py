"""Posts around names: before and after them, under headings, in lists, taken over and given up, with their days."""

from __future__ import annotations

import pytest

from vnkg import annotate, extract, knowledge, link
from vnkg.model import Article, Entity, Statement
from vnkg.text import view

KNOWLEDGE = knowledge.load()
ANNOTATE, LINK, EXTRACT = annotate.prepare(KNOWLEDGE), link.prepare(KNOWLEDGE), extract.prepare(KNOWLEDGE)


def read(text: str) -> tuple[dict[str, Entity], list[Statement]]:
    page = ANNOTATE(Article("a", text, published="2025-06-01"), view(text))
    entities = LINK(page)
    return {e.id: e for e in entities}, [s for s in EXTRACT(page, entities) if s.predicate == "holds"]


def posts(text: str) -> set[tuple[str, str, str]]:
    """(person, post, status) of all posts held."""
    names, held = read(text)
    return {(names[s.subject].name, names[s.object or ""].name, s.status) for s in held}


SECRETARY, CHAIR = "Bí thư Tỉnh ủy Cao Bằng", "Chủ tịch UBND tỉnh Cao Bằng"


@pytest.mark.parametrize("text", [
    f"{SECRETARY} Lê Minh Hòa phát biểu.",
    f"Đồng chí Lê Minh Hòa, {SECRETARY}, phát biểu.",
    f"Ông Lê Minh Hòa ({SECRETARY}) phát biểu.",
    f"Ông Lê Minh Hòa (54 tuổi, quê Cao Bằng), {SECRETARY}, phát biểu.",
    f"Ông Lê Minh Hòa, sinh năm 1970, {SECRETARY}, phát biểu.",
    f"{SECRETARY} - ông Lê Minh Hòa - phát biểu.",
    f"{SECRETARY}, đồng chí Lê Minh Hòa cho biết.",
])
def test_posts_stand_on_either_side_of_a_name(text: str) -> None:
    assert ("Lê Minh Hòa", SECRETARY, "asserted") in posts(text)


def test_a_candidate_holds_nothing() -> None:
    assert not posts("Được giới thiệu ứng cử đại biểu Quốc hội, ông Lê Minh Hòa cảm ơn cử tri.")


def test_a_heading_holds_for_the_whole_list_but_not_for_the_next_one() -> None:
    text = (
        "Dự đại hội có các đồng chí Ủy viên Trung ương Đảng: Lê Minh Hòa, Thứ trưởng Bộ Nội vụ; Trần Thu An, "
        "Thứ trưởng Bộ Tài chính; các đồng chí Nguyễn Văn Bình, Phạm Văn Sơn, nguyên Bí thư Tỉnh ủy Cao Bằng."
    )
    members = {person for person, post, _ in posts(text) if post == "Ủy viên Trung ương Đảng"}
    assert members == {"Lê Minh Hòa", "Trần Thu An"}
    assert {("Nguyễn Văn Bình", SECRETARY, "former"), ("Phạm Văn Sơn", SECRETARY, "former")} <= posts(text)


def test_a_list_of_posts_shares_the_place_that_its_last_names() -> None:
    names, held = read(
        "Tỉnh ủy Thái Nguyên họp tại tỉnh Thái Nguyên. Ông Lê Minh Hòa thôi giữ chức Phó Bí thư Tỉnh ủy, Chủ tịch UBND "
        "tỉnh Bắc Ninh."
    )
    keys = {names[s.object or ""].key for s in held}
    assert not [key for key in keys if "thái nguyên" in key]


@pytest.mark.parametrize(("text", "status"), [
    (f"Ông Lê Minh Hòa được bầu giữ chức {CHAIR}.", "asserted"),
    (f"Tỉnh ủy điều động ông Lê Minh Hòa, Giám đốc Sở Nội vụ, về giữ chức {CHAIR}.", "asserted"),
    (f"Ông Lê Minh Hòa thôi giữ chức {CHAIR}.", "former"),
    (f"Ông Lê Minh Hòa từng giữ các chức vụ: {CHAIR}, {SECRETARY}.", "former"),
    (f"Bà Trần Thu An được bầu làm {CHAIR} thay ông Lê Minh Hòa.", "former"),
    (f"Trong thời gian giữ chức {CHAIR}, ông Lê Minh Hòa đã đổi mới nhiều.", "former"),
    (f"HĐND tỉnh miễn nhiệm chức vụ {CHAIR} đối với ông Lê Minh Hòa.", "former"),
])
def test_clauses_give_posts_and_take_them_away(text: str, status: str) -> None:
    assert ("Lê Minh Hòa", CHAIR, status) in posts(text)


def test_the_day_of_an_appointment_begins_one_tenure_and_ends_another() -> None:
    names, held = read(f"Ngày 5/5/2025, HĐND tỉnh bầu bà Trần Thu An giữ chức {CHAIR} thay ông Lê Minh Hòa.")
    days = {
        (names[s.subject].name, name): names[value].name
        for s in held for name, value in s.qualifiers
    }
    assert days == {("Trần Thu An", "begin"): "Ngày 5/5/2025", ("Lê Minh Hòa", "end"): "Ngày 5/5/2025"}


def test_the_day_when_a_decision_is_handed_over_is_not_the_day_of_the_appointment() -> None:
    _, held = read(f"Ngày 5/5/2025, Tỉnh ủy trao quyết định bổ nhiệm ông Lê Minh Hòa giữ chức {CHAIR}.")
    assert held and not any(s.qualifiers for s in held)
