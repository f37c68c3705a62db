"""Chains of posts and bodies: the place that the last one names holds for those before it.

"Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Công an tỉnh Lào Cai": the bare body of the first post is Lào Cai's too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Protocol

from vnkg.model import NOMINAL, Mention, Page

_HEADS = ("Position", "Organization")
_PROVINCES = ("province", "municipality")
_LINKS = (", ", " - ", "-", " – ")
Place = tuple[str, str]
"""Kind and key of a place."""


class Keyed(Protocol):
    """What a place is told by: a cluster while an article is linked, an entity afterwards."""

    @property
    def key(self) -> str: ...


def chained_places(page: Page, place_at: Mapping[tuple[int, int], Keyed]) -> dict[tuple[int, int], Place]:
    """The place of the next post or body that names one, by the spans of the bodies before it in its chain."""
    result: dict[tuple[int, int], Place] = {}
    place: Place | None = None
    after: Mention | None = None
    for outer, inner in reversed(list(_outer(page))):
        if after is None or page.text[outer.end : after.start] not in _LINKS:
            place = None
        own = [m for m in inner if m.type == "Place"]
        named = [m for m in own if m.kind != NOMINAL and (m.start, m.end) in place_at]
        if named:
            place = named[-1].get("kind"), place_at[named[-1].start, named[-1].end].key
        elif place is not None and not own:
            result.update({(m.start, m.end): place for m in (outer, *inner) if m.type == "Organization"})
        after = outer
    return result


def beside_places(page: Page, place_at: Mapping[tuple[int, int], Keyed]) -> dict[tuple[int, int], Place]:
    """The one province that the posts and bodies of a sentence name, by the spans of its bodies that name none: "thôi
    giữ chức Bí thư [Tỉnh uỷ], thôi tham gia Ban Thường vụ Tỉnh uỷ Hưng Yên"."""
    outer = list(_outer(page))
    starts = [mention.start for mention, _ in outer]
    result: dict[tuple[int, int], Place] = {}
    for sentence in page.sentences:
        told = outer[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        named = {(m.get("kind"), place_at[m.start, m.end].key) for _, inner in told for m in inner
                 if m.type == "Place" and m.get("kind") in _PROVINCES and (m.start, m.end) in place_at}
        if len(named) == 1:
            place = named.pop()
            result.update({(m.start, m.end): place for mention, inner in told
                           if not any(m.type == "Place" for m in inner)
                           for m in (mention, *inner) if m.type == "Organization"})
    return result


def _outer(page: Page) -> Iterator[tuple[Mention, list[Mention]]]:
    """Posts and bodies that no other one holds, with the mentions inside of each."""
    current: Mention | None = None
    inner: list[Mention] = []
    for mention in page.mentions:
        if current is not None and mention.end <= current.end:
            inner.append(mention)
            continue
        if current is not None:
            yield current, inner
        current, inner = (mention, []) if mention.type in _HEADS else (None, [])
    if current is not None:
        yield current, inner
