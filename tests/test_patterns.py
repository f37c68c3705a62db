"""Every pattern reads its own example as it says, and keeps silent where it says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from vnkg import knowledge, reading
from vnkg.extract.patterns import PatternMatcher
from vnkg.extract.scene import Line
from vnkg.model import Annotation, Article, Statement

KNOWN = knowledge.load()
ENTRIES = [
    (f"{predicate}:{entry.get('name', number)}", entry)
    for predicate, entries in sorted(KNOWN.patterns.items())
    for number, entry in enumerate(entries, 1)
]
REJECTED = [(name, sentence) for name, entry in ENTRIES for sentence in entry.get("rejects", ())]


READER = reading.prepare(KNOWN)


@cache
def read(sentence: str) -> tuple[Annotation, tuple[Statement, ...]]:
    """The annotation of a sentence, and all that patterns found in it before anything was settled."""
    by_patterns: list[Statement] = []
    find = PatternMatcher.read

    def recording(matcher: PatternMatcher, line: Line) -> Iterator[Statement]:
        for statement in find(matcher, line):
            by_patterns.append(statement)
            yield statement

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PatternMatcher, "read", recording)
        annotation = READER(Article("example", sentence, None, "2025-11-12"))
    return annotation, tuple(by_patterns)


def told(sentence: str, name: str) -> list[tuple[str, str]]:
    """What a pattern joins in a sentence: all names of both entities, in small letters."""
    annotation, by_patterns = read(sentence)
    text = annotation.article.text
    of = {
        entity.id: " | ".join((entity.name, *(text[m.start : m.end] for m in entity.mentions))).lower()
        for entity in annotation.entities
    }
    return [(of[s.subject], of[s.object]) for s in by_patterns if s.rule == name and s.object]


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_a_pattern_reads_its_example(name: str, entry: Mapping[str, Any]) -> None:
    assert entry["expect"], "an example must yield something"
    pairs = told(entry["example"], name)
    for subject, other in entry["expect"]:
        assert any(subject.lower() in one and other.lower() in two for one, two in pairs), pairs


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_what_a_pattern_reads_is_among_the_statements(name: str, entry: Mapping[str, Any]) -> None:
    predicate, (annotation, by_patterns) = name.split(":")[0], read(entry["example"])
    facts = {(s.subject, s.object) for s in annotation.statements if s.predicate == predicate}
    assert {(s.subject, s.object) for s in by_patterns if s.rule == name} <= facts


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_a_pattern_says_how_sure_it_is(name: str, entry: Mapping[str, Any]) -> None:
    assert 0.5 <= entry.get("confidence", 0) <= 1, name


@pytest.mark.parametrize(("name", "sentence"), REJECTED, ids=[name for name, _ in REJECTED])
def test_a_pattern_keeps_silent_where_it_says_so(name: str, sentence: str) -> None:
    assert not told(sentence, name)
