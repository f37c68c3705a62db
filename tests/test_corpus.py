"""What must be true of every article, on a sample of the real ones."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from told import reader
from vnkg.model import Annotation, Article, Entity, Statement

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "press-4000.jsonl.gz"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="needs ../shared/corpus beside the project")
EVERY, AGAIN = 20, 100
OFTEN = 0.9


def _articles(step: int) -> list[Article]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 0, None, step)]
    return [Article(row["id"], row["text"], row.get("title"), row.get("published")) for row in rows]


@cache
def readings() -> tuple[Annotation, ...]:
    """Every twentieth article, read once for all tests."""
    return tuple(map(reader(), _articles(EVERY)))


def _touches(statement: Statement, entity: Entity) -> bool:
    return any(statement.evidence.start < m.end and m.start < statement.evidence.end for m in entity.mentions)


def test_every_mention_lies_in_the_text_and_has_words() -> None:
    for annotation in readings():
        text = annotation.article.text
        for entity in annotation.entities:
            assert entity.mentions, (annotation.article.id, entity.name)
            for mention in entity.mentions:
                assert 0 <= mention.start < mention.end <= len(text), (annotation.article.id, mention)
                quote = text[mention.start : mention.end]
                assert quote == quote.strip() and "\n" not in quote, (annotation.article.id, quote)


def test_no_span_stands_for_two_entities_of_one_type() -> None:
    for annotation in readings():
        spans = Counter((m.start, m.end, e.type) for e in annotation.entities for m in e.mentions)
        assert not [span for span, count in spans.items() if count > 1], annotation.article.id


def test_every_statement_is_about_known_things_and_quotes_the_text() -> None:
    for annotation in readings():
        known = {e.id for e in annotation.entities}
        for statement in annotation.statements:
            where = (annotation.article.id, statement)
            assert 0 <= statement.evidence.start < statement.evidence.end <= len(annotation.article.text), where
            assert {statement.subject, statement.object or statement.subject} <= known, where
            assert statement.subject != statement.object, where
            assert (statement.object is None) != (statement.value is None), where
            assert statement.value is None or statement.value.strip(), where
            assert 0 <= statement.confidence <= 1 and statement.rule, where


def test_what_is_reported_is_attributed_to_somebody() -> None:
    for annotation in readings():
        known = {e.id for e in annotation.entities}
        for statement in annotation.statements:
            if statement.status == "reported" or statement.attributed_to:
                assert statement.attributed_to in known, (annotation.article.id, statement)


def test_evidence_touches_its_subject_or_its_object() -> None:
    """A pronoun may stand for the subject, and a literal has no mention: then there is nothing to touch."""
    total, without = 0, []
    for annotation in readings():
        by_id = {e.id: e for e in annotation.entities}
        for statement in annotation.statements:
            if statement.object is None:
                continue
            total += 1
            if not any(_touches(statement, by_id[ident]) for ident in (statement.subject, statement.object)):
                without.append((annotation.article.id, statement))
    assert total > 1000
    assert not without


def test_most_evidence_holds_both_ends_of_a_fact() -> None:
    both = Counter[bool]()
    for annotation in readings():
        by_id = {e.id: e for e in annotation.entities}
        for statement in annotation.statements:
            if statement.object is not None:
                both[all(_touches(statement, by_id[i]) for i in (statement.subject, statement.object))] += 1
    assert both[True] > OFTEN * both.total()


def test_reading_in_another_order_gives_the_same() -> None:
    forth = [reading for i, reading in enumerate(readings()) if i % (AGAIN // EVERY) == 0]
    back = [reader()(reading.article) for reading in reversed(forth)]
    assert back[::-1] == forth


def test_the_press_speaks_of_every_type() -> None:
    types = Counter(e.type for annotation in readings() for e in annotation.entities)
    assert set(types) == {
        "Organization", "Person", "Place", "Document", "Event", "TimeSpan", "Position", "Quantity", "Channel"}
