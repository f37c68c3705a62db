"""Brackets that part what belongs together: where somebody stands in a picture, the body above a unit."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from vnkg.extract.scene import PHRASE, Item, Phrase, lows

_PERIODS = frozenset(("range", "term"))


class BracketReader:
    """Passes over "(phải)" and the like in captions, which `words` show, and over "(Bộ B)" between post and name."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)

    def without(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The items less such brackets: "Ông A (phải) trao …", "Vụ trưởng Vụ X (Bộ Y) Nguyễn Văn A"."""
        low = lows(items)
        result: list[Item] = []
        k = 0
        while k < len(items):
            after = low.index(")", k) + 1 if low[k] == "(" and ")" in low[k:] else k
            passed = after > k and any(
                (self._pictured(low[k:after]), _between(items, k, after), _explains(items, k, after))
            )
            if not passed:
                result.append(items[k])
            k = after if passed else k + 1
        return tuple(result)

    def _pictured(self, inside: list[str]) -> bool:
        return PHRASE not in inside and not self.words.isdisjoint(inside)


def _between(items: tuple[Item, ...], k: int, after: int) -> bool:
    """Whether the brackets [k, after) hold one body, or a short form, between a post and a name."""
    kinds = [item.type if isinstance(item, Phrase) else "" for item in items[max(0, k - 1) : after + 1]]
    return len(kinds) == 5 and kinds[0] == "Position" and kinds[2] == "Organization" and kinds[4] == "Person"


def _explains(items: tuple[Item, ...], k: int, after: int) -> bool:
    """Whether the brackets [k, after) hold the period or the kind of the event before them, and nothing else."""
    event, inner = items[k - 1] if k else None, items[k + 1]
    if after != k + 3 or not isinstance(event, Phrase) or event.type != "Event" or not isinstance(inner, Phrase):
        return False
    return inner.type == "Event" or (inner.type == "TimeSpan" and inner.mentions[0].get("granularity") in _PERIODS)


def opened(items: tuple[Item, ...], post: Phrase) -> bool:
    """Whether a bracket opens right before a post: it is the last person's alone."""
    return any(item is post and before.low == "(" for before, item in pairwise(items))
