"""What a name says by itself: the body of a post, the place of a body, the body above, the ordinal of an event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnkg.annotate.organizations import PARTY_INSIDE
from vnkg.annotate.venues import ADDRESS
from vnkg.annotate.words import split
from vnkg.extract.scene import Scene
from vnkg.knowledge import Knowledge
from vnkg.link.chains import chained_places
from vnkg.model import NOMINAL, Mention, Span, Statement

_CONFIDENCE = 0.94
_BY_TERM = frozenset(("congress", "election"))
# Words before the issuer in a document's name: its type and "of"; more of them are its subject.
_ISSUER = 4
# Characters between two places of an address or a list.
_APART = 16


class NameReader:
    """Statements from the structure of names, on any page."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["names"]
        self.submitted = frozenset(lexicon["submitted"])
        self.about = frozenset(lexicon["about"])
        self.adopted = frozenset(lexicon["adopted_by_congress"])
        self.amending = frozenset(lexicon["amending"])
        self.of = frozenset(lexicon["of"])
        self.not_issued = frozenset(lexicon["not_issued"])
        self.not_about = frozenset(lexicon["not_about"])
        self.links, self.opening = tuple(lexicon["links"]), tuple(lexicon["opening"])
        self.joint = frozenset(knowledge.lexicon["organizations"]["joint"]["by"])
        self.units = frozenset(split(word) for word in lexicon["units"])
        self.above = frozenset(split(word) for word in lexicon["above"])
        self.assemblies = frozenset(word.lower() for word in knowledge.lexicon["positions"]["title"]["above"])
        self.assembly_units = frozenset(split(word) for word in lexicon["assembly_units"])
        self.units_of: dict[str, str] = dict(knowledge.lexicon["linking"]["post"]["unit"])
        self.post_of: dict[str, str] = dict(lexicon["post_of"])
        self.lying, self.listing = frozenset(lexicon["lying"]), frozenset(lexicon["listing"])
        self.territorial = {
            kind: frozenset(map(str.lower, words))
            for kind, words in knowledge.lexicon["linking"]["body"]["territorial"].items()
        }
        self.part_of_event = tuple(lexicon["part_of_event"])
        self.founding = frozenset(split(word) for word in lexicon["founding"])

    def read(self, scene: Scene) -> Iterator[Statement]:
        """All statements of this kind; the same fact may come more than once."""
        readers = {
            "Position": self._post, "Organization": self._body, "Event": self._event, "Document": self._document,
            "Place": self._place,
        }
        # The street in an address with a number has no place of its own.
        streets = {m.end: m for m in scene.page.mentions if m.rule == ADDRESS and m.get("kind") == "site"}
        for mention in scene.page.mentions:
            reader = readers.get(mention.type)
            address = streets.get(mention.end, mention)
            if mention.type == "Place" and address is not mention:
                yield from self._say(scene, address, "locatedIn", mention, "address")
            elif reader is not None:
                yield from reader(scene, mention)
        yield from self._units(scene)
        yield from self._of_assembly(scene)
        yield from self._chained(scene)

    def _chained(self, scene: Scene) -> Iterator[Statement]:
        """The place that the last of a list of bodies names is that of those before it too: "HĐND, UBND tỉnh X"."""
        places = {(m.start, m.end): e for e in scene.entities.values() if e.type == "Place" for m in e.mentions}
        ids = {entity.key: entity.id for entity in places.values()}
        for (start, end), (kind, key) in chained_places(scene.page, places).items():
            body = scene.id_of.get((start, end, "Organization"))
            if body is not None and scene.page.low[start:end] in self.territorial.get(kind, ()):
                yield Statement(body, "jurisdiction", Span(start, end), object=ids[key], confidence=_CONFIDENCE,
                                rule="names:chained")

    @staticmethod
    def _say(scene: Scene, subject: Mention, predicate: str, object_: Mention, rule: str) -> Iterator[Statement]:
        one, other = scene.id_at(subject), scene.id_at(object_)
        if one != other:
            yield Statement(one, predicate, Span(subject.start, subject.end), object=other, confidence=_CONFIDENCE,
                            rule=f"names:{rule}")

    def _post(self, scene: Scene, mention: Mention) -> Iterator[Statement]:
        inner = [m for m in scene.inside(mention) if m.type == "Organization"]
        owned = "#" in scene.entities[scene.id_at(mention)].key
        inner = inner or [m for m in scene.inside(mention) if m.type == "Place" and m.kind != NOMINAL and not owned]
        if inner:
            yield from self._say(scene, mention, "positionIn", inner[0], "post")
        elif body := self._body_of(scene, mention):
            yield Statement(scene.id_at(mention), "positionIn", Span(mention.start, mention.end), object=body,
                            confidence=0.85, rule="names:post-of")

    def _body_of(self, scene: Scene, mention: Mention) -> str | None:
        """The body that is said to have a bare post, or the one body of the article whose name a post's name is a
        form of ("Tỉnh ủy viên")."""
        owner = scene.entities[scene.id_at(mention)].key.partition("#")[2]
        if owner:
            return next((e.id for e in scene.entities.values() if e.type == "Organization" and e.key == owner), None)
        title = scene.page.low[mention.start : mention.end]
        head = self.post_of.get(title) or next(
            (f"{unit}{title[len(word) :]}" for word, unit in self.units_of.items() if title.startswith(f"{word} ")), ""
        )
        found = [
            e.id for e in scene.entities.values() if e.type == "Organization" and head
            and any(scene.page.low[m.start : m.end].split(",")[0].startswith(head) for m in e.mentions)
        ]
        return found[0] if len(found) == 1 else None

    def _body(self, scene: Scene, mention: Mention) -> Iterator[Statement]:
        inner = list(scene.inside(mention))
        bodies = [m for m in inner if m.type == "Organization" and m.rule != PARTY_INSIDE]
        direct = [m for m in bodies if not any(o is not m and o.start <= m.start and m.end <= o.end for o in bodies)]
        for above in direct[:1] if len(direct) < 2 or not self._joint(scene, direct) else direct:
            yield from self._say(scene, mention, "partOf", above, "body")
        for place in inner:
            if place.type != "Place" or any(b.start <= place.start and place.end <= b.end for b in bodies):
                continue
            places = [o for o in inner if o.type == "Place" and o is not place]
            if any(o.start <= place.start and place.end <= o.end for o in places):
                continue
            yield from self._say(scene, mention, "jurisdiction", place, "body")

    def _joint(self, scene: Scene, bodies: list[Mention]) -> bool:
        """Whether only the words of a list part the bodies, as in the name of an office that they share."""
        return all(scene.page.low[a.end : b.start].strip() in self.joint for a, b in pairwise(bodies))

    def _units(self, scene: Scene) -> Iterator[Statement]:
        """ "Vụ trưởng Vụ X, Bộ Y" and "Cục X (Bộ Y)": the body named next holds the unit."""
        for one, other in pairwise(scene.outer):
            link = scene.page.text[one.end : other.start]
            if other.type != "Organization" or link not in (self.opening if one.type == "Organization" else self.links):
                continue
            unit = one if one.type == "Organization" else next(
                (m for m in scene.inside(one) if m.type == "Organization" and m.end == one.end), None
            )
            if unit is not None and self._begins(scene, unit, self.units) and self._begins(scene, other, self.above):
                yield from self._say(scene, unit, "partOf", other, "unit")

    def _of_assembly(self, scene: Scene) -> Iterator[Statement]:
        """ "Ủy ban Tư pháp của Quốc hội": the committee is the assembly's."""
        bodies = [m for m in scene.page.mentions if m.type == "Organization"]
        for one, other in pairwise(bodies):
            link = scene.page.text[one.end : other.start].strip()
            if link in self.of and scene.page.low[other.start : other.end] in self.assemblies and self._begins(
                    scene, one, self.assembly_units):
                yield from self._say(scene, one, "partOf", other, "assembly")

    @staticmethod
    def _begins(scene: Scene, mention: Mention, heads: frozenset[tuple[str, ...]]) -> bool:
        words = split(scene.page.text[mention.start : mention.end])
        return words[:1] in heads or words[:2] in heads

    def _event(self, scene: Scene, mention: Mention) -> Iterator[Statement]:
        # The term is the only number of a congress or an election that is named by it.
        ordinal = mention.get("ordinal") or (mention.get("term") if mention.get("kind") in _BY_TERM else "")
        events = [m for m in scene.inside(mention) if m.type == "Event"]
        whole = events[0] if events else None
        if whole is not None and scene.page.low[mention.start : whole.start].rstrip().endswith(self.part_of_event):
            yield from self._say(scene, mention, "partOf", whole, "part")
        if ordinal and not any(m.get("ordinal") == ordinal for m in events):
            yield Statement(scene.id_at(mention), "ordinal", Span(mention.start, mention.end), value=ordinal,
                            confidence=_CONFIDENCE, rule="names:event")

    def _document(self, scene: Scene, mention: Mention) -> Iterator[Statement]:
        for inner in scene.inside(mention):
            before = split(scene.page.text[mention.start : inner.start])
            if inner.type == "Event" and before and before[-1] in self.submitted:
                yield from self._say(scene, mention, "submittedTo", inner, "submitted")
            elif inner.type == "Event" and before and " ".join(before) in self.adopted:
                yield from self._say(scene, mention, "adoptedBy", inner, "adopted")
            elif inner.type == "Document" and before and before[-1] in self.amending:
                yield from self._say(scene, mention, "amends", inner, "amending")
            elif self._is_topic(mention, inner, before):
                yield from self._say(scene, mention, "about", inner, "about")
            elif inner.type == "Organization" and before and before[-1] in self.of and self._issues(mention, before):
                yield from self._say(scene, mention, "issuedBy", inner, "issuer")

    def _is_topic(self, mention: Mention, inner: Mention, before: tuple[str, ...]) -> bool:
        """Whether a document, an event or, after words like "founding", a body is what the name is about."""
        if not before or mention.get("kind") in self.not_about or inner.kind == NOMINAL:
            return False
        if inner.type in ("Document", "Event"):
            return bool(self.about.intersection(before)) and before[-1] not in self.of
        return inner.type in ("Organization", "Place") and before[-2:] in self.founding

    def _issues(self, mention: Mention, before: tuple[str, ...]) -> bool:
        """Whether "of" a body in a document's name says who issued it: not within what it is about."""
        short = len(before) <= _ISSUER and not self.about.intersection(before)
        return short and mention.get("kind") not in self.not_issued

    def _place(self, scene: Scene, mention: Mention) -> Iterator[Statement]:
        """ "xã Bình Minh, huyện Tam Dương" and "Nhà hát (Hà Nội)": the next place holds this one, and those of its kind
        that are listed before it ("phường A, phường B, quận C").
        """
        if mention.kind == NOMINAL:
            return
        last = mention
        while (other := self._next_place(scene, last)) and _size(other) == _size(mention):
            last = other
        if other is None or not _wider(other, mention):
            return
        bracketed = "(" in scene.page.text[last.end : other.start]
        if last is not mention and not bracketed and self._next_place(scene, other):
            return
        one, wide = scene.id_at(mention), scene.id_at(other)
        if one != wide:
            yield Statement(one, "locatedIn", Span(mention.start, other.end), object=wide, confidence=0.9,
                            rule="names:place")

    def _next_place(self, scene: Scene, mention: Mention) -> Mention | None:
        """The place that only a comma, a bracket or a word of lists or of lying parts from this one."""
        for other in scene.beginning(mention.end + 1, mention.end + _APART):
            if other.type == "Place" and other.kind != NOMINAL:
                between = scene.page.low[mention.end : other.start].strip()
                if between in self.lying or (between in self.listing and _size(other) == _size(mention)):
                    return other
        return None


_SIZE = {"country": 5, "province": 4, "municipality": 4, "region": 4, "city": 3, "capital": 3, "district": 3, "town": 3,
         "commune": 2, "village": 1, "street": 1, "site": 1}


def _size(place: Mention) -> int:
    return _SIZE.get(place.get("kind"), 0)


def _wider(other: Mention, mention: Mention) -> bool:
    return _size(other) > _size(mention) > 0
