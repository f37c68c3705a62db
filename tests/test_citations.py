"""Documents: who issued them and when, whom they move, what they are about, carry out, amend, and who adopted them."""

from __future__ import annotations

import pytest

from vnkg import annotate, extract, knowledge, link
from vnkg.model import Article
from vnkg.text import view

KNOWLEDGE = knowledge.load()
ANNOTATE, LINK, EXTRACT = annotate.prepare(KNOWLEDGE), link.prepare(KNOWLEDGE), extract.prepare(KNOWLEDGE)


def facts(text: str, predicate: str) -> set[tuple[str, str]]:
    """(subject, object) of all statements of one predicate, by the names of the entities."""
    page = ANNOTATE(Article("a", text), view(text))
    entities = LINK(page)
    names = {entity.id: entity.name for entity in entities}
    return {(names[s.subject], names[s.object or ""]) for s in EXTRACT(page, entities) if s.predicate == predicate}


def test_date_and_issuer_stand_after_a_document() -> None:
    text = "Toàn tỉnh triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về khoa học, công nghệ."
    assert facts(text, "issuedBy") == {("Nghị quyết số 57-NQ/TW", "Bộ Chính trị")}
    assert facts(text, "issuedOn") == {("Nghị quyết số 57-NQ/TW", "ngày 22/12/2024")}


def test_a_date_after_a_comma_is_the_documents_only_before_its_issuer() -> None:
    text = (
        "Căn cứ Hướng dẫn số 218-HD/BTGDVTW của Ban Tuyên giáo và Dân vận Trung ương, ngày 24/1/2026, "
        "Tỉnh ủy Cao Bằng ban hành Kế hoạch số 58-KH/TU."
    )
    assert facts(text, "issuedOn") == {("Kế hoạch số 58-KH/TU", "ngày 24/1/2026")}
    assert facts(text, "basedOn") == {("Kế hoạch số 58-KH/TU", "Hướng dẫn số 218-HD/BTGDVTW")}


def test_who_announces_a_decision_did_not_issue_it() -> None:
    text = "Sáng 28/10, Tỉnh ủy Cao Bằng công bố quyết định của Ban Bí thư chuẩn y ông Lê Minh Hòa giữ chức Phó Bí thư."
    assert {issuer for _, issuer in facts(text, "issuedBy")} == {"Ban Bí thư"}
    assert facts(text, "appointedBy") == {("Lê Minh Hòa", "Ban Bí thư")}


def test_date_and_issuer_belong_to_the_document_that_a_name_ends_with() -> None:
    text = "Đại biểu góp ý dự thảo Nghị quyết sửa đổi, bổ sung Nghị quyết số 81/2014/QH13 ngày 21/11/2014 của Quốc hội."
    assert facts(text, "issuedBy") == {("Nghị quyết số 81/2014/QH13", "Quốc hội")}


def test_a_post_alone_is_no_issuer_but_the_named_holder_is() -> None:
    assert not facts("Thực hiện Chỉ thị số 17/CT-TTg của Thủ tướng Chính phủ.", "issuedBy")
    named = facts("Thực hiện Chỉ thị số 17/CT-TTg của Thủ tướng Lê Minh Hòa.", "issuedBy")
    assert named == {("Chỉ thị số 17/CT-TTg", "Lê Minh Hòa")}


def test_a_decision_is_about_everybody_whom_it_moves() -> None:
    text = (
        "Hội nghị công bố quyết định của Ban Bí thư chuẩn y ông Lê Minh Hòa, Phó Chủ tịch UBND tỉnh Cao Bằng, giữ chức "
        "Phó Bí thư Tỉnh ủy Cao Bằng và bà Trần Thu An tham gia Ban Thường vụ."
    )
    assert {person for _, person in facts(text, "about")} == {"Lê Minh Hòa", "Trần Thu An"}
    assert facts(text, "appointedBy") == {("Lê Minh Hòa", "Ban Bí thư"), ("Trần Thu An", "Ban Bí thư")}


def test_confirming_a_removal_does_not_make_the_signer_the_one_who_removed() -> None:
    text = (
        "Ông Nguyễn Văn Bình ký Quyết định số 25/QĐ-TTg phê chuẩn kết quả miễn nhiệm chức vụ Chủ tịch UBND tỉnh Cao "
        "Bằng đối với ông Lê Minh Hòa."
    )
    assert facts(text, "about") == {("Quyết định số 25/QĐ-TTg", "Lê Minh Hòa")}
    assert not facts(text, "dismissedBy")


