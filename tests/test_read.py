"""What reading promises: text kept exactly, dates and titles found, every fault an error that says what to do."""

from __future__ import annotations

import gzip
import json
import os
import random
import sys
import tomllib
import unicodedata
from collections.abc import Iterable
from importlib import metadata
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from vnkg import plugins
from vnkg.errors import ArticleError, PluginError
from vnkg.knowledge import home
from vnkg.model import Article
from vnkg.read import Source, count, formats, read, read_source, sources
from vnkg.read._dateline import as_date, dateline, line_date

TEXT = (
    "Tỉnh Bình An công bố kế hoạch mới\n"
    "Thứ Tư, 12/11/2025 | 08:00\n\n"
    "(NBO) - Sáng 12/11, Ủy ban nhân dân tỉnh Bình An tổ chức hội nghị triển khai Kế hoạch số 19-KH/TU. "
    "Đồng chí Nguyễn Văn Bình, Bí thư Tỉnh ủy, chủ trì hội nghị và phát biểu chỉ đạo về những việc cần làm ngay.\n"
)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def one(path: Path, **options: object) -> Article:
    (item,) = read([path], **options)  # type: ignore[arg-type]
    assert isinstance(item, Article), item
    return item


def error(path: Path, **options: object) -> ArticleError:
    (item,) = read([path], **options)  # type: ignore[arg-type]
    assert isinstance(item, ArticleError), item
    return item


def ids(items: Iterable[Article | ArticleError]) -> list[str]:
    return [item.id for item in items if isinstance(item, Article)]


# Plain text


def test_a_text_file_gives_its_text_title_and_date(tmp_path: Path) -> None:
    article = one(write(tmp_path / "tin-1.txt", TEXT))
    assert article == Article("tin-1", TEXT, "Tỉnh Bình An công bố kế hoạch mới", "2025-11-12")


@pytest.mark.parametrize("text", [
    TEXT.replace("\n", "\r\n"),
    unicodedata.normalize("NFD", TEXT),
    "Tin\u200b Bình\u00a0An \U0001f600\x0b\n  hai  dấu cách \n\n\n",
    "Một dòng\rhai dòng\u2028ba dòng\x85bốn",
])
def test_a_text_is_kept_character_by_character(tmp_path: Path, text: str) -> None:
    assert one(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_give_the_same_text_without_a_mark(tmp_path: Path, encoding: str) -> None:
    assert one(write(tmp_path / "a.txt", TEXT.encode(encoding))).text == TEXT


def test_windows_1258_is_read_with_its_combining_tones(tmp_path: Path) -> None:
    data = "".join(map(_windows_1258_form, TEXT)).encode("cp1258")
    text = one(write(tmp_path / "a.txt", data)).text
    assert text != TEXT
    assert unicodedata.normalize("NFC", text) == TEXT


def _windows_1258_form(letter: str) -> str:
    """A base letter of the code page and its tone as a combining mark."""
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "")) + tone if tone else letter


@pytest.mark.parametrize("name", ["tcvn3", "viscii"])
def test_one_byte_legacy_encodings_are_recognised(tmp_path: Path, name: str) -> None:
    text = TEXT.replace("Ủy", "ủy")  # TCVN3 has no capitals with tones
    table = tomllib.loads((home() / "encodings.toml").read_text("utf-8"))["single"][name]["high"]
    codes = {character: 256 - len(table) + i for i, character in enumerate(table)}
    assert one(write(tmp_path / "a.txt", bytes(codes.get(c, ord(c) % 256) for c in text))).text == text


def test_vni_is_recognised(tmp_path: Path) -> None:
    data = "UÛy ban nhaân daân tænh Bình An toå chöùc hoäi nghò trieån khai keá hoaïch, ñaïi bieåu döï ñoâng ñuû"
    text = one(write(tmp_path / "a.txt", data.encode("cp1252"))).text
    assert text == "Ủy ban nhân dân tỉnh Bình An tổ chức hội nghị triển khai kế hoạch, đại biểu dự đông đủ"


def test_other_encodings_are_refused_rather_than_guessed(tmp_path: Path) -> None:
    problem = error(write(tmp_path / "a.txt", "Élection à Köln: les députés réunis à l'école".encode("latin-1")))
    assert "byte 0 (0xc9)" in problem.problem
    assert "iconv" in problem.mend


