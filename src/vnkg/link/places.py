"""Places of one article: known names by table, bare repetitions, and "tỉnh", "thành phố" for the article's own."""

from __future__ import annotations

from collections.abc import Iterable

from vnkg.annotate.venues import ADDRESS
from vnkg.annotate.words import split
from vnkg.knowledge import Knowledge
from vnkg.link.clusters import Cluster, grouped
from vnkg.link.ownplaces import DISTRICTS, OwnPlaces, OwnPlaceWords
from vnkg.model import NOMINAL, Mention, Page

PLACE = "Place"


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
        self.own_words = OwnPlaceWords(knowledge)
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
        own = OwnPlaces(merged, self.known, page, self.own_words)
        keyed = [*merged, *((self._nominal_key(page, m, own), m) for m in nominal)]
        clusters = grouped(PLACE, sorted(keyed, key=lambda pair: (pair[1].start, pair[1].end)))
        for cluster in clusters:
            if all(m.kind == NOMINAL for m in cluster.mentions) and cluster.key == self.home.lower():
                cluster.name = self.home
        return clusters

    def key(self, page: Page, mention: Mention) -> str:
        """The name without a head that could be dropped; the known name where the tables have it."""
        known, kind = mention.get("known").lower(), mention.get("kind")
        namesake = kind in DISTRICTS and self.known.get(known) == "province"
        if not known or namesake or kind in ("site", "street", "commune", "village"):
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
        if mention.rule == ADDRESS:
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
        numbered = {key for key, mention in named if mention.rule == ADDRESS and mention.get("kind") == "site"}
        longer: dict[str, str] = {}
        for key in keys:
            # A street is no house of its own.
            for other in keys if any(map(str.isdigit, key)) else [k for k in keys if k not in numbered]:
                if other != key and other.endswith(" " + key) and len(other.split()) - len(key.split()) <= 2:
                    longer.setdefault(key, other)

        def merges(key: str, mention: Mention) -> bool:
            former = mention.get("kind") in DISTRICTS and key not in headed and longer.get(key) in communes
            namesake = mention.get("kind") == "province" and self._behind(page, mention, self.district_bodies)
            return not mention.get("known") or former or namesake

        return [(longer.get(key, key) if merges(key, mention) else key, mention) for key, mention in named]

    def _nominal_key(self, page: Page, mention: Mention, own: OwnPlaces) -> str:
        words = " ".join(split(page.text[mention.start : mention.end]))
        kind = self.kind_of.get(words, "")
        if kind == "country":
            return self.home.lower()
        return own.of(kind, mention.start) or f"~{words}"
