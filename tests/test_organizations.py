"""Bodies in sentences of our own: nested names, where a name ends, and what only looks like a body."""

from __future__ import annotations

import pytest

from told import tell
from vnkg import knowledge


def bodies(text: str) -> list[str]:
    return tell(text).mentions("Organization")


@pytest.mark.parametrize("body", [
    "Sở Văn hóa, Thể thao và Du lịch tỉnh Hà Tĩnh", "UBND tỉnh Hà Tĩnh", "Hội Nông dân tỉnh Hà Tĩnh",
    "Tòa án nhân dân tỉnh Nghệ An", "Cục Cảnh sát giao thông", "Bộ Giáo dục và Đào tạo", "Công ty cổ phần Sao Mai",
    "Trường THPT Nguyễn Trãi", "Bệnh viện Bạch Mai", "Ban Nội chính Trung ương", "Ngân hàng Nhà nước Việt Nam",
    "Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao", "Báo Hà Tĩnh", "Đảng ủy xã Tiên Điền",
    "Hội Liên hiệp Phụ nữ tỉnh Hà Tĩnh", "Bộ Chỉ huy Quân sự tỉnh Nghệ An", "Viện KSND tỉnh Nghệ An",
])
def test_a_name_ends_where_its_field_level_and_place_end(body: str) -> None:
    assert bodies(f"Hôm qua {body} đã gửi công văn.")[0] == body


def test_names_nest_from_the_outer_to_the_inner() -> None:
    told = tell("Ban Thường vụ Tỉnh ủy Hà Tĩnh họp.")
    assert told.mentions("Organization") == ["Ban Thường vụ Tỉnh ủy Hà Tĩnh", "Tỉnh ủy Hà Tĩnh"]
    assert told.pairs("partOf") == [("Ban Thường vụ Tỉnh ủy Hà Tĩnh", "Tỉnh ủy Hà Tĩnh")]


def test_the_place_goes_to_the_innermost_body() -> None:
    told = tell("Ban Thường vụ Tỉnh ủy Hà Tĩnh họp.")
    assert told.pairs("jurisdiction") == [("Tỉnh ủy Hà Tĩnh", "Hà Tĩnh")]


@pytest.mark.parametrize("field", ["Cảnh sát giao thông", "Cảnh sát hình sự", "Tham mưu"])
def test_a_division_of_the_police_holds_the_police_only(field: str) -> None:
    told = tell(f"Phòng {field} Công an tỉnh Hà Tĩnh kiểm tra xe.")
    assert told.mentions("Organization") == [f"Phòng {field} Công an tỉnh Hà Tĩnh", "Công an tỉnh Hà Tĩnh"]
    assert told.pairs("partOf") == [(f"Phòng {field} Công an tỉnh Hà Tĩnh", "Công an tỉnh Hà Tĩnh")]


def test_a_list_with_a_shared_place_gives_one_body_each() -> None:
    assert bodies("Sở Tài chính, Sở Xây dựng và Sở Y tế tỉnh Hà Tĩnh tham mưu.") == [
        "Sở Tài chính", "Sở Xây dựng", "Sở Y tế tỉnh Hà Tĩnh"]
    assert bodies("Sở Giáo dục và Đào tạo và Sở Y tế phối hợp.") == ["Sở Giáo dục và Đào tạo", "Sở Y tế"]


def test_offices_of_two_councils_stand_apart() -> None:
    assert bodies("Văn phòng HĐND, UBND tỉnh Hà Tĩnh gửi công văn.") == [
        "Văn phòng HĐND", "HĐND", "UBND tỉnh Hà Tĩnh"]


def test_a_person_after_the_body_is_no_part_of_it() -> None:
    told = tell("Bộ Y tế Nguyễn Văn An và Công an tỉnh Hà Tĩnh Trần Văn Bình cùng dự.")
    assert told.mentions("Organization") == ["Bộ Y tế", "Công an tỉnh Hà Tĩnh"]
    assert told.mentions("Person") == ["Nguyễn Văn An", "Trần Văn Bình"]


def test_a_person_may_be_the_name_of_a_school() -> None:
    told = tell("Trường THPT Phan Đình Phùng khai giảng.")
    assert told.mentions("Organization") == ["Trường THPT Phan Đình Phùng"]
    assert told.mentions("Person") == []


