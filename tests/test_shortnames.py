"""Short forms that an article gives to its bodies, in sentences of our own."""

from __future__ import annotations

import pytest

from told import tell


def test_a_short_form_in_brackets_stands_for_the_body_from_then_on() -> None:
    told = tell("Liên đoàn Bóng đá Hà Tĩnh (LBĐH) họp. Theo LBĐH, giải sẽ hoãn.")
    assert told.groups("Organization") == [["Liên đoàn Bóng đá Hà Tĩnh", "LBĐH", "LBĐH"]]


def test_a_firm_is_also_called_by_the_foreign_words_that_end_its_name() -> None:
    told = tell("Công ty cổ phần tập đoàn Saobiz Group khởi công. Dự án của Saobiz Group dừng lại.")
    assert told.groups("Organization") == [["Công ty cổ phần tập đoàn Saobiz Group", "Saobiz Group"]]


@pytest.mark.parametrize("text", [
    "Sở Giáo dục và Đào tạo (GD & ĐT) họp.", "Sở Giao thông Vận tải (GTVT) họp.",
    "Công an tỉnh Hà Tĩnh (bên trái) họp.",
    "Hiệp định Thương mại tự do Việt Nam - EU (EVFTA) có hiệu lực.",
])
def test_the_short_form_of_a_field_or_of_something_else_is_no_body(text: str) -> None:
    told = tell(text)
    inside = text[text.index("(") + 1 : text.index(")")]
    assert inside not in told.mentions("Organization")


def test_a_bare_head_with_a_capital_stands_for_the_body_last_named_with_it() -> None:
    told = tell("Sở Y tế Hà Nam có 46 biên chế. Sở còn 29 hợp đồng. Cơ sở này nhỏ. Các Sở đã họp.")
    assert told.nominals("Organization") == ["Sở"]
    assert ("Sở Y tế Hà Nam", "29 hợp đồng") in told.pairs("quantity")


def test_this_agency_is_the_body_last_named() -> None:
    told = tell("Sở Y tế Hà Nam gửi báo cáo tới Công ty cổ phần Sao Mai. Doanh nghiệp này có 12 nhà máy.")
    assert ["Công ty cổ phần Sao Mai", "Doanh nghiệp này"] in told.groups("Organization")
    assert tell("Các đơn vị này chưa họp. Đơn vị này cũng vậy.").nominals("Organization") == []
