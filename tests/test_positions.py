"""Posts in sentences of our own: the title with its body, place or field, and titles that are none."""

from __future__ import annotations

import pytest

from told import tell


def posts(text: str) -> list[str]:
    return tell(text).mentions("Position")


@pytest.mark.parametrize("post", [
    "Chủ tịch UBND tỉnh Hà Tĩnh", "Phó Chủ tịch Thường trực UBND tỉnh Hà Tĩnh", "Bí thư Tỉnh ủy Hà Tĩnh",
    "Phó Bí thư Thường trực Tỉnh ủy Nghệ An", "Ủy viên Bộ Chính trị", "Bộ trưởng Bộ Công an", "Thứ trưởng Bộ Y tế",
    "Trưởng Ban Tuyên giáo Tỉnh ủy Hà Tĩnh", "Giám đốc Sở Y tế tỉnh Hà Tĩnh", "Chánh án Tòa án nhân dân tối cao",
    "Tổng thống Mỹ", "Bộ trưởng Tài chính", "Hiệu trưởng Trường THPT Nguyễn Trãi", "Tổng Bí thư", "Thủ tướng Chính phủ",
])
def test_a_post_reaches_to_the_end_of_its_body_place_or_field(post: str) -> None:
    assert posts(f"Hôm qua, {post} đã đến thăm.") == [post]


def test_the_body_is_nested_in_the_post() -> None:
    told = tell("Bí thư Tỉnh ủy Hà Tĩnh phát biểu.")
    assert told.mentions("Organization") == ["Tỉnh ủy Hà Tĩnh"]
    assert told.pairs("positionIn") == [("Bí thư Tỉnh ủy Hà Tĩnh", "Tỉnh ủy Hà Tĩnh")]


def test_the_name_before_or_after_the_post_holds_it() -> None:
    before = tell("Chủ tịch UBND tỉnh Hà Tĩnh Trần Văn Minh chủ trì.")
    after = tell("Ông Trần Văn Minh, Chủ tịch UBND tỉnh Hà Tĩnh, chủ trì.")
    for told in (before, after):
        assert told.pairs("holds", "asserted") == [("Trần Văn Minh", "Chủ tịch UBND tỉnh Hà Tĩnh")]


def test_one_person_holds_every_post_of_a_row() -> None:
    told = tell("Đồng chí Lê Thị Lan - Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Tuyên giáo Tỉnh ủy Hà Tĩnh phát biểu.")
    assert told.pairs("holds") == [
        ("Lê Thị Lan", "Trưởng Ban Tuyên giáo Tỉnh ủy Hà Tĩnh"), ("Lê Thị Lan", "Ủy viên Ban Thường vụ Tỉnh ủy")]


def test_posts_of_a_list_go_to_their_own_persons() -> None:
    told = tell("Cùng dự có: Trần Văn Minh, Bí thư Tỉnh ủy Hà Tĩnh; Lê Thị Lan, Chủ tịch UBND tỉnh Hà Tĩnh.")
    assert told.pairs("holds") == [
        ("Lê Thị Lan", "Chủ tịch UBND tỉnh Hà Tĩnh"), ("Trần Văn Minh", "Bí thư Tỉnh ủy Hà Tĩnh")]


def test_a_former_post_is_held_no_longer() -> None:
    told = tell("Nguyên Bí thư Thành ủy Hà Nội Lê Minh Hòa dự lễ.")
    assert told.mentions("Position") == ["Bí thư Thành ủy Hà Nội"]
    assert told.pairs("holds", "former") == [("Lê Minh Hòa", "Bí thư Thành ủy Hà Nội")]
    assert told.facts("holds", "asserted") == []


def test_a_post_ends_at_the_comma() -> None:
    assert posts("Ông Hùng, Trưởng thôn Đông Hải, xã Tiên Điền, kể lại.") == ["Trưởng thôn Đông Hải"]


@pytest.mark.parametrize("text", [
    "Ban Bí thư họp.", "Đoàn Chủ tịch điều hành.", "Đại hội đại biểu tỉnh.", "Người nông dân và bác sĩ cùng làm.",
    "Chính phủ họp.", "Các chủ tịch xã và giám đốc sở báo cáo.",
])
def test_bodies_and_occupations_are_no_posts(text: str) -> None:
    assert posts(text) == []


def test_a_bare_title_stands_for_the_post_named_before() -> None:
    told = tell("Chủ tịch UBND tỉnh Hà Tĩnh đi kiểm tra. Chủ tịch yêu cầu làm nhanh.")
    assert told.groups("Position") == [["Chủ tịch UBND tỉnh Hà Tĩnh", "Chủ tịch"]]


def test_written_out_and_abbreviated_posts_are_one() -> None:
    told = tell("Chủ tịch UBND tỉnh Hà Tĩnh họp. Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh kết luận.")
    assert len(told.groups("Position")) == 1


