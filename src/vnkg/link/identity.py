"""Entities of one article → entities of the corpus: keys that are equal for the same thing anywhere, and labels.

Rules (ontology/lexicon/identity.toml holds the words): a body is its name with its place; a document its number with
issuer and year; a numbered event its name and number; a person the name with the place or level of the posts, so that
namesakes elsewhere stay apart. What only has a meaning inside the article keeps the scope "article".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vnkg.annotate.words import Phrases, split, table
from vnkg.knowledge import Knowledge
from vnkg.model import CORPUS, LOCAL, NAME, Entity, Page, Statement
from vnkg.text import key as folded_key
from vnkg.text import roman

Labeller = Callable[[Entity], str]
# EDTF of a day whose year the article leaves open: two articles may mean two days by it.
_NO_YEAR = "XXXX"
# Places of these kinds are only known by where they lie, even when they bear the name of a known one.
_MANY_OF_ONE_NAME = frozenset(("commune", "village", "street"))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the article says, as far as identities depend on it."""

    objects: dict[tuple[str, str], list[str]]
    by_id: dict[str, Entity]

    def of(self, subject: str, predicate: str) -> list[Entity]:
        return [self.by_id[o] for o in self.objects.get((subject, predicate), ()) if o in self.by_id]


class Identifier:
    """Gives entities their keys, scopes and English labels."""

    def __init__(self, knowledge: Knowledge, label: Labeller) -> None:
        lexicon = knowledge.lexicon["identity"]
        self.label = label
        self.central = tuple(sorted(lexicon["document"]["central"], key=len, reverse=True))
        self.named_documents = frozenset(lexicon["document"]["named"])
        self.numbered = frozenset(lexicon["event"]["numbered"])
        self.party_congress = frozenset(folded_key(name) for name in lexicon["event"]["party_congress"])
        self.nation = tuple(folded_key(name) for name in lexicon["event"]["nation"])
        self.congress_key = str(lexicon["event"]["congress_key"])
        self.renewed = frozenset(lexicon["event"]["renewed"])
        self.plenum = frozenset(folded_key(name) for name in lexicon["event"]["plenum"])
        self.plenum_key = str(lexicon["event"]["plenum_key"])
        self.numerals = frozenset(knowledge.lexicon["events"]["numerals"])
        self.light: Phrases[bool] = table(lexicon["event"]["light"])
        self.home = str(lexicon["person"]["home"])
        self.centre = str(lexicon["person"]["centre"])

    def identify(
        self, page: Page, entities: tuple[Entity, ...], statements: Iterable[Statement]
    ) -> tuple[Entity, ...]:
        """The same entities with key, scope and label; mentions and ids stay."""
        objects: dict[tuple[str, str], list[str]] = {}
        for s in statements:
            if s.object is not None:
                objects.setdefault((s.subject, s.predicate), []).append(s.object)
        facts = _Facts(objects, {e.id: e for e in entities})
        return tuple(self._identified(page, entity, facts) for entity in entities)

    def _identified(self, page: Page, entity: Entity, facts: _Facts) -> Entity:
        identity = ""
        if any(m.kind == NAME for m in entity.mentions):
            identity = self._identity(page, entity, facts)
        local = identity or folded_key(entity.name)
        return Entity(
            entity.id, entity.type, entity.name, entity.mentions, f"{entity.type}|{local}",
            CORPUS if identity else LOCAL, self.label(entity), entity.attributes,
        )

    def _identity(self, page: Page, entity: Entity, facts: _Facts) -> str:
        """What tells the entity from all others of its type in any article, or "" when nothing does."""
        if entity.type == "Event":
            return self._event(entity, page.text)
        if entity.type == "TimeSpan":
            return entity.key if entity.get("edtf") and _NO_YEAR not in entity.get("edtf") else ""
        if entity.type == "Channel":
            return entity.key
        makers: dict[str, Callable[[Entity, _Facts], str]] = {
            "Place": self._place, "Organization": self._body, "Position": self._post, "Person": self._person,
            "Document": self._document,
        }
        maker = makers.get(entity.type)
        return maker(entity, facts) if maker else ""

    def _place(self, entity: Entity, facts: _Facts) -> str:
        kind = entity.get("kind")
        unique = kind in ("province", "municipality", "country", "capital", "region")
        if unique or (entity.get("known") and kind not in _MANY_OF_ONE_NAME):
            return entity.key
        holder = [e.key for e in facts.of(entity.id, "locatedIn")]
        return f"{entity.key}|{holder[0]}" if holder else ""

    def _body(self, entity: Entity, facts: _Facts) -> str:
        if entity.key.startswith("=") or ("@" in entity.key and "@~" not in entity.key):
            return entity.key
        above = [e.key for e in facts.of(entity.id, "partOf")]
        return f"{entity.key}|{above[0]}" if above and (above[0].startswith("=") or "@" in above[0]) else ""

    def _post(self, entity: Entity, facts: _Facts) -> str:
        bodies = facts.of(entity.id, "positionIn")
        if bodies and bodies[0].type == "Organization":
            body = self._body(bodies[0], facts)
            return f"{entity.key.split('#')[0]}|{body}" if body else ""
        if bodies:
            return entity.key
        return ""

    def _person(self, entity: Entity, facts: _Facts) -> str:
        if " " not in entity.key:
            return ""
        anchors = {self._anchor(facts, post) for post in facts.of(entity.id, "holds")} - {""}
        if not anchors:
            return ""
        local = sorted(anchors - {self.centre, self.home})
        return f"{entity.key}|{local[0] if local else self.centre}"

    def _anchor(self, facts: _Facts, post: Entity) -> str:
        """The place of a post's body, followed upwards; the centre for bodies known to be central."""
        bodies = facts.of(post.id, "positionIn")
        for _ in range(4):
            if not bodies:
                return ""
            body = bodies[0]
            if body.type == "Place":
                return body.key
            if body.key.startswith("="):
                return self.centre
            if "@" in body.key:
                return body.key.rsplit("@", 1)[1]
            bodies = facts.of(body.id, "partOf")
        return ""

    def _document(self, entity: Entity, facts: _Facts) -> str:
        number, year = folded_key(entity.get("number")), entity.get("year")
        issued = [e.get("edtf")[:4] for e in facts.of(entity.id, "issuedOn") if e.get("edtf")[:4].isdigit()]
        year = year or (issued[0] if issued else "")
        if number:
            ending = re.sub(r"\d+$", "", entity.get("number")).upper()
            if any(ending.endswith(end) for end in self.central):
                return f"{number}|{year}" if year or "/" in number else ""
            issuers = [self._body(e, facts) for e in self._makers(entity, facts)]
            return f"{number}|{issuers[0]}|{year}" if issuers and issuers[0] else ""
        if entity.get("kind") in self.named_documents:
            return folded_key(entity.name)
        return ""

    @staticmethod
    def _makers(entity: Entity, facts: _Facts) -> list[Entity]:
        """The bodies that issued a document, else those that adopted it."""
        found = facts.of(entity.id, "issuedBy") or facts.of(entity.id, "adoptedBy")
        return [e for e in found if e.type == "Organization"]

    def _event(self, entity: Entity, text: str) -> str:
        ordinal = entity.get("ordinal")
        if not ordinal or entity.get("kind") not in self.numbered:
            return ""
        names = {folded_key(text[m.start : m.end]) for m in entity.mentions if m.kind == NAME}
        term = next((m.get("term") for m in entity.mentions if m.get("term")), "")
        words = {self._without_numbers(name, {ordinal, term}) for name in names}
        of_party = any(part in name for name in names for part in self.nation)
        if entity.get("kind") == "congress" and words & self.party_congress and of_party:
            return f"{self.congress_key}|{ordinal}"
        plenum = bool(words & self.plenum)
        if not term and (plenum or entity.get("kind") in self.renewed):
            return ""
        longest = self.plenum_key if plenum else max(sorted(words), key=len)
        return "|".join(filter(None, (longest, term, ordinal))) if len(longest.split()) >= 4 else ""

    def _without_numbers(self, name: str, numbers: set[str]) -> str:
        words = list(split(name))
        result: list[str] = []
        i = 0
        while i < len(words):
            light = self.light.longest(words, i, len(words))
            if light:
                i = light[0]
                while i < len(words) and words[i] in self.numerals:
                    i += 1
                continue
            if words[i][0].isalnum() and not {words[i], str(roman(words[i].upper()) or words[i])} & numbers:
                result.append(words[i])
            i += 1
        return " ".join(result)
