"""The one rule that decides which of overlapping mentions stay."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.model import Mention


class Settled:
    """Mentions of a text of some length, in text order, the outer before the inner; equal spans of one type once, the
    first found; no figure inside of the name of a body ("Ban Chỉ đạo 35 tỉnh")."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._by_order: dict[tuple[int, int, str], Mention] = {}
        self._figures: list[tuple[int, int, str]] = []

    def having(self, found: Iterable[Mention]) -> tuple[Mention, ...]:
        """All mentions so far, with those found now."""
        for mention in found:
            if mention.start < mention.end <= self._length:
                key = (mention.start, -mention.end, mention.type)
                self._by_order.setdefault(key, mention)
                if mention.type == "Quantity":
                    self._figures.append(key)
                elif mention.type == "Organization":
                    self._claim(mention)
        return tuple(map(self._by_order.__getitem__, sorted(self._by_order)))

    def _claim(self, body: Mention) -> None:
        for key in [k for k in self._figures if body.start < k[0] and -k[1] <= body.end]:
            self._by_order.pop(key, None)
