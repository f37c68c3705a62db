"""What counts as a time, where it begins and ends, and which calendar point it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise

import pytest

from vnkg import knowledge
from vnkg.annotate import laid_out, times
from vnkg.annotate.edtf import Point, interval, week, year_beside, year_near
from vnkg.annotate.words import Index
from vnkg.model import Article, Mention, Page
from vnkg.text import view

Annotate = Callable[[Page], Iterable[Mention]]


@pytest.fixture(scope="module")
def annotate() -> Annotate:
    return times.prepare(knowledge.load())


def page(text: str, published: str | None = None) -> Page:
    folded = view(text)
    return laid_out(Article("own", text, None, published), folded, Index())


def found(annotate: Annotate, text: str, published: str | None = None) -> list[tuple[str, str]]:
    there = page(text, published)
    return [(there.text[m.start : m.end], m.value) for m in annotate(there)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Ban hành ngày 5/6/2024 tại Bình An.", [("ngày 5/6/2024", "2024-06-05")]),
    ("Khai mạc ngày 28 tháng 11 năm 2024.", [("ngày 28 tháng 11 năm 2024", "2024-11-28")]),
    ("Tổ chức tháng 11/2024, tổng kết quý III-2025.", [("tháng 11/2024", "2024-11"), ("quý III-2025", "2025-35")]),
    ("Nhiệm kỳ 2020 - 2025, giai đoạn 2021-2030.", [("Nhiệm kỳ 2020 - 2025", "2020/2025"),
                                                   ("giai đoạn 2021-2030", "2021/2030")]),
    ("Họp từ ngày 12 đến 14/9/2024.", [("ngày 12 đến 14/9/2024", "2024-09-12/2024-09-14")]),
    ("Nhận bài từ ngày 5-3 đến 25-7-2024.", [("ngày 5-3 đến 25-7-2024", "2024-03-05/2024-07-25")]),
    ("Từ năm 2021 đến năm 2030, tỉnh đầu tư.", [("năm 2021 đến năm 2030", "2021/2030")]),
    ("Từ ngày 17-1 đến hết tháng 2-2024.", [("ngày 17-1 đến hết tháng 2-2024", "2024-01-17/2024-02-29")]),
    ("Thứ tư, 10/9/2025 | 18:40", [("Thứ tư, 10/9/2025", "2025-09-10")]),
    ("Hồi cuối tháng 3/2024 và đầu thế kỷ XX.", [("cuối tháng 3/2024", "2024-03"), ("đầu thế kỷ XX", "19XX")]),
    ("Trong 6 tháng đầu năm 2024, kinh tế tăng.", [("6 tháng đầu năm 2024", "2024-01/2024-06")]),
    ("Trong các năm 2016, 2017 và 2018.", [("năm 2016", "2016"), ("2017", "2017"), ("2018", "2018")]),
    ("Bỏ phiếu lúc 9h30 ngày 26/1/2024.", [("9h30 ngày 26/1/2024", "2024-01-26")]),
    ("Học kỳ II năm học 2024 - 2025.", [("Học kỳ II năm học 2024 - 2025", "2024/2025")]),
    ("Dự án kéo dài từ 2013 đến nay.", [("2013 đến nay", "")]),
    ("Họp ngày 5/3/2024. Đến 17-3 đã xong, giá tăng từ 5-7 lần.", [("ngày 5/3/2024", "2024-03-05"),
                                                                 ("17-3", "2024-03-17")]),
])
def test_a_written_time_is_found_whole_and_resolved(
    annotate: Annotate, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(annotate, text) == expected


@pytest.mark.parametrize("text", [
    "Anh Hòa, 54 tuổi, làm việc trong 5 ngày và 3 tháng.", "Nghị định 150/2018/NĐ-CP và Kế hoạch 19-KH/TU.",
    "Quy hoạch phân khu 1/2000 và tỷ lệ 446/447.", "Những năm qua, hiện nay, thời gian tới và hằng năm.",
    "Lần thứ hai, kỳ họp thứ ba diễn ra tốt đẹp.", "Chiều dài 15 m, tối thiểu 3 người.",
    "Trong 10 năm qua, xã đổi thay.",
    "Mỗi tháng một lần, cứ hai tháng ba lần.", "Cách mạng tháng Tám thành công.", "Hai bên ký thông tư số 12/2016.",
])
def test_durations_ages_codes_ordinals_and_scales_are_no_times(annotate: Annotate, text: str) -> None:
    assert found(annotate, text) == []


@pytest.mark.parametrize(("text", "value"), [
    ("Sáng nay, tỉnh họp.", "2025-12-12"), ("Hôm qua, tỉnh họp.", "2025-12-11"), ("Ngày mai, tỉnh họp.", "2025-12-13"),
    ("Năm ngoái, tỉnh họp.", "2024"), ("Cuối năm, tỉnh họp.", "2025"), ("Tháng trước, tỉnh họp.", "2025-11"),
    ("Tuần này, tỉnh họp.", "2025-12-08/2025-12-14"), ("Từ đầu năm đến nay, tỉnh họp.", "2025-01-01/2025-12-12"),
    ("9 tháng đầu năm, tỉnh họp.", "2025-01/2025-09"), ("Ngày 6/11, tỉnh họp.", "2025-11-06"),
    ("Ngày 15/1, tỉnh họp.", "2026-01-15"), ("Tỉnh dự kiến họp vào tháng 4.", "2026-04"), ("Tháng 4, họp.", "2025-04"),
    ("Quý II, tỉnh họp.", "2025-34"),
])
def test_relative_times_count_from_publication(annotate: Annotate, text: str, value: str) -> None:
    assert [v for _, v in found(annotate, text, "2025-12-12")] == [value]


def test_the_date_line_stands_for_a_missing_publication_date(annotate: Annotate) -> None:
    text = "Bình An họp kỳ đầu\nCập nhật lúc 09:45, Thứ Sáu, 28/11/2025 (GMT+7)\n\nSáng nay, tỉnh Bình An họp."
    assert found(annotate, text)[-1] == ("Sáng nay", "2025-11-28")


def test_without_any_anchor_the_year_stays_open_and_relative_days_unresolved(annotate: Annotate) -> None:
    assert found(annotate, "Ngày 15/8, tỉnh họp. Hôm qua, xã họp.") == [("Ngày 15/8", "XXXX-08-15"), ("Hôm qua", "")]


def test_a_bare_day_takes_the_year_of_a_near_full_date_but_not_of_a_birth(annotate: Annotate) -> None:
    assert found(annotate, "Ngày 24-1-2026, tỉnh họp. Sáng 28-1, xã họp.")[1][1] == "2026-01-28"
    assert found(annotate, "Ông An sinh ngày 3-10-1977. Ngày 28/10, xã họp.")[1][1] == "XXXX-10-28"


def test_the_same_day_is_the_day_written_last(annotate: Annotate) -> None:
    text = "Chiều 9/2, đoàn đến thăm. Trước đó, sáng cùng ngày, đoàn dâng hương. Buổi tối, đoàn về."
    assert found(annotate, text, "2026-02-10") == [
        ("Chiều 9/2", "2026-02-09"), ("sáng cùng ngày", "2026-02-09"), ("Buổi tối", "2026-02-09")]


def test_a_day_after_a_happening_counts_from_its_sentence(annotate: Annotate) -> None:
    text = "Sáng 28-1-2026, tỉnh mở hội nghị. Đại hội họp từ ngày 19 đến 23-1. Một ngày sau hội nghị, xã họp."
    assert found(annotate, text)[-1] == ("Một ngày sau hội nghị", "2026-01-29")


def test_today_takes_the_date_in_brackets_after_it(annotate: Annotate) -> None:
    text = "Chiều nay (23/1), tỉnh họp."
    assert found(annotate, text) == [("Chiều nay", "XXXX-01-23"), ("23/1", "XXXX-01-23")]


def test_times_in_a_list_share_the_year_that_is_written_last(annotate: Annotate) -> None:
    text = "Hoàn thành trong quý I, quý II năm 2026."
    assert found(annotate, text, "2025-11-12") == [("quý I", "2026-33"), ("quý II năm 2026", "2026-34")]


def test_parts_of_the_day_and_granularity_are_attributes(annotate: Annotate) -> None:
    (mention,) = annotate(page("Rạng sáng 27/11/2025, tỉnh họp."))
    assert (mention.get("daypart"), mention.get("granularity"), mention.get("edtf")) == ("morning", "day", "2025-11-27")
    (mention,) = annotate(page("Cuối năm 2025, tỉnh họp."))
    assert (mention.get("part"), mention.get("granularity")) == ("end", "year")


def test_times_never_overlap(annotate: Annotate) -> None:
    text = "Sáng ngày 10/6, ngày 20 và 21/11/2024, từ 4/4 đến 5/4, quý I/2025, tháng 3, 4/2024 và năm 2016-2017."
    spans = [(m.start, m.end) for m in annotate(page(text))]
    assert len(spans) >= 5
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_impossible_days_are_no_times(annotate: Annotate) -> None:
    assert found(annotate, "Tỷ số ngày 31/2/2024.") == []


def test_a_bare_date_prefers_the_past_unless_it_is_near_or_announced() -> None:
    assert year_near(Point(None, 6, 30), date(2025, 1, 10), forward=False) == 2024
    assert year_near(Point(None, 6, 30), date(2025, 1, 10), forward=True) == 2025
    assert year_near(Point(None, 2, 1), date(2025, 1, 10), forward=False) == 2025


def test_two_years_that_fit_are_none() -> None:
    assert year_beside(Point(None, 6, 1), (date(2024, 6, 2), date(2025, 6, 2))) is None


def test_an_interval_over_new_year_lends_the_earlier_year() -> None:
    assert interval(Point(None, 12, 15), Point(2026, 3, 16)) == "2025-12-15/2026-03-16"


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert week(date(2025, 12, 12), -1) == "2025-12-01/2025-12-07"


def test_how_long_before_or_after_is_a_time_at_the_beginning_of_a_sentence(annotate: Annotate) -> None:
    assert found(annotate, "Ông nhậm chức. Hai năm sau, ông nghỉ.") == [("Hai năm sau", "")]
    assert found(annotate, "Nhưng chỉ hai năm sau, ông nghỉ.") == []


def test_a_stage_of_months_is_named_with_its_word(annotate: Annotate) -> None:
    text = "Nhiệm vụ (giai đoạn tháng 1-2012 đến tháng 4-2015) đã xong."
    assert [quote for quote, _ in found(annotate, text)] == ["giai đoạn tháng 1-2012 đến tháng 4-2015"]


def test_a_count_of_years_belongs_to_the_years(annotate: Annotate) -> None:
    assert [quote for quote, _ in found(annotate, "Kế hoạch 5 năm 2016-2020 đã xong.")] == ["5 năm 2016-2020"]


def test_a_month_of_this_or_the_next_year_keeps_the_word_that_says_so(annotate: Annotate) -> None:
    assert [quote for quote, _ in found(annotate, "Dự án xong trong tháng 12 này.")] == ["tháng 12 này"]
    assert [quote for quote, _ in found(annotate, "Quý III tới sẽ mở.")] == ["Quý III tới"]
    assert [quote for quote, _ in found(annotate, "Từ tháng 3 tới tháng 5, dân gặt.")] == ["tháng 3 tới tháng 5"]
