"""Events in sentences of our own: how far a name goes, and what stands for an event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from told import tell
from vnkg.annotate import Annotator, events, laid_out
from vnkg.annotate.words import Index
from vnkg.knowledge import load
from vnkg.model import Article, Mention, Page
from vnkg.text import view


@pytest.fixture(scope="module")
def reader() -> Annotator:
    return events.prepare(load())


def page_of(text: str, **names: str) -> Page:
    """A page on which the given strings are mentions of the given types (`Organization="Đảng A;Đảng B"`)."""
    seen = view(text)
    known = [(kind, view(name).text) for kind, group in names.items() for name in group.split(";")]
    marked = tuple(Mention(seen.text.index(n), seen.text.index(n) + len(n), kind) for kind, n in known)
    return replace(laid_out(Article("a", text), seen, Index()), mentions=marked)


def found(reader: Annotator, text: str, kind: str = "name", **names: str) -> list[str]:
    page = page_of(text, **names)
    mentions = sorted(reader(page), key=lambda m: (m.start, -m.end))
    return [page.text[m.start : m.end] for m in mentions if m.kind == kind]


@pytest.mark.parametrize(
    ("name", "kind", "ordinal"),
    [
        ("Đại hội XIV của Đảng", "congress", "14"),
        ("Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", "congress", "14"),
        ("Đại hội Đảng toàn quốc lần thứ XIV", "congress", "14"),
        ("Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2025-2030", "congress", "20"),
        ("Hội nghị Trung ương 8 khóa XII", "conference", "8"),
        ("Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng khóa XII", "conference", "8"),
        ("kỳ họp thứ 6 Quốc hội khóa XIV", "session", "6"),
        ("Kỳ họp thứ mười", "session", "10"),
        ("Hội nghị lần thứ hai mươi lăm", "conference", "25"),
        ("Cuộc thi viết “Quê hương tôi” lần thứ II", "contest", "2"),
        ("Cuộc thi phim ngắn “Quê hương tôi”", "contest", ""),
        ("phong trào “Nhà nhà đọc sách”", "campaign", ""),
        ("đợt thi đua 50 ngày “Nhà nhà đọc sách”", "campaign", ""),
        ("Giải Cánh diều xanh lần thứ X", "award", "10"),
        ("Liên hoan Phim Bình An lần thứ V", "festival", "5"),
    ],
)
def test_an_ordinal_makes_a_name(reader: Annotator, name: str, kind: str, ordinal: str) -> None:
    page = page_of(f"Theo ông, {name} diễn ra vào mùa thu.")
    [mention] = [m for m in reader(page) if m.kind == "name"]
    assert page.text[mention.start : mention.end] == view(name).text
    assert (mention.get("kind"), mention.get("ordinal")) == (kind, ordinal)


def test_the_term_of_the_body_is_kept_apart_from_the_ordinal(reader: Annotator) -> None:
    [mention] = reader(page_of("Hội nghị Trung ương 4 (khóa XII) bế mạc."))
    assert (mention.get("ordinal"), mention.get("term")) == ("4", "12")


def test_bodies_inside_a_name_belong_to_it(reader: Annotator) -> None:
    text = "Sáng 5/8, Đại hội đại biểu Hội Nông dân tỉnh Bình An lần thứ I, nhiệm kỳ 2025 - 2030 khai mạc."
    assert found(reader, text, Organization="Hội Nông dân tỉnh Bình An") == [
        "Đại hội đại biểu Hội Nông dân tỉnh Bình An lần thứ I, nhiệm kỳ 2025 - 2030"
    ]


def test_the_two_parties_belong_to_the_name(reader: Annotator) -> None:
    text = "Tỉnh đăng cai Hội thảo lý luận lần thứ 3 giữa Đảng Sông và Đảng Núi với chủ đề “Rừng”."
    assert found(reader, text, Organization="Đảng Sông;Đảng Núi") == [
        "Hội thảo lý luận lần thứ 3 giữa Đảng Sông và Đảng Núi"
    ]


def test_the_owner_of_a_session_stays_outside(reader: Annotator) -> None:
    assert found(reader, "Toàn cảnh Kỳ họp thứ 8 của HĐND tỉnh.", Organization="HĐND tỉnh") == ["Kỳ họp thứ 8"]


def test_a_subject_runs_to_the_end_of_the_clause(reader: Annotator) -> None:
    text = "Huyện tổ chức Lễ ra quân thực hiện đợt cao điểm “Sạch sông”, có 200 người dự."
    assert found(reader, text) == [
        "Lễ ra quân thực hiện đợt cao điểm “Sạch sông”",
        "đợt cao điểm “Sạch sông”",
    ]
    assert found(reader, "Ông dự Hội nghị tổng kết công tác kiểm tra, giám sát năm 2024 diễn ra sáng 3/1.") == [
        "Hội nghị tổng kết công tác kiểm tra, giám sát năm 2024"
    ]


def test_a_person_after_the_head_is_no_part_of_the_name(reader: Annotator) -> None:
    assert found(reader, "Phát biểu tại Hội nghị Lê Văn Sơn nói.", Person="Lê Văn Sơn") == []


def test_elections_are_named_without_the_counter_word(reader: Annotator) -> None:
    text = "Cuộc bầu cử đại biểu Quốc hội khóa XVI diễn ra."
    assert found(reader, text) == ["bầu cử đại biểu Quốc hội khóa XVI"]


def test_a_second_ordinal_of_a_list_is_an_event_of_its_own(reader: Annotator) -> None:
    assert found(reader, "Tại kỳ họp thứ 3 và thứ 7, đại biểu chất vấn.") == ["kỳ họp thứ 3", "thứ 7"]


def test_a_bare_head_refers_to_the_event_or_follows_a_cue(reader: Annotator) -> None:
    text = "Xã tổ chức hội nghị. Hội nghị có 50 đại biểu. Hội nghị lần này bàn về lúa."
    assert found(reader, text, "nominal") == ["hội nghị", "Hội nghị", "Hội nghị lần này"]


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh xây Trung tâm Hội nghị, giải quyết các thủ tục và nghỉ lễ.",
        "Các hội nghị, hội thảo được tổ chức nhiều nơi.",
        "Đại hội đồng cổ đông bầu ban kiểm soát.",
    ],
)
def test_other_words_and_plurals_are_no_events(reader: Annotator, text: str) -> None:
    assert list(reader(page_of(text))) == []


def test_a_summit_may_stand_without_the_word_for_conference_and_is_not_read_twice(reader: Annotator) -> None:
    text = "Ông dự thượng đỉnh G7 mở rộng. Hội nghị Thượng đỉnh G20 bàn về thuế."
    page = page_of(text, Organization="G7;G20")
    assert [text[m.start : m.end] for m in reader(page)] == ["thượng đỉnh G7 mở rộng", "Hội nghị Thượng đỉnh G20"]


@pytest.mark.parametrize(("text", "name"), [
    ("Sở tổ chức hội nghị cung cấp thông tin định kỳ cho báo chí, ông Nam nói.",
     "hội nghị cung cấp thông tin định kỳ cho báo chí"),
    ("Tỉnh tổ chức hội nghị cán bộ chủ chốt cấp tỉnh về quy trình.", "hội nghị cán bộ chủ chốt cấp tỉnh"),
    ("HĐND khai mạc kỳ họp cuối cùng của nhiệm kỳ khóa 8.", "kỳ họp cuối cùng của nhiệm kỳ khóa 8"),
    ("Sáng 3/5, tại hội nghị triển khai kế hoạch năm 2021 - 2026 ngày 15/3, ông nói.",
     "hội nghị triển khai kế hoạch năm 2021 - 2026"),
])
def test_a_meeting_without_a_name_is_named_by_what_it_is_for(reader: Annotator, text: str, name: str) -> None:
    assert found(reader, text) == [name]


def test_what_a_known_meeting_does_is_no_part_of_its_name(reader: Annotator) -> None:
    assert found(reader, "Tỉnh tổ chức hội nghị. Kỳ họp lần này giới thiệu nhân sự.", "nominal") == [
        "hội nghị", "Kỳ họp lần này"]


def test_a_plenum_may_be_named_by_the_centre_alone(reader: Annotator) -> None:
    text = "Tại Hội nghị Trung ương hồi đầu tháng 10, ông bị cách chức."
    assert [text[m.start : m.end] for m in reader(page_of(text, Organization="Trung ương"))] == ["Hội nghị Trung ương"]


@pytest.mark.parametrize("name", [
    "kỳ thi THPT quốc gia năm 2018", "kỳ thi tuyển sinh đại học, cao đẳng quốc gia", "buổi họp báo quý 1/2017",
    "Đại hội Đảng khóa tới",
])
def test_exams_quarterly_press_conferences_and_congresses_to_come_are_names(reader: Annotator, name: str) -> None:
    assert found(reader, f"Ông nói tại {name}.") == [name]


def test_a_congress_is_named_by_its_number_and_place(reader: Annotator) -> None:
    text = "Đại hội XI của TP Hải Phòng họp."
    assert [text[m.start : m.end] for m in reader(page_of(text, Place="TP Hải Phòng"))] == [
        "Đại hội XI của TP Hải Phòng"]


@pytest.mark.parametrize("name", ["hội nghị quốc tế về khu tự do", "phiên họp về Đổi mới sáng tạo"])
def test_a_meeting_is_named_by_a_wide_subject_in_lower_case_too(reader: Annotator, name: str) -> None:
    assert found(reader, f"Ông phát biểu tại {name} ở Paris.") == [name]


def test_a_ranked_prize_is_no_event(reader: Annotator) -> None:
    assert found(reader, "Hai giải Ba thuộc về Bình Lục, giải A thuộc về Kim Bảng.") == []


@pytest.mark.parametrize("name", [
    "Hội nghị Lấy ý kiến của các chuyên gia về quy hoạch", "Hội nghị Tổng kết công tác hội",
    "vòng chung kết Hội thi “Em yêu biển” lần thứ II",
])
def test_a_subject_may_begin_with_a_capital(reader: Annotator, name: str) -> None:
    assert name in found(reader, f"{name} diễn ra ở Huế.")


@pytest.mark.parametrize("name", [
    "Hội nghị Bộ trưởng Năng lượng các nước tham gia Cấp cao Đông Á (EAS) lần thứ 9",
    "Hội nghị Chủ tịch Quốc hội các nước Á - Âu", "lễ hội kỷ niệm 100 năm chiến thắng Bạch Đằng",
    "cuộc kháng chiến chống quân Thanh", "Chiến thắng Điện Biên Phủ",
])
def test_meetings_of_groups_of_countries_and_victories_are_names(reader: Annotator, name: str) -> None:
    assert name in found(reader, f"Ông nói về {name}.")


def test_who_beats_a_team_makes_no_history(reader: Annotator) -> None:
    assert found(reader, "Đội Hà Nội chiến thắng đội Huế.") == []


def test_a_round_of_consultation_is_named_by_its_number(reader: Annotator) -> None:
    assert found(reader, "Ông bị loại ở vòng hiệp thương lần 3. Sau khi hiệp thương, hai bên nhất trí.") == [
        "vòng hiệp thương lần 3"]


@pytest.mark.parametrize("name", [
    "Đại hội đại biểu Phụ nữ lần thứ XV", "Đại hội đại biểu phụ nữ toàn quốc lần thứ XIV",
    "Đại hội thể dục thể thao lần thứ IX", "Ngày hội hữu nghị nhân dân vùng biên",
    "cuộc vận động sáng tác ca khúc về Hà Nam",
])
def test_congresses_of_groups_and_campaigns_are_named(reader: Annotator, name: str) -> None:
    assert found(reader, f"Tỉnh sẽ tổ chức {name}.") == [name]


def test_the_new_year_is_an_event_with_its_number_only(reader: Annotator) -> None:
    assert found(reader, "Mừng Tết Kỷ Hợi 2019, mừng Tết Nguyên đán Canh Tý.") == ["Tết Kỷ Hợi 2019"]


def test_a_conference_that_announces_is_named_by_what_it_announces(reader: Annotator) -> None:
    assert found(reader, "Tỉnh ủy tổ chức Hội nghị thông báo kết quả kiểm tra năm 2025.") == [
        "Hội nghị thông báo kết quả kiểm tra năm 2025"]


def test_a_movement_named_before_is_meant_by_its_bare_word(reader: Annotator) -> None:
    text = (
        "Huyện sơ kết phong trào “Nhà nhà đọc sách”. Phong trào được triển khai rộng. Các phong trào thi đua lan xa. "
        "Trong phong trào thể thao, xã đạt giải."
    )
    assert found(reader, text, "nominal") == ["Phong trào"]
    assert found(reader, "Sở dự lễ. Phong trào được triển khai rộng.", "nominal") == []


def test_verbs_in_a_row_belong_to_the_name_of_a_conference() -> None:
    text = "Tỉnh ủy tổ chức Hội nghị nghiên cứu, học tập, quán triệt và triển khai thực hiện Nghị quyết số 71-NQ/TW."
    assert tell(text).mentions("Event") == [
        "Hội nghị nghiên cứu, học tập, quán triệt và triển khai thực hiện Nghị quyết số 71-NQ/TW"]
