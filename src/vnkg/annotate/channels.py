"""Channels: platforms, portals with their owner, broadcasters' channels and public-address systems.

`Mention.value` and the attribute `kind` hold the code of the scheme channel-kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from vnkg.annotate.grammar import compiled
from vnkg.annotate.literals import Literals
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, Mention, Page

CHANNEL = "Channel"
_LOOK_BACK = 16
_OWNERS = ("Organization", "Place")


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile `lexicon/channels.toml`; see the module's text."""
    return Reader(knowledge.lexicon["channels"]).annotate


class Reader:
    """The compiled lexicon, with one method for each sort of channel."""

    def __init__(self, lexicon: Any) -> None:
        self._platforms = {name.lower(): kind for kind, names in lexicon["platforms"].items() for name in names}
        self._kinds = {head: kind for kind, heads in lexicon["heads"].items() for head in heads}
        self._alone = frozenset(lexicon["alone"]["heads"])
        self._grammar = compiled(lexicon["grammar"], "lexicon/channels.toml")
        self._platform = Literals(self._platforms)
        self._head = Literals(self._kinds)

    def annotate(self, page: Page) -> Iterator[Mention]:
        """All channels of a page; names only, since no phrase stands for a channel without naming it."""
        yield from self._by_platform(page)
        yield from self._by_head(page)
        for name, kind in (("channel", "video-channel"), ("edition", "website")):
            for match in self._grammar[name].finditer(page.text):
                yield _mention(match.start("name"), match.end("name"), kind, f"channel-{name}")

    def _by_platform(self, page: Page) -> Iterator[Mention]:
        for match in self._platform.find(page):
            start = match.start()
            if self._grammar["credit"].search(page.text, max(0, start - _LOOK_BACK), start):
                continue
            yield _mention(start, match.end(), self._platforms[match.group()], "channel-platform")

    def _by_head(self, page: Page) -> Iterator[Mention]:
        owners: dict[int, int] = {}
        for mention in page.mentions:
            if mention.type in _OWNERS:
                owners[mention.start] = max(mention.end, owners.get(mention.start, 0))
        for match in self._head.find(page):
            start, head = match.start(), match.group()
            if self._platform.pattern.match(page.low, match.end() + 1):
                continue
            end = self._end(page.text, match.end(), owners)
            if end == match.end() and (head not in self._alone or self._is_plural(page.low, start)):
                continue
            yield _mention(start, end, self._kinds[head], "channel-head")

    def _is_plural(self, low: str, start: int) -> bool:
        return bool(self._grammar["plural"].search(low, max(0, start - _LOOK_BACK), start))

    def _end(self, text: str, position: int, owners: dict[int, int]) -> int:
        """The end of the owner that follows a head directly, or `position` without one."""
        own = owners.get(position + 1) if text[position : position + 1] == " " else None
        spelled = [match.end() for name in ("owner", "titled") if (match := self._grammar[name].match(text, position))]
        return max(own or position, *spelled, position)


def _mention(start: int, end: int, kind: str, rule: str) -> Mention:
    return Mention(start, end, CHANNEL, NAME, kind, rule, (("kind", kind),))
