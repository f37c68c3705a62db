"""Visits and meetings that only a verb tells of, with a day beside it."""

from __future__ import annotations

import pytest

from told import tell


def test_a_dated_visit_is_an_event_with_its_visitor_time_and_place() -> None:
    told = tell("Ngày 5/9/2025, Chủ tịch Quốc hội Trần Văn Minh thăm chính thức Lào.")
    visit = "thăm chính thức Lào"
    assert told.nominals("Event") == [visit]
    assert told.pairs("participant") == [(visit, "Trần Văn Minh")]
    assert told.pairs("time") == [(visit, "Ngày 5/9/2025")]
    assert told.pairs("place") == [(visit, "Lào")]


@pytest.mark.parametrize("text", [
    "Chủ tịch Quốc hội Trần Văn Minh thường thăm Lào.",
    "Ngày 5/9/2025, nhiều du khách thăm Lào.",
])
def test_without_a_day_or_a_named_subject_a_verb_tells_of_no_event(text: str) -> None:
    assert tell(text).nominals("Event") == []


def test_a_meeting_that_a_noun_names_soon_after_is_told_once() -> None:
    met = "Ngày 5/9/2025, Chủ tịch Quốc hội Trần Văn Minh đã tiếp Đại sứ Lê Thị Lan."
    told = tell(f"{met} Tại buổi tiếp, hai bên trao đổi.")
    assert told.nominals("Event") == ["buổi tiếp"]


def test_a_visit_is_named_with_the_places_visited() -> None:
    told = tell("Thủ tướng Trần Văn Minh rời Hà Nội, bắt đầu chuyến thăm chính thức Đức và Hà Lan.")
    visit = "chuyến thăm chính thức Đức và Hà Lan"
    assert told.nominals("Event") == [visit]
    assert told.pairs("place") == [(visit, "Hà Lan"), (visit, "Đức")]
    assert told.pairs("participant") == [(visit, "Trần Văn Minh")]


def test_a_visit_without_a_place_is_known_by_its_visitor() -> None:
    assert tell("Hai bên bàn về chuyến thăm của Thủ tướng Trần Văn Minh.").nominals("Event") == ["chuyến thăm"]
    assert tell("Hai bên bàn về chuyến thăm.").nominals("Event") == []
