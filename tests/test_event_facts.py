"""What an article tells of its events: when, where, who organizes, chairs, attends and speaks, and on what theme."""

from __future__ import annotations

from functools import cache

import pytest

from told import tell
from vnkg import knowledge, reading
from vnkg.model import Article

READER = reading.prepare(knowledge.load())


@cache
def facts(text: str) -> frozenset[tuple[str, str, str, str]]:
    """(subject, predicate, object, status) by the names of the entities."""
    annotation = READER(Article("told", text, None, "2025-06-15"))
    name = {entity.id: entity.name for entity in annotation.entities}
    return frozenset(
        (name[s.subject], s.predicate, name[s.object] if s.object else s.value or "", s.status)
        for s in annotation.statements
    )


def others(text: str, predicate: str, status: str = "asserted") -> set[str]:
    return {other for _, p, other, s in facts(text) if p == predicate and s == status}


CONFERENCE = (
    "Sáng 12/6, tại Trung tâm Hội nghị tỉnh, Tỉnh ủy Ninh Bình phối hợp với Bộ Tài chính tổ chức Hội nghị sơ kết "
    "6 tháng đầu năm 2025. Chủ trì hội nghị có các đồng chí: Trần Văn Minh, Bí thư Tỉnh ủy; Lê Thị Lan. "
    "Dự hội nghị có đồng chí Phạm Quang Ngọc, Chủ tịch UBND tỉnh; đại diện lãnh đạo Sở Xây dựng, Công an tỉnh. "
    "Về phía trung ương có đồng chí Nguyễn Văn Hùng. "
    "Tại hội nghị, ông Đỗ Văn Sơn cho biết thu ngân sách tăng khá."
)


def test_time_and_place_in_front_of_a_clause_belong_to_the_event_that_its_verb_takes() -> None:
    assert others(CONFERENCE, "time") == {"Sáng 12/6"}
    assert others(CONFERENCE, "place") == {"Trung tâm Hội nghị tỉnh"}


def test_bodies_that_work_together_organize_together() -> None:
    assert others(CONFERENCE, "organizer") == {"Tỉnh ủy Ninh Bình", "Bộ Tài chính"}


def test_a_list_of_chairs_gives_each_of_them_and_none_of_them_is_a_participant() -> None:
    assert others(CONFERENCE, "chair") == {"Trần Văn Minh", "Lê Thị Lan"}
    assert not others(CONFERENCE, "chair") & others(CONFERENCE, "participant")


def test_those_on_the_list_of_attendance_take_part_and_so_do_the_bodies_that_sent_somebody() -> None:
    assert {"Phạm Quang Ngọc", "Sở Xây dựng"} <= others(CONFERENCE, "participant")


def test_a_list_goes_on_in_the_next_sentence() -> None:
    assert "Nguyễn Văn Hùng" in others(CONFERENCE, "participant")


def test_who_speaks_at_an_event_takes_part() -> None:
    assert "Đỗ Văn Sơn" in others(CONFERENCE, "participant")


def test_a_body_in_the_description_of_a_person_was_not_sent() -> None:
    text = "Dự hội nghị có đồng chí Lê Thị Lan, Phó Vụ trưởng Vụ Địa phương, Ban Tổ chức Trung ương. Hội nghị kết thúc."
    assert others(text, "participant") == {"Lê Thị Lan"}


def test_the_party_and_the_state_are_too_wide_to_attend() -> None:
    text = "Đến dự hội nghị có ông Lê Văn Nam cùng lãnh đạo Đảng, Nhà nước. Hội nghị kết thúc chiều 3/6/2025."
    assert others(text, "participant") == {"Lê Văn Nam"}