def test_broken_utf8_names_the_byte(tmp_path: Path) -> None:
    data = TEXT.encode()[:40] + b"\xff" + TEXT.encode()[40:]
    problem = error(write(tmp_path / "a.txt", data))
    assert "broken UTF-8 at byte 40 (0xff)" in problem.problem
    assert problem.where == str(tmp_path / "a.txt")
    assert "UTF-8" in problem.mend


@pytest.mark.parametrize("data", [
    b"\x7fELF\x00\x01\x02\x00\xff\xfe" * 20,
    b"PK\x03\x04 \x01\x02\x03\x04\x05\x06 plain ascii controls",
    random.Random(1).randbytes(5000),
    b"tin \x00 moi",
])
def test_binary_files_are_refused(tmp_path: Path, data: bytes) -> None:
    assert "binary" in error(write(tmp_path / "a.txt", data)).problem


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", "\u00a0\u200b\n".encode()])
def test_empty_and_blank_files_are_refused(tmp_path: Path, data: bytes) -> None:
    problem = error(write(tmp_path / "a.txt", data)).problem
    assert "empty" in problem or "no text" in problem


def test_a_file_above_the_limit_is_refused_with_advice(tmp_path: Path) -> None:
    problem = error(write(tmp_path / "a.txt", TEXT * 10), max_bytes=1000)
    assert "1,000" in problem.problem
    assert "split it" in problem.mend


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_reported(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert "ermission" in error(path).problem


def test_a_file_that_vanished_is_reported(tmp_path: Path) -> None:
    (source,) = sources([write(tmp_path / "a.txt", TEXT)])
    (tmp_path / "a.txt").unlink()
    assert isinstance(source, Source)
    (item,) = read_source(source)
    assert isinstance(item, ArticleError)
    assert "No such file" in item.problem


# Titles and dates


@pytest.mark.parametrize("text", [
    "Đây là câu đầu của bài, có dấu chấm.\nCâu sau.",
    "Kính gửi:\nỦy ban nhân dân xã",
    "Một đoạn dài không xuống dòng " * 20,
])
def test_a_first_line_that_is_no_headline_is_no_title(tmp_path: Path, text: str) -> None:
    assert one(write(tmp_path / "a.txt", text)).title is None


def test_a_dateline_above_the_headline_is_not_the_title(tmp_path: Path) -> None:
    article = one(write(tmp_path / "a.txt", "12/11/2025 08:00\n\nBình An đón khách\nHôm nay tỉnh đón khách."))
    assert (article.title, article.published) == ("Bình An đón khách", "2025-11-12")


@pytest.mark.parametrize("line", [
    "Thứ Hai, 12/11/2025 | 08:00",
    "thứ tư, ngày 12/11/2025 - 18h40",
    "Ngày đăng: 12-11-2025",
    "Cập nhật 12/11/2025 08:00",
    "Cập nhật lúc 09:45, Thứ Sáu, 12/11/2025 (GMT+7)",
    "(NBO) 12/11/2025",
    "12.11.2025",
    "2025-11-12 08:00:15",
    "Chủ nhật, ngày 12 tháng 11 năm 2025, 8 giờ 30 phút",
    "Đăng ngày 12/11/2025 - Cập nhật: 13/11/2025",
    unicodedata.normalize("NFD", "Thứ bảy, 12/11/2025"),
])
def test_a_dateline_gives_its_date(line: str) -> None:
    assert line_date(line) == "2025-11-12"


@pytest.mark.parametrize("line", [
    "Hội nghị ngày 12/11/2025",
    "Nghị định có hiệu lực từ 12/11/2025.",
    "Từ 12/11/2025",
    "12/11/2025 - 15/11/2025",
    "31/02/2025",
    "12/11",
    "112/11/2025",
    "19/2025/QĐ-UBND",
    "Ảnh chụp sáng 12-11-2025",
    "12/11/2025 " * 30,
])
def test_a_date_among_other_words_is_no_dateline(line: str) -> None:
    assert line_date(line) is None


def test_a_dateline_is_sought_in_first_and_last_lines_only() -> None:
    sentences = ["Một câu của bài."] * 10
    assert dateline("\n\n".join([*sentences, "Cập nhật 12/11/2025"])) == "2025-11-12"
    assert dateline("\n".join([*sentences, "12/11/2025", *sentences])) is None


@pytest.mark.parametrize("value", [
    "2025-11-12", "2025-11-12T08:00:00+07:00", "2025-11-12T23:30:00Z", "12/11/2025", "12-11-2025 08:00", "20251112",
    "2025/11/12", "Wed, 12 Nov 2025 08:00:00 +0700", "Thứ Tư, ngày 12 tháng 11 năm 2025",
])
def test_metadata_dates_become_iso_dates(value: str) -> None:
    assert as_date(value) == "2025-11-12"


@pytest.mark.parametrize("value", ["", "2025", "hôm qua", "11/25/2025", "0000-00-00", "1762909200", "12/11/25"])
def test_what_is_no_date_gives_none(value: str) -> None:
    assert as_date(value) is None


# HTML

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} - Báo Bình An</title>{head}
<script>var evil = "1/1/2001";</script></head><body><nav><a href="/">Trang chủ</a></nav>
<article><h1>{title}</h1>{under}<p>{first}</p><p>{second}<script>alert("tấn công")</script></p></article>
<footer>Giấy phép số 1 ngày 02/03/2004</footer></body></html>"""
FIRST = ("Sáng 10/11/2025, Ủy ban nhân dân tỉnh Bình An tổ chức hội nghị triển khai kế hoạch phát triển du lịch "
         "giai đoạn 2025-2030 với sự tham gia của nhiều sở, ngành và địa phương trong tỉnh.")
SECOND = ("Phát biểu tại hội nghị, đồng chí Nguyễn Văn Bình đề nghị các đơn vị phối hợp chặt chẽ, bảo đảm tiến độ, "
          "chất lượng và hiệu quả của từng nhiệm vụ được giao.")
META = '<meta property="article:published_time" content="2025-11-12T08:00:00+07:00">'
JSON_LD = ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-11-12T08:00:00+07:00"}'
           "</script>")


def page(head: str = "", under: str = "", title: str = "Bình An phát triển du lịch") -> str:
    return PAGE.format(title=title, head=head, under=under, first=FIRST, second=SECOND)


def test_a_page_gives_headline_text_and_metadata(tmp_path: Path) -> None:
    head = META + (
        '<meta property="og:site_name" content="Báo Bình An"><link rel="canonical" href="https://example.org/tin-1.html">'
        '<meta property="og:title" content="Bình An phát triển du lịch">'
    )
    article = one(write(tmp_path / "tin-1.html", page(head)))
    assert (article.id, article.title, article.published) == ("tin-1", "Bình An phát triển du lịch", "2025-11-12")
    assert (article.source, article.url) == ("Báo Bình An", "https://example.org/tin-1.html")
    assert article.text.startswith("Bình An phát triển du lịch\n")
    assert FIRST in article.text
    assert SECOND in article.text


@pytest.mark.parametrize(("head", "under"), [
    (META, ""),
    (JSON_LD, ""),
    ('<meta name="pubdate" content="12/11/2025 08:00">', ""),
    ("", '<time datetime="2025-11-12T08:00">hôm nay</time>'),
    ("", "<div><span>Thứ Tư, 12/11/2025 | 08:00</span></div>"),
])
def test_a_page_is_dated_by_metadata_or_dateline(tmp_path: Path, head: str, under: str) -> None:
    assert one(write(tmp_path / "a.html", page(head, under))).published == "2025-11-12"


def test_a_date_in_a_sentence_or_script_never_dates_a_page(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.html", page())).published is None


def test_no_script_reaches_title_or_text(tmp_path: Path) -> None:
    article = one(write(tmp_path / "a.html", page(title="<script>alert(1)</script>Bình An &lt;mới&gt;")))
    assert "alert" not in article.text + str(article.title)
    assert "tấn công" not in article.text
    assert "evil" not in article.text


@pytest.mark.parametrize("lead", [
    '<h2 class="sapo">{}</h2>', '<div class="sapo"><b>{}</b></div>', "<div><p>{}</p></div>",
])
def test_the_lead_between_headline_and_text_is_kept(tmp_path: Path, lead: str) -> None:
    words = "(NBO) - Ban Thường vụ Tỉnh ủy Bình An vừa ban hành Kế hoạch số 12-KH/TU về phát triển du lịch."
    related = '<div><a href="/2">Bình An đón hơn một triệu lượt khách trong sáu tháng đầu năm nay</a></div>'
    under = f"<div>12/11/2025</div>{lead.format(words)}{related}"
    body = f'<div class="content"><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST[::-1]}</p></div>'
    html = f"<html><body><div><h1>Bình An phát triển du lịch</h1>{under}{body}</div></body></html>"
    text = one(write(tmp_path / "a.html", html)).text
    assert text.startswith(f"Bình An phát triển du lịch\n\n{words}\n{FIRST}\n")
    assert text.count(words) == 1
    assert "triệu lượt khách" not in text


@pytest.mark.parametrize(("encoding", "declared"), [
    ("utf-16", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-8", "no-such"), ("utf-16-le", "utf-16"),
])
def test_a_page_is_read_in_its_encoding(tmp_path: Path, encoding: str, declared: str) -> None:
    html = page(META).replace('charset="utf-8"', f'charset="{declared}"')
    assert FIRST in one(write(tmp_path / "a.htm", html.encode(encoding))).text


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<html><script>1</script></html>", "   "])
def test_a_page_without_an_article_is_reported(tmp_path: Path, html: str) -> None:
    assert "no " in error(write(tmp_path / "a.html", html)).problem


# JSON lines


def line(**record: object) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz"])
def test_each_line_gives_an_article(tmp_path: Path, suffix: str) -> None:
    full = line(id="x1", title="Tin", text=TEXT, published="2025-11-12T08:00:00+07:00", source="Báo",
                url="https://e.org/")
    data = (full + "\n" + line(id=7, text="Câu khác.\u2028Vẫn dòng ấy.") + line(text="Câu nữa.")).encode()
    path = write(tmp_path / f"tin{suffix}", gzip.compress(data) if suffix.endswith("gz") else data)
    items = list(read([path]))
    assert items == [
        Article("x1", TEXT, "Tin", "2025-11-12", "Báo", "https://e.org/"),
        Article("7", "Câu khác.\u2028Vẫn dòng ấy.", None),
        Article("tin:4", "Câu nữa.", None),
    ]


def test_fields_can_have_other_names(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", line(ma="x1", noi_dung="Một câu.", ngay="12/11/2025"))
    article = one(path, fields={"id": "ma", "text": "noi_dung", "published": "ngay"})
    assert (article.id, article.text, article.published) == ("x1", "Một câu.", "2025-11-12")


def test_an_unknown_field_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"body.*known are id title text"):
        read([tmp_path], fields={"body": "text"})


@pytest.mark.parametrize(("bad", "problem"), [
    (b"{broken", "not JSON"),
    (b'{"text": "a \xff b"}', "broken UTF-8 at byte 12 of the line"),
    (b'["text"]', "no object with a text"),
    (b'{"text": 5}', "no object with a text"),
    (b'{"text": "  "}', "no text"),
    (b'{"text": "nua \\ud800 chu"}', "lone surrogate"),
    (b'{"text": "nua \\u0000 chu"}', "NUL"),
    (b"[" * 100_000, "not JSON"),
])
def test_a_bad_line_is_reported_and_the_rest_goes_on(tmp_path: Path, bad: bytes, problem: str) -> None:
    data = line(text="Câu một.").encode() + bad + b"\n" + line(text="Câu ba.").encode()
    first, middle, last = read([write(tmp_path / "a.jsonl", data)])
    assert (first.id, last.id) == ("a:1", "a:3")  # type: ignore[union-attr]
    assert isinstance(middle, ArticleError)
    assert middle.where == f"{tmp_path / 'a.jsonl'}:2"
    assert problem in middle.problem


def test_a_line_above_the_limit_is_skipped_and_a_larger_file_is_not(tmp_path: Path) -> None:
    data = line(text="Câu.") * 3 + line(text="dài " * 100) + line(text="Câu cuối.")
    items = list(read([write(tmp_path / "a.jsonl", data)], max_bytes=100))
    assert ids(items) == ["a:1", "a:2", "a:3", "a:5"]
    assert "more than 100 bytes" in str(items[3])


def test_broken_gzip_keeps_what_came_before_or_says_so(tmp_path: Path) -> None:
    whole = gzip.compress("".join(line(text=f"Câu {i} {i * 7919}.") for i in range(2000)).encode())
    items = list(read([write(tmp_path / "a.jsonl.gz", whole[: len(whole) // 2])]))
    assert isinstance(items[-1], ArticleError)
    assert "gzip" in items[-1].problem
    assert "gzip" in error(write(tmp_path / "b.jsonl.gz", b"no gzip")).problem


def test_metadata_is_made_safe_to_write(tmp_path: Path) -> None:
    record = b'{"id": "a\\u0000b", "title": "Tin\\n \\ud800 x", "text": "C\\u00e2u.", "url": true}'
    path = write(tmp_path / "a.jsonl", record)
    article = one(path)
    assert (article.id, article.title, article.url) == ("ab", "Tin \ufffd x", None)


# Word and PDF


def test_a_word_document_gives_paragraphs_and_table_rows(tmp_path: Path) -> None:
    document = Document()
    for paragraph in TEXT.splitlines():
        document.add_paragraph(paragraph)
    table = document.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Xã Bình Minh"
    table.cell(0, 2).text = "5 tỷ đồng"
    document.add_paragraph("Hết")
    document.save(str(tmp_path / "a.docx"))
    article = one(tmp_path / "a.docx")
    assert article.text == TEXT + "Xã Bình Minh\t5 tỷ đồng\nHết"
    assert (article.title, article.published) == ("Tỉnh Bình An công bố kế hoạch mới", "2025-11-12")


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"plain", TEXT.encode("utf-16")])
def test_what_is_no_word_document_is_reported(tmp_path: Path, data: bytes) -> None:
    assert "not a Word document" in error(write(tmp_path / "a.docx", data)).problem


def test_damage_anywhere_in_a_word_document_is_an_error_and_no_crash(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "whole.docx"))
    data = (tmp_path / "whole.docx").read_bytes()
    (tmp_path / "whole.docx").unlink()
    for number, place in enumerate(range(0, len(data), len(data) // 40)):
        write(tmp_path / f"{number}.docx", data[:place] + b"\xa5\x5a\xa5" + data[place + 3 :])
    assert all(isinstance(item, ArticleError) for item in read([tmp_path]))


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page whose font says which character each code is; codes are UTF-16."""
    characters = sorted(set("".join(lines)))
    pairs = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in characters)
    cmap = (f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
            f"{len(characters)} beginbfchar {pairs} endbfchar endcmap end")
    shown = " T* ".join(f"<{text.encode('utf-16-be').hex()}> Tj" for text in lines)
    content = f"BT /F1 12 Tf 14 TL 40 800 Td {shown} ET" if lines else ""
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >> stream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        "/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        f"<< /Length {len(cmap)} >> stream\n{cmap}\nendstream",
    ]
    data, offsets = b"%PDF-1.5\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj {body} endobj\n".encode("ascii")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"xref\n0 8\n0000000000 65535 f \n{table}trailer << /Size 8 /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + trailer.encode("ascii")


