"""Channels in sentences of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vnkg.annotate import Annotator, channels, laid_out
from vnkg.annotate.grammar import compiled
from vnkg.annotate.words import Index
from vnkg.errors import KnowledgeError
from vnkg.knowledge import load
from vnkg.model import Article, Mention
from vnkg.text import view


@pytest.fixture(scope="module")
def reader() -> Annotator:
    return channels.prepare(load())


def found(reader: Annotator, text: str, owner: str = "") -> list[str]:
    seen = view(text)
    start = seen.text.find(view(owner).text) if owner else -1
    marked = (Mention(start, start + len(owner), "Organization"),) if owner else ()
    page = replace(laid_out(Article("a", text), seen, Index()), mentions=marked)
    return [page.text[m.start : m.end] for m in sorted(reader(page), key=lambda m: m.start)]


def test_platforms_are_channels_in_any_case_of_letters(reader: Annotator) -> None:
    assert found(reader, "Tin đăng trên zalo, kênh YouTube và VTV1.") == ["zalo", "YouTube", "VTV1"]


def test_the_portal_of_services_needs_no_owner_unless_there_are_several(reader: Annotator) -> None:
    assert found(reader, "Nộp hồ sơ trên Cổng Dịch vụ công.") == ["Cổng Dịch vụ công"]
    assert found(reader, "Các cổng dịch vụ công đã mở.") == []


def test_a_portal_is_named_with_its_owner(reader: Annotator) -> None:
    assert found(reader, "Xem Cổng thông tin điện tử tỉnh.") == ["Cổng thông tin điện tử tỉnh"]
    text = "Bản tin của Cổng thông tin điện tử Hội Nhà vườn được đọc nhiều."
    assert found(reader, text, "Hội Nhà vườn") == ["Cổng thông tin điện tử Hội Nhà vườn"]


def test_a_portal_without_an_owner_is_no_mention(reader: Annotator) -> None:
    assert found(reader, "Các trang thông tin điện tử của địa phương đưa tin.") == []


def test_the_public_address_system_needs_no_owner(reader: Annotator) -> None:
    assert found(reader, "Xã phát tin trên hệ thống truyền thanh cơ sở.") == ["hệ thống truyền thanh cơ sở"]


def test_a_page_on_a_platform_is_the_platform(reader: Annotator) -> None:
    assert found(reader, "Fanpage Facebook của trường có 2.000 lượt xem.") == ["Facebook"]


def test_a_photo_credit_is_no_channel(reader: Annotator) -> None:
    assert found(reader, "Người dân vui mừng (Ảnh: Facebook).") == []


def test_a_pattern_that_refers_to_nothing_is_a_mistake_in_the_lexicon() -> None:
    with pytest.raises(KnowledgeError, match="unknown @nothing@"):
        compiled({"name": "@nothing@"}, "lexicon/test.toml")


def test_a_broadcaster_s_channel_may_be_called_by_its_place(reader: Annotator) -> None:
    assert found(reader, "Phiên họp được phát trên kênh DongNai TV, qua kênh phân phối.") == ["DongNai TV"]
