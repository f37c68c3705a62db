"""The one rule that decides which of overlapping mentions stay."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.model import Mention


class Settled:
    """Mentions of a text of some length, in text order, the outer before the inner; equal spans of one type once, the
    first found."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._by_order: dict[tuple[int, int, str], Mention] = {}

    def having(self, found: Iterable[Mention]) -> tuple[Mention, ...]:
        """All mentions so far, with those found now."""
        for mention in found:
            if mention.start < mention.end <= self._length:
                self._by_order.setdefault((mention.start, -mention.end, mention.type), mention)
        return tuple(map(self._by_order.__getitem__, sorted(self._by_order)))
