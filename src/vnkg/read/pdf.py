"""PDF files that have a text layer (by pypdf)."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from vnkg.errors import ArticleError
from vnkg.model import Article
from vnkg.read._source import Source, make

SUFFIXES = (".pdf",)

# What a damaged file makes pypdf and its parts raise; DependencyError is a cipher that needs another package.
_BROKEN = (PyPdfError, DependencyError, KeyError, ValueError, TypeError, AttributeError, IndexError, ArithmeticError,
           RuntimeError, AssertionError, EOFError, zlib.error, struct.error)
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_FINAL = (".", "!", "?", ":", ";", "…", "”", '"')
_FULL = 0.75  # of the longest line: a line that long was broken for want of room


def read(source: Source) -> Iterator[Article | ArticleError]:
    """The article of a PDF file; lines that were broken for want of room are joined again."""
    where = str(source.path)
    data = source.load()
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            yield ArticleError(where, "protected by a password", "save it without one")
            return
        pages = [_UNWRITABLE.sub("", page.extract_text()) for page in reader.pages]
    except _BROKEN as error:
        yield ArticleError(where, f"not a readable PDF: {error}", "save or print it again as PDF, or copy out its text")
        return
    if not "".join(pages).strip():
        yield ArticleError(where, "no text layer: the pages are pictures", "run OCR on it first (e.g. ocrmypdf -l vie)")
        return
    yield make("\n".join(map(_joined, pages)), id=source.id, where=where)


def _joined(page: str) -> str:
    """A page whose line breaks are those of paragraphs, as far as the lines show it.

    A line goes on in the next one when that begins in lower case, or when it fills its width and ends no sentence.
    """
    lines = [line.rstrip() for line in page.split("\n")]
    full = _FULL * max(map(len, lines))
    text = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        goes_on = following[:1].islower() or (len(line) >= full and not line.endswith(_FINAL))
        text += line + (" " if line and following and goes_on else "\n")
    return text.rstrip("\n")
