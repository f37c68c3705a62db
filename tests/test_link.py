"""Which mentions of one article stand for one thing, in articles of our own."""

from __future__ import annotations

import pytest

from told import tell


def test_three_names_of_the_congress_are_one_event() -> None:
    told = tell(
        "Đại hội XIV sắp diễn ra. Đại hội Đảng toàn quốc lần thứ XIV bàn nhiều việc. "
        "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng khai mạc."
    )
    assert told.groups("Event") == [[
        "Đại hội XIV", "Đại hội Đảng toàn quốc lần thứ XIV", "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"]]
    assert told.entity("Đại hội XIV").name == "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"


def test_congresses_of_two_numbers_are_two() -> None:
    told = tell("Đại hội XIII của Đảng thành công. Đại hội XIV của Đảng sắp diễn ra.")
    assert told.groups("Event") == [["Đại hội XIII của Đảng"], ["Đại hội XIV của Đảng"]]


def test_short_and_long_names_of_a_plenum_are_one() -> None:
    told = tell(
        "Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XII khai mạc. Hội nghị Trung ương 8 khóa XII "
        "thảo luận. Tại Hội nghị, các đại biểu góp ý."
    )
    assert told.groups("Event") == [[
        "Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XII", "Hội nghị Trung ương 8 khóa XII", "Hội nghị"]]


def test_a_bare_head_stands_for_the_event_of_its_kind() -> None:
    told = tell("Tỉnh Hà Tĩnh tổ chức Hội thảo Lý luận lần thứ 20. Hội thảo thu hút 200 đại biểu.")
    assert told.groups("Event") == [["Hội thảo Lý luận lần thứ 20", "Hội thảo"]]


def test_a_given_name_stands_for_the_person_named_in_full() -> None:
    told = tell("Ông Đặng Quốc Khánh dự họp. Bà Trần Thị Lan phát biểu. Ông Khánh kết luận, bà Lan ghi chép.")
    assert told.groups("Person") == [["Đặng Quốc Khánh", "Khánh"], ["Trần Thị Lan", "Lan"]]


def test_a_given_name_before_the_full_one_finds_it() -> None:
    told = tell("Ông Khánh nói về việc làng. Ông Đặng Quốc Khánh là người ở đây.")
    assert told.groups("Person") == [["Khánh", "Đặng Quốc Khánh"]]


def test_of_two_namesakes_the_one_named_last_is_meant() -> None:
    told = tell("Ông Nguyễn Văn Hùng đến trước. Ông Trần Mạnh Hùng đến sau. Ông Hùng cười.")
    assert told.groups("Person") == [["Nguyễn Văn Hùng"], ["Trần Mạnh Hùng", "Hùng"]]


def test_a_name_that_only_ends_alike_is_another_person() -> None:
    told = tell("Ông Lê Hòa An và ông Nguyễn Văn Toàn cùng dự.")
    assert len(told.groups("Person")) == 2


def test_the_abbreviated_and_the_full_committee_are_one() -> None:
    told = tell(
        "Chủ tịch UBND tỉnh Hà Tĩnh họp. Ủy ban nhân dân tỉnh Hà Tĩnh thông báo. UBND tỉnh yêu cầu các huyện báo cáo."
    )
    assert told.groups("Organization") == [["UBND tỉnh Hà Tĩnh", "Ủy ban nhân dân tỉnh Hà Tĩnh", "UBND tỉnh"]]
    assert told.entity("UBND tỉnh").name == "Ủy ban nhân dân tỉnh Hà Tĩnh"


def test_committees_of_two_provinces_are_two() -> None:
    told = tell("UBND tỉnh Nghệ An chủ trì. UBND tỉnh Hà Tĩnh phối hợp.")
    assert told.groups("Organization") == [["UBND tỉnh Nghệ An"], ["UBND tỉnh Hà Tĩnh"]]


