"""Plain text: one article a file, kept character by character."""

from __future__ import annotations

from collections.abc import Iterator

from vnkg.errors import ArticleError
from vnkg.model import Article
from vnkg.read._encoding import decode
from vnkg.read._source import Source, make

SUFFIXES = (".txt",)


def read(source: Source) -> Iterator[Article | ArticleError]:
    """The article of a text file; its headline and dateline give title and date."""
    where = str(source.path)
    yield make(decode(source.load(), where), id=source.id, where=where)
