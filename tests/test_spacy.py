"""spaCy sees our tokens and mentions."""

import pytest

from vnkg import knowledge, reading
from vnkg.annotate.spacy_door import SPANS, as_doc, blank
from vnkg.model import Article

TEXT = "Ngày 3/2/2025,  Tỉnh ủy Bình Định ban hành Kế hoạch số 12-KH/TU;\ntăng 5,93% ở TP. Quy Nhơn.\n"


@pytest.mark.parametrize("text", [TEXT, "", " ", "\n\n a", "Hội nghị\tlần thứ 3", "TP."])
def test_a_doc_keeps_every_character(text: str) -> None:
    assert blank().make_doc(text).text == text


def test_codes_dates_and_decimals_stay_whole() -> None:
    words = [token.text for token in blank().make_doc(TEXT)]
    assert {"12-KH/TU", "3/2/2025", "5,93%"} <= set(words)


def test_mentions_become_spans_with_their_type() -> None:
    annotation = reading.prepare(knowledge.load())(Article("a", TEXT))
    doc = as_doc(annotation)
    found = {(span.text, span.label_) for span in doc.spans[SPANS]}
    assert ("Kế hoạch số 12-KH/TU", "Document") in found
    assert ("Tỉnh ủy Bình Định", "Organization") in found
