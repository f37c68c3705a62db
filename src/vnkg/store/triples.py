"""Annotations → triples: plain facts merged over all articles, then the evidence of each article.

A fact that an article asserts with some confidence stands as a plain triple; every fact, asserted or not, stands as
a Statement with its status, confidence, rule and the text that says it. A held post becomes a dated Tenure.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from vnkg import rdf
from vnkg.errors import GraphError
from vnkg.model import ASSERTED, FORMER, Annotation, Entity, Statement
from vnkg.rdf import BASE, Triple
from vnkg.store import edtf, iris, tenures
from vnkg.store.merge import describe, gather
from vnkg.text import roman

THRESHOLD = 0.5
"""The confidence from which an asserted statement stands as a plain triple too."""


@dataclass(frozen=True)
class Named:
    """An annotation with the IRIs of its article and entities."""

    annotation: Annotation
    base: str
    article: str
    entities: dict[str, str]

    def node(self, entity_id: str) -> str:
        """The term of an entity; an unknown id is a GraphError."""
        if entity_id not in self.entities:
            where = f"article {self.annotation.article.id}"
            raise GraphError(where, f"a statement names the unknown entity {entity_id!r}", "add it to `entities`")
        return rdf.iri(self.entities[entity_id])

    def object(self, statement: Statement) -> str:
        """The term of a statement's object, entity or literal."""
        if statement.object is not None:
            return self.node(statement.object)
        return literal(statement.predicate, statement.value or "")

    def date(self, qualifier: str) -> str:
        """The EDTF date that a qualifier names, by entity id or as it stands, or ""."""
        for entity in self.annotation.entities:
            if entity.id == qualifier:
                return iris.date_of(entity)
        return qualifier if edtf.is_edtf(qualifier) else ""


def named(annotation: Annotation, base: str = BASE) -> Named:
    """Give every node of an annotation its IRI."""
    article = annotation.article
    return Named(annotation, base, iris.article(base, article.id), iris.entities(base, article, annotation.entities))