def test_a_topic_belongs_to_the_last_document_of_a_list() -> None:
    text = (
        "Học tập Nghị quyết số 18-NQ/TW; Kế hoạch số 12-KH/TU về tổ chức Đại hội đại biểu Đảng bộ tỉnh lần thứ X."
    )
    assert {document for document, _ in facts(text, "about")} == {"Kế hoạch số 12-KH/TU"}


def test_only_the_nearest_body_dismisses() -> None:
    text = "Ủy ban Kiểm tra Trung ương đề nghị Ban Bí thư thi hành kỷ luật ông Lê Minh Hòa."
    assert "Ủy ban Kiểm tra Trung ương" not in {body for _, body in facts(text, "dismissedBy")}


def test_a_photographer_is_not_disciplined() -> None:
    text = "Ban Thường vụ Tỉnh ủy Cao Bằng họp xem xét thi hành kỷ luật đảng viên - Ảnh: LÊ MINH HÒA"
    assert not facts(text, "dismissedBy")


@pytest.mark.parametrize(("text", "amended"), [
    ("Nghị định số 24/2024/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 63/2014/NĐ-CP.",
     "Nghị định số 63/2014/NĐ-CP"),
    ("Nghị định số 24/2024/NĐ-CP có hiệu lực từ ngày 1/5 và thay thế Nghị định số 63/2014/NĐ-CP.",
     "Nghị định số 63/2014/NĐ-CP"),
])
def test_amending_and_replacing_are_found_along_the_clause(text: str, amended: str) -> None:
    assert facts(text, "amends") == {("Nghị định số 24/2024/NĐ-CP", amended)}


def test_details_of_a_law_are_based_on_it() -> None:
    text = "Nghị định số 24/2024/NĐ-CP của Chính phủ quy định chi tiết và hướng dẫn thi hành Luật Đấu thầu."
    assert facts(text, "basedOn") == {("Nghị định số 24/2024/NĐ-CP", "Luật Đấu thầu")}


def test_the_name_of_an_event_tells_who_issued_the_document_in_it() -> None:
    text = "Hội nghị sơ kết Chỉ thị số 12-CT/TU ngày 15/5/2016 của Tỉnh ủy Hà Tĩnh."
    assert facts(text, "issuedBy") == {("Chỉ thị số 12-CT/TU", "Tỉnh ủy Hà Tĩnh")}
    assert facts(text, "issuedOn") == {("Chỉ thị số 12-CT/TU", "ngày 15/5/2016")}


def test_documents_of_one_kind_in_a_list_share_their_issuer_and_under_one_head_their_day() -> None:
    text = "Ông công bố Quyết định số 21-QĐ/TU, 22-QĐ/TU và 23-QĐ/TU ngày 1/7/2025 của Tỉnh ủy Hà Tĩnh."
    assert facts(text, "issuedBy") == {
        ("Quyết định số 21-QĐ/TU", "Tỉnh ủy Hà Tĩnh"), ("22-QĐ/TU", "Tỉnh ủy Hà Tĩnh"), ("23-QĐ/TU", "Tỉnh ủy Hà Tĩnh")}
    assert len(facts(text, "issuedOn")) == 3
    text = "Tỉnh học Nghị quyết số 57-NQ/TW và Nghị quyết số 68-NQ/TW ngày 4/5/2025 của Bộ Chính trị."
    assert len(facts(text, "issuedBy")) == 2
    assert facts(text, "issuedOn") == {("Nghị quyết số 68-NQ/TW", "ngày 4/5/2025")}
    assert facts("Thực hiện Nghị quyết số 18-NQ/TW và Kết luận số 12-KL/TW của Bộ Chính trị.", "issuedBy") == {
        ("Kết luận số 12-KL/TW", "Bộ Chính trị")}


def test_two_bodies_may_issue_one_document_and_a_clause_may_begin_behind_them() -> None:
    text = "Thực hiện Kết luận số 12-KL/TW của Bộ Chính trị, Ban Bí thư, tỉnh Hà Tĩnh đã giảm 5 sở."
    assert facts(text, "issuedBy") == {("Kết luận số 12-KL/TW", "Bộ Chính trị"), ("Kết luận số 12-KL/TW", "Ban Bí thư")}
    assert facts(text, "quantity") == {("tỉnh Hà Tĩnh", "5 sở")}
