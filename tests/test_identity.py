"""What is the same thing in two articles, and what only seems to be: keys, scopes and the IRIs made of them."""

from __future__ import annotations

import pytest

from told import Told, tell
from vnkg.model import CORPUS, LOCAL
from vnkg.store import iris

BASE = "https://example.org/"


def iri(told: Told, words: str, type_: str = "") -> str:
    """The IRI of what some words of an article stand for."""
    annotation = told.annotation
    return iris.entities(BASE, annotation.article, annotation.entities)[told.entity(words, type_).id]


def two(first: str, second: str) -> tuple[Told, Told]:
    return tell(first, "article-1"), tell(second, "article-2")


def test_one_body_has_one_iri_in_all_articles_however_it_is_written() -> None:
    one, other = two("Sáng nay UBND tỉnh Hà Tĩnh họp.", "Hôm qua Uỷ ban nhân dân tỉnh Hà Tĩnh ra thông báo.")
    assert iri(one, "UBND tỉnh Hà Tĩnh") == iri(other, "Uỷ ban nhân dân tỉnh Hà Tĩnh")


def test_a_short_name_gets_the_iri_of_the_full_one() -> None:
    one, other = two("Tỉnh Hà Tĩnh vui. Tỉnh ủy họp.", "Bí thư Tỉnh ủy Hà Tĩnh phát biểu.")
    assert iri(one, "Tỉnh ủy") == iri(other, "Tỉnh ủy Hà Tĩnh")


def test_bodies_of_one_name_in_two_provinces_have_two_iris() -> None:
    one, other = two("Sở Y tế tỉnh Hà Tĩnh họp.", "Sở Y tế tỉnh Nghệ An họp.")
    assert iri(one, "Sở Y tế tỉnh Hà Tĩnh") != iri(other, "Sở Y tế tỉnh Nghệ An")


def test_a_body_that_no_place_tells_apart_lives_in_its_article() -> None:
    one, other = two("Sở Y tế họp.", "Sở Y tế họp.")
    assert one.entity("Sở Y tế").scope == other.entity("Sở Y tế").scope == LOCAL
    assert iri(one, "Sở Y tế") != iri(other, "Sở Y tế")


def test_the_congress_of_the_party_is_one_under_all_its_names() -> None:
    one, other = two("Đại hội XIV của Đảng sắp họp.", "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng khai mạc.")
    assert iri(one, "Đại hội XIV của Đảng") == iri(other, "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng")


def test_a_plenum_is_one_under_all_its_names() -> None:
    one, other = two("Hội nghị Trung ương 8 khóa XII bế mạc.",
                     "Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XII khai mạc.")
    assert iri(one, "Hội nghị Trung ương 8 khóa XII") == iri(
        other, "Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XII")


@pytest.mark.parametrize(("first", "second"), [
    ("Hội nghị Trung ương 8 khóa XI", "Hội nghị Trung ương 8 khóa XII"),
    ("Kỳ họp thứ 6 Quốc hội khóa XIV", "Kỳ họp thứ 6 Quốc hội khóa XV"),
    ("Đại hội XIII của Đảng", "Đại hội XIV của Đảng"),
])
def test_the_same_number_of_another_term_is_another_event(first: str, second: str) -> None:
    one, other = two(f"Theo {first}, cần làm ngay.", f"Theo {second}, cần làm ngay.")
    assert one.entity(first).scope == other.entity(second).scope == CORPUS
    assert iri(one, first) != iri(other, second)


@pytest.mark.parametrize("event", ["Hội nghị Trung ương 8", "Kỳ họp thứ 6 Quốc hội"])
def test_a_number_without_its_term_lives_in_its_article(event: str) -> None:
    one, other = two(f"{event} bế mạc.", f"{event} bế mạc.")
    assert iri(one, event) != iri(other, event)


@pytest.mark.parametrize("event", ["Lễ khai giảng", "Hội nghị tổng kết năm 2023"])
def test_events_without_a_number_never_merge(event: str) -> None:
    one, other = two(f"Sáng nay, {event} diễn ra tại Vinh.", f"Sáng nay, {event} diễn ra tại Vinh.")
    assert one.entity(event, "Event").scope == LOCAL
    assert iri(one, event, "Event") != iri(other, event, "Event")


PLAN = "Ban Thường vụ Tỉnh ủy Hà Tĩnh ban hành Kế hoạch số 12-KH/TU ngày 5/3/2024."


def test_a_document_is_number_issuer_and_year() -> None:
    one = tell(PLAN)
    assert one.entity("Kế hoạch số 12-KH/TU").key == (
        "Document|12-kh/tu|ban thường vụ tỉnh ủy @hà tĩnh|2024")


@pytest.mark.parametrize("other", [
    PLAN.replace("2024", "2025"), PLAN.replace("Hà Tĩnh", "Nghệ An"), PLAN.replace("12-KH", "13-KH"),
])
def test_another_year_issuer_or_number_makes_another_document(other: str) -> None:
    number = "Kế hoạch số 13-KH/TU" if "13-KH" in other else "Kế hoạch số 12-KH/TU"
    assert iri(tell(PLAN), "Kế hoạch số 12-KH/TU") != iri(tell(other), number)


