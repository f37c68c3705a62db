"""Every noun that flows through the program; no verbs.

    Article → Page (view, tokens, sentences, mentions) → Entity, Statement → Annotation → Graph

Offsets of `Article`, `Annotation` and everything inside an `Annotation` count code points of the article's own text.
Offsets of a `Page` and of the mentions on it count its folded view; `reading.py` maps them back once, at the end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from typing import NamedTuple

ASSERTED, PLANNED, FORMER, NEGATED, REPORTED = "asserted", "planned", "former", "negated", "reported"
NAME, NOMINAL = "name", "nominal"
CORPUS, LOCAL = "corpus", "article"

Attributes = tuple[tuple[str, str], ...]
"""Sorted (name, value) pairs: small, hashable, the same in every process."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known about it; `published` is an ISO date (YYYY-MM-DD) or None."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None

    @property
    def sha256(self) -> str:
        """Hex digest of the UTF-8 text that the offsets count."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Token(NamedTuple):
    """A syllable, number, code, date or punctuation mark of a view; `low` is its lower-case form."""

    start: int
    end: int
    text: str
    low: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A page's tokens as parallel lists; `line[i]` is the index after the last token of token i's line, `first_at`
    and `last_at` are token indices by the view offsets where a mention may begin and end, `capitals` those of tokens
    with a capital. `among` gives those of tokens whose lower-case words are in a table that lives as long as the
    program."""

    low: list[str]
    text: list[str]
    capital: list[bool]
    start: list[int]
    end: list[int]
    line: list[int]
    first_at: dict[int, int]
    last_at: dict[int, int]
    capitals: list[int]
    among: Callable[[Container[str]], list[int]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """View offsets of tokens [first, last)."""
        end = self.end[last - 1]
        return self.start[first], end - 1 if self.abbreviated(last - 1) else end

    def abbreviated(self, i: int) -> bool:
        """Whether token i is an abbreviation that holds its full stop ("TP."), which no mention ends with."""
        return self.text[i][-1] == "." and len(self.text[i]) > 1 and self.text[i][0].isalpha()

    def named(self, i: int) -> bool:
        """Whether token i begins with a capital letter, as the words of a name do."""
        return self.capital[i] and self.text[i][0].isalpha()

    def lettered(self, i: int) -> bool:
        """Whether token i is one capital letter that ends the number before it: the A of "1A"."""
        glued = i > 0 and self.start[i] == self.end[i - 1] and self.text[i - 1].isdigit()
        return glued and self.capital[i] and len(self.text[i]) == 1


class Sentence(NamedTuple):
    """A sentence as bounds in the view and as a range of token indices."""

    start: int
    end: int
    first: int
    last: int


class Attributed:
    """What has attributes."""

    __slots__ = ()
    attributes: Attributes

    def get(self, name: str, default: str = "") -> str:
        """The value of one attribute."""
        for key, value in self.attributes:
            if key == name:
                return value
        return default


@dataclass(frozen=True, slots=True)
class Mention(Attributed):
    """A span that names or describes an entity.

    `value` is its normalized content where the type has one: EDTF for a TimeSpan, see `annotate/` for each type.
    `rule` names the annotator or lexicon entry that found it.
    """

    start: int
    end: int
    type: str
    kind: str = NAME
    value: str = ""
    rule: str = ""
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Page:
    """An article laid out for recognition: its folded view, tokens, sentences and the mentions found so far."""

    article: Article
    text: str
    low: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    words: Words
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity(Attributed):
    """What some mentions of one article stand for.

    `id` is unique within the article. `key` identifies the entity across articles when `scope` is "corpus": equal
    keys are one node of the graph. With scope "article" the entity never merges with another article's.
    `name` is the fullest Vietnamese name; `label_en` an English one composed from known parts, or empty.
    """

    id: str
    type: str
    name: str
    mentions: tuple[Mention, ...]
    key: str = ""
    scope: str = LOCAL
    label_en: str = ""
    attributes: Attributes = ()


class Span(NamedTuple):
    """Bounds of an evidence: start and end."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact that an article states: an entity, a predicate and an entity (`object`) or a literal (`value`).

    `subject`, `object` and `attributed_to` are entity ids of the same article; `qualifiers` are (name, entity id or
    literal) pairs, such as ("time", "e7"); `confidence` lies in [0, 1]; `rule` names the pattern or module.
    """

    subject: str
    predicate: str
    evidence: Span
    object: str | None = None
    value: str | None = None
    status: str = ASSERTED
    attributed_to: str | None = None
    qualifiers: Attributes = ()
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was read in one article: what the `annotations` exchange format holds."""

    article: Article
    entities: tuple[Entity, ...] = field(default=())
    statements: tuple[Statement, ...] = field(default=())