@pytest.mark.parametrize("kind", ["các ban xây dựng Đảng, ", "các ban Đảng Tỉnh ủy, ", "các sở, ban, ngành và "])
def test_bodies_that_only_their_kind_tells_end_no_list(kind: str) -> None:
    text = f"Dự hội nghị có lãnh đạo Hội Nông dân tỉnh Hà Nam; {kind}Văn phòng Tỉnh ủy. Hội nghị kết thúc chiều 3/6."
    assert others(text, "participant") == {"Hội Nông dân tỉnh Hà Nam", "Văn phòng Tỉnh ủy Hà Nam"}


@pytest.mark.parametrize("verb", ["làm việc với", "đã làm việc với", "thăm và làm việc với"])
def test_a_meeting_named_later_has_the_parties_and_the_time_of_the_sentence_that_told_of_it(verb: str) -> None:
    text = f"Chiều 5/3, ông Trần Văn Minh {verb} Sở Tài chính. Cùng dự buổi làm việc có bà Lê Thị Lan."
    assert others(text, "participant") == {"Trần Văn Minh", "Sở Tài chính", "Lê Thị Lan"}
    assert others(text, "time") == {"Chiều 5/3"}


def test_the_parties_in_an_events_own_name_take_part() -> None:
    text = "Hội thảo lý luận lần thứ 20 giữa Đảng Cộng sản Việt Nam và Đảng Cộng sản Trung Quốc đã khai mạc."
    assert others(text, "participant") == {"Đảng Cộng sản Việt Nam", "Đảng Cộng sản Trung Quốc"}


def test_a_sitting_belongs_to_the_event_named_after_it() -> None:
    text = "Phát biểu tại phiên bế mạc Kỳ họp thứ 7 Quốc hội khóa XIV, bà Lê Thị Lan cảm ơn cử tri."
    assert any(p == "partOf" and "phiên bế mạc" in s and "thứ 7" in o for s, p, o, _ in facts(text))


def test_a_theme_is_the_quotation_even_behind_the_events_name() -> None:
    text = "Chủ đề của Đại hội đại biểu Đảng bộ tỉnh Ninh Bình lần thứ I là “Đoàn kết; dân chủ; đổi mới”."
    assert others(text, "theme") == {"Đoàn kết; dân chủ; đổi mới"}


def test_a_host_is_no_organizer() -> None:
    text = "Tháng 5/2025, tỉnh Ninh Bình đăng cai Hội thảo khoa học quốc tế lần thứ 7."
    assert len(others(text, "host")) == 1
    assert not others(text, "organizer")


def test_what_comes_before_the_subject_of_a_clause_does_not_hide_its_event() -> None:
    text = "Nhằm chào mừng ngày lễ lớn, Bộ Tài chính đã tổ chức Hội thi Tiếng hát công nhân lần thứ III."
    assert others(text, "organizer") == {"Bộ Tài chính"}


def test_who_returns_from_an_event_gives_it_no_time() -> None:
    text = "Tối 5/11, ông Trần Văn Minh đã về đến Hà Nội, kết thúc chuyến tham dự Hội thảo khoa học quốc tế lần thứ 7."
    assert not others(text, "time")


def test_two_persons_with_a_comma_between_are_no_list_after_of() -> None:
    text = "Theo lời mời của ông Lê Văn Nam, ông Trần Văn Minh thăm chính thức Lào. Trong chuyến thăm, hai bên đã ký."
    assert others(text, "participant") == {"Trần Văn Minh"}


def test_time_and_place_may_follow_the_occasion() -> None:
    text = (
        "Nhân kỷ niệm ngày thành lập ngành, sáng 15/5/2025, tại Hội trường Tỉnh ủy, Sở Y tế tỉnh Ninh Bình tổ chức "
        "Hội nghị tổng kết công tác dân số."
    )
    assert others(text, "time") == {"sáng 15/5/2025"}
    assert others(text, "place") == {"Hội trường Tỉnh ủy"}


def test_a_member_behind_a_semicolon_is_no_part_of_the_owner_before_it() -> None:
    text = (
        "Dự khai mạc kỳ họp thứ 5 HĐND tỉnh Hà Tĩnh có đại diện Ban Công tác đại biểu của Ủy ban Thường vụ Quốc hội; "
        "lãnh đạo Quân khu 4."
    )
    assert others(text, "participant") == {"Ban Công tác đại biểu", "Quân khu 4"}
    assert "Quân khu 4" not in others(text, "partOf")