def test_an_acting_post_is_another_post() -> None:
    assert tell("Quyền Bộ trưởng Bộ Tài chính Trần Văn Minh phát biểu.").mentions("Position") == [
        "Quyền Bộ trưởng Bộ Tài chính"
    ]


def test_a_judge_is_a_post_of_the_court() -> None:
    assert posts("Phê chuẩn việc bổ nhiệm Thẩm phán Tòa án nhân dân tối cao.") == ["Thẩm phán Tòa án nhân dân tối cao"]


def test_a_post_of_an_assembly_needs_no_body_between() -> None:
    assert posts("Chánh Văn phòng của HĐND báo cáo.") == ["Chánh Văn phòng của HĐND"]


def test_deputies_of_a_named_body_hold_a_post_though_they_are_many() -> None:
    assert posts("Các đại biểu HĐND tỉnh Hà Nam bỏ phiếu; các chủ tịch xã cùng dự.") == ["đại biểu HĐND tỉnh Hà Nam"]
    assert posts("Khiển trách ông Phùng Văn Phú - quận ủy viên.") == ["quận ủy viên"]


def test_the_head_of_a_village_is_a_post_before_a_name_and_holds_the_village_where_it_is_named() -> None:
    assert posts("Trưởng bản Mùa Thị Dợ giúp bà con.") == ["Trưởng bản"]
    assert posts("Ông Lê Văn Cư, Trưởng thôn Đông Hải, dự họp.") == ["Trưởng thôn Đông Hải"]


def test_a_bare_post_belongs_to_the_body_that_somebody_heads_in_it() -> None:
    told = tell("Hợp tác xã Kim Chung, do bà Lường Thị Phượng làm Giám đốc, bán chè.")
    assert told.pairs("positionIn") == [("Giám đốc", "Hợp tác xã Kim Chung")]


def test_a_deputy_in_charge_holds_a_post_of_the_body_behind() -> None:
    assert posts("Bà Lê Thị Mai làm phó giám đốc phụ trách Sở Y tế Hà Nam.") == [
        "phó giám đốc phụ trách Sở Y tế Hà Nam"]
    assert posts("Ông Lê Nam, Phó Chủ tịch phụ trách kinh tế, dự.") == ["Phó Chủ tịch"]


@pytest.mark.parametrize("post", ["Kế toán trưởng", "Trạm trưởng", "Giám đốc điều hành", "Quản đốc", "Phó Tổng thư ký"])
def test_heads_of_books_stations_and_shops_hold_posts(post: str) -> None:
    assert posts(f"Ông Lê Nam - {post} Công ty Thép Hòa Phát vắng mặt.") == [f"{post} Công ty Thép Hòa Phát"]


def test_a_deputy_in_charge_of_a_field_holds_a_post_of_the_body_behind_it() -> None:
    assert posts("Bà Mai, Phó Chủ tịch phụ trách văn hóa - xã hội của UBND tỉnh Hà Nam, dự.") == [
        "Phó Chủ tịch phụ trách văn hóa - xã hội của UBND tỉnh Hà Nam"]


def test_who_leads_a_delegation_full_time_holds_a_post_in_it() -> None:
    assert posts("Ông Lê Nam, Phó Trưởng đoàn chuyên trách Đoàn ĐBQH tỉnh Hà Nam, dự.") == [
        "Phó Trưởng đoàn chuyên trách Đoàn ĐBQH tỉnh Hà Nam"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Các đại biểu Quốc hội đã thảo luận.", ["đại biểu Quốc hội"]),
    ("Kỳ họp có 92 đại biểu HĐND tỉnh dự.", ["đại biểu HĐND tỉnh"]),
    ("Hội nghị có 58 ủy viên Ban Chấp hành và 12 ủy viên dự.", ["ủy viên Ban Chấp hành"]),
    ("Ông Trần Văn Hải, Ủy viên Ban Thường vụ Tỉnh ủy khóa XV, dự.", ["Ủy viên Ban Thường vụ Tỉnh ủy khóa XV"]),
    ("Bà Lê Thị Hoa, Bí thư trung ương Đảng, dự.", ["Bí thư trung ương Đảng"]),
])
def test_members_of_a_body_are_a_post_behind_plurals_and_figures_too(text: str, expected: list[str]) -> None:
    assert posts(text) == expected


def test_ministers_have_fields_in_lower_case_but_no_verbs() -> None:
    assert posts("Bộ trưởng quốc phòng Nhật Bản Taro Kono đã thăm.") == ["Bộ trưởng quốc phòng Nhật Bản"]
    assert posts("Bộ trưởng thông tin, dự án đã xong.") == ["Bộ trưởng"]