def test_a_pdf_gives_its_text_with_broken_lines_joined(tmp_path: Path) -> None:
    body = ["Sáng nay, Ủy ban nhân dân tỉnh Bình An tổ chức", "lễ đón khách.", "Hết."]
    lines = ["Bình An đón khách", "12/11/2025", *body]
    article = one(write(tmp_path / "a.pdf", pdf(lines)))
    assert article.text == (
        "Bình An đón khách\n12/11/2025\nSáng nay, Ủy ban nhân dân tỉnh Bình An tổ chức lễ đón khách.\nHết."
    )
    assert (article.title, article.published) == ("Bình An đón khách", "2025-11-12")


def test_a_pdf_of_pictures_asks_for_ocr(tmp_path: Path) -> None:
    assert "OCR" in error(write(tmp_path / "a.pdf", pdf([]))).mend


def test_a_locked_pdf_is_reported(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(["Tin"]))))
    writer.encrypt("mat khau", algorithm="RC4-128")
    writer.write(str(tmp_path / "a.pdf"))
    assert "password" in error(tmp_path / "a.pdf").problem


@pytest.mark.parametrize("data", [b"%PDF-1.5\nbroken", b"plain text", pdf(["Tin"])[:300]])
def test_what_is_no_pdf_is_reported(tmp_path: Path, data: bytes) -> None:
    assert "PDF" in str(error(write(tmp_path / "a.pdf", data)))


