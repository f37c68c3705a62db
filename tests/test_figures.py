"""What a figure belongs to, and the themes of events, in sentences of our own."""

from __future__ import annotations

import pytest

from told import tell


def owners(text: str) -> list[tuple[str, str]]:
    return tell(text).pairs("quantity")


@pytest.mark.parametrize(("text", "owner", "figure"), [
    ("Tỉnh Hà Tĩnh hiện có 18 xã.", "Tỉnh Hà Tĩnh", "18 xã"),
    ("Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh gồm 15 ủy viên.", "Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh", "15 ủy viên"),
    ("Hội thảo Lý luận lần thứ 20 thu hút 200 đại biểu.", "Hội thảo Lý luận lần thứ 20", "200 đại biểu"),
])
def test_a_figure_belongs_to_what_holds_it(text: str, owner: str, figure: str) -> None:
    assert owners(text) == [(owner, figure)]


def test_figures_in_a_row_have_one_owner() -> None:
    assert owners("Hội thảo Lý luận lần thứ 20 có 200 đại biểu, 15 tham luận.") == [
        ("Hội thảo Lý luận lần thứ 20", "15 tham luận"), ("Hội thảo Lý luận lần thứ 20", "200 đại biểu")]


def test_those_who_attend_count_for_the_event_after_them() -> None:
    assert owners("Gần 50 doanh nghiệp tham gia Hội chợ Mùa xuân lần thứ 4.") == [
        ("Hội chợ Mùa xuân lần thứ 4", "Gần 50 doanh nghiệp")]


def test_a_figure_belongs_to_the_subject_and_not_to_the_source() -> None:
    assert owners("Theo Sở Tài chính tỉnh Hà Tĩnh, năm qua Cục Thuế tỉnh Hà Tĩnh thu được 500 tỷ đồng.") == [
        ("Cục Thuế tỉnh Hà Tĩnh", "500 tỷ đồng")]


def test_what_somebody_says_of_a_figure_is_reported() -> None:
    told = tell("Sở Y tế tỉnh Hà Tĩnh cho biết Bệnh viện Bạch Mai tiếp nhận 30 bệnh nhân.")
    assert told.pairs("quantity", "reported") == [("Bệnh viện Bạch Mai", "30 bệnh nhân")]
    [figure] = [s for s in told.annotation.statements if s.predicate == "quantity"]
    assert told.name(figure.attributed_to or "") == "Sở Y tế tỉnh Hà Tĩnh"


def test_bodies_that_act_together_share_the_figure() -> None:
    assert owners("Công an tỉnh Hà Tĩnh phối hợp với Bộ đội Biên phòng tỉnh Nghệ An thu giữ 20 kg pháo.") == [
        ("Bộ đội Biên phòng tỉnh Nghệ An", "20 kg pháo"), ("Công an tỉnh Hà Tĩnh", "20 kg pháo")]


@pytest.mark.parametrize(("text", "owner", "figure"), [
    ("Với 100% đại biểu tán thành, HĐND tỉnh Hà Tĩnh thông qua Nghị quyết số 7/NQ-HĐND.",
     "Nghị quyết số 7/NQ-HĐND", "100% đại biểu"),
    ("HĐND tỉnh Hà Tĩnh bầu ông Lê Văn Bình giữ chức Phó Chủ tịch UBND tỉnh với 50 phiếu thuận.",
     "Lê Văn Bình", "50 phiếu thuận"),
])
def test_votes_belong_to_what_is_adopted_or_who_is_elected(text: str, owner: str, figure: str) -> None:
    assert owners(text) == [(owner, figure)]


def test_a_figure_may_hold_by_a_document() -> None:
    assert owners("Theo Đề án số 4-ĐA/TU, đến năm 2027, 70% cán bộ phải biết tiếng Anh.") == [
        ("Đề án số 4-ĐA/TU", "70% cán bộ")]


def test_who_answers_a_movement_has_the_figures_of_the_sentence() -> None:
    assert owners("Hưởng ứng phong trào “Nhà nhà đọc sách”, Tỉnh đoàn Nghệ An đã lập 86 câu lạc bộ.") == [
        ("Tỉnh đoàn Nghệ An", "86 câu lạc bộ")]


def test_prizes_belong_to_the_contest_and_not_to_the_congress() -> None:
    assert owners(
        "Tỉnh Hà Tĩnh chuẩn bị Đại hội Đảng bộ tỉnh lần thứ XI. Sở Y tế mở Cuộc thi viết “Sông quê” lần thứ II "
        "chào mừng Đại hội Đảng bộ tỉnh lần thứ XI. Dự kiến trao 3 giải nhất."
    ) == [("Cuộc thi viết “Sông quê” lần thứ II", "3 giải nhất")]


