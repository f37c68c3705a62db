"""Persons in sentences of our own: the core of a name, its short forms, and capitals that are nobody."""

from __future__ import annotations

import pytest

from told import tell


def persons(text: str) -> list[str]:
    return tell(text).mentions("Person")


@pytest.mark.parametrize("honorific", [
    "ông", "bà", "đồng chí", "GS.TS", "PGS.", "ThS.", "Thượng tá", "luật sư", "Nhà báo", "bị cáo",
])
def test_honorifics_and_ranks_stay_outside(honorific: str) -> None:
    assert persons(f"Theo {honorific} Trần Minh Đức, việc đã xong.") == ["Trần Minh Đức"]


@pytest.mark.parametrize("name", [
    "Giàng A Páo", "H'Hen Niê", "Y Thoan", "Ksor Phước", "Đinh La Thăng", "Tôn Nữ Thị Ninh", "Hoa Thị Mận",
    "Kim Jong-un", "Shinzo Abe", "Ursula von der Leyen",
])
def test_names_of_all_peoples_are_whole(name: str) -> None:
    assert persons(f"Hôm qua ông {name} đã đến thăm.") == [name]


def test_a_given_name_needs_an_honorific() -> None:
    assert persons("Bà Lan đồng ý. Ông Nghị im lặng. Lan nở đầy vườn.") == ["Lan", "Nghị"]


def test_the_honorific_of_the_next_sentence_is_no_name() -> None:
    assert persons("Chị sống với anh. Ông Đức cũng vậy.") == ["Đức"]
    assert persons("Họ về nước Anh. Bà Mai ở lại.") == ["Mai"]


def test_the_title_of_a_post_is_no_part_of_the_name() -> None:
    told = tell("Chủ tịch UBND tỉnh Hà Tĩnh Trần Văn Minh và Tổng thống Mỹ Donald Trump.")
    assert told.mentions("Person") == ["Trần Văn Minh", "Donald Trump"]


def test_a_foreigner_is_called_by_the_last_name_later() -> None:
    told = tell("Tổng thống Mỹ Donald Trump đến Hà Nội. Ông Trump gặp báo chí. Theo Trump, hai bên nhất trí.")
    assert told.groups("Person") == [["Donald Trump", "Trump", "Trump"]]


def test_bylines_and_credits_are_persons() -> None:
    assert persons("Hội nghị đã kết thúc tốt đẹp vào chiều qua.\nBài, ảnh: Trần Minh Đức") == ["Trần Minh Đức"]
    assert persons("Người dân đi chợ Vinh. Ảnh: Ngọc Linh") == ["Ngọc Linh"]
    assert persons("Hội nghị đã kết thúc tốt đẹp và mọi người ra về.\nMinh Anh - Thu Hà") == ["Minh Anh", "Thu Hà"]


def test_streets_named_after_people_are_no_persons() -> None:
    assert persons("Xe chạy trên đường Nguyễn Thị Minh Khai rồi rẽ vào phố Trần Hưng Đạo.") == []
    assert persons("Đường Lê Lợi - Trần Phú ùn tắc, nhà số 12 Nguyễn Huệ cháy lớn.") == []


def test_schools_named_after_people_are_no_persons() -> None:
    assert persons("Trường THPT Nguyễn Trãi và Bệnh viện Nguyễn Tri Phương ký kết.") == []


def test_the_city_is_not_the_man() -> None:
    assert persons("Thành phố Hồ Chí Minh họp. Đoàn TNCS Hồ Chí Minh dự.") == []
    assert persons("Học viện Chính trị quốc gia Hồ Chí Minh mở lớp.") == []
    assert persons("Chủ tịch Hồ Chí Minh căn dặn.") == ["Hồ Chí Minh"]


@pytest.mark.parametrize("text", [
    "Tuy Nhiên việc khó.", "Xem Thêm tại đây.", "Cả nhà vui. Hà Tĩnh mưa. Quê Hương đẹp.", "Công ty FPT Shop bán hàng.",
])
def test_other_capitals_are_nobody(text: str) -> None:
    assert persons(text) == []


def test_capitals_throughout_are_a_name_after_a_credit() -> None:
    assert persons("Hội nghị kết thúc tốt đẹp.\nẢnh: TRẦN ĐỨC") == ["TRẦN ĐỨC"]


def test_a_foreign_name_that_only_a_title_shows_is_found_again_alone() -> None:
    assert tell("Tổng thống Trunk phản đối. Theo Trunk, việc này vô lý.").mentions("Person") == ["Trunk", "Trunk"]


