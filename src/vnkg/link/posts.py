"""Posts of one article: the title and the body it belongs to; a bare title stands for the post named with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vnkg.annotate.words import split
from vnkg.knowledge import Knowledge
from vnkg.link.clusters import Cluster, grouped, of_spans, within
from vnkg.link.owners import OwnerFinder
from vnkg.model import Mention, Page

POSITION = "Position"
# What ends a sentence between two posts.
_STOPS = ("\n", ". ")
_Held = tuple[Mapping[tuple[int, int], Cluster], Sequence[tuple[int, int]], str]
"""Clusters by their spans, these spans in text order, and the mark of their keys."""


class PostLinker:
    """Keys of posts: the title and the key of the outermost body or place inside the mention."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["linking"]
        self.owners = OwnerFinder(lexicon["post"]["owned"])
        self.joint, self.of_state = frozenset(lexicon["post"]["joint"]), frozenset(lexicon["post"]["of_state"])
        self.deputy = tuple(f"{word} " for word in lexicon["post"]["deputy"])
        self.of_place: dict[str, str] = dict(lexicon["post"]["of_place"])
        self.units = tuple(sorted(lexicon["post"]["unit"].items()))
        self.modifiers = tuple(sorted({m.lower() for m in knowledge.lexicon["positions"]["title"]["modifiers"]}))
        self.bare = frozenset(word.lower() for word in knowledge.lexicon["positions"]["title"]["bare"])
        self.full = {short.lower(): full.lower() for short, full in lexicon["abbreviations"].items()}

    def link(
        self, page: Page, mentions: Iterable[Mention], bodies: list[Cluster], places: list[Cluster],
        persons: list[Cluster],
    ) -> list[Cluster]:
        """Clusters of all mentions of posts; `persons` tell who holds the posts that stand before a name."""
        listed = list(mentions)
        if not listed:
            return []
        body_at, place_at = of_spans(bodies), of_spans(places)
        held = ((body_at, tuple(body_at), "#"), (place_at, tuple(place_at), "@"))
        holders = {m.start: cluster.key for cluster in persons for m in cluster.mentions}
        named = {self._title(page.text[m.start : m.end]): c.key for c in bodies for m in c.mentions}
        owners = self.owners.find(page, body_at)
        keyed = [(self._owned(self._in_unit(self._key(page, m, held), named), owners.get(m.start)), m) for m in listed]
        return grouped(POSITION, self._complete(page, keyed, [holders.get(m.end + 1, "") for _, m in keyed]))

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

    def _in_unit(self, key: tuple[str, str], named: Mapping[str, str]) -> tuple[str, str]:
        """The key of a title that holds the word for its body ("Cục trưởng X"), with the body that the page names."""
        for head, unit in self.units if not key[1] or key[1][0] == "@" else ():
            if key[0].startswith(f"{head} "):
                body = named.get(f"{unit}{key[0][len(head) :]}")
                return (head, f"#{body}") if body else key
        return key

    def _owned(self, key: tuple[str, str], owner: tuple[str, str] | None) -> tuple[str, str]:
        """The key of a bare title with the body that is said to have it; `owner` holds that one's name and key."""
        if key[1] or owner is None:
            return key
        words, head = key[0].split(), self._title(owner[0]).split()
        size = next((n for n in (3, 2, 1) if n < len(words) and words[-n:] == head[:n]), 0)
        return " ".join(words[: len(words) - size]), f"#{owner[1]}"

    def _title(self, text: str) -> str:
        return " ".join(self.full.get(w, w) for w in split(text))

    def _complete(
        self, page: Page, keyed: list[tuple[tuple[str, str], Mention]], holders: list[str]
    ) -> list[tuple[str, Mention]]:
        """Keys in which a bare title or an abbreviated post takes what it belongs to from a fuller mention."""
        written_out = {self._title(page.text[m.start : m.end]): pair for pair, m in keyed if pair[1]}
        keyed = [(pair if pair[1] else self._written_out(pair, written_out), m) for pair, m in keyed]
        posts = [(pair, holder) for (pair, _), holder in zip(keyed, holders, strict=True)]
        result = []
        for i, ((title, of), mention) in enumerate(keyed):
            if not of:
                of = (self._beside(page, keyed, i) or _belongs(title, holders[i], posts, i)
                      or self._of_base(title, holders[i], posts, i))
            elif of.startswith("@") and title in self.of_place:
                head = self.of_place[title]
                same = [pair for pair, _ in posts
                        if pair[0] == title and pair[1].endswith(" " + of) and pair[1].startswith(f"#{head}")]
                of = same[0][1] if same else of
            keyed[i] = (title, of), mention
            result.append((f"{title}{of}", mention))
        return result

    def _beside(self, page: Page, keyed: Sequence[tuple[tuple[str, str], Mention]], i: int) -> str:
        """What a bare title belongs to by the posts around it: a deputy's as the chief's before it in the sentence
        ("Chủ tịch HĐND tỉnh là ông A; hai [phó chủ tịch] là …"), or as the next one's that it is joined to
        ("[Phó chủ tịch] kiêm Tổng thư ký Hội X", "[Phó chủ tịch], Chủ tịch UBND huyện Y")."""
        (title, _), mention = keyed[i]
        chief = next((title.removeprefix(word) for word in self.deputy if title.startswith(word)), "")
        if not chief or chief in self.of_state:
            return ""
        (other, of), after = keyed[i + 1] if i + 1 < len(keyed) else keyed[i]
        link = page.low[mention.end : after.start].strip()
        if link in self.joint and of.startswith("#") and (other == chief or link != ","):
            return of
        for (other, of), before in reversed(keyed[:i]):
            if any(mark in page.text[before.end : mention.start] for mark in _STOPS):
                break
            if other == chief and of.startswith("#"):
                return of
        return ""

    def _of_base(self, title: str, holder: str, posts: Sequence[tuple[tuple[str, str], str]], i: int) -> str:
        """What the title without its modifier belongs to: that of "Phó Bí thư" for "Phó Bí thư Thường trực"."""
        base = next((title.removesuffix(f" {word}") for word in self.modifiers if title.endswith(f" {word}")), "")
        return _belongs(base, holder, posts, i) if base else ""

    def _written_out(self, bare: tuple[str, str], fuller: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
        """The key of the fuller post whose text a bare one has, or goes on from its bare head: "Giám đốc Sở"."""
        if bare[0].rpartition(" ")[2] in self.bare:
            return next((pair for text, pair in fuller.items() if text.startswith(f"{bare[0]} ")), bare)
        return fuller.get(bare[0], bare)


def _belongs(title: str, holder: str, posts: Sequence[tuple[tuple[str, str], str]], i: int) -> str:
    """What the bare title at index i belongs to: as the last post of a body with this title, else as the first fuller
    one of the page; never as that of another holder."""
    same = [
        (k, pair[1]) for k, (pair, other) in enumerate(posts)
        if pair[0] == title and pair[1] and not (holder and other and holder != other)
    ]
    before = [of for k, of in same if k < i and of.startswith("#")]
    return before[-1] if before else same[0][1] if same else ""