@pytest.mark.parametrize("text", [
    "Nếu đạt 100 tỷ đồng, tỉnh Hà Tĩnh sẽ mở rộng.",
    "Trên 200.000 lượt tương tác được ghi nhận.",
    "Khi có 100 tỷ đồng, Sở Y tế tỉnh Hà Tĩnh sẽ xây trường.",
])
def test_conditions_and_ownerless_figures_are_no_facts(text: str) -> None:
    assert owners(text) == []


def test_the_evidence_of_a_figure_holds_owner_and_figure() -> None:
    told = tell("Năm qua, tỉnh Hà Tĩnh có 18 xã về đích.")
    [figure] = [s for s in told.annotation.statements if s.predicate == "quantity"]
    quote = told.text[figure.evidence.start : figure.evidence.end]
    assert "tỉnh Hà Tĩnh" in quote and "18 xã" in quote


def test_a_figure_has_its_amount_and_approximator() -> None:
    told = tell("Tỉnh Hà Tĩnh có gần 1,5 triệu người, trên 200.000 hộ.")
    people, houses = (e for e in told.annotation.entities if e.type == "Quantity")
    assert (people.get("amount"), people.get("approximator")) == ("1500000", "nearly")
    assert (houses.get("amount"), houses.get("approximator")) == ("200000", "over")


def test_the_quotation_after_the_word_for_it_is_the_theme() -> None:
    told = tell("Tỉnh Hà Tĩnh tổ chức Hội thảo Văn hóa lần thứ 3 với chủ đề “Sông và người”.")
    assert told.facts("theme") == [("Hội thảo Văn hóa lần thứ 3", "theme", "Sông và người")]


def test_a_quotation_without_the_word_is_no_theme() -> None:
    assert tell("Tại Hội thảo Văn hóa lần thứ 3, ông Minh hát “Sông quê”.").facts("theme") == []


@pytest.mark.parametrize(("text", "votes"), [
    ("Tại kỳ họp thứ 16 HĐND tỉnh Hà Tĩnh, ông Lê Văn Hải được bầu làm chủ tịch với 49/49 phiếu tín nhiệm.",
     "49/49 phiếu tín nhiệm"),
    ("Kỳ họp thứ nhất HĐND huyện Kỳ Anh đã bầu ông Lê Văn Hải làm Chủ tịch với 35/40 phiếu.", "35/40 phiếu"),
    ("Các đại biểu bầu với kết quả 91/91 phiếu thống nhất giới thiệu ông Lê Văn Hải.", "91/91 phiếu"),
    ("Ông Lê Văn Hải được giới thiệu vào vị trí này, đạt kết quả 35/40 phiếu bầu.", "35/40 phiếu bầu"),
])
def test_votes_belong_to_the_one_who_is_elected(text: str, votes: str) -> None:
    assert tell(text).pairs("quantity") == [("Lê Văn Hải", votes)]


@pytest.mark.parametrize(("text", "owner"), [
    ("Bà Hoa ở tỉnh Hà Tĩnh nói. Tỉnh Hà Tĩnh họp. Địa phương này còn 6 điểm trường chưa có nước.", "tỉnh Hà Tĩnh"),
    ("Đoàn thăm tỉnh Hà Tĩnh. Đoàn rời tỉnh Hà Tĩnh. Giải ngân vốn đầu tư công mới đạt 68,4%.", "tỉnh Hà Tĩnh"),
    ("Đoàn thăm Công ty cổ phần Sao Mai. Doanh nghiệp này hiện có hơn 5.000 lao động.", "Công ty cổ phần Sao Mai"),
])
def test_a_common_noun_or_an_indicator_finds_its_owner_in_the_sentences_before(text: str, owner: str) -> None:
    assert [body for body, _ in tell(text).pairs("quantity")] == [owner]


def test_indicators_of_a_project_or_the_nation_are_not_the_provinces() -> None:
    assert tell("Tỉnh Hà Tĩnh họp. Tỉnh Hà Tĩnh lo. Giải ngân của cả nước mới đạt 68,4%.").pairs("quantity") == []


def test_votes_of_confidence_are_the_persons_named_before_them() -> None:
    text = "Kết quả như sau:\nÔng Lê Văn Minh - phó chủ tịch HĐND tỉnh: Tín nhiệm cao: 40 phiếu; Tín nhiệm: 7 phiếu."
    assert owners(text) == [("Lê Văn Minh", "40 phiếu"), ("Lê Văn Minh", "7 phiếu")]


