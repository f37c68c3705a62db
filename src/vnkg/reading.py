"""One article → one annotation: view, annotate, link, extract, identify, and offsets back to the article's own text."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from vnkg import annotate, extract, link
from vnkg.knowledge import Knowledge
from vnkg.link import english
from vnkg.link.identity import Identifier
from vnkg.model import Annotation, Article, Entity, Mention, Page, Span, Statement
from vnkg.text import View, view

# New objects before the collector looks at them; Python's own figure is 700.
_YOUNG = 50_000


class Laid(NamedTuple):
    """What an article says, in the offsets of its folded view."""

    folded: View
    page: Page
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


def laid_out(knowledge: Knowledge) -> Callable[[Article], Laid]:
    """Compile what finds mentions, entities and statements; the result reads one article."""
    annotate_article = annotate.prepare(knowledge)
    link_page = link.prepare(knowledge)
    extract_statements = extract.prepare(knowledge)

    def read(article: Article) -> Laid:
        folded = view(article.text)
        page = annotate_article(article, folded)
        entities = link_page(page)
        return Laid(folded, page, entities, extract_statements(page, entities))

    return read


def prepare(knowledge: Knowledge) -> Callable[[Article], Annotation]:
    """Compile everything once; the result reads one article and depends on nothing else."""
    lay_out = laid_out(knowledge)
    identifier = Identifier(knowledge, english.prepare(knowledge))
    # What is compiled lives as long as the process; the collector would walk it again and again, an eighth of the time.
    gc.collect()
    gc.freeze()
    # What reading makes has no cycles to find: looking for them less often saves some twentieth more.
    gc.set_threshold(_YOUNG)

    def read(article: Article) -> Annotation:
        folded, page, entities, statements = lay_out(article)
        entities = identifier.identify(page, entities, statements)
        if folded.starts is None:
            return Annotation(article, entities, statements)
        return Annotation(
            article,
            tuple(_entity_in_source(entity, folded) for entity in entities),
            tuple(_statement_in_source(statement, folded) for statement in statements),
        )

    return read


def _mention_in_source(mention: Mention, folded: View) -> Mention:
    start, end = folded.source_span(mention.start, mention.end)
    return replace(mention, start=start, end=end)


def _entity_in_source(entity: Entity, folded: View) -> Entity:
    return replace(entity, mentions=tuple(_mention_in_source(m, folded) for m in entity.mentions))


def _statement_in_source(statement: Statement, folded: View) -> Statement:
    start, end = folded.source_span(statement.evidence.start, statement.evidence.end)
    return replace(statement, evidence=Span(start, end))
