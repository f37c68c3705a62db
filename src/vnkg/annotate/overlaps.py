"""The one rule that decides which of overlapping mentions stay."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.model import Mention, Page


def settle(page: Page, found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in text order, the outer before the inner; equal spans of one type once, the first found."""
    unique: dict[tuple[int, int, str], Mention] = {}
    for mention in found:
        if mention.start < mention.end <= len(page.text):
            unique.setdefault((mention.start, mention.end, mention.type), mention)
    return tuple(sorted(unique.values(), key=lambda m: (m.start, -m.end, m.type)))