def test_the_sides_of_a_meeting_may_open_the_list_of_guests() -> None:
    text = (
        "Sáng 5/3/2026, Tỉnh ủy Hà Tĩnh tổ chức hội nghị tổng kết công tác năm 2025. Về phía Trung ương có đồng chí Lê "
        "Văn Đạt. Về phía tỉnh có đồng chí Bùi Văn Hòa."
    )
    assert others(text, "participant") == {"Lê Văn Đạt", "Bùi Văn Hòa"}


def test_a_congress_is_held_in_its_solemn_sitting() -> None:
    text = "Sáng 8/8/2025, Đảng bộ xã Minh Tân tổ chức phiên chính thức Đại hội đại biểu Đảng bộ xã lần thứ I."
    assert others(text, "organizer") == {"Đảng bộ xã Minh Tân"}
    assert others(text, "time") == {"Sáng 8/8/2025"}


def test_a_post_in_brackets_is_the_last_persons_alone() -> None:
    text = "Các đồng chí Hà Văn Thành và Lò Thị Duyên (Chủ tịch UBND xã Minh Tân) dự họp."
    assert [fact[0] for fact in sorted(facts(text)) if fact[1] == "holds"] == ["Lò Thị Duyên"]


@pytest.mark.parametrize("text", [
    "Ngày 5/5/2025, tại Hà Nội, đã diễn ra Lễ hội Hoa lần thứ II.",
    "Thực hiện Kế hoạch số 5-KH/TU, ngày 5/5/2025, tại Hà Nội, Sở Y tế tổ chức Lễ hội Hoa lần thứ II.",
])
def test_an_event_behind_its_time_and_place_has_both(text: str) -> None:
    assert others(text, "time") == {"ngày 5/5/2025"} or others(text, "time") == {"Ngày 5/5/2025"}
    assert others(text, "place") == {"Hà Nội"}


def test_a_body_is_the_venue_right_behind_an_event() -> None:
    text = "Ông Trần Văn Hải dự Hội thảo Lý luận lần thứ 20 tại Trường Đại học Hồng Hà."
    assert others(text, "place") == {"Trường Đại học Hồng Hà"}


def test_nobody_attends_where_the_verb_is_denied() -> None:
    text = (
        "Hội thảo Lý luận lần thứ 20 khai mạc sáng 5/5/2025.\n"
        "Ông Trần Văn Hải và trả lời của phóng viên ngày mai cũng không được dự."
    )
    assert not others(text, "participant")


def test_who_leads_a_delegation_to_the_event_under_way_takes_part() -> None:
    text = (
        "Hội thảo Lý luận lần thứ 20 khai mạc sáng 5/5/2025.\n"
        "Đoàn đại biểu tỉnh Hà Nam do ông Trần Văn Hải, Phó Chủ tịch UBND tỉnh, làm trưởng đoàn."
    )
    assert others(text, "participant") == {"Trần Văn Hải"}


def test_bodies_that_are_sent_follow_members_of_a_committee_nobody_sends() -> None:
    text = (
        "Sáng 5/5/2025, Tỉnh ủy Hà Nam tổ chức Hội nghị tổng kết năm 2024.\n"
        "Dự Hội nghị có các đồng chí trong Ban Thường vụ Tỉnh ủy; lãnh đạo Thanh tra tỉnh, Liên đoàn Lao động tỉnh, "
        "Tỉnh đoàn; Hội Nông dân tỉnh."
    )
    assert others(text, "participant") == {
        "Thanh tra tỉnh Hà Nam", "Liên đoàn Lao động tỉnh Hà Nam", "Tỉnh đoàn Hà Nam", "Hội Nông dân tỉnh Hà Nam"}


