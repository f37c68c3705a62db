"""Places of one article: known names by table, bare repetitions, and "tỉnh", "thành phố" for the article's own."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from vnkg.annotate.words import split
from vnkg.knowledge import Knowledge
from vnkg.link.clusters import Cluster, grouped
from vnkg.model import NOMINAL, Mention, Page

PLACE = "Place"
_ADDRESS = "place:address"
_PROVINCES = ("province",)
_CITIES = ("municipality", "city")
_DISTRICTS = ("district", "town")
# Characters before a place that opens a sentence: one short word.
_OPENING = 6
_KINDS = (("province", _PROVINCES), ("city", _CITIES), ("district", _DISTRICTS), ("commune", ("commune",)))


class PlaceLinker:
    """Keys of places: the known or bare name, with its kind where the article has two of one name."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["linking"]["place"]
        self.heads = sorted((split(word) for word in lexicon["heads"]), key=len, reverse=True)
        self.home = str(lexicon["home"])
        self.kind_of = {
            " ".join(split(word)): kind
            for kind in ("province", "city", "country", "district", "commune")
            for word in lexicon[kind]
        }
        self.city = str(lexicon["city"][0]).lower()
        self.city_heads = tuple(str(word).lower() for word in lexicon["city"])
        bodies = knowledge.lexicon["linking"]["body"]
        self.city_bodies, self.district_bodies = (
            tuple(str(word).lower() for word in bodies[level]) for level in ("city", "district"))
        self.known = {
            row["name"].lower(): row["kind"]
            for table in ("cities", "countries", "provinces")
            for row in knowledge.known.get(table, ())
        }

    def link(self, page: Page, mentions: Iterable[Mention]) -> list[Cluster]:
        """Clusters of all place mentions."""
        named: list[tuple[str, Mention]] = []
        nominal: list[Mention] = []
        for mention in mentions:
            if mention.kind == NOMINAL:
                nominal.append(mention)
            else:
                named.append((self.key(page, mention), mention))
        merged = self._merge_bare(page, named)
        own = _Own(merged, self.known, page)
        keyed = [*merged, *((self._nominal_key(page, m, own), m) for m in nominal)]
        clusters = grouped(PLACE, sorted(keyed, key=lambda pair: (pair[1].start, pair[1].end)))
        for cluster in clusters:
            if all(m.kind == NOMINAL for m in cluster.mentions) and cluster.key == self.home.lower():
                cluster.name = self.home
        return clusters

    def key(self, page: Page, mention: Mention) -> str:
        """The name without a head that could be dropped; the known name where the tables have it."""
        known = mention.get("known").lower()
        if not known or mention.get("kind") in ("site", "street", "commune", "village"):
            return self._text(page, mention)
        if self.known.get(known) == "province" and self._is_city(page, mention):
            return f"{self.city} {known}"
        return known

    def _is_city(self, page: Page, mention: Mention) -> bool:
        """Whether the city of a province's name is meant: by its head, or by the city's body before it."""
        low = page.low[mention.start : mention.end]
        if any(low.startswith(f"{head} ") for head in self.city_heads):
            return True
        return self._behind(page, mention, self.city_bodies)

    @staticmethod
    def _behind(page: Page, mention: Mention, bodies: tuple[str, ...]) -> bool:
        """Whether one of some words stands right before a mention."""
        return page.low[max(0, mention.start - 20) : mention.start].rstrip().endswith(bodies)

    def _text(self, page: Page, mention: Mention) -> str:
        tokens = split(page.text[mention.start : mention.end])
        if mention.rule == _ADDRESS:
            tokens = tokens[next((k for k, token in enumerate(tokens) if token[0].isdigit()), 0) :]
        for head in self.heads:
            if tokens[: len(head)] == head and len(tokens) > len(head):
                return " ".join(tokens[len(head) :])
        return " ".join(tokens)

    def _merge_bare(self, page: Page, named: list[tuple[str, Mention]]) -> list[tuple[str, Mention]]:
        """A bare name takes the key of a headed one that ends with it ("Bình Minh", "xã Bình Minh"); the first such. So
        does the name of a former district, where the article only speaks of the commune called like it."""
        keys = list(dict.fromkeys(key for key, _ in named))
        communes = {key for key, mention in named if mention.get("kind") == "commune"}
        headed = {key for key, mention in named
                  if mention.end - mention.start > len(key) + 1 or self._behind(page, mention, self.district_bodies)}
        numbered = {key for key, mention in named if mention.rule == _ADDRESS and mention.get("kind") == "site"}
        longer: dict[str, str] = {}
        for key in keys:
            # A street is no house of its own.
            for other in keys if any(map(str.isdigit, key)) else [k for k in keys if k not in numbered]:
                if other != key and other.endswith(" " + key) and len(other.split()) - len(key.split()) <= 2:
                    longer.setdefault(key, other)

        def merges(key: str, mention: Mention) -> bool:
            former = mention.get("kind") in _DISTRICTS and key not in headed and longer.get(key) in communes
            return not mention.get("known") or former

        return [(longer.get(key, key) if merges(key, mention) else key, mention) for key, mention in named]

    def _nominal_key(self, page: Page, mention: Mention, own: _Own) -> str:
        words = " ".join(split(page.text[mention.start : mention.end]))
        kind = self.kind_of.get(words, "")
        if kind == "country":
            return self.home.lower()
        return own.of(kind, mention.start) or f"~{words}"


class _Own:
    """The place that a bare head of some kind stands for: the article's most frequent one, or the nearest before."""

    def __init__(self, named: list[tuple[str, Mention]], known: dict[str, str], page: Page) -> None:
        self.opening = page.sentences[min(3, len(page.sentences) - 1)].end if page.sentences else 0
        self.found: dict[str, list[tuple[int, str]]] = {}
        self.sentences = [sentence.start for sentence in page.sentences]
        self.title = page.text.find("\n")
        for key, mention in named:
            kind = mention.get("kind")
            abroad = kind == "province" and known.get(key) == "city"
            kind = known.get(key, kind) if kind in ("province", "city", "district", "capital") and not abroad else kind
            for name, kinds in _KINDS:
                if kind in kinds:
                    self.found.setdefault(name, []).append((mention.start, key))

    def of(self, kind: str, position: int) -> str:
        """The key meant at a position, or "" when the article names none of that kind."""
        candidates = self.found.get(kind) or (self.found.get("province") if kind == "city" else None) or []
        if not candidates:
            return ""
        before = [(start, key) for start, key in candidates if start <= position]
        if before and self._opens(before[-1][0], position):
            return before[-1][1]
        if kind in ("province", "city"):
            main = self._main(candidates)
            if main:
                return main
        return before[-1][1] if before else candidates[0][1]

    def _opens(self, start: int, position: int) -> bool:
        """Whether a place opens the sentence of a position, behind a word like "at": "Tại Đà Nẵng, … thành phố"."""
        sentence = self.sentences[bisect_right(self.sentences, position) - 1]
        return 0 < start - sentence <= _OPENING

    def _main(self, candidates: list[tuple[int, str]]) -> str:
        """The place of title and dateline, or of the title alone when no other is named as often, else one named at
        least twice as often as any other."""
        opening = [key for start, key in candidates if start < self.opening]
        counts = Counter(key for _, key in candidates).most_common(2)
        if opening and len(set(opening)) == 1:
            return opening[0]
        titled = {key for start, key in candidates if start < self.title}
        if titled == {counts[0][0]} and counts[0][1] > counts[1][1]:
            return counts[0][0]
        return counts[0][0] if len(counts) == 1 or counts[0][1] >= 2 * counts[1][1] else ""
