"""Bodies of one article: names compared without abbreviations, with the places they stand for filled in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from vnkg.annotate.words import split
from vnkg.knowledge import Knowledge
from vnkg.link.chains import Place, beside_places, chained_places
from vnkg.link.clusters import Cluster, grouped, of_spans
from vnkg.link.plain import printed
from vnkg.model import NOMINAL, Mention, Page
from vnkg.text import is_numeral

ORGANIZATION = "Organization"
_CACHED = 65_536
# A short form inside a name: "Ủy ban Kiểm tra (UBKT) Tỉnh ủy".
_BRACKETS = re.compile(r" \(\w+\) ")


class BodyLinker:
    """Keys of bodies: "ủy ban nhân dân @hà tĩnh", with the place's key after the at sign."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["linking"]
        self.written_out: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for short, full in lexicon["abbreviations"].items():
            self.written_out.setdefault(split(short)[0], []).append((split(short), split(full)))
        self.local = {
            split(word): kind for kind in ("province", "city", "district") for word in lexicon["body"][kind]
        }
        self.light = frozenset(w for word in lexicon["body"]["light"] for w in split(word))
        self.kinds = {" ".join(split(w)): kind for kind in ("province", "city", "district", "commune")
                      for w in lexicon["place"][kind]}
        heads = knowledge.lexicon["organizations"]["head"]
        self.home = "@" + " ".join(split(knowledge.lexicon["places"]["nominal"]["home"]))
        self.alone = {split(word) for head in heads if head.get("alone") for word in head["words"]}
        self.terms = frozenset(lexicon["body"]["term"])
        self._words = lru_cache(maxsize=_CACHED)(self._compared)  # the same few bodies are named again and again
        self.territorial = {
            kind: frozenset(" ".join(self._words(word)) for word in words)
            for kind, words in lexicon["body"]["territorial"].items()
        }

    def link(self, page: Page, mentions: Iterable[Mention], places: list[Cluster]) -> list[Cluster]:
        """Clusters of all mentions of bodies."""
        listed = sorted(mentions, key=lambda m: (m.start, m.end))
        by_span = of_spans(places)
        inside = sorted(by_span, key=lambda span: (span[0], -span[1]))
        own, mixed = _own_places(page, places, self.kinds)
        beside = beside_places(page, by_span) if mixed else {}
        chained = {**beside, **chained_places(page, by_span)}
        keyed = [
            (self._key(page, m, by_span, inside, own, chained.get((m.start, m.end))), m) for m in listed
        ]
        keyed = self._short_forms(page, _given_names(keyed))
        clusters = grouped(ORGANIZATION, keyed)
        names = {cluster.key: cluster for cluster in places}
        for cluster in clusters:
            cluster.name = self._name(page, cluster, names)
        return clusters

    @staticmethod
    def _own(own: dict[str, str], chained: Place | None) -> dict[str, str]:
        """The places that bare heads stand for, with the one that the rest of a list of posts names."""
        return {**own, _KINDS[chained[0]]: chained[1]} if chained and chained[0] in _KINDS else own

    def _key(
        self,
        page: Page,
        mention: Mention,
        by_span: dict[tuple[int, int], Cluster],
        inside: list[tuple[int, int]],
        own: dict[str, str],
        chained: Place | None,
    ) -> str:
        known = mention.get("known")
        if known:
            return f"={known}"
        words = [*self._words(mention.get("head"))]
        position = mention.start
        place = ""
        for span in inside[bisect_left(inside, (mention.start + 1, -1)) : bisect_left(inside, (mention.end, -1))]:
            if mention.start < span[0] and span[1] <= mention.end and span[0] >= position:
                words += self._words(page.text[position : span[0]])
                if words[-1:] == [self.home] and self._headed_within(page, span):
                    words.pop()
                place = by_span[span].key
                words.append(f"@{place}")
                position = span[1]
        words += self._words(page.text[position : mention.end])
        words = self._without_term(words)
        if not place:
            kind = next((k for w, k in self.local.items() if tuple(words[-len(w):]) == w), "")
            meant = self._own(own, chained).get(kind, "") if kind else ""
            if chained and not meant and " ".join(words) in self.territorial.get(chained[0], ()):
                meant = chained[1]
            words += [f"@{meant}"] if meant else []
        return " ".join(words)

    def _headed_within(self, page: Page, span: tuple[int, int]) -> bool:
        """Whether a place has the head of one in the country: "MTTQ Việt Nam [tỉnh Hà Nam]" is the province's."""
        words = split(page.text[span[0] : span[1]])
        return any(" ".join(words[:size]) in self.kinds for size in (1, 2))

    def _compared(self, text: str) -> tuple[str, ...]:
        """The words of a name that tell bodies apart, abbreviations written out."""
        tokens = split(_BRACKETS.sub(" ", text))
        result: list[str] = []
        i = 0
        while i < len(tokens):
            for short, full in self.written_out.get(tokens[i], ()):
                if tokens[i : i + len(short)] == short:
                    result += full
                    i += len(short)
                    break
            else:
                if tokens[i] not in self.light and tokens[i] not in ("-", ",", "."):
                    result.append(tokens[i])
                i += 1
        return tuple(result)

    def _without_term(self, words: list[str]) -> list[str]:
        return words[: _before_term([word.lower() for word in words], self.terms)]

    def _short_forms(self, page: Page, keyed: list[tuple[str, Mention]]) -> list[tuple[str, Mention]]:
        """A bare head ("UBND", "Ban Chấp hành") or nominal stands for the body last named with it."""
        result: list[tuple[str, Mention]] = []
        fuller = [key for key, _ in keyed]
        for key, mention in keyed:
            if "@" not in key and not key.startswith("=") and self._may_be_short(page, key, mention):
                before = [k for k, _ in result if k != key and k.startswith(key + " ")]
                after = [k for k in fuller[len(result) :] if k != key and k.startswith(key + " ")]
                key = before[-1] if before else (after[0] if after else key)
            result.append((key, mention))
        return result

    def _may_be_short(self, page: Page, key: str, mention: Mention) -> bool:
        return mention.kind == NOMINAL or split(page.text[mention.start : mention.end]) in self.alone or " " in key

    def _name(self, page: Page, cluster: Cluster, places: dict[str, Cluster]) -> str:
        """The fullest mention, with the name of its place where the article leaves that out."""
        named = [m for m in cluster.mentions if m.kind != NOMINAL] or cluster.mentions
        best = max(named, key=lambda m: (m.end - m.start, -m.start))
        name = self._plain(page.text[best.start : best.end])
        if best.get("head"):
            name = f"{best.get('head').capitalize()} {name}"
        place = places.get(cluster.key.rsplit("@", 1)[1]) if "@" in cluster.key else None
        if place is None or place.key.startswith("~"):
            return name
        if any(best.start < m.end <= best.end for m in place.mentions if m.kind != NOMINAL):
            return name
        return f"{name} {place.attributes.get('known') or _bare(_longest(page, place))}"

    def _plain(self, name: str) -> str:
        """The name without the term: a body is one across its terms."""
        words = name.split()
        return " ".join(words[: _before_term([word.rstrip(",").lower() for word in words], self.terms)])