def test_the_verb_after_a_body_stays_outside_even_when_it_is_a_field() -> None:
    assert bodies("Sở Tài chính kiểm tra giá. Ban Chỉ đạo tổ chức lễ. Bộ Công an điều tra vụ án.") == [
        "Sở Tài chính", "Ban Chỉ đạo", "Bộ Công an"]


@pytest.mark.parametrize("text", [
    "Các sở, ngành và UBND các huyện báo cáo.", "Nhiều bộ, ngành vào cuộc.", "Các tỉnh ủy, thành ủy họp.",
    "Các đảng ủy xã ban hành nhiều văn bản.", "Lực lượng công an có mặt.", "Xã hội phát triển, cơ sở vững mạnh.",
    "Từng chi bộ học tập.", "Nhà báo phỏng vấn học sinh trong trường.",
])
def test_kinds_of_bodies_are_no_body(text: str) -> None:
    assert bodies(text) == []


def test_the_party_is_named_by_one_word_but_not_inside_others() -> None:
    assert bodies("Đảng lãnh đạo. Đảng viên gương mẫu. Đảng phái nào cũng vậy.") == ["Đảng"]


def test_bodies_known_by_name_are_the_same_by_short_name() -> None:
    told = tell("Bộ Giáo dục và Đào tạo trả lời. Bộ GD&ĐT nêu rõ. Liên Hợp Quốc họp, LHQ kêu gọi.")
    assert told.groups("Organization") == [
        ["Bộ Giáo dục và Đào tạo", "Bộ GD&ĐT"], ["Liên Hợp Quốc", "LHQ"]]


def test_a_level_closes_the_name_of_a_central_body() -> None:
    assert bodies("Ủy ban Kiểm tra Trung ương và Ban Tổ chức Trung ương cùng họp.") == [
        "Ủy ban Kiểm tra Trung ương", "Ban Tổ chức Trung ương"]


@pytest.mark.parametrize(("text", "outlet"), [
    ("(TTXVN) - Sáng 5/3, mưa lớn.", "TTXVN"),
    ("Hà Nội (TTXVN) - Sáng 5/3, mưa lớn.", "TTXVN"),
    ("(BAO) - Sáng 5/3, mưa lớn.", "BAO"),
    ("(baocuatoi.vn) - Sáng 5/3, mưa lớn.", "baocuatoi.vn"),
    ("baocuatoi.vn - Sáng 5/3, mưa rất lớn ở vùng cao.", "baocuatoi.vn"),
])
def test_the_outlet_of_a_dateline_is_a_body(text: str, outlet: str) -> None:
    assert bodies(text) == [outlet]


def test_capitals_in_brackets_elsewhere_are_no_outlet() -> None:
    assert bodies("Sản phẩm (OCOP) được công nhận.") == []


def test_the_term_belongs_to_the_span_and_not_to_the_name() -> None:
    told = tell("HĐND tỉnh Hà Tĩnh khóa XVIII đã họp.")
    assert told.mentions("Organization") == ["HĐND tỉnh Hà Tĩnh khóa XVIII"]
    assert [e.name for e in told.annotation.entities if e.type == "Organization"] == ["HĐND tỉnh Hà Tĩnh"]


def test_a_name_never_runs_over_the_end_of_a_line() -> None:
    assert bodies("Theo Sở Y tế\nHà Tĩnh mưa lớn.") == ["Sở Y tế"]


@pytest.mark.parametrize(("text", "parts"), [
    ("đại diện các bộ Tài chính, Công Thương và Nội vụ.", ["bộ Tài chính", "Công Thương", "Nội vụ"]),
    ("đại diện các Sở: Y tế, Tư pháp.", ["Y tế", "Tư pháp"]),
])
def test_bodies_under_one_head_are_several(text: str, parts: list[str]) -> None:
    assert bodies(f"Cuộc họp có {text}") == parts


def test_a_joint_office_belongs_to_both_bodies() -> None:
    told = tell("Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh Hà Tĩnh Trần Văn Minh đã báo cáo.")
    office = "Văn phòng Đoàn ĐBQH và HĐND tỉnh Hà Tĩnh"
    assert set(told.pairs("partOf")) == {(office, "Đoàn ĐBQH"), (office, "HĐND tỉnh Hà Tĩnh")}


