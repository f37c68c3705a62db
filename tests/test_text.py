"""Vietnamese writing: what the folded view unifies, and that it always leads back to the text that was printed."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnkg.text import fold, is_syllable, key, plain, roman, slug, view

NBSP, SOFT, ZERO, BOM = "\u00a0", "\u00ad", "\u200b", "\ufeff"
MARKS = "\u0300\u0301\u0309\u0303\u0323\u0302\u031b"
LETTERS = "aăâeêioôơuưyđAĐƯ bcghnpqtv.,-–—“” \n\r\t" + NBSP + SOFT + ZERO + BOM + "😀ǅẞİ" + MARKS
writing = st.text(alphabet=st.sampled_from(LETTERS), max_size=60)

# What a composed text may hold: no character that NFC replaces by others, and no parts of Korean syllables.
anything = st.text(
    st.characters().filter(lambda c: unicodedata.normalize("NFC", c) == c and not "\u1100" <= c <= "\u11ff"),
    max_size=40,
)


@pytest.mark.parametrize(
    ("new", "old"), [("uỷ", "ủy"), ("hoà", "hòa"), ("Thuý", "Thúy"), ("khoẻ", "khỏe"), ("HOÀ", "HÒA")]
)
def test_two_ways_to_place_a_tone_read_alike(new: str, old: str) -> None:
    assert view(new).text == view(old).text == old


@pytest.mark.parametrize("word", ["quý", "Quỳnh", "hoàn", "thuyền", "loại", "khoảng", "Huỳnh", "toán"])
def test_a_tone_that_has_one_place_stays(word: str) -> None:
    assert fold(word) == word


def test_dashes_spaces_and_look_alikes_are_one() -> None:
    assert view(f"2025{NBSP}–{NBSP}2030").text == "2025 - 2030"
    assert view("Ðà Nẵng, ðường").text == "Đà Nẵng, đường"


def test_clean_text_needs_no_map() -> None:
    assert view("Tỉnh ủy Hà Tĩnh – 2025").starts is None
    assert view("Tỉnh uỷ").source_span(0, 7) == (0, 7)


def test_decomposed_letters_lead_back_to_all_their_code_points() -> None:
    text = unicodedata.normalize("NFD", "Tỉnh ủy họp")
    seen = view(text)
    assert seen.text == "Tỉnh ủy họp"
    start, end = seen.source_span(5, 7)
    assert unicodedata.normalize("NFC", text[start:end]) == "ủy"


def test_characters_without_width_vanish_from_the_view_and_stay_in_the_text() -> None:
    text = f"{BOM}Hà{ZERO} Tĩ{SOFT}nh"
    seen = view(text)
    assert seen.text == "Hà Tĩnh"
    start, end = seen.source_span(0, 7)
    assert text[start:end] == text[1:]


def test_lower_case_keeps_the_length_even_of_letters_that_grow() -> None:
    seen = view("İstanbul ẞ HÀ")
    assert len(seen.low) == len(seen.text)
    assert seen.low.endswith("hà")


@given(st.one_of(writing, anything))
def test_every_piece_of_a_view_maps_into_the_text(text: str) -> None:
    seen = view(text)
    assert len(seen.low) == len(seen.text)
    spans = [seen.source_span(i, i + 1) for i in range(len(seen.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))
    assert all(seen.source_span(0, i + 1) == (spans[0][0], end) for i, (_, end) in enumerate(spans))


@given(st.one_of(writing, anything))
def test_a_view_folds_as_a_name_does(text: str) -> None:
    assert fold(view(text).text) == view(text).text
    if not any(unicodedata.combining(c) for c in unicodedata.normalize("NFC", text)):
        assert view(text).text == fold(text)


@given(writing)
def test_composed_text_without_strays_maps_to_itself(text: str) -> None:
    clean = unicodedata.normalize("NFC", text)
    if any(c in SOFT + ZERO + BOM for c in clean):
        return
    seen = view(clean)
    assert len(seen.text) == len(clean)
    assert all(seen.source_span(i, i + 1) == (i, i + 1) for i in range(len(clean)))


@given(st.text(alphabet=st.sampled_from("ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựĐđ ,.ABCxyz\n"), max_size=60))
def test_the_decomposed_twin_of_a_text_gives_the_same_view(text: str) -> None:
    assert view(unicodedata.normalize("NFD", text)).text == view(text).text


@given(st.one_of(writing, anything))
def test_a_slug_is_short_ascii_without_loose_hyphens(text: str) -> None:
    made = slug(text)
    assert made.isascii() and len(made) <= 60
    assert made == made.strip("-") and "--" not in made
    assert all(c.isalnum() or c == "-" for c in made) and made == made.lower()


@given(st.one_of(writing, anything))
def test_keys_are_stable(text: str) -> None:
    assert key(key(text)) == key(text)
    assert key(f"  {text}  ") == key(text)


def test_keys_compare_spellings_of_one_name() -> None:
    assert key("Tỉnh uỷ  Hà Tĩnh") == key("TỈNH ỦY HÀ TĨNH") == "tỉnh ủy hà tĩnh"
    assert key("nhiệm kỳ 2020 – 2025") == key("nhiệm kỳ 2020-2025")


def test_plain_text_is_what_a_search_box_compares() -> None:
    assert plain("Đặng Quốc Khánh") == "dang quoc khanh"
    assert plain(unicodedata.normalize("NFD", "Tỉnh uỷ")) == "tinh uy"


def test_a_slug_says_the_name() -> None:
    assert slug("Ban Thường vụ Tỉnh ủy Hà Tĩnh") == "ban-thuong-vu-tinh-uy-ha-tinh"
    assert slug("Chỉ thị 45-CT/TW") == "chi-thi-45-ct-tw"
    assert slug("…") == ""


@pytest.mark.parametrize(("numeral", "value"), [("I", 1), ("IV", 4), ("XIV", 14), ("XX", 20), ("XLIX", 49), ("C", 100)])
def test_roman_numerals_have_their_value(numeral: str, value: int) -> None:
    assert roman(numeral) == value


@pytest.mark.parametrize("word", ["", "xiv", "XIVa", "Tỉnh", "14", "M"])
def test_other_words_are_no_roman_numerals(word: str) -> None:
    assert roman(word) is None


@pytest.mark.parametrize("word", ["Nguyễn", "Khánh", "ương", "quyết", "nghiêng", "Ý", "Đặng"])
def test_vietnamese_words_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Trump", "Plaza", "Donald", "FPT", "xyz", ""])
def test_foreign_words_are_not(word: str) -> None:
    assert not is_syllable(word)