def test_a_signing_that_a_verb_tells_of_has_those_who_sign_and_those_who_witness_it() -> None:
    text = (
        "Ông Trần Văn Hải và bà Lê Thị Hoa ký kết văn kiện.\n"
        "Chứng kiến lễ ký có ông Nguyễn Văn Bình; đại diện Sở Ngoại vụ tỉnh Hà Nam."
    )
    assert others(text, "participant") == {
        "Trần Văn Hải", "Lê Thị Hoa", "Nguyễn Văn Bình", "Sở Ngoại vụ tỉnh Hà Nam"}


def test_an_inspection_told_by_a_verb_and_named_later_has_its_delegation_and_head() -> None:
    text = (
        "Ngày 5/5/2025, Đoàn kiểm tra số 3 do ông Trần Văn Hải làm trưởng đoàn đã kiểm tra tại xã Minh Tân.\n"
        "Cuộc kiểm tra nhằm rút kinh nghiệm."
    )
    assert others(text, "participant") == {"Đoàn kiểm tra số 3", "Trần Văn Hải"}
    assert others(text, "time") == {"Ngày 5/5/2025"}


def test_a_review_is_based_on_the_document_that_its_name_says_was_carried_out() -> None:
    text = "Sáng 5/5/2025, Tỉnh ủy Hà Nam tổ chức Hội nghị sơ kết một năm thực hiện Chỉ thị số 27-CT/TW."
    assert others(text, "basedOn") == {"Chỉ thị số 27-CT/TW"}


def test_who_takes_the_floor_takes_part_in_the_event_under_way() -> None:
    text = (
        "Sáng 5/5/2025, UBND tỉnh Hà Nam tổ chức Hội nghị Nông nghiệp lần thứ 2.\n"
        "Trình bày báo cáo, ông Trần Văn Hải khen dân. Tờ trình do bà Lê Thị Hoa trình bày đã gửi. Ông Lê An ngủ.\n"
        "Kết luận hội nghị, bà Phạm Thị Na, Bí thư Tỉnh ủy Hà Nam, yêu cầu làm nhanh."
    )
    assert others(text, "participant") == {"Trần Văn Hải", "Lê Thị Hoa", "Phạm Thị Na"}


def test_bodies_behind_a_plural_and_a_colon_are_sent() -> None:
    text = (
        "Sáng 5/5/2025, UBND tỉnh Hà Nam tổ chức Hội nghị Nông nghiệp lần thứ 2.\n"
        "Dự hội nghị có đại diện các bộ, ngành gồm: Bộ Y tế, Bộ Tư pháp; lãnh đạo các sở: Nội vụ (NV), Tài chính."
    )
    assert others(text, "participant") == {"Bộ Y tế", "Bộ Tư pháp", "Sở Nội vụ", "Sở Tài chính"}


def test_a_bare_delegation_meets_where_a_noun_names_the_meeting_later() -> None:
    told = tell("Chiều 20/10/2025, tại thành phố Côn Minh, đoàn đã hội đàm với lãnh đạo tỉnh Vân Nam. Quang cảnh buổi "
                "hội đàm.")
    assert told.pairs("place") == [("buổi hội đàm", "thành phố Côn Minh")]
    assert told.pairs("time") == [("buổi hội đàm", "Chiều 20/10/2025")]


@pytest.mark.parametrize("theme", [
    " với chủ đề “Biển xanh”", ", chủ đề “Biển xanh”,", " có chủ đề \"Biển xanh quê hương\""])
def test_a_theme_parts_no_event_from_its_time_and_place(theme: str) -> None:
    told = tell(f"Hội thảo khoa học lần thứ 20{theme} diễn ra tại Ninh Bình trong tháng 11/2025.")
    assert told.pairs("place") == [("Hội thảo khoa học lần thứ 20", "Ninh Bình")]
    assert told.pairs("time") == [("Hội thảo khoa học lần thứ 20", "tháng 11/2025")]
    assert len(told.facts("theme")) == 1