@pytest.mark.parametrize("text", [
    "UBND tỉnh Hà Tĩnh đã trình phương án sắp xếp 143 xã.",
    "Ông Minh kê khai căn nhà diện tích 300 m2; 4 mảnh đất ở Đà Nẵng và tỉnh Quảng Nam diện tích từ 150 m2 trở lên.",
])
def test_what_a_body_lays_before_another_or_what_lies_in_a_place_is_no_figure_of_theirs(text: str) -> None:
    assert owners(text) == []


def test_a_figure_in_brackets_belongs_to_the_place_right_before_them() -> None:
    assert owners("Sáp nhập nhiều nhất là huyện Cẩm Xuyên (11 xã), huyện Thạch Hà (10 xã).") == [
        ("huyện Cẩm Xuyên", "11 xã"), ("huyện Thạch Hà", "10 xã")]


def test_what_lies_at_a_place_is_counted_of_it() -> None:
    told = tell("Hơn 3 triệu m2 đất trên địa bàn Hà Nam không được sử dụng.")
    assert told.pairs("quantity") == [("Hà Nam", "Hơn 3 triệu m2 đất")]
    assert tell("Ba người đã gặp ông An ở Hà Nam.").pairs("quantity") == []


def test_what_two_countries_have_together_belongs_to_both() -> None:
    both = [("Hoa Kỳ", "60 tỷ USD"), ("Việt Nam", "60 tỷ USD")]
    assert tell("Việt Nam và Hoa Kỳ hợp tác tốt. Kim ngạch hai chiều đạt 60 tỷ USD.").pairs("quantity") == both
    assert tell("Hoa Kỳ là đối tác của Việt Nam, với kim ngạch hai chiều đạt 60 tỷ USD.").pairs("quantity") == both


def test_a_contest_named_long_before_has_all_prizes_and_what_they_are_worth() -> None:
    told = tell(
        "Tỉnh mở Cuộc thi viết “Quê tôi”. Bài gửi về sở. Sở nhận bài. Bài dài hai trang. Bài in giấy.\n"
        "Sở Nội vụ dự kiến trao 2 giải A, mỗi giải 20 triệu đồng; 4 giải B, mỗi giải 12 triệu đồng."
    )
    assert {owner for owner, _ in told.pairs("quantity")} == {"Cuộc thi viết “Quê tôi”"}
    assert len(told.pairs("quantity")) == 4


@pytest.mark.parametrize(("text", "expected"), [
    ("Ban Chấp hành Đảng bộ tỉnh Hà Nam nhiệm kỳ 2025 - 2030 gồm 27 đồng chí, Ban Thường vụ Tỉnh ủy 9 đồng chí.",
     [("Ban Chấp hành Đảng bộ tỉnh Hà Nam", "27 đồng chí"), ("Ban Thường vụ Tỉnh ủy Hà Nam", "9 đồng chí")]),
    ("Bảo tàng Hà Nam (phường Phủ Lý) đón 64.300 lượt khách.", [("Bảo tàng Hà Nam", "64.300 lượt khách")]),
    ("Tỉnh Hà Nam thu ngân sách bằng 23,7% dự toán HĐND tỉnh Nam Định giao.",
     [("Tỉnh Hà Nam", "23,7% dự toán")]),
    ("Dự Hội nghị Đảng bộ tỉnh Hà Nam lần thứ 5 có đại diện Sở Nội vụ và 150 phóng viên.",
     [("Hội nghị Đảng bộ tỉnh Hà Nam lần thứ 5", "150 phóng viên")]),
])
def test_a_figure_belongs_to_what_its_place_in_the_sentence_says(text: str, expected: list[tuple[str, str]]) -> None:
    assert owners(text) == expected


def test_what_is_measured_without_an_owner_is_the_commune_s_when_the_article_is_about_it() -> None:
    told = tell(
        "Xã An Khê, huyện Hòa Sơn họp. Xã An Khê có chợ. Xã có trường. Thu nhập bình quân đầu người đạt 58 triệu đồng."
    )
    assert told.pairs("quantity") == [("Xã An Khê", "58 triệu đồng")]


