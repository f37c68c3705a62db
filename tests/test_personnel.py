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


def test_members_act_for_the_body_that_is_named_with_them() -> None:
    told = tell("Các đại biểu HĐND tỉnh Hà Tĩnh đã bỏ phiếu bầu ông Trần Văn Minh giữ chức Chủ tịch HĐND tỉnh.")
    assert told.pairs("appointedBy") == [("Trần Văn Minh", COUNCIL)]


def test_a_person_who_signs_a_decision_acts_and_one_who_hands_it_over_does_not() -> None:
    signed = tell("Chủ tịch UBND tỉnh Lê Văn Cư vừa ký quyết định kỷ luật ông Trần Văn Minh.")
    handed = tell("Bí thư Tỉnh ủy Lê Văn Cư trao quyết định điều động ông Trần Văn Minh.")
    assert signed.pairs("dismissedBy") == [("Trần Văn Minh", "Lê Văn Cư")]
    assert handed.pairs("appointedBy") == []


def test_what_is_approved_is_an_act_of_him_who_approves_it() -> None:
    told = tell(
        "Thủ tướng Lê Văn Cư đã phê chuẩn kết quả bầu chức vụ Phó Chủ tịch UBND tỉnh Hà Tĩnh đối với bà Lê Thị Lan và "
        "phê chuẩn miễn nhiệm chức vụ này đối với ông Trần Văn Minh."
    )
    assert told.pairs("appointedBy") == [("Lê Thị Lan", "Lê Văn Cư")]
    assert told.pairs("dismissedBy") == [("Trần Văn Minh", "Lê Văn Cư")]


def test_one_act_may_move_a_person_and_take_his_post() -> None:
    told = tell(
        "Bộ Chính trị thống nhất quyết định điều động ông Trần Văn Minh - Ủy viên Trung ương Đảng - thôi giữ chức Bí "
        "thư Tỉnh ủy Hà Tĩnh. Bộ Chính trị cũng đồng ý cho bà Lê Thị Lan thôi tham gia Ban Thường vụ Tỉnh ủy Hà Tĩnh."
    )
    assert told.pairs("appointedBy") == [("Trần Văn Minh", "Bộ Chính trị")]
    assert told.pairs("dismissedBy") == [("Lê Thị Lan", "Bộ Chính trị"), ("Trần Văn Minh", "Bộ Chính trị")]


def test_the_form_of_a_punishment_is_no_act_of_the_punished() -> None:
    told = tell(
        "Ban Bí thư thi hành kỷ luật ông Trần Văn Minh bằng hình thức cách chức; yêu cầu xử lý kỷ luật về hành chính "
        "ông Minh."
    )
    assert ("Trần Văn Minh", "Trần Văn Minh") not in told.pairs("dismissedBy")


def test_what_is_being_considered_is_planned() -> None:
    told = tell("HĐND tỉnh Hà Tĩnh đang xem xét bãi nhiệm ông Trần Văn Minh và bà Lê Thị Lan.")
    assert {s.status for s in told.annotation.statements if s.predicate == "dismissedBy"} == {"planned"}


def test_the_items_of_a_list_are_measures_of_the_body_above_them() -> None:
    told = tell(
        "Ủy ban Kiểm tra Tỉnh ủy Hà Tĩnh quyết định thi hành kỷ luật:\n- Cảnh cáo ông Trần Văn Minh.\n"
        "- Khai trừ ra khỏi Đảng đối với bà Lê Thị Lan."
    )
    assert told.pairs("dismissedBy") == [
        ("Lê Thị Lan", "Ủy ban Kiểm tra Tỉnh ủy Hà Tĩnh"), ("Trần Văn Minh", "Ủy ban Kiểm tra Tỉnh ủy Hà Tĩnh")]


def test_a_warning_in_a_list_without_discipline_is_none() -> None:
    told = tell("Ủy ban Kiểm tra Tỉnh ủy Hà Tĩnh quyết định:\n- Cảnh cáo ông Trần Văn Minh về việc đi muộn.")
    assert told.pairs("dismissedBy") == []


def test_a_decision_that_a_sentence_goes_by_is_its_issuers_act() -> None:
    told = tell(
        "Theo Quyết định số 12-QĐ/TU ngày 10/3/2026 của Tỉnh ủy Hà Tĩnh, ông Trần Văn Minh, Phó Trưởng Ban Tổ chức "
        "Tỉnh ủy được điều động giữ chức Chánh Văn phòng."
    )
    assert told.pairs("appointedBy") == [("Trần Văn Minh", "Tỉnh ủy Hà Tĩnh")]
    told = tell(
        "Ông Lê Văn Cư công bố Quyết định số 12-QĐ/TU của Tỉnh ủy Hà Tĩnh. Theo đó:\n- Bà Lê Thị Lan giữ chức "
        "Trưởng phòng;\n- Ông Trần Văn Minh thôi giữ chức Bí thư Huyện ủy."
    )
    assert told.pairs("appointedBy") == [("Lê Thị Lan", "Tỉnh ủy Hà Tĩnh")]
    assert told.pairs("dismissedBy") == [("Trần Văn Minh", "Tỉnh ủy Hà Tĩnh")]


def test_a_report_moves_nobody() -> None:
    told = tell("Theo báo cáo của Sở Nội vụ tỉnh Hà Tĩnh, ông Trần Văn Minh được bổ nhiệm năm 2019.")
    assert told.pairs("appointedBy") == []


def test_nobody_appoints_himself() -> None:
    assert tell("Trần Văn Minh bổ nhiệm Trần Văn Minh.").pairs("appointedBy") == []


def test_the_body_that_elects_may_stand_a_sentence_before() -> None:
    told = tell("HĐND tỉnh Hà Nam tiến hành bầu các chức danh. Kết quả, đồng chí Lê Văn Nam tái đắc cử Chủ tịch HĐND "
                "tỉnh. Ông Phan Văn Bình được bầu làm Trưởng Ban Pháp chế. Người được bầu là ông Vũ Văn Sơn")
    assert told.pairs("appointedBy") == [("Lê Văn Nam", "HĐND tỉnh Hà Nam"), ("Phan Văn Bình", "HĐND tỉnh Hà Nam")]
    assert tell("HĐND tỉnh Hà Nam họp. Ông Phan Văn Bình được bầu làm Trưởng Ban Pháp chế.").pairs("appointedBy") == []
