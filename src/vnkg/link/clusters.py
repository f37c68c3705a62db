"""A cluster: mentions of one page that stand for one thing, with the key that says which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vnkg.model import Mention


@dataclass(slots=True)
class Cluster:
    """Mentions in text order; `key` tells things of one type apart within the page; `name` is empty when the longest
    mention names it best."""

    type: str
    key: str
    mentions: list[Mention]
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def grouped(type_: str, keyed: Iterable[tuple[str, Mention]]) -> list[Cluster]:
    """One cluster per key, in the order of first mentions; attributes of the first mention that has any."""
    clusters: dict[str, Cluster] = {}
    for key, mention in keyed:
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(type_, key, [])
        cluster.mentions.append(mention)
        for name, value in mention.attributes:
            cluster.attributes.setdefault(name, value)
    for cluster in clusters.values():
        cluster.mentions.sort(key=lambda m: (m.start, m.end))
    return list(clusters.values())


def within(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Those of some sorted spans that [start, end) holds."""
    beginning = spans[bisect_left(spans, (start, -1)) : bisect_left(spans, (end, -1))]
    return [span for span in beginning if span[1] <= end]


def of_spans(clusters: Iterable[Cluster]) -> dict[tuple[int, int], Cluster]:
    """Clusters by the spans of their mentions, in text order."""
    found = {(m.start, m.end): cluster for cluster in clusters for m in cluster.mentions}
    return dict(sorted(found.items(), key=lambda pair: pair[0]))
