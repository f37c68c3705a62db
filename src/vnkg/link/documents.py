"""Documents of one article: equal numbers or names; nominals stand for the document of their type last named."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.link.clusters import Cluster, grouped
from vnkg.link.plain import printed
from vnkg.model import NOMINAL, Mention, Page

DOCUMENT = "Document"


def link_documents(page: Page, mentions: Iterable[Mention]) -> list[Cluster]:
    """Clusters of documents."""
    keyed: list[tuple[str, Mention]] = []
    named: list[tuple[str, str, Mention]] = []
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        key = _key(page, mention)
        if mention.kind == NOMINAL:
            kind = mention.get("kind")
            long = len(printed(page, mention).split()) > 4
            same = [] if long else [k for k, of, _ in named if of == kind]
            key = same[-1] if same else f"~{key}"
        else:
            key = next((k for k, of, m in named if _same(page, key, mention, k, m)), key)
            named.append((key, mention.get("kind"), mention))
        keyed.append((key, mention))
    return grouped(DOCUMENT, keyed)


def _key(page: Page, mention: Mention) -> str:
    number = mention.get("number")
    if number:
        return f"{mention.get('kind')} {number.lower()}"
    return printed(page, mention)


def _same(page: Page, key: str, mention: Mention, other_key: str, other: Mention) -> bool:
    """Whether an unnumbered name repeats a longer one of the same type, or a bare number a full one."""
    if key == other_key:
        return True
    if mention.get("number") and other.get("number"):
        return mention.get("number").lower() == other.get("number").lower()
    if mention.get("number") or other.get("number") or mention.get("kind") != other.get("kind"):
        return False
    short, long = sorted((printed(page, mention), printed(page, other)), key=len)
    return long.startswith(short + " ")