def test_a_short_form_may_stand_inside_a_name() -> None:
    assert bodies("Ủy ban Kiểm tra (UBKT) Tỉnh ủy Hà Tĩnh họp.")[0] == "Ủy ban Kiểm tra (UBKT) Tỉnh ủy Hà Tĩnh"


@pytest.mark.parametrize(("post", "body"), [
    ("Phó trưởng ban tuyên giáo thành ủy", "ban tuyên giáo thành ủy"),
    ("Phó bí thư đảng đoàn Mặt trận Tổ quốc", "đảng đoàn Mặt trận Tổ quốc"),
    ("Chánh thanh tra tỉnh", "thanh tra tỉnh"), ("Chủ tịch hội nông dân tỉnh", "hội nông dân tỉnh"),
])
def test_behind_a_title_a_body_may_be_all_in_lower_case(post: str, body: str) -> None:
    told = tell(f"Ông Lê Văn Hải, {post}, phát biểu.")
    assert told.mentions("Organization")[0] == body
    assert (post, body) in told.pairs("positionIn")


def test_kinds_of_posts_in_lower_case_hold_no_body() -> None:
    assert bodies("Ở mỗi xã, trưởng ban dân vận sẽ đồng thời là chủ tịch hội nông dân.") == []


def test_the_party_with_a_capital_is_named_inside_its_committees_in_state_bodies() -> None:
    told = tell("Ban Cán sự Đảng Bộ Y tế và Ban cán sự đảng Bộ Tài chính họp.")
    assert told.mentions("Organization").count("Đảng") == 1
    assert told.pairs("partOf") == [
        ("Ban Cán sự Đảng Bộ Y tế", "Bộ Y tế"), ("Ban cán sự đảng Bộ Tài chính", "Bộ Tài chính")]


def test_a_foreign_person_behind_a_committee_is_no_part_of_it() -> None:
    told = tell("Chủ tịch Ủy ban Giám sát Hạ viện Elija Cumming viết thư.")
    assert told.mentions("Organization") == ["Ủy ban Giám sát Hạ viện", "Hạ viện"]
    assert told.mentions("Person") == ["Elija Cumming"]


@pytest.mark.parametrize("name", [
    "Quỹ đầu tư và phát triển tỉnh Hà Tĩnh", "Ban quản lý các khu công nghiệp tỉnh Hà Tĩnh",
    "Ban Đổi mới quản lý doanh nghiệp", "UB bầu cử tỉnh Hà Tĩnh", "thường trực UBND tỉnh Hà Tĩnh",
])
def test_funds_boards_and_standing_boards_are_bodies(name: str) -> None:
    assert bodies(f"Ông Lê Văn Minh đến thăm {name}.")[0] == name


def test_the_end_of_a_post_is_no_head_of_the_body_behind_it() -> None:
    assert bodies("Bà Lê Thị Hoa, Trưởng ban Ban Dân tộc tỉnh Hà Tĩnh, dự.") == ["Ban Dân tộc tỉnh Hà Tĩnh"]


def test_an_exam_of_schools_is_no_school() -> None:
    assert bodies("Em đỗ kỳ thi THPT quốc gia năm 2018 và học THPT Chu Văn An.") == ["THPT Chu Văn An"]


def test_a_delegates_group_is_a_body_without_a_post_inside() -> None:
    told = tell("Tổ đại biểu Quốc hội TP Hải Phòng họp.")
    assert told.mentions("Organization") == ["Tổ đại biểu Quốc hội TP Hải Phòng", "Quốc hội"]
    assert told.mentions("Position") == []


def test_a_committee_of_the_assembly_is_named_without_it_and_its_post_with_it() -> None:
    told = tell("Chủ nhiệm Ủy ban Tư pháp của Quốc hội Lê Thị Hoa báo cáo.")
    assert told.mentions("Organization") == ["Ủy ban Tư pháp", "Quốc hội"]
    assert told.mentions("Position") == ["Chủ nhiệm Ủy ban Tư pháp của Quốc hội"]
    assert told.pairs("partOf") == [("Ủy ban Tư pháp", "Quốc hội")]


