"""Posts with holders of their own kind: counted ones, "có 3 phó chủ tịch gồm ông A, ông B và bà C", and those inside
the name of another post, "A, người phát ngôn của Tổng thư ký B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from vnkg.annotate.words import Phrases, table
from vnkg.extract.scene import Item, Phrase, Scene, lows
from vnkg.model import NOMINAL, Mention, Span, Statement, Token

_COMMA = ","
_CONFIDENCE = 0.9


class LineupReader:
    """Reads the holders behind a post that is counted or in the plural."""

    def __init__(self, lexicon: Any, honorifics: Phrases[bool]) -> None:
        self.told_by: Phrases[bool] = table(lexicon["told_by"])
        self.plural = frozenset(lexicon["plural"])
        self.link = frozenset(lexicon["link"])
        self.between = frozenset(lexicon["between"])
        self.honorifics = honorifics

    def read(self, scene: Scene, items: Sequence[Item]) -> Iterator[Statement]:
        """One statement for each holder of each such post of a sentence, persons and their posts joined."""
        counted = [
            (i, post) for i, item in enumerate(items[:-1])
            if isinstance(item, Phrase) and (post := self._counted(scene, items, i))
        ]
        low = lows(items) if counted else []
        for i, post in counted:
            behind = self._behind(items, i, post)
            told = self.told_by.longest(low, behind, len(low)) if behind < len(low) else None
            if told is None:
                continue
            for person in self._persons(items, low, told[0]):
                yield Statement(person.entities[0], "holds", Span(post.start, person.end), object=post.entities[0],
                                confidence=_CONFIDENCE, rule="lineups:counted")

    @staticmethod
    def _begun_in(scene: Scene, figure: Mention) -> list[Mention]:
        """The posts that begin inside of a figure: "4 [phó chủ tịch UBND tỉnh]"."""
        begun = scene.beginning(figure.start + 1, figure.end)
        return [m for m in begun if m.type == "Position" and m.kind != NOMINAL]

    @staticmethod
    def _behind(items: Sequence[Item], i: int, post: Phrase) -> int:
        """The index behind the post at item i, the body in its name, its term and a comma."""
        end = post.mentions[0].end
        for k, item in enumerate(items[i + 1 :], i + 1):
            term = isinstance(item, Phrase) and item.type == "TimeSpan"
            if item.start >= end and not term and item.low != _COMMA:
                return k
        return len(items)

    def without_principals(self, scene: Scene, items: tuple[Item, ...]) -> tuple[tuple[Item, ...], list[Statement]]:
        """The items less the names behind posts that serve another post, and which of those posts they hold."""
        served = {
            item: post for before, item in pairwise(items)
            if isinstance(item, Phrase) and item.type == "Person" and (post := self._served(scene, before))
        }
        if not served:
            return items, []
        held = [
            Statement(person.entities[0], "holds", Span(post.start, person.end), confidence=_CONFIDENCE,
                      object=scene.id_at(post), rule="lineups:principal")
            for person, post in served.items()
        ]
        return tuple(item for item in items if item not in served), held

    def _served(self, scene: Scene, post: Item | None) -> Mention | None:
        """The post that ends the name of another one behind "của"."""
        if not isinstance(post, Phrase) or post.type != "Position":
            return None
        outer = post.mentions[-1]
        inner = [m for m in scene.inside(outer) if m.type == "Position" and m.end == outer.end > m.start > outer.start]
        linked = bool(inner) and scene.page.low[outer.start : inner[0].start].split()[-1] in self.link
        return inner[0] if linked else None

    def _counted(self, scene: Scene, items: Sequence[Item], i: int) -> Phrase | None:
        """The post in the quantity at item i, or the post there behind a plural word."""
        item = items[i]
        if not isinstance(item, Phrase):
            return None
        if item.type == "Quantity":
            posts = self._begun_in(scene, item.mentions[0])
            return Phrase(item.start, item.end, "Position", (scene.id_at(posts[0]),), (posts[0],)) if posts else None
        before = items[i - 1] if i else None
        plural = isinstance(before, Token) and before.low in self.plural
        return item if item.type == "Position" and plural else None

    def _persons(self, items: Sequence[Item], low: Sequence[str], k: int) -> Iterator[Phrase]:
        """The persons of the list that begins at item k."""
        while k < len(items):
            item = items[k]
            named = self.honorifics.longest(low, k, len(low)) if isinstance(item, Token) else None
            if isinstance(item, Phrase) and item.type == "Person":
                yield item
                k += 1
            elif named is not None:
                k = named[0]
            elif isinstance(item, Token) and item.low in self.between:
                k += 1
            else:
                return