def test_the_party_committee_is_that_of_the_province_which_the_article_is_about() -> None:
    told = tell("Tỉnh Hà Tĩnh phát triển nhanh. Tỉnh ủy họp sáng 5/3.")
    body = told.entity("Tỉnh ủy")
    assert body.name == "Tỉnh ủy Hà Tĩnh"
    assert body.key == "Organization|tỉnh ủy @hà tĩnh"


def test_a_committee_inside_another_name_takes_the_province_too() -> None:
    told = tell("Tỉnh Hà Tĩnh đón Tết. Ban Thường vụ Tỉnh ủy chúc mừng. Ban Thường vụ Tỉnh ủy Hà Tĩnh đi thăm.")
    assert told.groups("Organization")[0] == ["Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Hà Tĩnh"]


def test_without_a_province_the_committee_stays_as_it_is_called() -> None:
    told = tell("Tỉnh ủy họp sáng 5/3.")
    assert told.entity("Tỉnh ủy").name == "Tỉnh ủy"
    assert told.entity("Tỉnh ủy").scope == "article"


@pytest.mark.parametrize(("one", "other"), [
    ("Tỉnh uỷ Hà Tĩnh", "Tỉnh ủy Hà Tĩnh"),
    ("Uỷ ban nhân dân tỉnh Hà Tĩnh", "UBND tỉnh Hà Tĩnh"),
    ("BTV Tỉnh ủy Nghệ An", "Ban Thường vụ Tỉnh ủy Nghệ An"),
    ("Viện KSND tỉnh Nghệ An", "VKSND tỉnh Nghệ An"),
    ("Đoàn ĐBQH tỉnh Nghệ An", "Đoàn đại biểu Quốc hội tỉnh Nghệ An"),
    ("Công an tỉnh Nghệ An", "Công an Nghệ An"),
])
def test_spellings_and_abbreviations_of_one_body_are_one(one: str, other: str) -> None:
    told = tell(f"Sáng nay {one} gửi công văn. Chiều nay {other} trả lời.")
    assert told.entity(one, "Organization") == told.entity(other, "Organization")


def test_a_document_is_told_by_its_number_however_it_is_called() -> None:
    told = tell("UBND tỉnh Hà Tĩnh ban hành Quyết định số 1234/QĐ-UBND. Quyết định 1234/QĐ-UBND có hiệu lực ngay.")
    assert told.groups("Document") == [["Quyết định số 1234/QĐ-UBND", "Quyết định 1234/QĐ-UBND"]]


def test_this_plan_is_the_plan_named_before() -> None:
    told = tell("Tỉnh ủy Hà Tĩnh ban hành Kế hoạch số 12-KH/TU. Kế hoạch này nêu ba nhiệm vụ.")
    assert told.groups("Document") == [["Kế hoạch số 12-KH/TU", "Kế hoạch này"]]


def test_documents_of_two_numbers_are_two() -> None:
    told = tell("Tỉnh ủy Hà Tĩnh ban hành Kế hoạch số 12-KH/TU và Kế hoạch số 13-KH/TU.")
    assert len(told.groups("Document")) == 2


def test_bare_heads_of_places_stand_for_the_article_s_own() -> None:
    told = tell(
        "Tỉnh Hà Tĩnh họp. Đoàn tỉnh Nghệ An đến thăm. Tỉnh Hà Tĩnh cảm ơn. Lãnh đạo tỉnh Hà Tĩnh tiễn. Tỉnh vui."
    )
    assert told.groups("Place")[0][-1] == "Tỉnh"


def test_a_bare_commune_is_none_of_a_list_and_none_that_is_no_more() -> None:
    told = tell("Xã Tam Lộc họp. Đoàn đi các xã Hòa Lạc, Bình Yên và Kim Sơn. Xã góp đất. Xã Bình Lâm cũ vắng. Xã vui.")
    assert ["Xã Tam Lộc", "Xã", "Xã"] in told.groups("Place")
    told = tell("Xã Tam Lộc họp. Đoàn đi các xã Hòa Lạc, Bình Yên. Tại xã Bình Yên, đường tốt. Xã góp đất.")
    assert ["Bình Yên", "xã Bình Yên", "Xã"] in told.groups("Place")