def test_the_bare_word_for_the_youth_union_is_it_only_in_its_own_work() -> None:
    assert bodies("Anh giỏi công tác Đoàn và phong trào thanh niên; các cán bộ Đoàn.") == ["Đoàn", "Đoàn"]
    assert bodies("Tỉnh tổ chức Đoàn kiểm tra. Đoàn đã đi ba huyện.") == []


@pytest.mark.parametrize("text", [
    "Ông nói Trung ương đã đồng ý.", "Ông thuộc diện Trung ương quản lý.", "Nhân sự được trình Trung ương xem xét.",
    "Tỉnh ủy báo cáo với Trung ương để xin ý kiến.",
])
def test_the_centre_is_the_committee_where_it_acts_or_is_told(text: str) -> None:
    assert "Trung ương" in bodies(text)


def test_the_centre_is_a_level_behind_other_bodies() -> None:
    assert bodies("Các cơ quan Trung ương đã họp. Các thành phố trực thuộc Trung ương quyết định.") == []


def test_a_statue_is_no_broadcaster() -> None:
    assert bodies("Thợ đúc tượng đài Chủ tịch Hồ Chí Minh.") == []


def test_works_are_named_by_what_they_make() -> None:
    assert bodies("Khu tập thể Nhà máy dệt Hòa Thọ xuống cấp.") == ["Nhà máy dệt Hòa Thọ"]


def test_a_committee_of_the_front_holds_the_front_without_its_place() -> None:
    told = tell("Chủ tịch Ủy ban MTTQ tỉnh Hà Nam phát biểu.")
    assert told.mentions("Organization") == ["Ủy ban MTTQ tỉnh Hà Nam", "MTTQ"]
    assert told.pairs("jurisdiction") == [("Ủy ban MTTQ tỉnh Hà Nam", "tỉnh Hà Nam")]


def test_all_terms_belong_to_the_name_and_tell_no_bodies_apart() -> None:
    told = tell("Ông là Ủy viên Bộ Chính trị khóa XI, XII và họp với Bộ Chính trị khóa XIII.")
    assert told.groups("Organization") == [["Bộ Chính trị khóa XI, XII", "Bộ Chính trị khóa XIII"]]


def test_a_year_before_a_place_belongs_to_the_name() -> None:
    assert bodies("Ban chỉ đạo thi THPT quốc gia năm 2018 tỉnh Sơn La họp năm 2018.") == [
        "Ban chỉ đạo thi THPT quốc gia năm 2018 tỉnh Sơn La"]


def test_an_outlet_named_by_common_words_needs_its_capitals() -> None:
    assert bodies("Trao đổi với Tuổi Trẻ, ông An nói việc này đã rõ.") == ["Tuổi Trẻ"]
    assert bodies("Tuổi trẻ Việt Nam tiến bước.") == []


@pytest.mark.parametrize(("post", "body"), [
    ("bí thư đảng ủy xã Hòa Sơn", "đảng ủy xã Hòa Sơn"), ("bí thư chi bộ", "chi bộ"),
    ("chủ tịch Hội đồng thành viên Tập đoàn Phú Lâm", "Hội đồng thành viên Tập đoàn Phú Lâm"),
    ("Phó Chủ tịch Hội đồng Bộ trưởng", "Hội đồng Bộ trưởng"), ("Ủy viên Trung ương khóa 11", "Trung ương khóa 11"),
])
def test_a_post_behind_a_person_ends_with_its_body(post: str, body: str) -> None:
    told = tell(f"Ông Lê Văn Hải - {post} - phát biểu.")
    assert told.mentions("Position") == [post]
    assert told.mentions("Organization")[0] == body


def test_posts_in_lower_case_go_on_in_a_chain() -> None:
    told = tell("Ông Lê Văn Hải - phó bí thư đảng ủy, ủy viên ban thường vụ huyện ủy - phát biểu.")
    assert told.mentions("Position") == ["phó bí thư đảng ủy", "ủy viên ban thường vụ huyện ủy"]


