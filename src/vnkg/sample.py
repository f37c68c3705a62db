"""Statements drawn at random for a person to judge: the same seed draws the same ones, whatever else is there."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from vnkg.annotate.tokens import columns, sentences
from vnkg.model import Annotation, Span, Statement
from vnkg.text import view


@dataclass(frozen=True, slots=True)
class Sample:
    """One statement in words, with its sentence cut into what stands before, in and after the evidence."""

    article: str
    published: str | None
    subject: str
    object: str
    statement: Statement
    before: str
    evidence: str
    after: str


def draw(annotations: Iterable[Annotation], count: int, *, predicate: str = "", seed: int = 0) -> list[Sample]:
    """At most `count` statements (of one predicate, or of all), in an order that only the seed decides."""
    candidates = (
        (_lot(annotation, statement, seed), annotation, statement)
        for annotation in annotations
        for statement in annotation.statements
        if predicate in ("", statement.predicate)
    )
    drawn = heapq.nsmallest(count, candidates, key=lambda candidate: candidate[0])
    return [_sample(annotation, statement) for _, annotation, statement in drawn]


def _lot(annotation: Annotation, statement: Statement, seed: int) -> tuple[str, str]:
    """A number that looks like chance but depends on the statement and the seed alone."""
    place = (statement.evidence.start, statement.evidence.end, statement.subject, statement.object or statement.value)
    words = f"{annotation.article.id}|{statement.predicate}|{place}"
    return sha256(f"{seed}|{words}".encode("utf-8", "surrogatepass")).hexdigest(), words


def _sample(annotation: Annotation, statement: Statement) -> Sample:
    article = annotation.article
    names = {entity.id: entity.name for entity in annotation.entities}
    start, end = statement.evidence.start, statement.evidence.end
    around = _around(article.text, statement.evidence)
    target = statement.value if statement.object is None else names.get(statement.object)
    return Sample(
        article=article.id,
        published=article.published,
        subject=names.get(statement.subject, "?"),
        object=target or "?",
        statement=statement,
        before=_line(article.text[around.start : start]),
        evidence=_line(article.text[start:end]),
        after=_line(article.text[end : around.end]),
    )


def _line(text: str) -> str:
    """`text` on one line, with the spaces at its ends kept as one each."""
    inner = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}" if inner else " " * bool(text)


def _around(text: str, evidence: Span) -> Span:
    """The sentences that the evidence lies in."""
    touched = [span for span in _sentences(text) if span.start < evidence.end and evidence.start < span.end]
    start = min((span.start for span in touched), default=evidence.start)
    end = max((span.end for span in touched), default=evidence.end)
    return Span(min(start, evidence.start), max(end, evidence.end))


def _sentences(text: str) -> Iterator[Span]:
    folded = view(text)
    for sentence in sentences(folded.text, columns(folded.text, folded.low)):
        yield Span(*folded.source_span(sentence.start, sentence.end))