# Folders and ids


def test_a_folder_is_read_to_the_bottom_in_order_of_ids(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.TXT", "sub/deep/c.txt", ".hidden.txt", ".git/d.txt", "notes.csv"):
        write(tmp_path / name, f"Câu của {name}.")
    assert ids(read([tmp_path])) == ["a", "b", "c"]
    assert len(list(read([tmp_path]))) == 3


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    write(tmp_path / "notes.csv", "1")
    assert "holds no article" in error(tmp_path).problem


def test_an_unknown_suffix_named_directly_lists_the_formats(tmp_path: Path) -> None:
    problem = error(write(tmp_path / "a.csv", "1"))
    assert all(suffix in problem.mend for suffix in (".txt", ".html", ".jsonl.gz", ".docx", ".pdf"))


def test_a_path_that_is_not_there_is_reported(tmp_path: Path) -> None:
    assert "no such file" in error(tmp_path / "none").problem


def test_a_broken_link_in_a_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    assert "broken link" in error(tmp_path).problem


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", b"")
    write(tmp_path / "b.txt", TEXT)
    bad, good = read([tmp_path])
    assert isinstance(bad, ArticleError)
    assert isinstance(good, Article)


def test_equal_stems_are_told_apart_by_their_path(tmp_path: Path) -> None:
    for name in ("x/tin.txt", "y/tin.txt", "y/tin.html", "y/khác tin!.txt"):
        write(tmp_path / name, page() if name.endswith("html") else f"Câu của {name}.")
    assert ids(read([tmp_path])) == ["khác-tin", "x--tin.txt", "y--tin.html", "y--tin.txt"]
    assert ids(read([tmp_path / "x", tmp_path / "y" / "tin.txt"])) == ["x--tin.txt", "y--tin.txt"]


def test_ids_do_not_depend_on_the_order_of_paths_and_files_come_once(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{folder}/tin.txt", f"Câu {folder}.") for folder in "abc"] + [tmp_path, tmp_path / "b"]
    forth, back = list(read(paths)), list(read(paths[::-1]))
    assert forth == back
    assert len(forth) == 3


def test_another_text_under_a_known_id_is_an_error_and_a_repetition_is_dropped(tmp_path: Path) -> None:
    one_text, other = line(id="x", text="Câu một."), line(id="x", text="Câu hai.")
    write(tmp_path / "a.jsonl", one_text + other + one_text)
    write(tmp_path / "b.jsonl", one_text + line(id="y", text="Câu một."))
    first, second, third = read([tmp_path])
    assert (first, third) == (Article("x", "Câu một."), Article("y", "Câu một."))
    assert isinstance(second, ArticleError)
    assert "different text" in second.problem


def test_sources_say_how_many_articles_they_hold(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", line(text="Câu.") * 5 + "\n")
    write(tmp_path / "b.txt", TEXT)
    found = [source for source in sources([tmp_path]) if isinstance(source, Source)]
    assert [count(source) for source in found] == [5, 1]
    assert found[1].size() == len(TEXT.encode())


# Plug-ins


def test_every_format_is_found_by_its_file_name() -> None:
    assert list(plugins.discover("read")) == ["docx", "html", "jsonl", "pdf", "plain"]
    assert plugins.discover("read") is plugins.discover("read")
    assert formats()[".jsonl.gz"] == "jsonl"


def test_a_module_that_lacks_its_function_is_refused_by_name() -> None:
    module = ModuleType("vnkg.read.half")
    module.SUFFIXES = (".half",)  # type: ignore[attr-defined]
    with pytest.raises(PluginError, match=r"vnkg\.read\.half: lacks read"):
        plugins.refuse_incomplete(module, "read", ("SUFFIXES", "read"))


def test_an_installed_package_can_add_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from vnkg.model import Article\nSUFFIXES = ('.mine',)\ndef read(source): yield Article(source.id, 'Câu.')\n"
    write(tmp_path / "site/mine_plugin.py", code)
    write(tmp_path / "site/mine-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: mine\nVersion: 1\n")
    write(tmp_path / "site/mine-1.dist-info/entry_points.txt", "[vnkg.read]\nmine = mine_plugin\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    plugins._discover.cache_clear()
    try:
        assert ids(read([write(tmp_path / "a.mine", "x")])) == ["a"]
    finally:
        plugins._discover.cache_clear()
        sys.modules.pop("mine_plugin", None)


def test_a_plug_in_that_cannot_be_imported_is_refused_by_name() -> None:
    entry = metadata.EntryPoint("gone", "no_such_module_here", "vnkg.read")
    with pytest.raises(PluginError, match="no_such_module_here"):
        plugins._load(entry)
