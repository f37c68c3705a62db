"""Captions of pictures: brackets that tell where somebody stands, in the middle of what the caption says."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.extract.scene import PHRASE, Item, lows


class CaptionReader:
    """Passes over "(phải)", "(thứ hai từ trái sang)" and the like; `words` are those that show them."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)

    def without(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The items less such brackets: "Ông A (phải) trao …"."""
        low = lows(items)
        if self.words.isdisjoint(low):
            return items
        result: list[Item] = []
        k = 0
        while k < len(items):
            after = low.index(")", k) + 1 if low[k] == "(" and ")" in low[k:] else k
            if PHRASE in low[k:after] or self.words.isdisjoint(low[k:after]):
                result.append(items[k])
                after = k + 1
            k = after
        return tuple(result)
