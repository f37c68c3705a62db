"""Posts of one article: the title and the body it belongs to; a bare title stands for the post named with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vnkg.annotate.words import split
from vnkg.knowledge import Knowledge
from vnkg.link.clusters import Cluster, grouped, of_spans, within
from vnkg.model import Mention, Page

POSITION = "Position"
_Held = tuple[Mapping[tuple[int, int], Cluster], Sequence[tuple[int, int]], str]
"""Clusters by their spans, these spans in text order, and the mark of their keys."""


class PostLinker:
    """Keys of posts: the title and the key of the outermost body or place inside the mention."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["linking"]
        self.secretary = frozenset(lexicon["post"]["secretary"])
        self.full = {short.lower(): full.lower() for short, full in lexicon["abbreviations"].items()}

    def link(
        self, page: Page, mentions: Iterable[Mention], bodies: list[Cluster], places: list[Cluster]
    ) -> list[Cluster]:
        """Clusters of all mentions of posts."""
        body_at, place_at = of_spans(bodies), of_spans(places)
        held = ((body_at, tuple(body_at), "#"), (place_at, tuple(place_at), "@"))
        keyed = [(self._key(page, m, held), m) for m in mentions]
        return grouped(POSITION, self._complete(page, keyed))

    def _key(self, page: Page, mention: Mention, held: Iterable[_Held]) -> tuple[str, str]:
        """(title, key of what it belongs to or ""); `held` are what titles may hold, the first sort first."""
        for by_span, spans, mark in held:
            inner = within(spans, mention.start, mention.end)
            if inner:
                start, end = min(inner, key=lambda s: (s[0], -s[1]))
                title = self._title(page.text[mention.start : max(start, mention.start)])
                rest = self._title(page.text[end : mention.end])
                return " ".join(filter(None, (title, rest))), mark + by_span[start, end].key
        return self._title(page.text[mention.start : mention.end]), ""

    def _title(self, text: str) -> str:
        return " ".join(self.full.get(w, w) for w in split(text))

    def _complete(self, page: Page, keyed: list[tuple[tuple[str, str], Mention]]) -> list[tuple[str, Mention]]:
        """Keys in which a bare title or an abbreviated post takes what it belongs to from a fuller mention."""
        full = [pair for pair, _ in keyed if pair[1]]
        written_out = {self._title(page.text[m.start : m.end]): pair for pair, m in keyed if pair[1]}
        keyed = [(written_out.get(pair[0], pair) if not pair[1] else pair, m) for pair, m in keyed]
        result = []
        for i, ((title, of), mention) in enumerate(keyed):
            before = [pair for pair, _ in keyed[:i] if pair[1].startswith("#")]
            if not of:
                same = [pair for pair in before if pair[0] == title] or [pair for pair in full if pair[0] == title]
                of = same[-1][1] if same and same is not full else (same[0][1] if same else "")
            elif of.startswith("@") and title in self.secretary:
                same = [pair for pair in full if pair[0] == title and pair[1].endswith(" " + of)]
                of = same[0][1] if same else of
            result.append((f"{title}{of}", mention))
        return result
