"""Persons of one article: equal names, and later short forms ("ông Hòa" for Lê Minh Hòa)."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.link.clusters import Cluster, grouped
from vnkg.link.plain import printed
from vnkg.model import Mention, Page

PERSON = "Person"


def link_persons(page: Page, mentions: Iterable[Mention]) -> list[Cluster]:
    """Clusters by name; a shorter form joins the person last named whose name ends (or begins) with it."""
    listed = sorted(mentions, key=lambda m: (m.start, m.end))
    names = [printed(page, m) for m in listed]
    keyed = []
    for i, (name, mention) in enumerate(zip(names, listed, strict=True)):
        keyed.append((_full_name(name, names[:i], names[i + 1 :]), mention))
    return grouped(PERSON, keyed)


def _full_name(name: str, before: list[str], after: list[str]) -> str:
    """The fullest form of a name, over forms between: "Tâm", "Quyết Tâm", "Nguyễn Thị Quyết Tâm"."""
    candidates = [*reversed(before), *after]
    for fits in (_ends_with, _begins_with):
        for other in candidates:
            if len(other) > len(name) and fits(other, name):
                return _full_name(other, before, after)
    return name


def _ends_with(full: str, short: str) -> bool:
    return full.endswith(" " + short)


def _begins_with(full: str, short: str) -> bool:
    return full.startswith(short + " ")