@pytest.mark.parametrize(("text", "expected"), [
    ("UBND tỉnh Hà Nam có Kế hoạch số 12/KH-UBND ngày 5/5/2025, giao 46 nhiệm vụ.",
     [("Kế hoạch số 12/KH-UBND", "46 nhiệm vụ")]),
    ("Tại Hội nghị Đảng bộ tỉnh Hà Nam lần thứ 5, 37 doanh nghiệp đăng ký góp quỹ.",
     [("Hội nghị Đảng bộ tỉnh Hà Nam lần thứ 5", "37 doanh nghiệp")]),
    ("UBND tỉnh Hà Nam tặng Công an tỉnh Hà Giang 10 bộ máy vi tính.",
     [("UBND tỉnh Hà Nam", "10 bộ máy vi tính")]),
    ("Hội Nông dân tỉnh Hà Nam họp. Các cấp Hội giúp 2.000 hộ.",
     [("Hội Nông dân tỉnh Hà Nam", "2.000 hộ")]),
    ("Đoàn thăm Bệnh viện Sao Mai. Đơn vị hiện có 120 bác sĩ.", [("Bệnh viện Sao Mai", "120 bác sĩ")]),
])
def test_documents_events_givers_and_bare_heads_own_figures(text: str, expected: list[tuple[str, str]]) -> None:
    assert owners(text) == expected


def test_a_figure_of_what_is_only_carried_out_is_not_the_document_s() -> None:
    text = "Thực hiện Kế hoạch số 12/KH-UBND, các xã hỗ trợ 46 hộ."
    assert "Kế hoạch số 12/KH-UBND" not in [owner for owner, _ in owners(text)]


def test_what_two_provinces_have_together_belongs_to_the_two_that_the_article_names_most() -> None:
    told = tell(
        "Tỉnh Hà Nam gặp tỉnh Nghệ An. Tỉnh Hà Nam mời, tỉnh Nghệ An nhận lời.\n"
        "Theo Sở Ngoại vụ, kim ngạch giữa hai tỉnh đạt 34 triệu USD."
    )
    assert told.pairs("quantity") == [("Tỉnh Hà Nam", "34 triệu USD"), ("tỉnh Nghệ An", "34 triệu USD")]


def test_two_delegations_are_known_ones_and_no_figure() -> None:
    assert tell("Hai đoàn trồng cây. Đoạn đường dài hơn 6 km.").mentions("Quantity") == ["hơn 6 km"]


def test_members_who_come_to_an_event_are_counted_of_it() -> None:
    text = "Dự Hội nghị Đảng bộ tỉnh Hà Nam lần thứ 5 có 52 ủy viên Ban Chấp hành."
    assert owners(text) == [("Hội nghị Đảng bộ tỉnh Hà Nam lần thứ 5", "52 ủy viên")]


def test_what_is_planned_under_a_plan_named_before_is_its_figure() -> None:
    told = tell("UBND tỉnh có Kế hoạch số 12/KH-UBND. Theo kế hoạch, các xã sẽ trao 2.600 suất quà.")
    assert told.pairs("quantity") == [("Kế hoạch số 12/KH-UBND", "2.600 suất quà")]


def test_a_renewed_committee_has_its_figure() -> None:
    assert owners("Ban Chấp hành Đảng bộ tỉnh Hà Nam khóa mới gồm 45 ủy viên.")[0][1] == "45 ủy viên"


