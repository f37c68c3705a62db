"""Documents in sentences of our own; names, numbers and what is only a verb."""

from __future__ import annotations

import pytest

from told import tell
from vnkg.annotate import Annotator, documents, laid_out
from vnkg.annotate.words import Index
from vnkg.knowledge import load
from vnkg.model import Article, Mention
from vnkg.text import view


@pytest.fixture(scope="module")
def reader() -> Annotator:
    return documents.prepare(load())


def mentions(reader: Annotator, text: str) -> list[Mention]:
    seen = view(text)
    page = laid_out(Article("a", text), seen, Index())
    return sorted(reader(page), key=lambda m: (m.start, -m.end))


def found(reader: Annotator, text: str, kind: str = "name") -> list[str]:
    seen = view(text).text
    return [seen[m.start : m.end] for m in mentions(reader, text) if m.kind == kind]


@pytest.mark.parametrize(
    ("name", "kind", "number"),
    [
        ("Chỉ thị 45-CT/TW", "directive", "45-CT/TW"),
        ("Nghị quyết số 71-NQ/TW", "resolution", "71-NQ/TW"),
        ("Nghị định 168/2024/NĐ-CP", "decree", "168/2024/NĐ-CP"),
        ("Quyết định số 1234/QĐ-UBND", "decision", "1234/QĐ-UBND"),
        ("Kế hoạch số 945/KH-CAT-PX03", "plan", "945/KH-CAT-PX03"),
        ("Kết luận thanh tra số 12/KL-TTr", "conclusion", "12/KL-TTr"),
        ("Thông tư liên tịch số 01/2018/TTLT-BCA-BQP", "circular", "01/2018/TTLT-BCA-BQP"),
        ("Chương trình hành động số 05-CTr/TU", "programme", "05-CTr/TU"),
        ("Nghị quyết số 334/2017/UBTVQH14", "resolution", "334/2017/UBTVQH14"),
        ("Quy định số 102 - QĐ / TW", "regulation", "102 - QĐ / TW"),
        ("Nghị quyết 18", "resolution", "18"),
        ("Quy định số 47", "regulation", "47"),
    ],
)
def test_a_type_word_and_a_number_name_a_document(reader: Annotator, name: str, kind: str, number: str) -> None:
    text = f"Căn cứ {name} ngày 5/6/2024 của cấp trên, xã Hòa Sơn triển khai."
    [mention] = mentions(reader, text)
    assert view(text).text[mention.start : mention.end] == view(name).text
    assert (mention.get("kind"), mention.get("number")) == (kind, view(number).text)


def test_the_year_is_read_from_the_number_or_the_name(reader: Annotator) -> None:
    decree, law = mentions(reader, "Theo Nghị định 12/2023/NĐ-CP và Luật Đất đai năm 2013.")
    assert (decree.get("year"), law.get("year")) == ("2023", "2013")


def test_date_and_issuer_stay_outside(reader: Annotator) -> None:
    text = "Chỉ thị số 08-CT/TU ngày 2/3/2025 của Ban Thường vụ Tỉnh ủy Bình An về trồng rừng."
    assert found(reader, text) == ["Chỉ thị số 08-CT/TU"]


def test_a_list_under_one_type_word_gives_one_document_each(reader: Annotator) -> None:
    text = "Tỉnh quán triệt các Nghị quyết 66-NQ/TW, 68-NQ/TW và 71-NQ/TW."
    assert found(reader, text) == ["Nghị quyết 66-NQ/TW", "68-NQ/TW", "71-NQ/TW"]
    assert found(reader, "Thực hiện Nghị quyết số 18, 19 của Trung ương.") == ["Nghị quyết số 18", "19"]


def test_laws_end_where_their_title_ends(reader: Annotator) -> None:
    text = "Luật Phòng, chống ma tuý (sửa đổi), luật Bảo vệ môi trường dự kiến trình và Bộ luật Hình sự năm 2015."
    names = ["Luật Phòng, chống ma túy (sửa đổi)", "luật Bảo vệ môi trường", "Bộ luật Hình sự năm 2015"]
    assert found(reader, text) == names