def test_one_foreign_word_behind_the_post_of_a_country_is_who_has_it() -> None:
    told = tell("Thủ tướng Nga Medvedov và Chủ tịch Hội đồng Liên bang Nga Matviyenka gặp nhau.")
    assert told.mentions("Person") == ["Medvedov", "Matviyenka"]
    assert told.mentions("Organization") == ["Hội đồng Liên bang Nga"]
    assert told.mentions("Place") == ["Nga", "Nga"]


@pytest.mark.parametrize(("line", "authors"), [
    ("NGỌC TRÂM - HOÀI ÂN", ["NGỌC TRÂM", "HOÀI ÂN"]), ("VĂN ĐƯỢM - Ý NHI\n", ["VĂN ĐƯỢM", "Ý NHI"]),
    ("Việt Hoàng - Thu Nguyệt (CTV)", ["Việt Hoàng", "Thu Nguyệt"]),
])
def test_the_last_line_names_authors_though_places_are_called_so(line: str, authors: list[str]) -> None:
    told = tell(f"Hội nghị bế mạc tại tỉnh Hà Nam với nhiều kết quả tốt đẹp.\n{line}")
    assert (told.mentions("Person"), told.mentions("Place")) == (authors, ["tỉnh Hà Nam"])


def test_a_name_begins_behind_a_place_that_ends_like_a_family_name() -> None:
    told = tell("Giám đốc sở GD & ĐT Sơn La Hoàng Tiến Đức nghỉ hưu.")
    assert (told.mentions("Person"), told.mentions("Place")) == (["Hoàng Tiến Đức"], ["Sơn La"])


def test_every_author_behind_a_credit_is_a_person() -> None:
    assert persons("Hội chợ đông khách.\n\nTin, ảnh: Đào Ban - Hương Giang") == ["Đào Ban", "Hương Giang"]


def test_a_name_with_a_spaced_apostrophe_is_whole() -> None:
    assert persons("Dự lễ có ông K’ Sơn và bà H’ Lan Niê.") == ["K’ Sơn", "H’ Lan Niê"]


def test_a_line_of_authors_before_the_captions_names_persons() -> None:
    text = "Hội chợ đông khách, bán hàng tốt và sẽ mở lại sang năm.\nAnh Minh - Công Đức\n\nKhách xem hàng ở chợ."
    assert persons(text) == ["Anh Minh", "Công Đức"]


def test_a_given_name_behind_a_post_is_that_of_the_person_named_in_full() -> None:
    told = tell("Bí thư Lê Thiện Nhân dự họp. Chiều qua, Bí thư Nhân cho biết đã xong.")
    assert told.groups("Person") == [["Lê Thiện Nhân", "Nhân"]]


def test_a_short_form_of_a_short_form_is_the_whole_name() -> None:
    told = tell("Bà Nguyễn Thị Quyết Tâm dự. Bà Quyết Tâm hỏi. Bà Tâm đáp.")
    assert told.groups("Person") == [["Nguyễn Thị Quyết Tâm", "Quyết Tâm", "Tâm"]]


def test_a_foreign_first_name_before_a_family_name_belongs_to_it() -> None:
    assert persons("Đối thủ là Andrea Leadsom. Bà Leadsom rút lui.") == ["Andrea Leadsom", "Leadsom"]


def test_a_delegation_is_no_person() -> None:
    assert persons("Sáng nay tỉnh tiếp khách. Đoàn Nhật Bản gồm 26 người, do ông Đoàn Văn Hải dẫn.") == ["Đoàn Văn Hải"]


def test_an_honorific_in_capitals_is_no_part_of_the_name() -> None:
    assert persons("Ông Lê An là Chánh văn phòng Bộ tư lệnh TP. Bà Nguyễn Thị Mai dự.") == ["Lê An", "Nguyễn Thị Mai"]
    assert persons("Thiếu nhi dâng hoa Bác Hồ.") == ["Bác Hồ"]


@pytest.mark.parametrize("line", ["Thu Hà • 5/3/2026 08:15", "Thu Hà | 05/03/2026"])
def test_the_author_may_stand_below_the_title_with_the_time(line: str) -> None:
    assert persons(f"Đường mới đã thông xe\n{line}\n\nSáng nay, xe chạy hai chiều.") == ["Thu Hà"]
    assert persons("Đường mới đã thông xe\nThời sự • 5/3/2026\n\nSáng nay, xe chạy hai chiều.") == []


@pytest.mark.parametrize("label", ["Tin và ảnh:", "Tin, ảnh:", "Ảnh:"])
def test_names_behind_the_label_of_a_credit_are_persons_and_no_outlet_is(label: str) -> None:
    assert persons(f"Cầu đã xong.\n{label} Hồng Minh - Đức Lam") == ["Hồng Minh", "Đức Lam"]
    assert persons(f"Cầu đã xong.\n{label} Báo Sơn La") == []