@pytest.mark.parametrize(("text", "expected"), [
    ("Chương trình được Thường trực Tỉnh ủy Hà Nam thông qua, Sở Y tế đã chi 5 tỷ đồng.",
     [("Sở Y tế", "5 tỷ đồng")]),
    ("Khu lưu niệm Trần Văn Hải được Sở Văn hóa Hà Nam xếp hạng, đón 500 khách.",
     [("Khu lưu niệm Trần Văn Hải", "500 khách")]),
    ("Công ty An Bình ký Quyết định số 5/QĐ-AB, tổng vốn 14 tỷ đồng.",
     [("Quyết định số 5/QĐ-AB", "14 tỷ đồng")]),
    ("Ông Lê An đề nghị UBND tỉnh Hà Nam làm rõ 14 dự án.", []),
    ("BHG - Sáng 3/3, Sở Y tế Hà Giang tặng 12 máy thở.", [("Sở Y tế Hà Giang", "12 máy thở")]),
    ("Bà Lê Na (68 tuổi, ở thôn Tám, xã An Khê), Công ty Hòa Phát nhận 60 triệu đồng.",
     [("Công ty Hòa Phát", "60 triệu đồng")]),
    ("Lớn nhất là Bộ Tư pháp trên 10.000, Bộ Y tế 6.400 và Bộ Công Thương trên 5.400.",
     [("Bộ Công Thương", "trên 5.400"), ("Bộ Y tế", "6.400")]),
])
def test_the_subject_of_its_own_clause_has_a_figure(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(set(owners(text)) - {("Bộ Tư pháp", "trên 10.000")}) == expected


@pytest.mark.parametrize(("text", "owner", "figure"), [
    ("Hội thảo “Sông quê” mở hôm nay. Ban Tổ chức nhận được 71 tham luận.", "Hội thảo “Sông quê”", "71 tham luận"),
    ("Đại hội đại biểu Hội Nông dân tỉnh Hà Nam lần thứ V có nhiều khách, thay mặt cho 24.000 hội viên.",
     "Hội Nông dân tỉnh Hà Nam", "24.000 hội viên"),
    ("UBND tỉnh Hà Nam mở Lễ hội Làng Vạn năm 2025. Cùng dự có ông Lê An, Giám đốc Sở Y tế cùng 300 giảng viên.",
     "Lễ hội Làng Vạn năm 2025", "300 giảng viên"),
    ("Ông Lê An, Giám đốc Bệnh viện Hòa Bình, cho biết, đơn vị đã khám cho 90 người.",
     "Bệnh viện Hòa Bình", "90 người"),
])
def test_committees_delegates_guests_and_speakers_have_the_figures_of_whom_they_stand_for(
    text: str, owner: str, figure: str
) -> None:
    assert owners(text) == [(owner, figure)]


def test_a_delegation_that_goes_to_a_congress_is_no_figure_of_the_congress() -> None:
    assert owners("Đoàn đại biểu dự Đại hội Đảng bộ tỉnh Hà Nam lần thứ I gồm 21 đại biểu.") == []


@pytest.mark.parametrize("text", [
    "Tại hội nghị, Tỉnh ủy Hà Nam tặng Bằng khen cho 45 tập thể, 60 cá nhân theo Quyết định số 93-QĐ/TU.",
    "Tại hội nghị, thực hiện Quyết định số 93-QĐ/TU của Tỉnh ủy Hà Nam, 45 tập thể và 60 cá nhân được tặng Bằng khen.",
])
def test_those_whom_a_decision_honours_are_its_figures(text: str) -> None:
    assert tell(text).pairs("quantity") == [("Quyết định số 93-QĐ/TU", "45 tập thể"),
                                            ("Quyết định số 93-QĐ/TU", "60 cá nhân")]


def test_a_share_restates_the_ballots_before_it() -> None:
    told = tell("Ông Trần Văn Bình trúng cử Bí thư Tỉnh ủy với 53/53 phiếu đồng ý, đạt tỷ lệ 100%.")
    assert sorted(told.pairs("quantity")) == [("Trần Văn Bình", "100%"), ("Trần Văn Bình", "53/53 phiếu đồng ý")]


@pytest.mark.parametrize("opening", [
    "Tuy vậy, đến hết tháng 11/2025, ", "Tuy nhiên, theo báo cáo thẩm tra của Ban Kinh tế, ", "Đến nay, "])
def test_an_indicator_behind_times_and_sources_is_that_of_the_place_of_the_article(opening: str) -> None:
    told = tell(f"Tỉnh An Giang họp. Tỉnh An Giang khen. {opening}giải ngân vốn đầu tư công mới đạt 61,7%.")
    assert told.pairs("quantity") == [("Tỉnh An Giang", "61,7%")]


def test_all_of_a_list_that_opens_the_clause_have_the_figure() -> None:
    told = tell("Sở Y tế, Sở Nội vụ và Công an tỉnh Hà Nam hỗ trợ 50 tỷ đồng.")
    assert told.pairs("quantity") == [
        ("Công an tỉnh Hà Nam", "50 tỷ đồng"), ("Sở Nội vụ", "50 tỷ đồng"), ("Sở Y tế", "50 tỷ đồng")]


def test_a_body_that_tells_what_it_did_has_the_figure() -> None:
    told = tell("Đại diện Sở Y tế cho biết đã cử 2 tổ công tác lên các xã vùng cao.")
    assert told.pairs("quantity") == [("Sở Y tế", "2 tổ công tác")]


def test_prizes_are_the_contest_s_wherever_they_are_handed_out() -> None:
    told = tell("Cuộc thi viết về Đảng năm 2025 đã xong. Tại hội nghị tổng kết sáng 14/8, Ban Tổ chức trao 3 giải A.")
    assert told.pairs("quantity") == [("Cuộc thi viết về Đảng năm 2025", "3 giải A")]


def test_those_who_are_honoured_are_the_figures_of_who_honours_them() -> None:
    told = tell("Dịp này, 4 tập thể và 11 cá nhân được UBND tỉnh Hà Nam tặng Giấy khen.")
    assert told.pairs("quantity") == [("UBND tỉnh Hà Nam", "11 cá nhân"), ("UBND tỉnh Hà Nam", "4 tập thể")]
