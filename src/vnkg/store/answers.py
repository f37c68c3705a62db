"""What a graph answers with: entities, statements with their quotes, tenures. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from vnkg.model import Attributes


@dataclass(frozen=True, slots=True)
class Node:
    """An entity: its class (local name), its label in Vietnamese and, or "", in English, and its other names."""

    iri: str
    type: str
    label: str
    label_en: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of an article's text: [start, end) in code points; `published` is YYYY-MM-DD or ""."""

    iri: str
    article: str
    title: str
    published: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of one article: IRIs for subject and object, or `value` for a literal; predicate as local name."""

    iri: str
    subject: str
    predicate: str
    object: str | None
    value: str | None
    status: str
    confidence: float
    article: str
    quotes: tuple[Quote, ...]
    attributed_to: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    times: tuple[str, ...] = ()

    @property
    def asserted(self) -> bool:
        """Whether the article itself says so."""
        return self.status == "asserted"


@dataclass(frozen=True, slots=True)
class Holding:
    """A tenure: who held which post (IRIs), with the bounds that are known (moments, sorted by name)."""

    iri: str
    person: str
    post: str
    bounds: Attributes


@dataclass(frozen=True, slots=True)
class About:
    """Everything known about one entity; `labels` names each entity that the facts touch."""

    entity: Node
    attributes: Attributes
    facts: tuple[Fact, ...]
    holdings: tuple[Holding, ...]
    mentions: tuple[Quote, ...]
    labels: dict[str, str]