def test_a_law_that_no_list_holds_is_known_by_its_capital(reader: Annotator) -> None:
    assert found(reader, "Quốc hội thảo luận Luật Mây trời Bình An được trình hôm qua.") == ["Luật Mây trời Bình An"]


def test_an_amending_law_holds_the_amended_one(reader: Annotator) -> None:
    text = "Ông nói về Luật sửa đổi, bổ sung một số điều của Luật Nhà ở."
    assert found(reader, text) == ["Luật sửa đổi, bổ sung một số điều của Luật Nhà ở", "Luật Nhà ở"]


def test_drafts_begin_with_the_word_for_draft(reader: Annotator) -> None:
    text = "Góp ý các dự thảo Văn kiện trình Đại hội XIV của Đảng, dự thảo Luật Dân số và dự án Luật Báo chí (sửa đổi)."
    names = ["dự thảo Văn kiện trình Đại hội XIV của Đảng", "dự thảo Luật Dân số", "dự án Luật Báo chí (sửa đổi)"]
    assert found(reader, text) == names


def test_a_resolution_is_named_by_its_congress_or_plenum(reader: Annotator) -> None:
    text = "Nghị quyết Trung ương 4 khóa XII, Nghị quyết Đại hội XIX và Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX."
    assert found(reader, text) == [
        "Nghị quyết Trung ương 4 khóa XII",
        "Nghị quyết Đại hội XIX",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX",
    ]


def test_a_subject_is_a_name_only_without_a_number(reader: Annotator) -> None:
    assert found(reader, "Hội đồng thông qua nghị quyết về bảo vệ rừng đầu nguồn, chiều 3/4.") == [
        "nghị quyết về bảo vệ rừng đầu nguồn"
    ]
    text = "Nghị quyết số 9-NQ/TU được ban hành. Hội nghị đã thông qua Nghị quyết về bảo vệ rừng đầu nguồn."
    assert found(reader, text) == ["Nghị quyết số 9-NQ/TU"]
    assert found(reader, text, "nominal") == ["Nghị quyết"]


def test_a_bare_type_word_refers_to_a_document_named_before(reader: Annotator) -> None:
    text = "Kế hoạch số 19-KH/TU vừa ra. Kế hoạch giao các xã trồng cây. Theo nghị quyết này thì không."
    assert found(reader, text, "nominal") == ["Kế hoạch"]


def test_a_demonstrative_belongs_to_the_reference(reader: Annotator) -> None:
    text = "Nghị định 100/2019/NĐ-CP có hiệu lực. Điều 5 của nghị định này nêu mức phạt."
    assert found(reader, text, "nominal") == ["nghị định này"]


def test_an_unnumbered_decision_is_known_by_its_issuer(reader: Annotator) -> None:
    assert found(reader, "Sáng nay, tỉnh công bố quyết định của Bộ Chính trị về cán bộ.", "nominal") == ["quyết định"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông bị kỷ luật vì vi phạm pháp luật và quy định.",
        "Bà quyết định nghỉ hưu theo kế hoạch, báo cáo 5 vụ việc với luật sư.",
        "Các nghị quyết, chỉ thị được phổ biến rộng rãi.",
        "Sở Kế hoạch và Đầu tư hướng dẫn 12 doanh nghiệp.",
    ],
)
def test_verbs_and_vague_plurals_are_no_documents(reader: Annotator, text: str) -> None:
    assert mentions(reader, text) == []




@pytest.mark.parametrize("name", [
    "nghị quyết quy định mức hỗ trợ học phí", "Nghị quyết về những nhiệm vụ, giải pháp chủ yếu năm 2017",
    "tờ trình dừng thu phí đường bộ đối với xe máy",
])
def test_what_is_adopted_is_named_by_its_subject(name: str) -> None:
    assert tell(f"HĐND tỉnh Hà Tĩnh thông qua {name}.").mentions("Document") == [name]


def test_a_title_that_is_adopted_now_is_another_document_than_the_one_cited_before() -> None:
    told = tell("Thực hiện Nghị quyết số 11-NQ/TW, hội nghị thông qua Nghị quyết về phát triển kinh tế biển.")
    assert told.groups("Document") == [["Nghị quyết số 11-NQ/TW"], ["Nghị quyết về phát triển kinh tế biển"]]