def test_cells_of_the_party_without_a_name_are_no_bodies() -> None:
    assert bodies("Các chi bộ, đảng ủy và đảng bộ đã họp.") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Đơn vị kết nghĩa với Đại đội 53 và Sư đoàn 10.", ["Đại đội 53", "Sư đoàn 10"]),
    ("Tổng Lãnh sự quán Ấn Độ tặng sách.", ["Tổng Lãnh sự quán Ấn Độ"]),
    ("Khách của VNPT Sơn La và BĐBP tỉnh Cao Bằng.", ["VNPT Sơn La", "BĐBP tỉnh Cao Bằng"]),
    ("Ban QLDA 7 và Ban Quản lý dự án 85 làm cầu.", ["Ban QLDA 7", "Ban Quản lý dự án 85"]),
    ("Bà là Tổ trưởng Tổ công tác số 6.", ["Tổ công tác số 6"]),
    ("Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh Sơn La họp.",
     ["Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh Sơn La"]),
])
def test_units_branches_and_boards_that_numbers_and_places_name(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Đảng ủy UBND tỉnh Hà Nam họp.", [("Đảng ủy UBND tỉnh Hà Nam", "UBND tỉnh Hà Nam")]),
    ("Ban Chỉ huy Bộ đội Biên phòng tỉnh Hà Giang họp.", []),
])
def test_a_committee_of_the_party_in_a_body_is_part_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert tell(text).pairs("partOf") == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Chị Hoa là cán bộ Đoàn xã Minh Tân.", ["Đoàn xã Minh Tân"]),
    ("Tổng Lãnh sự quán Việt Nam tại Côn Minh hỗ trợ.", ["Tổng Lãnh sự quán Việt Nam tại Côn Minh"]),
    ("Xe qua Đồn Biên phòng Lũng Pô.", ["Đồn Biên phòng Lũng Pô"]),
    ("Đại diện Liên đoàn Lao động tỉnh, Tỉnh đoàn dự.", ["Liên đoàn Lao động tỉnh", "Tỉnh đoàn"]),
])
def test_unions_of_communes_missions_abroad_and_border_posts_are_named_by_their_place(
    text: str, expected: list[str]
) -> None:
    assert bodies(text) == expected


