"""Web pages: the article's text and metadata, without navigation, scripts and advertising (by trafilatura)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from trafilatura import bare_extraction, extract_metadata, load_html

from vnkg.errors import ArticleError
from vnkg.model import Article
from vnkg.read._dateline import line_date
from vnkg.read._encoding import decode
from vnkg.read._source import Found, Source, clean, make

SUFFIXES = (".html", ".htm", ".xhtml")

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_XML_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
# Comments and scripts go before parsing: a parser takes a script in a title for text. JSON-LD holds metadata.
_UNREAD = re.compile(r"<!--.*?-->|<(script|style)\b(?![^>]*ld\+json)[^>]*>.*?</\1\s*>", re.I | re.S)
# A fixed bound: the default one is today, and the same page must give the same date on any day.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
_DATED = "//meta | //script[@type='application/ld+json'] | (//article//time | //main//time | //h1/following::time)[1]"
_BLOCKS = "self::p or self::h2 or self::h3 or self::div"
_AFTER_HEADLINE = (f"//h1 | //h1/following::*[({_BLOCKS}) and not(.//*[{_BLOCKS}])]"
                   "[not(ancestor::nav or ancestor::aside or ancestor::figure or ancestor::footer)]")
_SHORTEST_LEAD = 50  # characters; captions and labels between headline and text are shorter
_TELLING = 25  # characters by which the beginning of the text is known again
_LINES = "//h1/following::*[not(self::script or self::style)]"


def read(source: Source) -> Iterator[Article | ArticleError]:
    """The article of a web page: its headline, a blank line, its lead and text.

    Headline and lead open the text as they open the page, so that what they say can be quoted: newspapers set the
    lead outside of the element that holds the text, where the extractor does not look. The date is that of the
    metadata (meta, JSON-LD, time), else of a dateline under the headline; a date in a sentence never counts.
    """
    where = str(source.path)
    html = _UNREAD.sub(" ", _XML_PROLOG.sub("", _decode(source.load(), where)))
    tree = load_html(html)
    if tree is None:
        yield ArticleError(where, "there is no HTML in it", "give the page as the browser saves it")
        return
    page: Any = bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    if page is None or not page.text:
        yield ArticleError(where, "no article found in the page", "copy its text into a .txt file")
        return
    title = clean(page.title)
    found = Found(title, _published(tree), page.sitename or page.hostname, page.url)
    text = "\n".join([*_lead(tree, page.text, title), page.text])
    yield make(_with_title(title, text), id=source.id, where=where, found=found)


def _decode(data: bytes, where: str) -> str:
    """The page's characters: by its own declaration when that holds, else as for any text."""
    declared = _DECLARED.search(data[:4_000])
    if declared and b"\0" not in data:
        try:
            return data.decode(declared[1].decode("ascii")).removeprefix("\ufeff")
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, where)


def _with_title(title: str | None, text: str) -> str:
    first = clean(text.split("\n", 1)[0])
    return text if not title or first == title else f"{title}\n\n{text}"


def _lead(tree: Any, text: str, title: str | None) -> list[str]:
    """The paragraphs between the headline and the beginning of `text`; none when the page does not show both."""
    known = " ".join(text.split())
    found: list[str] = []
    for element in tree.xpath(_AFTER_HEADLINE):
        block = " ".join("".join(element.itertext()).split())
        if element.tag == "h1":
            found = []
        elif len(block) >= _TELLING and known.startswith(block[:_TELLING]):
            return found
        elif _is_lead(element, block) and block != title and block not in known:
            found.append(block)
    return []


def _is_lead(element: Any, block: str) -> bool:
    """Whether a block is prose: long enough, and mostly not links."""
    linked = sum(len("".join(link.itertext())) for link in element.xpath(".//a | ancestor::a"))
    return len(block) >= _SHORTEST_LEAD and linked < len(block) / 2 and line_date(block) is None


def _published(tree: Any) -> str | None:
    return _date_of_metadata(tree) or _date_under_headline(tree)


def _date_of_metadata(tree: Any) -> str | None:
    """The date that the page declares, read from a page that has nothing else: no sentence can give it."""
    bare: Any = load_html("<html><head></head><body><p></p></body></html>")
    for element in tree.xpath(_DATED):
        copy = deepcopy(element)
        copy.tail = None
        bare.find("body" if element.tag == "time" else "head").append(copy)
    document = extract_metadata(bare, date_config=_DATES, extensive=False)
    return document.date if document else None


def _date_under_headline(tree: Any) -> str | None:
    texts = ("".join(element.itertext()) for element in tree.xpath(_LINES)[:200] if isinstance(element.tag, str))
    return next((date for text in texts if (date := line_date(text.strip()))), None)
