"""Who appoints, elects or dismisses whom, where sittings act for a body and measures stand in a list."""

from __future__ import annotations

from told import tell

COUNCIL = "HĐND tỉnh Hà Tĩnh"


def test_a_session_elects_for_the_council_in_its_name() -> None:
    told = tell("Kỳ họp thứ 5 HĐND tỉnh Hà Tĩnh đã bầu ông Trần Văn Minh giữ chức Chủ tịch HĐND tỉnh.")
    assert told.pairs("appointedBy") == [("Trần Văn Minh", COUNCIL)]


def test_a_list_of_measures_has_one_subject() -> None:
    told = tell(
        "HĐND tỉnh Hà Tĩnh miễn nhiệm chức danh Phó Chủ tịch UBND tỉnh đối với ông Trần Văn Minh; bầu bà Lê Thị Lan "
        "giữ chức Phó Chủ tịch UBND tỉnh."
    )
    assert told.pairs("dismissedBy") == [("Trần Văn Minh", COUNCIL)]
    assert told.pairs("appointedBy") == [("Lê Thị Lan", COUNCIL)]


def test_a_body_that_announces_its_decision_acts_by_it() -> None:
    told = tell("UBND tỉnh Hà Tĩnh vừa công bố quyết định kỷ luật ông Trần Văn Minh.")
    assert told.pairs("dismissedBy") == [("Trần Văn Minh", "UBND tỉnh Hà Tĩnh")]


def test_a_body_that_is_asked_to_act_has_not_acted() -> None:
    told = tell("UBND tỉnh Hà Tĩnh đề nghị HĐND tỉnh Hà Tĩnh miễn nhiệm ông Trần Văn Minh.")
    assert told.pairs("dismissedBy") == []


def test_a_time_and_a_place_in_brackets_may_part_a_sitting_from_what_it_does() -> None:
    told = tell("Kỳ họp thứ nhất HĐND huyện Đồng Văn (Hà Giang) ngày 5/7 đã bầu ông Lê Văn Cư làm Chủ tịch.")
    assert told.pairs("appointedBy") == [("Lê Văn Cư", "HĐND huyện Đồng Văn")]