def _before_term(words: list[str], terms: frozenset[str]) -> int:
    """How many words stand before the term that ends a name: "khóa XII", "khóa XI, XII"."""
    term = next((k for k in range(len(words) - 2, 0, -1) if words[k] in terms), len(words))
    return term if all(not word or is_numeral(word.upper()) for word in words[term + 1 :]) else len(words)


def _given_names(keyed: list[tuple[str, Mention]]) -> list[tuple[str, Mention]]:
    """Short forms that the article gives to bodies, with the keys of those bodies."""
    by_span = {f"{m.start}:{m.end}": key for key, m in keyed}
    return [(by_span.get(m.get("full"), key), m) for key, m in keyed]


def _longest(page: Page, cluster: Cluster) -> str:
    named = [m for m in cluster.mentions if m.kind != NOMINAL] or cluster.mentions
    best = max(named, key=lambda m: (m.end - m.start, -m.start))
    return page.text[best.start : best.end]


def _bare(name: str) -> str:
    """The name from its first capital on."""
    words = name.split()
    first = next((i for i, w in enumerate(words) if w[0].isupper()), 0)
    return " ".join(words[first:])


def _own_places(page: Page, places: list[Cluster], kinds: dict[str, str]) -> tuple[dict[str, str], bool]:
    """The key of the place that bare heads of each kind stand for, else the most frequent known one of the kind; and
    whether the article is of several provinces, none of which has half of the mentions."""
    shown: dict[str, Counter[str]] = {}
    for cluster in places:
        if cluster.key.startswith("~"):
            continue
        for mention in cluster.mentions:
            nominal = mention.kind == NOMINAL
            words = printed(page, mention).split()
            headed = next((kinds[head] for head in (" ".join(words[:2]), " ".join(words[:1])) if head in kinds), "")
            kind = headed if nominal or headed else _KINDS.get(mention.get("kind"), "")
            if kind:
                weight = 3 if nominal else 2 if mention.get("known") else 1
                shown.setdefault(kind, Counter())[cluster.key] += weight
    provinces = shown.get("province", Counter())
    if "city" not in shown and "province" in shown:
        shown["city"] = provinces
    mixed = 2 * max(provinces.values(), default=0) < provinces.total()
    return {kind: counts.most_common(1)[0][0] for kind, counts in shown.items()}, mixed


_KINDS = {"province": "province", "municipality": "city", "city": "city", "district": "district", "town": "district"}
