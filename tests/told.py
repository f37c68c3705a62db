"""Articles of our own, read by the whole program, for the tests of what it reads in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from vnkg import knowledge, reading
from vnkg.model import NAME, NOMINAL, Annotation, Article, Entity, Mention, Statement


@cache
def reader() -> Callable[[Article], Annotation]:
    """The program's reader, compiled once for all tests."""
    return reading.prepare(knowledge.load())


@dataclass(frozen=True)
class Told:
    """What was read in one text."""

    annotation: Annotation

    @property
    def text(self) -> str:
        return self.annotation.article.text

    def quote(self, mention: Mention) -> str:
        """The words of a mention."""
        return self.text[mention.start : mention.end]

    def mentions(self, type_: str, kind: str = NAME) -> list[str]:
        """The words of all mentions of a type, in text order, the outer before the inner."""
        found = [m for e in self.annotation.entities if e.type == type_ for m in e.mentions if m.kind == kind]
        return [self.quote(m) for m in sorted(found, key=lambda m: (m.start, -m.end))]

    def nominals(self, type_: str) -> list[str]:
        """The words of all nominal mentions of a type."""
        return self.mentions(type_, NOMINAL)

    def groups(self, type_: str) -> list[list[str]]:
        """The entities of a type in the order of the article, each as the words of its mentions."""
        return [[self.quote(m) for m in e.mentions] for e in self.annotation.entities if e.type == type_]

    def entity(self, words: str, type_: str = "") -> Entity:
        """The one entity that some mention calls by these words."""
        found = [e for e in self.annotation.entities
                 if type_ in ("", e.type) and any(self.quote(m) == words for m in e.mentions)]
        assert len(found) == 1, f"{words!r} is {[e.name for e in found]}"
        return found[0]

    def name(self, ident: str) -> str:
        """The name of an entity by its id."""
        return next(e.name for e in self.annotation.entities if e.id == ident)

    def fact(self, statement: Statement) -> tuple[str, str, str]:
        """A statement as the names of its subject, its predicate, and its object or literal."""
        other = self.name(statement.object) if statement.object is not None else statement.value or ""
        return self.name(statement.subject), statement.predicate, other

    def facts(self, predicate: str = "", status: str = "") -> list[tuple[str, str, str]]:
        """Statements of a predicate and a status, or of all."""
        return [self.fact(s) for s in self.annotation.statements
                if predicate in ("", s.predicate) and status in ("", s.status)]

    def pairs(self, predicate: str, status: str = "") -> list[tuple[str, str]]:
        """Subjects and objects of a predicate, in alphabetical order."""
        return sorted((subject, other) for subject, _, other in self.facts(predicate, status))


def tell(text: str, ident: str = "own", published: str | None = None) -> Told:
    """What the program reads in a text."""
    return Told(reader()(Article(ident, text, None, published)))
