"""Counted posts with their holders, bare posts of a body that has them, and posts that serve other posts."""

from __future__ import annotations

from told import tell

COUNTED = ("Văn phòng UBND tỉnh Hà Tĩnh hiện có Chánh văn phòng là ông Lê Văn Hải; bốn Phó chánh văn phòng gồm ông "
           "Trần Thanh Công; Võ Hồng Dương; Phan Đức Sơn và Hồ Xuân Bảy.")


def test_all_holders_of_a_counted_post_hold_it() -> None:
    held = tell(COUNTED).pairs("holds")
    assert {person for person, post in held if post.startswith("Phó")} == {
        "Trần Thanh Công", "Võ Hồng Dương", "Phan Đức Sơn", "Hồ Xuân Bảy"}


def test_the_number_and_the_post_are_both_read() -> None:
    told = tell("UBND huyện Kỳ Anh có 3 phó chủ tịch gồm ông Trần Thanh Công, Phan Đức Sơn và bà Lê Thị Hoa.")
    assert told.mentions("Quantity") == ["3 phó chủ tịch"]
    assert told.mentions("Position") == ["phó chủ tịch"]
    assert len(told.pairs("holds")) == 3


def test_bare_posts_belong_to_the_body_that_is_said_to_have_them() -> None:
    told = tell("UBND huyện Kỳ Anh có 3 phó chủ tịch gồm ông Trần Thanh Công, Phan Đức Sơn và bà Lê Thị Hoa.")
    assert told.pairs("positionIn") == [("phó chủ tịch", "UBND huyện Kỳ Anh")]


def test_a_bare_title_that_ends_like_its_body_is_the_post_that_is_named_in_full_elsewhere() -> None:
    told = tell(f"{COUNTED} Chánh văn phòng UBND tỉnh Hà Tĩnh phát biểu.")
    assert ["Chánh văn phòng", "Chánh văn phòng UBND tỉnh Hà Tĩnh"] in told.groups("Position")


def test_a_post_in_the_plural_is_shared_by_those_named_after_it() -> None:
    told = tell("Các Phó Giám đốc là: ông Trần Thanh Công, ông Phan Đức Sơn.")
    assert set(told.pairs("holds")) == {("Trần Thanh Công", "Phó Giám đốc"), ("Phan Đức Sơn", "Phó Giám đốc")}


def test_whoever_does_something_with_a_body_in_between_does_not_own_the_post() -> None:
    told = tell("UBND tỉnh Hà Tĩnh có quyết định giao Sở Y tế bổ nhiệm Giám đốc.")
    assert told.pairs("positionIn") == []


def test_a_spokesman_of_an_official_holds_his_own_post_and_the_official_the_other() -> None:
    told = tell("John Bolden, người phát ngôn của Tổng thư ký Liên Hợp Quốc Antonio Marez, ra tuyên bố.")
    assert set(told.pairs("holds")) == {
        ("John Bolden", "người phát ngôn của Tổng thư ký Liên Hợp Quốc"),
        ("Antonio Marez", "Tổng thư ký Liên Hợp Quốc")}


def test_the_name_behind_an_assistants_post_is_the_assistants() -> None:
    told = tell("Trợ lý Tổng thống Nga Yuri Makarov phát biểu.")
    assert told.pairs("holds") == [("Yuri Makarov", "Trợ lý Tổng thống Nga")]


def test_all_posts_before_a_colon_are_held_by_those_listed_after_it() -> None:
    told = tell("Dự có các Ủy viên Bộ Chính trị, Ủy viên Ban Bí thư: Chủ tịch nước Trần Văn Hải; Thủ tướng Lê Văn Nam.")
    held = set(told.pairs("holds"))
    assert held >= {("Lê Văn Nam", "Ủy viên Bộ Chính trị"), ("Trần Văn Hải", "Ủy viên Ban Bí thư")}


def test_counted_posts_with_their_body_and_term_are_held_by_those_who_follow() -> None:
    told = tell("HĐND bầu 2 phó chủ tịch UBND tỉnh nhiệm kỳ 2021-2026, gồm các ông Lê Minh Hòa và Trần Văn An.")
    assert told.pairs("holds") == [("Lê Minh Hòa", "phó chủ tịch UBND tỉnh"), ("Trần Văn An", "phó chủ tịch UBND tỉnh")]
    assert tell("HĐND bầu 2 phó chủ tịch UBND tỉnh").pairs("holds") == []
