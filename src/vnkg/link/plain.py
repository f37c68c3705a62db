"""Linking by what is printed: equal values, or equal words, are one thing within an article."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.link.clusters import Cluster, grouped
from vnkg.model import Mention, Page
from vnkg.text import key


def printed(page: Page, mention: Mention) -> str:
    """The comparison key of a mention's words."""
    return key(page.text[mention.start : mention.end])


def link_by_text(page: Page, mentions: Iterable[Mention]) -> list[Cluster]:
    """One cluster per wording."""
    listed = list(mentions)
    return grouped(listed[0].type, ((printed(page, m), m) for m in listed)) if listed else []


def link_by_value(page: Page, mentions: Iterable[Mention]) -> list[Cluster]:
    """One cluster per normalized value and part of the day; unresolved times by wording."""
    listed = list(mentions)
    if not listed:
        return []
    return grouped(listed[0].type, ((_time_key(page, m), m) for m in listed))


def _time_key(page: Page, mention: Mention) -> str:
    daypart = mention.get("daypart")
    term = mention.get("granularity") if mention.get("granularity") == "term" else ""
    part = mention.get("part")
    return "|".join(filter(None, (mention.value, daypart, term, part))) if mention.value else printed(page, mention)