def test_commissars_lead_no_committee_and_counted_members_hold_no_post() -> None:
    told = tell(
        "Ông Trần Văn Hải, Phó Chính ủy Ban Chỉ huy Phòng thủ khu vực 3, phát biểu. Có 52 ủy viên."
    )
    assert told.mentions("Position") == ["Phó Chính ủy Ban Chỉ huy Phòng thủ khu vực 3"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hội Bảo trợ bệnh nhân nghèo và trẻ mồ côi tỉnh Hà Nam họp.", ["Hội Bảo trợ"]),
    ("Hội Khuyến học và tấm lòng vàng thành phố Huế họp.", ["Hội Khuyến học và tấm lòng vàng thành phố Huế"]),
    ("Sở Xây dựng và người dân đều đồng ý.", ["Sở Xây dựng"]),
])
def test_a_name_in_lower_case_goes_on_over_an_unknown_field_up_to_its_place(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize("name", [
    "Bảo hiểm xã hội tỉnh Hà Nam", "Hạt Kiểm lâm huyện Kim Bảng", "Đài Phát thanh và Truyền hình tỉnh Hà Nam",
    "Đội Quản lý thị trường số 3", "Cảng vụ Hàng hải Hải Phòng", "Đoàn Luật sư tỉnh Hà Nam", "Bệnh viện Quân y 7",
    "Hội đồng chấm giải", "Hội đồng thi tuyển công chức tỉnh Hà Nam", "Hội đồng Thi đua - Khen thưởng tỉnh Hà Nam",
    "Đảng ủy các khu công nghiệp Hà Nam", "Lầu Năm Góc",
])
def test_offices_stations_boards_and_units_are_bodies(name: str) -> None:
    assert name in bodies(f"Sáng 3/5, {name} lên tiếng.")


def test_a_school_of_a_university_is_named_with_it() -> None:
    told = tell("Trường Du lịch - Đại học Huế mở lớp.")
    assert told.pairs("partOf") == [("Trường Du lịch - Đại học Huế", "Đại học Huế")]


def test_a_short_form_with_a_hyphen_stands_inside_a_name() -> None:
    assert bodies("Sở Nông nghiệp (NN-PTNT) Hà Nam báo cáo.") == ["Sở Nông nghiệp (NN-PTNT) Hà Nam"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Công ty TNHH ống thép Minh Phú lỗ nặng.", ["Công ty TNHH ống thép Minh Phú"]),
    ("Công ty cổ phần đầu tư và xây dựng Tân Phú bán đất.", ["Công ty cổ phần đầu tư và xây dựng Tân Phú"]),
    ("Công ty bị Thanh tra tỉnh Hà Nam phạt.", ["Thanh tra tỉnh Hà Nam"]),
    ("Ngân hàng Nhà nước Chi nhánh Khu vực 4 dự.", ["Ngân hàng Nhà nước Chi nhánh Khu vực 4", "Ngân hàng Nhà nước"]),
    ("Bộ Tư lệnh Quân khu 9 cử đoàn.", ["Bộ Tư lệnh Quân khu 9", "Quân khu 9"]),
    ("Bệnh viện Đa khoa Nguyễn Trãi thiếu thuốc.", ["Bệnh viện Đa khoa Nguyễn Trãi"]),
    ("Sở trình UBND tỉnh Đề án di dời dân.", ["UBND tỉnh"]),
])
def test_firms_branches_commands_and_hospitals_have_their_whole_names(text: str, expected: list[str]) -> None:
    assert sorted(bodies(text)) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), [
    ("Xe mượn từ công an tỉnh để đón khách.", ["công an tỉnh"]),
    ("Trưởng phòng CSGT công an tỉnh đã nghỉ.", ["phòng CSGT công an tỉnh", "công an tỉnh"]),
    ("Trẻ em báo công an phường, công an xã.", []),
    ("Sở lập biên bản với các công an tỉnh, thành phố.", []),
    ("Tuy nhiên, tỉnh ủy nhận định còn chậm.", ["tỉnh ủy"]),
])
def test_the_one_police_of_a_province_is_named_in_lower_case(text: str, expected: list[str]) -> None:
    assert sorted(bodies(text)) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), [
    ("Tỉnh ủy (", ["Tỉnh ủy"]),
    ("Sở Nông nghiệp (NN-", ["Sở Nông nghiệp"]),
    ("Sở Lao động, Thương binh và", ["Sở Lao động"]),
    ("Sở Lao động, Thương binh và\nXã hội họp.", ["Sở Lao động"]),
])
def test_a_name_that_a_line_cuts_off_ends_before_the_cut(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize("body", [
    row["name"] for row in knowledge.load().known["bodies"]
    if row["kind"] in ("state", "party", "court") and not row["name"].endswith(("Đường sắt", "trại giam", "Lăng"))
])
def test_no_known_body_of_the_state_or_the_party_swallows_the_person_behind_it(body: str) -> None:
    assert tell(f"Hôm qua, Giám đốc {body} Nguyễn Văn Hùng đã đến.").mentions("Person") == ["Nguyễn Văn Hùng"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hội Luật gia tỉnh Hà Nam họp.", ["Hội Luật gia tỉnh Hà Nam"]),
    ("Phòng Kinh tế, Hạ tầng và Đô thị phường Bình An họp.", ["Phòng Kinh tế, Hạ tầng và Đô thị phường Bình An"]),
    ("Ông làm phó bí thư quận uỷ quận Bình An.", ["quận uỷ quận Bình An"]),
    ("Văn phòng UBND cấp tỉnh trình HĐND cùng cấp.", []),
    ("Tổ công tác số 6 họp.", ["Tổ công tác số 6"]),
    ("Ban Giám hiệu nhà trường họp.", ["Ban Giám hiệu nhà trường"]),
    ("Công ty TNHH Tân Phú Lợi thắng thầu.", ["Công ty TNHH Tân Phú Lợi"]),
    ("Trường Phổ thông nội trú liên cấp Tiểu học và THCS Nậm Cắn mở lớp.",
     ["Trường Phổ thông nội trú liên cấp Tiểu học và THCS Nậm Cắn"]),
    ("Dự có lãnh đạo các sở: Giáo dục và Đào tạo (GD&ĐT), Tài chính.", ["Giáo dục và Đào tạo", "Tài chính"]),
    ("Lãnh đạo tỉnh đi thăm dân.\nẢnh: ĐOÀN CƯỜNG", []),
    ("BHG - Sáng 3/3, mưa lớn ở nhiều nơi.", ["BHG"]),
    ("ASEAN - Trung Quốc là bạn hàng lớn nhất của nhau.", ["ASEAN"]),
])
def test_names_end_where_their_number_level_or_list_ends(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Đại hội bầu Ban Chấp hành Trung ương khóa mới.", ["Ban Chấp hành Trung ương khóa mới"]),
    ("Bầu Ban Chấp hành Đảng bộ tỉnh Hà Nam khóa XX.", ["Ban Chấp hành Đảng bộ tỉnh Hà Nam khóa XX",
                                                        "Đảng bộ tỉnh Hà Nam"]),
])
def test_the_term_is_that_of_the_committee_also_without_a_number(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


def test_the_level_alone_is_the_central_committee_also_in_lower_case_behind_its_members() -> None:
    told = tell("Đại hội bầu 90 ủy viên trung ương. Nghị quyết của Trung ương đã có.")
    assert told.mentions("Position") == ["ủy viên trung ương"]
    assert told.groups("Organization") == [["trung ương", "Trung ương"]]


@pytest.mark.parametrize("body", [
    "Hội Phật tử Việt Nam", "Trường Sĩ quan Không quân", "Công ty Bóng đèn Phích nước Sao Biếc",
    "Ban Chỉ huy Phòng chống thiên tai Hà Nội", "Công ty CP Địa ốc Sao Biếc", "Văn phòng Tổng thống Hàn Quốc",
])
def test_one_capital_syllable_behind_a_head_takes_the_second_half_of_its_compound(body: str) -> None:
    assert bodies(f"Hôm qua, {body} đã họp.")[0] == body


def test_no_half_of_a_compound_behind_a_name_of_one_syllable_nor_a_title() -> None:
    assert bodies("Công ty Tâm thuê Lê Văn Bình.") == ["Công ty Tâm"]
    assert bodies("Các nước xây dựng Bộ Quy tắc ứng xử ở biển.") == []
    assert bodies("Ông là Chủ tịch Hội đồng Bộ trưởng Đỗ Văn Bình.") == ["Hội đồng Bộ trưởng"]


def test_the_head_of_a_site_belongs_to_the_outlet() -> None:
    assert bodies("Theo báo Saobiec.vn, hội nghị đã kết thúc.") == ["báo Saobiec.vn"]


def test_a_country_behind_the_field_of_a_minister_makes_it_none_of_ours() -> None:
    told = tell("Bộ trưởng Công an Lào thăm Hà Nội.")
    assert told.mentions("Position") == ["Bộ trưởng Công an Lào"]
    assert told.mentions("Organization") == []


def test_the_front_has_a_short_form_which_is_no_part_of_a_longer_one() -> None:
    told = tell("Mặt trận tỉnh Hà Nam họp. Công việc của Mặt trận được khen. Mặt trận Tổ quốc Việt Nam gửi lời chúc.")
    assert ["Mặt trận", "Mặt trận Tổ quốc Việt Nam"] in told.groups("Organization")
    assert ["Mặt trận tỉnh Hà Nam"] in told.groups("Organization")


def test_the_party_s_bodies_in_a_plural_are_its_and_the_committee_s() -> None:
    assert bodies("Lãnh đạo các ban Đảng Tỉnh ủy dự họp.") == ["Đảng", "Tỉnh ủy"]
    assert bodies("Lãnh đạo các ban Đảng Trung ương dự họp.") == ["Đảng"]


def test_the_season_of_a_crop_is_no_department() -> None:
    assert bodies("Vụ Đông Xuân toàn tỉnh gieo cấy xong.") == []


def test_the_name_of_a_border_post_may_look_like_a_person_s() -> None:
    told = tell("Trung tá Lò Văn Phiên, Đồn trưởng Đồn Biên phòng A Pa Chải, dự. Tư lệnh Bộ đội Biên phòng Lê Đức Thái "
                "đến.")
    assert told.mentions("Organization") == ["Đồn Biên phòng A Pa Chải", "Bộ đội Biên phòng"]
    assert told.mentions("Person") == ["Lò Văn Phiên", "Lê Đức Thái"]


@pytest.mark.parametrize("school", ["Trường Chính trị Nguyễn Văn Cừ", "Trường THPT Chuyên Lương Văn Tụy"])
def test_schools_bear_the_names_of_persons(school: str) -> None:
    told = tell(f"{school} đạt giải Nhất.")
    assert told.mentions("Organization") == [school]
    assert told.mentions("Person") == []
