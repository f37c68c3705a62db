"""Documents of one article: equal numbers or names; nominals stand for the document of their type last named, or in
another paragraph for the one that the article speaks of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from vnkg.annotate.documents import INTRODUCED
from vnkg.knowledge import Knowledge
from vnkg.link.clusters import Cluster, grouped, of_spans
from vnkg.link.plain import printed
from vnkg.model import NOMINAL, Mention, Page
from vnkg.text import key as folded_key

DOCUMENT = "Document"
# View characters after an unnumbered document that tell it from others of its kind.
_TAIL = 24


class DocumentLinker:
    """Keys of documents: kind and number, else the name without light words."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["linking"]["document"]
        self.of = tuple(f" {word} " for word in lexicon["of"])
        self.light = frozenset(lexicon["light"])
        self.replacing = tuple(f"{word} " for word in lexicon["replacing"])

    def link(self, page: Page, mentions: Iterable[Mention], events: Iterable[Cluster]) -> list[Cluster]:
        """Clusters of documents; a nominal stands for the document of its kind last named, unless it is introduced
        as a new one or an issuer after it says which one it is."""
        event_at = of_spans(events)
        keyed: list[tuple[str, Mention]] = []
        named: list[tuple[str, Mention]] = []
        for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
            key = self._key(page, mention, event_at)
            if mention.kind == NOMINAL and page.low.startswith(self.of, mention.end):
                key = f"~{page.low[mention.start : mention.end + _TAIL]}"
            elif mention.rule == INTRODUCED:
                key = f"~{key}|{mention.start}"
                named.append((key, mention))
            elif mention.kind == NOMINAL:
                long = len(printed(page, mention).split()) > 4
                key = ("" if long else self._antecedent(page, mention, named, keyed)) or f"~{key}"
            else:
                key = next((k for k, m in named if _same(page, key, mention, k, m)), key)
                named.append((key, mention))
            keyed.append((key, mention))
        return grouped(DOCUMENT, keyed)

    def _antecedent(
        self, page: Page, mention: Mention, named: Sequence[tuple[str, Mention]], keyed: Sequence[tuple[str, Mention]]
    ) -> str:
        """The key of the document that a nominal stands for; "" when none of its kind was named."""
        alike = [(k, m) for k, m in named if m.get("kind") == mention.get("kind")]
        same = [(k, m) for k, m in alike if not page.low.endswith(self.replacing, 0, m.start)] or alike
        if not same:
            return ""
        last, nearest = same[-1]
        if "\n" not in page.text[nearest.end : mention.start]:
            return last
        spoken_of = Counter(k for k, _ in keyed)
        most = max(spoken_of[k] for k, _ in same)
        return next(k for k, _ in reversed(same) if spoken_of[k] == most)

    def _key(self, page: Page, mention: Mention, event_at: Mapping[tuple[int, int], Cluster]) -> str:
        number = mention.get("number")
        if number:
            return f"{mention.get('kind')} {number.lower()}"
        inside = [span for span in event_at if mention.start <= span[0] and span[1] <= mention.end]
        if not inside:
            return self._words(page.text[mention.start : mention.end])
        start, end = min(inside, key=lambda span: (span[0], -span[1]))
        rest = (page.text[mention.start : start], page.text[end : mention.end])
        return f"{self._words(rest[0])} {{{event_at[start, end].key}}} {self._words(rest[1])}".strip()

    def _words(self, text: str) -> str:
        return " ".join(word for word in folded_key(text).split() if word not in self.light)


def _same(page: Page, key: str, mention: Mention, other_key: str, other: Mention) -> bool:
    """Whether an unnumbered name repeats a longer one of the same type, or a bare number a full one."""
    if key == other_key:
        return True
    if mention.get("number") and other.get("number"):
        return mention.get("number").lower() == other.get("number").lower()
    if mention.get("number") or other.get("number") or mention.get("kind") != other.get("kind"):
        return False
    short, long = sorted((printed(page, mention), printed(page, other)), key=len)
    return long.startswith(short + " ")
