"""One entity out of what many articles call it: its label, other names and attributes, in any order of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vnkg import rdf
from vnkg.model import NAME, Annotation, Entity
from vnkg.rdf import Triple
from vnkg.store import edtf, iris

_KIND_SCHEME = {
    "Document": "document-kind", "Event": "event-kind", "Organization": "org-kind", "Place": "place-kind",
}  # fmt: skip


@dataclass(slots=True)
class Gathered:
    """What articles say of one entity so far; every name and value with the number of articles that give it."""

    types: set[str] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)
    others: set[str] = field(default_factory=set)
    attributes: dict[str, Counter[str]] = field(default_factory=dict)
    date: str = ""

    def add(self, entity: Entity, text: str) -> None:
        """Take in the entity of one article, whose text its mentions count."""
        self.types.add(entity.type)
        self.names[rdf.tidy(entity.name)] += 1
        if entity.label_en:
            self.english[rdf.tidy(entity.label_en)] += 1
        forms = {text[m.start : m.end] for m in entity.mentions if m.kind == NAME}
        self.others.update(rdf.tidy(form) for form in forms)
        for name, value in entity.attributes:
            if value:
                self.attributes.setdefault(name, Counter())[rdf.tidy(value)] += 1
        self.date = self.date or iris.date_of(entity)

    def get(self, name: str) -> str:
        """The value of an attribute that most articles give, or ""."""
        return choose(self.attributes[name]) if name in self.attributes else ""


def choose(counts: Counter[str]) -> str:
    """The most frequent, then the longest, then the first by code points: the same for any order of articles."""
    return min(counts, key=lambda value: (-counts[value], -len(value), value))


def gather(annotations: Iterable[Annotation], base: str) -> dict[str, Gathered]:
    """All entities of all articles by IRI."""
    result: dict[str, Gathered] = {}
    for annotation in annotations:
        article = annotation.article
        names = iris.entities(base, article, annotation.entities)
        for entity in annotation.entities:
            result.setdefault(names[entity.id], Gathered()).add(entity, article.text)
    return result


def describe(node: str, entity: Gathered) -> Iterator[Triple]:
    """Type, labels and literal attributes of one entity; `node` is its term."""
    for type_ in entity.types:
        yield node, rdf.TYPE, rdf.ont(type_)
    label = _date_label(entity) if entity.date else choose(entity.names)
    yield node, rdf.LABEL, rdf.text(label or "?", "vi")
    if entity.english:
        yield node, rdf.LABEL, rdf.text(choose(entity.english), "en")
    if not entity.date and "Quantity" not in entity.types:
        for other in (entity.others | set(entity.names)) - {label, ""}:
            yield node, rdf.ALT_LABEL, rdf.text(other, "vi")
    yield from _attributes(node, entity)


def _date_label(entity: Gathered) -> str:
    """A printed form that shows the year, since "today" and "on the 6th" mean another day elsewhere; else digits."""
    year = entity.date[:4]
    printed = Counter({name: n for name, n in entity.names.items() if year in name and name != entity.date})
    if printed:
        return choose(printed)
    if not edtf.knows_year(entity.date):
        return choose(entity.names)
    parts = entity.date.split("-")
    if len(parts) <= 3 and all(part.isdigit() for part in parts) and (len(parts) == 1 or parts[1] <= "12"):
        return "/".join([*(part.lstrip("0") for part in parts[:0:-1]), year])
    return entity.date


def _attributes(node: str, entity: Gathered) -> Iterator[Triple]:
    for type_ in sorted(entity.types & set(_KIND_SCHEME)):
        if kind := entity.get("kind"):
            yield node, rdf.ont("kind"), rdf.code(_KIND_SCHEME[type_], kind)
    if "Organization" in entity.types and (level := entity.get("level")):
        yield node, rdf.ont("level"), rdf.code("level", level)
    if "Document" in entity.types:
        yield from _document(node, entity)
    if "Event" in entity.types and (ordinal := entity.get("ordinal")).isdecimal():
        yield node, rdf.ont("ordinal"), rdf.integer(int(ordinal))
    if entity.date:
        yield from _date(node, entity)
    if "Quantity" in entity.types:
        yield from _quantity(node, entity)


def _document(node: str, entity: Gathered) -> Iterator[Triple]:
    if number := entity.get("number"):
        yield node, rdf.ont("officialNumber"), rdf.text(number)
    if (year := entity.get("year")).isdecimal():
        yield node, rdf.ont("year"), rdf.integer(int(year))


def _date(node: str, entity: Gathered) -> Iterator[Triple]:
    yield node, rdf.ont("edtf"), rdf.text(entity.date)
    code = entity.get("granularity") or edtf.granularity(entity.date)
    yield node, rdf.ont("granularity"), rdf.code("granularity", code)
    for name, moment in zip(("start", "end"), edtf.bounds(entity.date), strict=True):
        if moment:
            yield node, rdf.ont(name), rdf.moment(moment)
    if daypart := entity.get("daypart"):
        yield node, rdf.ont("daypart"), rdf.text(daypart)


def _quantity(node: str, entity: Gathered) -> Iterator[Triple]:
    if (amount := entity.get("amount")) and (number := rdf.decimal(amount)):
        yield node, rdf.ont("amount"), number
    if unit := entity.get("unit"):
        yield node, rdf.ont("unit"), rdf.text(unit)
    if approximator := entity.get("approximator"):
        yield node, rdf.ont("approximator"), rdf.code("approximator", approximator)