def test_two_type_words_behind_a_verb_of_issuing_are_one_document() -> None:
    assert tell("Văn phòng Chính phủ vừa có thông báo kết luận của Thủ tướng.").nominals("Document") == [
        "thông báo kết luận"]
    assert tell("Văn phòng UBND vừa thông báo kết luận của Chủ tịch.").nominals("Document") == ["kết luận"]


def test_the_constitution_needs_no_year() -> None:
    assert tell("Hiến pháp nêu rõ điều này.").mentions("Document") == ["Hiến pháp"]
    assert tell("Quyền này được quy định trong hiến pháp.").mentions("Document") == ["hiến pháp"]
    assert tell("Nước này cần một bản hiến pháp mới.").mentions("Document") == []


def test_regulations_of_an_issuer_in_general_are_no_document() -> None:
    told = tell("Ông ta vi phạm quy định của Đảng, pháp luật của Nhà nước.")
    assert not told.mentions("Document") and not told.nominals("Document")


def test_a_bare_number_makes_a_regulation_behind_a_verb_of_issuing() -> None:
    assert tell("Thành ủy cũng ban hành quy định 1374 về quy trình.").mentions("Document") == ["quy định 1374"]
    assert tell("Nơi đây quy định 1374 hộ phải dời đi.").mentions("Document") == []


def test_drafts_and_notices_with_their_issuer_are_documents_at_the_head_of_a_sentence_too() -> None:
    told = tell("Thông báo của Văn phòng Tỉnh ủy Hà Nam có ba trang. Sở bàn dự thảo kết luận của Ban Tổ chức Tỉnh ủy.")
    assert told.nominals("Document") == ["Thông báo", "dự thảo kết luận"]
    assert [body for _, body in told.pairs("issuedBy")] == [
        "Văn phòng Tỉnh ủy Hà Nam", "Ban Tổ chức Tỉnh ủy Hà Nam"]


@pytest.mark.parametrize("name", [
    "Luật Đầu tư công số 58/2024/QH15", "Chương trình kiểm tra, giám sát số 09-CTr/TU",
    "Biên bản làm việc số 05/BB-SNV",
])
def test_the_number_behind_a_title_belongs_to_the_name(name: str) -> None:
    assert tell(f"Theo {name}, việc này đã rõ.").mentions("Document") == [name]


@pytest.mark.parametrize(("text", "expected"), [
    ("Tỉnh triển khai đề án giải quyết việc làm.", ["đề án giải quyết việc làm"]),
    ("Đề án tăng thu nhập cho cán bộ xã đã xong.", ["Đề án tăng thu nhập cho cán bộ xã"]),
    ("Sở nêu đề án sắp xếp lại các chợ.", ["đề án sắp xếp lại các chợ"]),
    ("Sở nêu các đề án xây dựng cầu đường mới.", []),
    ("Sở nêu hai đề án xây dựng cầu đường mới.", []),
])
def test_a_scheme_is_named_by_what_it_is_to_do(reader: Annotator, text: str, expected: list[str]) -> None:
    assert found(reader, text) == expected


def test_a_congress_of_a_mass_organization_adopts_its_resolution_and_shares_no_issuer() -> None:
    told = tell("Học tập Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII và Nghị quyết số 5 của Quốc hội.")
    assert told.mentions("Document") == ["Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII", "Nghị quyết số 5"]
    assert told.pairs("issuedBy") == [("Nghị quyết số 5", "Quốc hội")]
    assert told.pairs("adoptedBy") == [
        ("Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII", "Đại hội Đoàn toàn quốc lần thứ XII")]


@pytest.mark.parametrize("title", [
    "Bản ghi nhớ về hợp tác phát triển cảng xanh và thương mại biên giới giai đoạn 2026 - 2030",
    "Bản ghi nhớ về xây dựng cửa khẩu thông minh", "Thỏa thuận về tăng cường hợp tác kinh tế - thương mại"])
def test_memoranda_are_named_by_their_subject(title: str) -> None:
    assert tell(f"Hai bên đã ký {title}.").mentions("Document") == [title]
