"""Word documents: paragraphs and table rows in their order (by python-docx)."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.opc.exceptions import OpcError
from docx.table import Table

from vnkg.errors import ArticleError
from vnkg.model import Article
from vnkg.read._source import Source, make

SUFFIXES = (".docx",)

# What a damaged or locked archive, or XML that is not a document, makes the libraries raise.
_BROKEN = (OpcError, SyntaxError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, AttributeError,
           RuntimeError)
_MEND = "save it again from Word as .docx, without a password, or as .txt"


def read(source: Source) -> Iterator[Article | ArticleError]:
    """The article of a document: a paragraph or table row is a line, cells are parted by tabs.

    The file's own properties are not used: their title and date are mostly those of a template.
    """
    where = str(source.path)
    data = source.load()
    try:
        unpacked = sum(entry.file_size for entry in zipfile.ZipFile(BytesIO(data)).infolist())
        if unpacked > 10 * source.max_bytes:
            yield ArticleError(where, f"unpacks to {unpacked:,} bytes", "save its text as .txt")
            return
        text = "\n".join(_lines(data))
    except _BROKEN as error:
        yield ArticleError(where, f"not a Word document: {str(error) or type(error).__name__}", _MEND)
        return
    yield make(text, id=source.id, where=where)


def _lines(data: bytes) -> Iterator[str]:
    for block in Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            yield from ("\t".join(_cells(row)) for row in block.rows)
        else:
            yield block.text


def _cells(row: object) -> Iterator[str]:
    """The texts of a row's cells; a merged cell is listed once for each column, and wanted once."""
    seen = None
    for cell in row.cells:  # type: ignore[attr-defined]
        if cell._tc is not seen:
            yield cell.text
        seen = cell._tc
