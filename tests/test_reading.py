"""Offsets and evenness of the whole reading: texts as they come, with marks, strays and line ends of every kind."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from told import Told, reader, tell
from vnkg.annotations import to_json
from vnkg.model import Article
from vnkg.text import fold

TEXT = (
    "Làm tốt công tác tuyên truyền ở Hà Tĩnh\n"
    "Sáng 5/3/2024, Ban Thường vụ Tỉnh ủy Hà Tĩnh ban hành Kế hoạch số 12-KH/TU về Đại hội Đảng bộ tỉnh lần thứ XX, "
    "nhiệm kỳ 2025 - 2030. Ông Trần Văn Thủy, Chủ tịch UBND tỉnh Hà Tĩnh, cho biết: “Đã có gần 600 văn bản.”\n"
    "Hội thảo Hòa bình lần thứ 3 với chủ đề “Sông và người” được đăng tải trên Facebook. Ảnh: Ngọc Linh\n"
)
VARIANTS: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "tones placed the newer way": lambda text: text.replace("ủy", "uỷ").replace("Hòa", "Hoà").replace("Thủy", "Thuỷ"),
    "zero-width spaces between syllables": lambda text: text.replace(" ", " \u200b"),
    "soft hyphens inside syllables": lambda text: text.replace("nh", "n\u00adh"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "en dashes": lambda text: text.replace(" - ", " – "),
    "emoji before what is said": lambda text: "🇻🇳 " + text.replace("truyền ở", "truyền 😀👍🏽 ở"),
    "an icelandic eth": lambda text: text.replace("Đ", "Ð"),
    "half of it decomposed": lambda text: unicodedata.normalize("NFD", text[:200]) + text[200:],
}


def quotes(told: Told) -> list[tuple[str, str, str]]:
    """Type, kind and folded words of all mentions, in text order."""
    found = [(m.start, -m.end, e.type, m.kind, fold(told.quote(m)))
             for e in told.annotation.entities for m in e.mentions]
    return [(type_, kind, " ".join(words.split())) for _, _, type_, kind, words in sorted(found)]


def facts(told: Told) -> list[tuple[str, ...]]:
    """Statements with folded names and evidence."""
    found = [(*told.fact(s), s.status, told.text[s.evidence.start : s.evidence.end])
             for s in told.annotation.statements]
    return sorted(tuple(" ".join(fold(part).split()) for part in fact) for fact in found)


def test_the_text_of_the_variants_says_something() -> None:
    told = tell(TEXT)
    assert {e.type for e in told.annotation.entities} == {
        "Organization", "Person", "Place", "Document", "Event", "TimeSpan", "Position", "Quantity", "Channel"}
    assert {p for _, p, _ in told.facts()} >= {"issuedBy", "ordinal", "theme", "holds", "said", "positionIn"}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_same_words_are_recognized_however_the_text_is_written(name: str) -> None:
    plain, told = tell(TEXT), tell(VARIANTS[name](TEXT))
    assert quotes(told) == quotes(plain)
    assert facts(told) == facts(plain)


@pytest.mark.parametrize("name", VARIANTS)
def test_names_are_written_in_one_way_whatever_the_text_does(name: str) -> None:
    names = [e.name for e in tell(VARIANTS[name](TEXT)).annotation.entities]
    assert all(unicodedata.is_normalized("NFC", found) and "\u200b" not in found for found in names)
    assert sorted(names) == sorted(e.name for e in tell(TEXT).annotation.entities)


def test_offsets_count_code_points_and_not_bytes_or_utf16() -> None:
    told = tell("😀😀 Tỉnh ủy Hà Tĩnh họp.")
    mention = told.entity("Tỉnh ủy Hà Tĩnh").mentions[0]
    assert (mention.start, mention.end) == (3, 18)


def test_offsets_of_decomposed_text_take_in_the_last_mark() -> None:
    text = unicodedata.normalize("NFD", "Ở Huế, ông Trần Văn Mỹ dự họp.")
    told = tell(text)
    assert [unicodedata.normalize("NFC", quote) for quote in told.mentions("Person")] == ["Trần Văn Mỹ"]


def test_the_article_comes_back_as_it_was_given() -> None:
    article = Article("x", VARIANTS["decomposed"](TEXT) + " \r\n", "Tựa", "2024-03-06", "Báo", "https://example.org")
    assert reader()(article).article == article


def test_reading_twice_gives_equal_annotations_and_equal_bytes() -> None:
    first, other, again = tell(TEXT), tell("Tỉnh Nghệ An họp. Tỉnh ủy kết luận."), tell(TEXT)
    assert first.annotation == again.annotation
    assert to_json(first.annotation) == to_json(again.annotation)
    assert other.annotation != first.annotation


NOTHING = ["", " ", "\n\n", "\u200b", "\ufeff", "😀", ".", "12", "Đ", "\x00", "“”", "()", "- - -"]


@pytest.mark.parametrize("text", NOTHING)
def test_an_article_that_says_nothing_is_read_as_nothing(text: str) -> None:
    told = tell(text)
    assert told.annotation.entities == () and told.annotation.statements == ()


WORDS = st.sampled_from([
    "Tỉnh ủy", "Hà Tĩnh", "ông", "Trần Văn Minh", "Bí thư", "UBND", "tỉnh", "ngày", "5/3/2024", "ban hành",
    "Kế hoạch", "số", "12-KH/TU", "Đại hội", "lần thứ", "XIV", "của", "Đảng", "Hội thảo", "với", "chủ đề", "“", "”",
    ",", ".", ":", "và", "cho biết", "gần", "600", "văn bản", "nguyên", "từng", "không", "sẽ", "trên", "Facebook",
    "Ảnh:", "\n", "\r\n", "(", ")", "-", "–", "TTXVN", "khóa", "nhiệm kỳ", "2025-2030", "các", "Sở Y tế", "Công an",
    "phường", "TP.", "1", "Q.", "Trump", "de", "bị", "được", "tại", "dự", "trong khuôn khổ", "Uỷ ban", "\u200b",
    "\u00a0", "\u0301", "😀", "năm", "Nghị quyết", "Luật Đất đai", "hôm qua", "sáng", "theo", "đồng chí", ";", "…",
    "phát biểu", "bổ nhiệm", "làm",
])
SENTENCES = st.lists(WORDS, max_size=40).map(" ".join)


@settings(max_examples=250, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(SENTENCES, SENTENCES.map(lambda text: unicodedata.normalize("NFD", text)), st.text(max_size=80)))
def test_any_text_is_read_with_offsets_inside_it(text: str) -> None:
    told = tell(text)
    length = len(text)
    known = {e.id for e in told.annotation.entities}
    for entity in told.annotation.entities:
        assert entity.mentions and entity.name.strip() and entity.key
        assert all(0 <= m.start < m.end <= length for m in entity.mentions)
    for statement in told.annotation.statements:
        assert 0 <= statement.evidence.start < statement.evidence.end <= length
        assert statement.subject in known and (statement.object is None or statement.object in known)
        assert (statement.object is None) != (statement.value is None)
        assert statement.subject != statement.object


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SENTENCES)
def test_decomposed_text_is_read_like_its_composed_twin(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert quotes(tell(unicodedata.normalize("NFD", composed))) == quotes(tell(composed))


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "quality").glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_that_is_cut_off_anywhere_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for end in range(1, len(text), 3):
        part = text[max(0, end - 90) : end]
        assert tell(part).annotation.article.text == part
