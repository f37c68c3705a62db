"""The body that bare posts belong to: in a list ("[UBND xã X] có chủ tịch là ông A; hai phó chủ tịch gồm ông B, C"),
and where somebody heads it ("[Hội đồng giám khảo] gồm 9 thành viên, do ông A làm Chủ tịch; bà B làm Phó Chủ tịch")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vnkg.link.clusters import Cluster
from vnkg.model import Page

_LISTED = ("Person", "Position", "Quantity")


class OwnerFinder:
    """Walks from a verb of having over posts, names and the words of lists."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self.having = frozenset(lexicon["having"])
        self.adverbs = frozenset(lexicon["adverbs"])
        self.listing = frozenset(lexicon["listing"])
        self.by, self.serving = frozenset(lexicon["by"]), frozenset(lexicon["serving"])
        self.of, self.ends = frozenset(lexicon["of"]), frozenset(lexicon["ends"])

    def find(self, page: Page, body_at: Mapping[tuple[int, int], Cluster]) -> dict[int, tuple[str, str]]:
        """Name and key of the owner, by the start offset of each post in its list."""
        words = page.words
        posts, ends = dict[int, int](), dict[int, int]()
        for mention in page.mentions:
            if mention.type in _LISTED and mention.start in words.first_at and mention.end in words.last_at:
                first, last = words.first_at[mention.start], words.last_at[mention.end]
                if mention.type == "Position":
                    posts[first] = mention.start
                if mention.type != "Quantity":
                    ends[first] = max(last, ends.get(first, 0))
        found: dict[int, tuple[str, str]] = {}
        for (start, end), cluster in body_at.items():
            k = words.last_at.get(end)
            if k is None:
                continue
            owner = (page.text[start:end], cluster.key)
            acting = self._acting(page, words.first_at[start], k, posts, ends) if start in words.first_at else []
            for first in (*self._list(page, k, posts, ends), *(self._headed(page, k, posts) or acting)):
                found.setdefault(first, owner)
        return found

    def _headed(self, page: Page, k: int, posts: Mapping[int, int]) -> list[int]:
        """The start offsets of the posts in which somebody heads the body before token k."""
        words, limit = page.words, page.words.line[k - 1]
        while k < limit and words.low[k] not in self.by:
            counted = words.low[k] in self.having or words.low[k] == "," or words.low[k].isdigit()
            if not counted and not (words.low[k - 1].isdigit() or words.low[k - 2].isdigit()):
                return []
            k += 1
        ended = next((i for i in range(k, limit) if words.low[i] in self.ends), limit)
        return [posts[i] for i in range(k + 1, ended) if i in posts and words.low[i - 1] in self.serving]

    def _acting(
        self, page: Page, first: int, k: int, posts: Mapping[int, int], ends: Mapping[int, int]
    ) -> list[int]:
        """The start offset of the post of who acts for the body at tokens [first, k): "báo cáo của [Sở X] do Phó Giám
        đốc A trình bày", "đoàn của [Ban X] do ông A, Phó Trưởng ban làm trưởng đoàn"."""
        low, limit = page.words.low, page.words.line[k - 1]
        if not first or low[first - 1] not in self.of or k >= limit or low[k] not in self.by:
            return []
        k += 1
        while k < limit and k not in posts and (k in ends or low[k] in self.listing):
            k = ends.get(k, k + 1)
        return [posts[k]] if k in posts else []

    def _list(self, page: Page, k: int, posts: Mapping[int, int], ends: Mapping[int, int]) -> list[int]:
        """The start offsets of the posts that the body before token k is said to have."""
        words, result = page.words, list[int]()
        limit = words.line[k - 1]
        while k < limit and words.low[k] in self.adverbs:
            k += 1
        if k >= limit or words.low[k] not in self.having:
            return []
        k += 1
        while k < limit:
            if k in posts:
                result.append(posts[k])
            if k not in ends and words.low[k] not in self.listing and not words.low[k].isdigit():
                break
            k = ends.get(k, k + 1)
        return result
