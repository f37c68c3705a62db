"""One input file, and the making of an `Article` from what a format found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from vnkg.errors import ArticleError
from vnkg.model import Article, Attributes
from vnkg.read._dateline import as_date, dateline, is_dateline

MAX_BYTES = 50_000_000
FIELDS = ("id", "title", "text", "published", "source", "url")
"""What a record of an article may hold; only `text` is needed."""

_LONGEST_TITLE = 250  # characters; headlines of Party papers reach 150
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Source:
    """A file that holds articles: small, hashable, and picklable for a worker process.

    `id` is the id of its article when it holds one; `format` names the plug-in that reads it; `fields` are (our name,
    name in the file) pairs for records; `max_bytes` bounds the file, or one record of a stream.
    """

    path: Path
    id: str
    format: str
    fields: Attributes = ()
    max_bytes: int = MAX_BYTES

    def size(self) -> int:
        """Bytes of the file."""
        return self.path.stat().st_size

    def load(self) -> bytes:
        """The whole file; ArticleError when it is larger than `max_bytes` or empty, OSError when it is unreadable."""
        size = self.size()
        if size > self.max_bytes:
            problem = f"{size:,} bytes; one article may have {self.max_bytes:,}"
            raise ArticleError(str(self.path), problem, "split it, use .jsonl for many articles, or raise the limit")
        if not size:
            raise ArticleError(str(self.path), "the file is empty", "remove it, or fetch it again")
        return self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Found:
    """What a format found out about an article, as it was written: any of it may be missing."""

    title: object = None
    published: object = None
    source: object = None
    url: object = None


def make(text: str, *, id: str, where: str, found: Found | None = None) -> Article | ArticleError:  # noqa: A002
    """An article, with title and date taken from its first and last lines where `found` has none.

    The text is kept character by character. ArticleError when it is blank or holds what no text file can hold.
    """
    problem = _problem(text)
    if problem:
        return ArticleError(where, *problem)
    found = found or Found()
    return Article(
        id=id,
        text=text,
        title=clean(found.title) or _first_line(text),
        published=as_date(clean(found.published) or "") or dateline(text),
        source=clean(found.source),
        url=clean(found.url),
    )


def _problem(text: str) -> tuple[str, str] | None:
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        return "there is no text in it", "remove it, or fetch it again"
    if "\0" in text:
        return f"NUL at character {text.index(chr(0))}: not a text", "give the text, not a program's file"
    if match := _SURROGATE.search(text):
        return f"half a character (lone surrogate) at character {match.start()}", "write the text again as UTF-8"
    return None


def clean(value: object) -> str | None:
    """A title, name or address on one line, safe to write as UTF-8; None when there is nothing to write."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = _SURROGATE.sub("\ufffd", str(value)).replace("\0", "")
    return " ".join(text.split()) or None


def _first_line(text: str) -> str | None:
    """The headline that opens the text: its first line, a dateline aside, when it is short and no sentence."""
    lines = (clean(match.group().lstrip("\ufeff")) for match in _LINE.finditer(text))
    first = next((line for line in lines if line and not is_dateline(line)), None)
    if first is None or len(first) > _LONGEST_TITLE or first.endswith((".", ":", ";", ",")):
        return None
    return first
