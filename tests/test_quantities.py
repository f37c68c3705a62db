"""What counts as a quantity, how far it reaches, and what it amounts to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from told import tell
from vnkg import knowledge
from vnkg.annotate import laid_out, quantities
from vnkg.annotate.words import Index
from vnkg.model import Article, Mention, Page
from vnkg.text import view

Annotate = Callable[[Page], Iterable[Mention]]


@pytest.fixture(scope="module")
def annotate() -> Annotate:
    return quantities.prepare(knowledge.load())


def page(text: str) -> Page:
    folded = view(text)
    return laid_out(Article("own", text), folded, Index())


def found(annotate: Annotate, text: str) -> list[str]:
    there = page(text)
    return [there.text[m.start : m.end] for m in annotate(there)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hội nghị có hơn 350 đại biểu tham dự.", "hơn 350 đại biểu"),
    ("Đảng bộ có 90 đảng bộ trực thuộc ở các xã.", "90 đảng bộ trực thuộc"),
    ("Tổ chức gần 17.000 lượt phát thanh về đại hội.", "gần 17.000 lượt phát thanh"),
    ("Báo đăng 250 tin, bài, phóng sự trong tháng.", "250 tin, bài, phóng sự"),
    ("Có khoảng 500 cán bộ, chiến sĩ dự lễ.", "khoảng 500 cán bộ, chiến sĩ"),
    ("Hơn 30.000 lượt cán bộ, đảng viên học tập.", "Hơn 30.000 lượt cán bộ, đảng viên"),
    ("Xử lý 3 đơn khiếu nại kỷ luật Đảng.", "3 đơn khiếu nại"),
    ("Bầu 2 ủy viên Ban Thường vụ.", "2 ủy viên"),
    ("Kết quả ở ba tỉnh miền Trung rất tốt.", "ba tỉnh"),
    ("Giảm tối thiểu 10% biên chế so với trước.", "tối thiểu 10% biên chế"),
    ("Có 431/440 đại biểu tán thành.", "431/440 đại biểu"),
    ("Chọn 1 trong 2 chuyên đề để giám sát.", "1 trong 2 chuyên đề"),
    ("Bị phạt từ 300.000 đồng đến 700.000 đồng theo luật.", "từ 300.000 đồng đến 700.000 đồng"),
    ("Kết nạp từ 2.300 đến 2.500 đảng viên.", "từ 2.300 đến 2.500 đảng viên"),
    ("Phấn đấu đạt từ 80% trở lên.", "từ 80% trở lên"),
    ("Thu giữ 41 kg heroin ở bản.", "41 kg heroin"),
    ("Thuế là 1.000 đồng / lít từ hôm nay.", "1.000 đồng / lít"),
    ("Đường dài gần 30 km mới xong.", "gần 30 km"),
    ("Ban Chấp hành gồm 55 đồng chí.", "55 đồng chí"),
    ("Trong số 90 người có nhiều nữ.", "90 người"),
    ("Tăng trưởng cao hơn 7,89% của cả nước.", "7,89%"),
])
def test_a_figure_reaches_as_far_as_the_noun_that_it_counts(annotate: Annotate, text: str, expected: str) -> None:
    assert found(annotate, text) == [expected]


@pytest.mark.parametrize("text", [
    "Ông An, 54 tuổi, công tác 30 năm.", "Theo Điều 26 và khoản 4 Nghị định 162.", "Nghị quyết số 18 đã ban hành.",
    "Lần thứ 20, hạng 3, quận 5, khóa 14.", "Kế hoạch 19-KH/TU và 168/2024/NĐ-CP.", "Hai bên và hai nước hợp tác.",
    "Họp lúc 8h30, chuyến bay lúc 9 giờ.", "Một số đơn vị đã nộp.", "Công nghệ 5G ở Bình An.",
    "Trụ sở tại số 42 phố Hòa Bình.", "Đê Bùi 2 vỡ trong đêm.", "Vị trí thứ hai thuộc về Bình An.",
    "Anh Sáu Nam kể chuyện.",
])
def test_ages_durations_ordinals_codes_and_addresses_are_no_quantities(annotate: Annotate, text: str) -> None:
    assert found(annotate, text) == []


@pytest.mark.parametrize(("text", "amount", "unit", "approximator"), [
    ("Vốn là 1,1 tỷ đồng.", "1100000000", "đồng", ""),
    ("Ban hành gần 600 văn bản.", "600", "văn bản", "nearly"),
    ("Có trên 2,3 triệu lượt xem.", "2300000", "lượt xem", "over"),
    ("Khoảng 1.586 đại biểu dự.", "1586", "đại biểu", "about"),
    ("Không quá 20,000 m2 đất.", "20000", "m2 đất", "atMost"),
    ("Ít nhất 7% số vụ.", "7", "% số vụ", "atLeast"),
    ("Vay 1 tỷ 260 triệu USD.", "1260000000", "USD", ""),
    ("Gồm bốn người.", "4", "người", ""),
    ("Thu 269 ngàn tỉ.", "269000000000000", "", ""),
    ("Rộng 7,50 ha.", "7.5", "ha", ""),
])
def test_amount_unit_and_approximator_are_normalized(
    annotate: Annotate, text: str, amount: str, unit: str, approximator: str
) -> None:
    (mention,) = annotate(page(text))
    assert (mention.value, mention.get("unit"), mention.get("approximator")) == (amount, unit, approximator)


def test_a_range_keeps_both_ends(annotate: Annotate) -> None:
    (mention,) = annotate(page("Thu nhập đạt 75 - 80 triệu đồng."))
    assert (mention.get("amount"), mention.get("upper")) == ("75000000", "80000000")


def test_figures_inside_times_and_documents_are_left_alone(annotate: Annotate) -> None:
    there = page("Danh sách 90 người ứng cử.")
    assert list(annotate(replace(there, mentions=(Mention(0, len(there.text), "Document"),)))) == []


def test_a_quantity_ends_where_a_time_begins(annotate: Annotate) -> None:
    there = page("Đạt 113,1% kế hoạch năm 2018.")
    start = there.low.index("năm")
    (mention,) = annotate(replace(there, mentions=(Mention(start, start + 8, "TimeSpan"),)))
    assert there.text[mention.start : mention.end] == "113,1% kế hoạch"


def test_on_a_place_is_no_approximator(annotate: Annotate) -> None:
    assert found(annotate, "Trên địa bàn có 12 dự án.") == ["12 dự án"]
    assert found(annotate, "Chỉ chạy trên 3 tuyến đường.") == ["3 tuyến đường"]


def test_an_unknown_noun_gives_its_first_syllables(annotate: Annotate) -> None:
    assert found(annotate, "Lắp 1.200 bóng đèn trong xã.") == ["1.200 bóng đèn"]


def test_a_range_may_have_an_approximator_inside(annotate: Annotate) -> None:
    assert found(annotate, "Mỗi lô rộng từ 150m2 đến hơn 1.000 m2.") == ["từ 150m2 đến hơn 1.000 m2"]


def test_delegates_end_before_the_body_that_they_sit_in(annotate: Annotate) -> None:
    assert found(annotate, "Kỳ họp có 44/48 đại biểu HĐND thành phố.") == ["44/48 đại biểu"]


@pytest.mark.parametrize("text", ["Quan hệ giữa 2 nước tốt đẹp.", "Hai lãnh đạo đã gặp nhau."])
def test_both_sides_are_no_figure(annotate: Annotate, text: str) -> None:
    assert found(annotate, text) == []


def test_two_of_many_are_one(annotate: Annotate) -> None:
    assert found(annotate, "Bầu 2 phó chủ tịch.") == ["2 phó chủ tịch"]


@pytest.mark.parametrize("figure", [
    "18 xã, phường ven biển", "20 gương mặt tiêu biểu", "3 chức vụ quan trọng", "29 lao động hợp đồng",
    "253 vụ vi phạm trật tự xã hội",
])
def test_what_kind_is_counted_belongs_to_the_figure_behind_lists_and_unknown_nouns_too(figure: str) -> None:
    assert tell(f"Tỉnh có {figure} trong năm qua.").mentions("Quantity") == [figure]


def test_a_large_or_approximated_number_is_a_figure_without_its_unit_at_the_end_of_a_phrase() -> None:
    told = tell("Biên chế giảm gần 4.700\nTổng biên chế là 277.055. Số xe giảm gần 800, nhà tăng 12. Xem trang 35.")
    assert told.mentions("Quantity") == ["gần 4.700", "277.055", "gần 800"]


def test_a_number_of_something_needs_no_unit_behind_it(annotate: Annotate) -> None:
    assert found(annotate, "Số đơn xin học đàn là 87, trong đó có 40 người.") == ["87", "40 người"]
    assert found(annotate, "Số điện thoại là 87, mời gọi.") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Ban mới gồm 27 đ/c.", ["27 đ/c"]),
    ("Tỉnh hỗ trợ 60 triệu đồng/nhà xây mới.", ["60 triệu đồng/nhà xây mới"]),
    ("Tỉnh giảm 268 phòng, chi cục.", ["268 phòng, chi cục"]),
    ("Dự họp có 65 xã, phường và đặc khu Trường Sa.", ["65 xã, phường"]),
    ("Dân góp 8.400 ngày công trong 3 ngày.", ["8.400 ngày công"]),
    ("Ngân hàng cho 98.700 hộ vay.", ["98.700 hộ"]),
    ("Đó là chính quyền địa phương 2 cấp.", []),
])
def test_what_provincial_papers_count(annotate: Annotate, text: str, expected: list[str]) -> None:
    assert found(annotate, text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Báo nhận 73 tác phẩm báo in.", ["73 tác phẩm báo in"]),
    ("Xã đăng 24 video ngắn lên mạng.", ["24 video ngắn"]), ("Có 9 hồ sơ chậm nộp.", ["9 hồ sơ"]),
])
def test_things_that_are_counted_take_the_words_that_describe_them(
    annotate: Annotate, text: str, expected: list[str]
) -> None:
    assert found(annotate, text) == expected


def test_a_figure_behind_a_year_is_no_range_with_it() -> None:
    assert tell("Mục tiêu đến năm 2020 trên 80% trẻ em được đội mũ.").mentions("Quantity") == ["trên 80% trẻ em"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Sở cử 18 viên chức quản lý.", ["18 viên chức quản lý"]),
    ("Xã có 7 điểm trạm y tế.", ["7 điểm trạm y tế"]),
    ("Thu đạt 118% dự toán Trung ương giao.", ["118% dự toán"]),
    ("Đài phát bằng 4 thứ tiếng.", ["4 thứ tiếng"]),
    ("Thu đạt 96,5% dự toán năm.", ["96,5% dự toán năm"]),
    ("Rét làm chết 46 con trâu, bò, dân thiếu rơm.", ["46 con trâu, bò"]),
    ("Xã tặng quà 3 gia đình có công trên địa bàn.", ["3 gia đình có công"]),
    ("Tỉnh bàn 5 tờ trình, dự thảo, trong đó có giá đất.", ["5 tờ trình, dự thảo"]),
    ("Đại hội 19 đảng bạn và Hội nghị ASEAN +3 lần thứ 17 thành công.", []),
])
def test_nouns_of_figures_end_with_whole_words(annotate: Annotate, text: str, expected: list[str]) -> None:
    assert found(annotate, text) == expected