def test_the_district_and_the_province_of_one_name_are_two() -> None:
    told = tell("Huyện ủy Hòa Bình họp. Huyện Hòa Bình thuộc tỉnh Bạc Liêu. Đoàn tỉnh Hòa Bình đến thăm huyện.")
    assert told.groups("Place")[:1] == [["Hòa Bình", "Huyện Hòa Bình", "huyện"]]


def test_the_city_and_the_province_of_one_name_are_two() -> None:
    told = tell("Thành phố Hà Tĩnh là trung tâm của tỉnh Hà Tĩnh.")
    assert told.groups("Place") == [["Thành phố Hà Tĩnh"], ["tỉnh Hà Tĩnh"]]


def test_equal_days_are_one_time_and_parts_of_a_day_are_not() -> None:
    told = tell("Ngày 5/3/2024, tỉnh họp. Ngày 5-3-2024, xã họp. Chiều 5/3/2024, huyện họp.")
    assert told.groups("TimeSpan") == [["Ngày 5/3/2024", "Ngày 5-3-2024"], ["Chiều 5/3/2024"]]


def test_every_mention_stands_for_one_entity_of_its_type() -> None:
    told = tell("Bí thư Tỉnh ủy Hà Tĩnh Trần Văn Minh dự Đại hội Đảng bộ tỉnh Hà Tĩnh lần thứ XX sáng 5/3/2025.")
    spans = [(m.start, m.end, e.type) for e in told.annotation.entities for m in e.mentions]
    assert len(spans) == len(set(spans))
    assert all(m.type == e.type for e in told.annotation.entities for m in e.mentions)


def test_meetings_that_are_described_alike_are_one() -> None:
    told = tell("Ông được bầu trong phiên họp bất thường.\nSáng 30/9, HĐND tỉnh Hà Tĩnh họp phiên bất thường.")
    assert told.groups("Event") == [["phiên họp bất thường", "phiên bất thường"]]


def test_another_word_for_a_meeting_stands_for_the_only_one_told_of() -> None:
    told = tell("Ban Thường vụ họp phiên thường kỳ tháng 3. Bí thư chủ trì hội nghị.")
    assert told.groups("Event") == [["phiên thường kỳ tháng 3", "hội nghị"]]


def test_a_short_form_that_the_text_cuts_in_two_is_the_same() -> None:
    told = tell("Ông dự Hội nghị thượng đỉnh G20. Bên lề Hội nghị G 20, hai ông gặp nhau.")
    assert ["Hội nghị thượng đỉnh G20", "Hội nghị G 20"] in told.groups("Event")


def test_the_chairman_of_a_province_is_that_of_its_peoples_committee() -> None:
    told = tell("Chủ tịch UBND tỉnh Hà Tĩnh Lê Văn Hải phát biểu. Chủ tịch tỉnh Hà Tĩnh nói sẽ làm.")
    assert ["Chủ tịch UBND tỉnh Hà Tĩnh", "Chủ tịch tỉnh Hà Tĩnh"] in told.groups("Position")
    assert [body for post, body in told.pairs("positionIn")] == ["UBND tỉnh Hà Tĩnh"]


def test_a_post_with_the_bare_head_of_its_body_is_the_one_named_in_full() -> None:
    told = tell("Giám đốc Sở Y tế Hà Tĩnh nghỉ hưu. Ông Bảo trở thành Giám đốc Sở trẻ nhất nước.")
    assert ["Giám đốc Sở Y tế Hà Tĩnh", "Giám đốc Sở"] in told.groups("Position")


def test_the_country_in_the_name_of_a_provinces_body_tells_nothing_apart() -> None:
    told = tell("Ủy ban MTTQ Việt Nam tỉnh Hà Nam họp. Ủy ban Mặt trận Tổ quốc tỉnh Hà Nam khen thưởng.")
    assert ["Ủy ban MTTQ Việt Nam tỉnh Hà Nam", "Ủy ban Mặt trận Tổ quốc tỉnh Hà Nam"] in told.groups("Organization")