def test_the_same_document_has_one_iri_however_it_is_cited() -> None:
    cited = tell("Theo Kế hoạch 12-KH/TU ngày 5/3/2024 của Ban Thường vụ Tỉnh ủy Hà Tĩnh, xã họp.", "cited")
    assert iri(tell(PLAN), "Kế hoạch số 12-KH/TU") == iri(cited, "Kế hoạch 12-KH/TU")


def test_a_number_without_issuer_lives_in_its_article() -> None:
    one, other = two("Theo Kế hoạch 12-KH/TU, xã họp.", "Theo Kế hoạch 12-KH/TU, xã họp.")
    assert iri(one, "Kế hoạch 12-KH/TU") != iri(other, "Kế hoạch 12-KH/TU")


def test_a_decree_is_told_by_its_number_alone() -> None:
    one, other = two("Theo Nghị định 15/2020/NĐ-CP, phải nộp phạt.", "Nghị định số 15/2020/NĐ-CP quy định rõ.")
    assert iri(one, "Nghị định 15/2020/NĐ-CP") == iri(other, "Nghị định số 15/2020/NĐ-CP")


def test_the_council_that_adopts_a_resolution_makes_it() -> None:
    one, other = two("HĐND tỉnh Hà Tĩnh thông qua Nghị quyết số 45/NQ-HĐND.",
                     "HĐND tỉnh Hà Tĩnh ban hành Nghị quyết số 45/NQ-HĐND.")
    assert iri(one, "Nghị quyết số 45/NQ-HĐND") == iri(other, "Nghị quyết số 45/NQ-HĐND")


def test_persons_with_posts_in_two_provinces_are_two() -> None:
    one, other = two("Chủ tịch UBND tỉnh Hà Tĩnh Trần Văn Minh họp.", "Bí thư Tỉnh ủy Nghệ An Trần Văn Minh họp.")
    assert iri(one, "Trần Văn Minh") != iri(other, "Trần Văn Minh")


def test_a_person_with_two_posts_of_one_province_is_one() -> None:
    one, other = two("Chủ tịch UBND tỉnh Hà Tĩnh Trần Văn Minh họp.", "Bí thư Tỉnh ủy Hà Tĩnh Trần Văn Minh họp.")
    assert iri(one, "Trần Văn Minh") == iri(other, "Trần Văn Minh")


def test_persons_without_a_post_never_merge() -> None:
    one, other = two("Ông Trần Văn Minh trồng rau.", "Ông Trần Văn Minh nuôi cá.")
    assert iri(one, "Trần Văn Minh") != iri(other, "Trần Văn Minh")


def test_communes_of_one_name_in_two_districts_are_two() -> None:
    one, other = two("Xã Xuân Lộc, huyện Can Lộc, có lễ hội.", "Xã Xuân Lộc, huyện Sông Cầu, có lễ hội.")
    assert iri(one, "Xã Xuân Lộc") != iri(other, "Xã Xuân Lộc")
    assert one.entity("Xã Xuân Lộc").scope == CORPUS


def test_provinces_are_one_with_and_without_their_head() -> None:
    one, other = two("Mưa lớn ở Hà Tĩnh.", "Mưa lớn ở tỉnh Hà Tĩnh.")
    assert iri(one, "Hà Tĩnh") == iri(other, "tỉnh Hà Tĩnh")


def test_a_full_date_is_one_day_and_a_date_without_year_stays_at_home() -> None:
    one, other = two("Ngày 5/3/2024, tỉnh họp. Ngày 8/9, xã họp.", "Ngày 5-3-2024, tỉnh nghỉ. Ngày 8/9, xã nghỉ.")
    assert iri(one, "Ngày 5/3/2024") == iri(other, "Ngày 5-3-2024")
    assert iri(one, "Ngày 8/9") != iri(other, "Ngày 8/9")
    assert one.entity("Ngày 8/9").scope == LOCAL


def test_figures_never_merge() -> None:
    one, other = two("Thu 500 tỷ đồng.", "Chi 500 tỷ đồng.")
    assert iri(one, "500 tỷ đồng") != iri(other, "500 tỷ đồng")


def test_keys_do_not_depend_on_what_was_read_before() -> None:
    texts = ["Tỉnh Hà Tĩnh vui. Tỉnh ủy họp.", "Tỉnh Nghệ An vui. Tỉnh ủy họp.", PLAN]
    forth = {text: tell(text).annotation for text in texts}
    back = {text: tell(text).annotation for text in reversed(texts)}
    assert forth == back


def test_every_entity_has_a_key_of_its_type() -> None:
    told = tell(f"{PLAN} Ông Minh đọc báo trên Facebook. Thu 500 tỷ đồng. Đại hội XIV của Đảng thành công.")
    assert {e.type for e in told.annotation.entities} >= {
        "Organization", "Document", "Person", "Channel", "Quantity", "Event", "Place", "TimeSpan"}
    for entity in told.annotation.entities:
        assert entity.key.startswith(f"{entity.type}|") and len(entity.key) > len(entity.type) + 1
        assert entity.scope in (CORPUS, LOCAL)
