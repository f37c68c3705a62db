"""JSON lines: one article a line, read as a stream, so that the file may be larger than memory."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from vnkg.errors import ArticleError
from vnkg.model import Article
from vnkg.read._source import Found, Source, clean, make

SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")

_BOM = b"\xef\xbb\xbf"


def read(source: Source) -> Iterator[Article | ArticleError]:
    """The article of each line; a bad line gives an error that names it, and the rest goes on.

    The id is the record's, else the file's with the line's number.
    """
    empty = True
    try:
        for number, line in _lines(source):
            empty = False
            yield _article(source, number, line)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield ArticleError(str(source.path), f"broken gzip data: {error}", "fetch the file again")
        return
    if empty:
        yield ArticleError(str(source.path), "no article in it: no line holds anything", "remove it, or fetch it again")


def count(source: Source) -> int:
    """How many articles the file holds, bad lines included; 0 when it is broken."""
    try:
        return sum(1 for _ in _lines(source))
    except (OSError, EOFError, zlib.error):
        return 0


def _open(source: Source) -> BinaryIO | gzip.GzipFile:
    if source.path.name.lower().endswith(".gz"):
        return gzip.open(source.path, "rb")
    return source.path.open("rb")


def _lines(source: Source) -> Iterator[tuple[int, bytes | None]]:
    """Numbers (from 1) and bytes of the lines that hold something; None for one above the limit."""
    with _open(source) as file:
        number = 0
        while line := file.readline(source.max_bytes + 1):
            number += 1
            whole = len(line) <= source.max_bytes or line.endswith(b"\n")
            if not whole:
                _skip_line(file)
            line = line.removeprefix(_BOM) if number == 1 else line
            if line.strip():
                yield number, line if whole else None


def _skip_line(file: BinaryIO | gzip.GzipFile) -> None:
    while (part := file.readline(1_000_000)) and not part.endswith(b"\n"):
        pass


def _article(source: Source, number: int, line: bytes | None) -> Article | ArticleError:
    where = f"{source.path}:{number}"
    if line is None:
        problem = f"a line of more than {source.max_bytes:,} bytes"
        return ArticleError(where, problem, "write one article a line, or raise the limit")
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return ArticleError(where, f"broken UTF-8 at byte {error.start} of the line", "save the file again as UTF-8")
    except (ValueError, RecursionError) as error:
        return ArticleError(where, f"not JSON: {error}", "write one JSON object a line")
    names = dict(source.fields)
    text = record.get(names.get("text", "text")) if isinstance(record, dict) else None
    if not isinstance(text, str):
        problem = f"no object with a text under {names.get('text', 'text')!r}"
        return ArticleError(where, problem, "name the field that holds the text")
    found = {name: record.get(names.get(name, name)) for name in ("title", "published", "source", "url")}
    return make(text, id=_id(record, names, f"{source.id}:{number}"), where=where, found=Found(**found))


def _id(record: dict[str, Any], names: dict[str, str], default: str) -> str:
    return clean(record.get(names.get("id", "id"))) or default