def in_order(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Annotations by article id; an id that two different texts share is a GraphError."""
    result: dict[str, Annotation] = {}
    for annotation in annotations:
        article = annotation.article
        if result.setdefault(article.id, annotation).article.text != article.text:
            raise GraphError(f"article {article.id}", "two texts have this id", "give each article an id of its own")
    return [result[name] for name in sorted(result)]


def literal(predicate: str, value: str) -> str:
    """The literal of a statement as a term: an ordinal as a number where it is one, all else as words."""
    value = unicodedata.normalize("NFC", value)
    if predicate == "ordinal":
        number = int(value) if value.isdecimal() else roman(value)
        if number is not None:
            return rdf.integer(number)
    return rdf.text(value)


def is_fact(statement: Statement) -> bool:
    """Whether a statement stands as a plain triple too."""
    return statement.status == ASSERTED and statement.confidence >= THRESHOLD


def facts(annotations: Sequence[Annotation], base: str = BASE) -> Iterator[Triple]:
    """Plain facts, entities and tenures of all articles, grouped by subject and sorted."""
    gathered = gather([_with_dates(annotation) for annotation in annotations], base)
    links: dict[str, set[tuple[str, str]]] = {}
    held: dict[tuple[str, str], list[tenures.Tenure]] = {}
    for annotation in annotations:
        here = named(annotation, base)
        for statement in annotation.statements:
            if is_fact(statement):
                fact = rdf.ont(statement.predicate), here.object(statement)
                links.setdefault(here.node(statement.subject), set()).add(fact)
            if statement.predicate == "holds" and statement.object is not None:
                _hold(held, here, statement)
    tenure_triples = _tenures(held, base)
    for subject in sorted({rdf.iri(name) for name in gathered} | set(tenure_triples)):
        pairs = tenure_triples.get(subject, set()) | links.get(subject, set())
        if subject[1:-1] in gathered:
            pairs |= {(p, o) for _, p, o in describe(subject, gathered[subject[1:-1]])}
        yield from ((subject, p, o) for p, o in sorted(pairs))


def _hold(held: dict[tuple[str, str], list[tenures.Tenure]], here: Named, statement: Statement) -> None:
    if statement.status not in (ASSERTED, FORMER) or statement.confidence < THRESHOLD:
        return
    dates = {name: here.date(v) for name, v in statement.qualifiers if name in ("begin", "end", "time")}
    bounds = tenures.stated(statement.status, here.annotation.article.published, **dates)
    held.setdefault((here.node(statement.subject), here.object(statement)), []).append(bounds)


def _tenures(held: dict[tuple[str, str], list[tenures.Tenure]], base: str) -> dict[str, set[tuple[str, str]]]:
    result: dict[str, set[tuple[str, str]]] = {}
    for (person, post), every in held.items():
        bounds = tenures.merge(every)
        pairs = {(rdf.TYPE, rdf.ont("Tenure")), (rdf.ont("heldBy"), person), (rdf.ont("post"), post)}
        for name, moment in (
            ("earliestBegin", bounds.earliest_begin), ("latestBegin", bounds.latest_begin),
            ("earliestEnd", bounds.earliest_end), ("latestEnd", bounds.latest_end),
        ):  # fmt: skip
            if moment:
                pairs.add((rdf.ont(name), rdf.moment(moment)))
        result[rdf.iri(iris.tenure(base, person, post))] = pairs
    return result


def _time(here: Named, qualifier: str) -> Entity | str | None:
    """What a time qualifier points at: an entity's id, or a date that gets a node of its own, or nothing."""
    if qualifier in here.entities:
        return qualifier
    if edtf.is_edtf(qualifier):
        return Entity(f"date {qualifier}", "TimeSpan", qualifier, (), attributes=(("edtf", qualifier),))
    return None


def _with_dates(annotation: Annotation) -> Annotation:
    """The annotation with a TimeSpan for each date that stands as a bare value in a time qualifier."""
    here = Named(annotation, "", "", {entity.id: "" for entity in annotation.entities})
    dates = {
        found.id: found
        for statement in annotation.statements
        for name, value in statement.qualifiers
        if name == "time" and isinstance(found := _time(here, value), Entity)
    }
    return Annotation(annotation.article, (*annotation.entities, *dates.values())) if dates else annotation


@dataclass(slots=True)
class _Stated:
    """One fact as one article states it, perhaps in several sentences."""

    pairs: set[tuple[str, str]]
    confidence: float = 0.0
    evidence: set[tuple[int, int]] = field(default_factory=set)


def evidence(annotation: Annotation, base: str = BASE) -> Iterator[Triple]:
    """The article, its spans in order of the text, and its statements."""
    here = named(annotation, base)
    yield from ((rdf.iri(here.article), p, o) for p, o in _article(annotation))
    stated = _statements(here)
    spans: dict[tuple[int, int], set[tuple[str, str]]] = {}
    for one in stated.values():
        for bounds in one.evidence:
            spans.setdefault(bounds, set())
    for entity in annotation.entities:
        for mention in entity.mentions:
            pairs = spans.setdefault((mention.start, mention.end), set())
            pairs.add((rdf.ont("refersTo"), here.node(entity.id)))
            pairs.add((rdf.ont("mentionKind"), rdf.text(mention.kind)))
    for start, end in sorted(spans):
        subject = rdf.iri(iris.span(here.article, start, end))
        pairs = spans[start, end] | _span(here, start, end)
        yield from ((subject, p, o) for p, o in sorted(pairs))
    for name in sorted(stated):
        yield from ((name, p, o) for p, o in sorted(_statement(here, stated[name])))


def _article(annotation: Annotation) -> list[tuple[str, str]]:
    article = annotation.article
    pairs = [
        (rdf.TYPE, rdf.ont("Article")),
        (rdf.IDENTIFIER, rdf.text(article.id)),
        (rdf.ont("sha256"), rdf.text(article.sha256)),
    ]
    if article.title:
        pairs.append((rdf.TITLE, rdf.text(rdf.tidy(article.title), "vi")))
    if article.published and (moment := edtf.bounds(article.published)[0]):
        pairs.append((rdf.ISSUED, rdf.moment(moment)))
    if article.source:
        pairs.append((rdf.SOURCE, rdf.text(rdf.tidy(article.source))))
    if article.url and (url := rdf.web(article.url)):
        pairs.append((rdf.SEE_ALSO, url))
    return sorted(pairs)


def _span(here: Named, start: int, end: int) -> set[tuple[str, str]]:
    return {
        (rdf.TYPE, rdf.ont("TextSpan")),
        (rdf.ont("inArticle"), rdf.iri(here.article)),
        (rdf.ont("beginOffset"), rdf.integer(start)),
        (rdf.ont("endOffset"), rdf.integer(end)),
        (rdf.ont("quote"), rdf.text(here.annotation.article.text[start:end])),
    }


def _statements(here: Named) -> dict[str, _Stated]:
    result: dict[str, _Stated] = {}
    for statement in here.annotation.statements:
        subject, object_ = here.node(statement.subject), here.object(statement)
        identity = (subject, statement.predicate, object_, here.annotation.article.id, statement.status)
        one = result.setdefault(rdf.iri(iris.statement(here.base, identity)), _Stated(set()))
        one.pairs |= {
            (rdf.ont("subject"), subject),
            (rdf.ont("predicate"), rdf.ont(statement.predicate)),
            (rdf.ont("object" if statement.object is not None else "objectValue"), object_),
            (rdf.ont("status"), rdf.code("status", statement.status)),
            (rdf.ont("inArticle"), rdf.iri(here.article)),
        } | _circumstances(here, statement)
        one.confidence = max(one.confidence, statement.confidence)
        one.evidence.add((statement.evidence.start, statement.evidence.end))
    return result


def _circumstances(here: Named, statement: Statement) -> set[tuple[str, str]]:
    pairs = set()
    if statement.rule:
        pairs.add((rdf.ont("rule"), rdf.text(statement.rule)))
    if statement.attributed_to is not None:
        pairs.add((rdf.ont("attributedTo"), here.node(statement.attributed_to)))
    for name, value in statement.qualifiers:
        found = _time(here, value) if name == "time" else None
        if isinstance(found, Entity):
            date = iris.entities(here.base, here.annotation.article, (found,))[found.id]
            pairs.add((rdf.ont("qualifierTime"), rdf.iri(date)))
        elif found is not None:
            pairs.add((rdf.ont("qualifierTime"), here.node(found)))
    return pairs


def _statement(here: Named, one: _Stated) -> set[tuple[str, str]]:
    spans = {(rdf.ont("evidence"), rdf.iri(iris.span(here.article, *bounds))) for bounds in one.evidence}
    confidence = rdf.decimal(round(one.confidence, 4)) or rdf.integer(1)
    return one.pairs | spans | {(rdf.TYPE, rdf.ont("Statement")), (rdf.ont("confidence"), confidence)}


def triples(annotations: Iterable[Annotation], base: str = BASE) -> Iterator[Triple]:
    """The whole graph, in the order of the file: facts by subject, then article by article."""
    every = in_order(annotations)
    yield from facts(every, base)
    for annotation in every:
        yield from evidence(annotation, base)
