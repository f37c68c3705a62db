"""Tokens and sentences: what stays whole, where a sentence ends, and that nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnkg.annotate.tokens import columns, sentences, tokenize
from vnkg.text import view

writing = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.sampled_from("aĐảngTP.123/-–,:;?!…“”\"'()% \nQĐUBND"), max_size=80),
)


def cut(text: str) -> list[str]:
    seen = view(text)
    return [token.text for token in tokenize(seen.text, seen.low)]


def parted(text: str) -> list[str]:
    seen = view(text)
    return [seen.text[s.start : s.end] for s in sentences(seen.text, columns(seen.text, seen.low))]


@pytest.mark.parametrize("code", [
    "19-KH/TU", "45-CT/TW", "168/2024/NĐ-CP", "1234/QĐ-UBND", "18-NQ/TW", "12/NQ-HĐND", "05/2023/TT-BTC", "27/NQ-CP",
])
def test_the_number_of_a_document_is_one_token(code: str) -> None:
    assert code in cut(f"Theo văn bản {code} ngày 5/3.")


@pytest.mark.parametrize("date", ["5/3", "05/03/2024", "5-3-2024", "5.3.2024", "3/2024", "2020-2025"])
def test_a_date_is_one_token(date: str) -> None:
    assert date in cut(f"Họp ngày {date}, tại Vinh.")


@pytest.mark.parametrize("number", ["1,1", "200.000", "1.234.567,89", "12,5%", "55.342"])
def test_a_number_is_one_token(number: str) -> None:
    assert number in cut(f"Đạt {number} đồng.")


def test_a_full_stop_after_a_number_stays_outside() -> None:
    assert cut("Thu 200.000. Chi 5/3.") == ["Thu", "200.000", ".", "Chi", "5/3", "."]


def test_abbreviations_before_a_name_hold_their_full_stop() -> None:
    assert cut("TP. Vinh và PGS.TS Lan") == ["TP.", "Vinh", "và", "PGS.", "TS", "Lan"]


def test_a_term_in_roman_numerals_ends_its_sentence() -> None:
    assert cut("khóa XII. Hội nghị") == ["khóa", "XII", ".", "Hội", "nghị"]


def test_names_of_peoples_and_sites_stay_whole() -> None:
    assert cut("H'Hen Niê đọc vnexpress.net, R&D") == ["H'Hen", "Niê", "đọc", "vnexpress.net", ",", "R&D"]


def test_text_is_cut_at_syllables() -> None:
    assert cut("Ban Thường vụ Tỉnh uỷ họp…") == ["Ban", "Thường", "vụ", "Tỉnh", "ủy", "họp", "…"]


@given(writing)
def test_between_tokens_stands_only_white_space(text: str) -> None:
    seen = view(text)
    tokens = tokenize(seen.text, seen.low)
    assert all(seen.text[t.start : t.end] == t.text and seen.low[t.start : t.end] == t.low for t in tokens)
    bounds = [0, *(edge for t in tokens for edge in (t.start, t.end)), len(seen.text)]
    gaps = [seen.text[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    assert not "".join(gaps).strip()


@given(writing)
def test_every_token_lies_in_exactly_one_sentence(text: str) -> None:
    seen = view(text)
    tokens = tokenize(seen.text, seen.low)
    parts = sentences(seen.text, columns(seen.text, seen.low))
    assert [i for s in parts for i in range(s.first, s.last)] == list(range(len(tokens)))
    assert all((s.start, s.end) == (tokens[s.first].start, tokens[s.last - 1].end) for s in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert not any("\n" in seen.text[a.end : b.start] for s in parts for a, b in pairwise(tokens[s.first : s.last]))


@pytest.mark.parametrize(("text", "count"), [
    ("Tỉnh họp. Xã báo cáo.", 2),
    ("TP. Vinh họp. Xã báo cáo.", 2),
    ("GS.TS Lan và PGS. TS Minh dự.", 1),
    ("Thu 1.234,5 tỷ đồng trong năm 2024.", 1),
    ("Hội nghị khóa XII. Đại hội khóa XIII.", 2),
    ("Ông hỏi: “Vì sao?” Bà đáp.", 2),
    ("Ông nói: “Sẽ làm.” rồi ra về.", 1),
    ("Họp bàn nhiều việc... Tỉnh kết luận.", 2),
    ("Lúa, ngô, khoai… được mùa.", 1),
    ("Dòng một\nDòng hai", 2),
    ("Dòng một\r\n\r\nDòng hai", 2),
    ("Đi đâu? Về nhà! Nhanh lên.", 3),
    ("Xem tại vnexpress.net hôm nay.", 1),
    ("Đảng bộ xã mở Đại hội lần thứ I. Ông Minh dự.", 2),
    ("", 0),
    (" \n ", 0),
])
def test_sentences_end_where_a_reader_stops(text: str, count: int) -> None:
    assert len(parted(text)) == count, parted(text)


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert parted("Ông nói: “Phải làm ngay.” Bà đồng ý.") == ["Ông nói: “Phải làm ngay.”", "Bà đồng ý."]
