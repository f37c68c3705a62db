"""English labels are composed from known parts, completely or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnkg import knowledge
from vnkg.link import english
from vnkg.model import Entity


@pytest.fixture(scope="module")
def label() -> Callable[[Entity], str]:
    return english.prepare(knowledge.load())


def entity(kind: str, name: str, **attributes: str) -> Entity:
    return Entity("e1", kind, name, (), attributes=tuple(sorted(attributes.items())))


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("Document", "Chỉ thị 45-CT/TW", "Directive 45-CT/TW"),
        ("Document", "Kế hoạch số 19-KH/TU", "Plan 19-KH/TU"),
        ("Document", "Nghị định 168/2024/NĐ-CP", "Decree 168/2024/NĐ-CP"),
        ("Document", "Luật Đất đai năm 2013", "2013 Land Law"),
        ("Event", "Hội nghị Trung ương 4 khóa XII", "4th Plenum of the 12th Party Central Committee"),
        ("Organization", "Bộ LĐ-TB&XH", "Ministry of Labour, Invalids and Social Affairs"),
        ("Organization", "UBND tỉnh Hà Tĩnh", "People's Committee of Hà Tĩnh Province"),
        ("Organization", "Tỉnh ủy Bình An", "Bình An Provincial Party Committee"),
        ("Organization", "Ban Thường vụ Tỉnh ủy Bình An", "Standing Board of the Bình An Provincial Party Committee"),
        ("Organization", "Sở Y tế Hà Nội", "Hà Nội Department of Health"),
        ("Organization", "Vụ Pháp chế, Bộ Công an", "Department of Legal Affairs of the Ministry of Public Security"),
        ("Position", "Bí thư Tỉnh ủy Hà Giang", "Secretary of the Hà Giang Provincial Party Committee"),
        ("Position", "Phó Chủ tịch UBND tỉnh An Lạc", "Vice Chairperson of the People's Committee of An Lạc Province"),
        ("Position", "Bộ trưởng Bộ Công an", "Minister of Public Security"),
        ("Position", "Tổng thống Mỹ", "President of the United States"),
        ("Event", "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", "14th National Congress of the Party"),
        ("Event", "kỳ họp thứ 6 Quốc hội khóa XIV", "6th Session of the 14th National Assembly"),
        ("Place", "xã Tiên Điền, huyện Nghi Xuân, Hà Tĩnh", "Tiên Điền Commune, Nghi Xuân District, Hà Tĩnh"),
        ("Place", "TP. HCM", "Hồ Chí Minh City"),
        ("Channel", "Cổng thông tin điện tử Tỉnh ủy", "Portal of the Provincial Party Committee"),
    ],
)
def test_a_name_of_known_parts_is_composed(
    label: Callable[[Entity], str], kind: str, name: str, expected: str
) -> None:
    assert label(entity(kind, name)) == expected


def test_a_workshop_between_two_parties_has_both_in_its_label(label: Callable[[Entity], str]) -> None:
    name = "Hội thảo Lý luận lần thứ 20 giữa Đảng Cộng sản Việt Nam và Đảng Cộng sản Trung Quốc"
    assert label(entity("Event", name)) == (
        "20th Theory Workshop between the Communist Party of Vietnam and the Communist Party of China"
    )


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Document", "Luật Nước mắm"),
        ("Organization", "Công ty Bình An"),
        ("Organization", "Trường Đại học Kinh Tế"),
        ("Organization", "Sở Giấc mơ Hà Nội"),
        ("Position", "Trưởng ấp 5A, xã Bình An"),
        ("Event", "Lễ hội hoa Bình An"),
        ("Person", "Nguyễn Văn An"),
        ("TimeSpan", "hôm qua"),
        ("Place", ""),
    ],
)
def test_an_unknown_part_leaves_no_label(label: Callable[[Entity], str], kind: str, name: str) -> None:
    assert label(entity(kind, name)) == ""


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"edtf": "2025-08-31"}, "31 August 2025"),
        ({"edtf": "2025-11"}, "November 2025"),
        ({"edtf": "2025-35"}, "third quarter of 2025"),
        ({"edtf": "2015/2020", "granularity": "term"}, "2015-2020 term"),
        ({"edtf": "2025-10-06", "daypart": "afternoon"}, "afternoon of 6 October 2025"),
        ({"edtf": "XXXX-01-15"}, "15 January"),
        ({"edtf": "2025-99"}, ""),
        ({}, ""),
    ],
)
def test_a_date_is_written_from_its_value(
    label: Callable[[Entity], str], attributes: dict[str, str], expected: str
) -> None:
    assert label(entity("TimeSpan", "x", **attributes)) == expected


def test_a_figure_has_a_label_only_when_its_unit_is_known(label: Callable[[Entity], str]) -> None:
    known = entity("Quantity", "x", amount="200000", unit="lượt tương tác", approximator="over")
    assert label(known) == "over 200,000 interactions"
    assert label(entity("Quantity", "x", amount="3", unit="con mèo")) == ""
    assert label(entity("Quantity", "x", amount="nhiều", unit="người")) == ""


def test_a_known_body_keeps_its_label_under_any_printed_name(label: Callable[[Entity], str]) -> None:
    body = entity("Organization", "Đảng ta", known="communist-party-of-vietnam")
    assert label(body) == "Communist Party of Vietnam"


def test_every_slot_of_the_grammar_can_be_filled() -> None:
    lexicon = knowledge.load().lexicon["english"]
    known = {*lexicon["words"], *lexicon["strip"], *(rule["is"] for rule in lexicon["rule"])}
    known |= {"body", "known", "country", "proper", "nth", "number", "code", "year", "years"}
    texts = [text for rule in lexicon["rule"] for text in (*rule["vi"], rule["en"])]
    slots = {match[2] for text in texts for match in english._SLOT.finditer(text)}
    assert slots <= known
