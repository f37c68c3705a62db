"""Looking words up: an index says what a scan would say, and literals are found wherever a word begins."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from vnkg.annotate import laid_out
from vnkg.annotate.literals import Literals
from vnkg.annotate.words import Index
from vnkg.model import Article
from vnkg.text import view

TABLES = (frozenset(("tỉnh", "hội")), frozenset(("hội", "nghị")), frozenset(("không",)))
NAMES = ("hội nghị", "hội nghị tỉnh", "tỉnh")
pages = st.lists(
    st.sampled_from(("hội", "nghị", "Tỉnh", "tỉnh", "xã", " ", " ", " ", "\n", ".", ",", "-", "7")), max_size=30
).map("".join)


@given(st.lists(pages, max_size=5))
def test_an_index_finds_what_a_scan_of_the_words_finds_on_every_page(texts: list[str]) -> None:
    index = Index()
    for text in texts:
        words = laid_out(Article("a", text), view(text), index).words
        for table in TABLES:
            assert words.among(table) == [i for i, word in enumerate(words.low) if word in table]


@given(pages)
def test_literals_are_those_of_a_scan_of_the_text_that_begin_a_word(text: str) -> None:
    page = laid_out(Article("a", text), view(text), Index())
    scanned = re.finditer(r"(?<![^\W_])(?:hội nghị tỉnh|hội nghị|tỉnh)(?!\w)", page.low)
    assert [found.span() for found in Literals(NAMES).find(page)] == [found.span() for found in scanned]


def test_a_literal_is_found_in_words_that_a_stop_joins() -> None:
    page = laid_out(Article("a", "Xong ở tỉnh.Hội nghị mở."), view("Xong ở tỉnh.Hội nghị mở."), Index())
    assert [found.group() for found in Literals(NAMES).find(page)] == ["tỉnh", "hội nghị"]