def test_the_name_of_a_former_district_is_the_commune_s_where_only_that_is_told_of() -> None:
    told = tell("Đoàn thăm Mai Châu. Xã Mai Châu có chợ.")
    assert ["Mai Châu", "Xã Mai Châu"] in told.groups("Place")
    told = tell("Huyện ủy Mai Châu họp. Xã Mai Châu có chợ.")
    assert ["Xã Mai Châu"] in told.groups("Place")


def test_a_deputy_is_that_of_the_chief_in_the_sentence_or_of_the_post_joined_to_it() -> None:
    told = tell("Chủ tịch UBND xã Lê Văn Hòa đi họp. Chủ tịch HĐND tỉnh Hà Nam là ông Trần Văn Bình; hai phó chủ tịch "
                "là ông Lê Văn An và bà Vũ Thị Mai. Ông Phạm Văn Sơn, Phó chủ tịch kiêm Tổng thư ký Hội Nông dân "
                "Việt Nam, dự.")
    assert ("phó chủ tịch", "HĐND tỉnh Hà Nam") in told.pairs("positionIn")
    assert ("Phó chủ tịch", "Hội Nông dân Việt Nam") in told.pairs("positionIn")


def test_in_an_article_of_several_provinces_a_bare_body_is_that_of_the_one_in_its_sentence() -> None:
    told = tell("Bí thư Tỉnh ủy Nghệ An và Bí thư Tỉnh ủy Hà Nam được khen. Ông Trần Văn Bình thôi giữ chức Bí thư "
                "Tỉnh ủy, thôi tham gia Ban Thường vụ Tỉnh ủy Lào Cai. Bà Vũ Thị Mai là Chủ tịch UBND tỉnh Sơn La.")
    assert ["Tỉnh ủy", "Tỉnh ủy Lào Cai"] in told.groups("Organization")


def test_who_presents_a_body_s_report_has_his_post_in_it() -> None:
    told = tell("Đại biểu nghe báo cáo của Sở Y tế do Phó Giám đốc Lê Văn Nam trình bày.")
    assert told.pairs("positionIn") == [("Phó Giám đốc", "Sở Y tế")]


def test_in_another_paragraph_a_type_alone_means_the_document_that_is_spoken_of_most() -> None:
    told = tell(
        "Tỉnh ủy Hà Nam ban hành Chỉ thị số 9-CT/TU về tài sản công. Chỉ thị gồm 5 điểm.\n\nViệc này phải tuân thủ "
        "Chỉ thị số 27-CT/TW về tiết kiệm.\n\nChỉ thị được phổ biến đến từng chi bộ. Chỉ thị có ích.")
    assert told.groups("Document")[0] == ["Chỉ thị số 9-CT/TU", "Chỉ thị", "Chỉ thị", "Chỉ thị"]


def test_a_type_alone_means_no_document_that_is_replaced() -> None:
    told = tell("HĐND tỉnh thông qua Nghị quyết số 1/2026/NQ-HĐND, thay thế Nghị quyết số 9/2023/NQ-HĐND. Nghị quyết "
                "có hiệu lực từ ngày 1/7/2026.")
    assert ["Nghị quyết số 1/2026/NQ-HĐND", "Nghị quyết"] in told.groups("Document")


def test_a_supervision_and_the_working_session_in_it_are_one_event() -> None:
    told = tell("Ngày 5/9/2025, ông Lê Văn Nam giám sát tại xã Tam Lộc. Tại buổi giám sát, xã báo cáo. Kết luận buổi "
                "làm việc, ông Nam khen xã.")
    assert told.groups("Event") == [["buổi giám sát", "buổi làm việc"]]


def test_who_leads_a_body_s_delegation_has_his_post_in_it() -> None:
    told = tell("Đoàn công tác của Ban Nội chính Trung ương do ông Lê Văn Nam, Phó Trưởng Ban làm trưởng đoàn đến xã.")
    assert told.pairs("positionIn") == [("Phó Trưởng Ban", "Ban Nội chính Trung ương")]
