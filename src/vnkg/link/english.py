"""English labels of entities, composed from known parts: a label is complete, or it is empty.

`ontology/lexicon/english.toml` holds a grammar: tables of words and rules with slots that are composed in turn.
Names of bodies and places come from `ontology/known`; capitalised proper names are carried over as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache, partial
from typing import Any

from vnkg.knowledge import Knowledge
from vnkg.model import Entity
from vnkg.text import fold, roman

Words = tuple[str, ...]

_SLOT = re.compile(r"\{(the )?([a-z]+)(\d?)\}")
_MARKS = re.compile(r"\s*([,()&:;])\s*")
_RANGE = re.compile(r"(?<=\d)\s*-\s*(?=\d)")
_INITIALS = re.compile(r"[^\W\d_a-z]{2,}(?:-[^\W\d_a-z]{2,})+")
_CODE = re.compile(r"(?=.*\d)(?=.*(?:[^\W\d]|/))[\w.]+(?:[-/][\w&]+)*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_YEARS = re.compile(r"(?:1[89]|20)\d\d-(?:1[89]|20)\d\d")
_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")
_LONGEST = 40
_LONGEST_NAME = 4
_CACHED = 65_536


@dataclass(frozen=True, slots=True)
class _Part:
    """A word that must stand there (`slot` empty), or a slot: its category and the number that tells it apart."""

    literal: str
    slot: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of composition; `literals` are the words that must stand somewhere among those it reads."""

    parts: tuple[_Part, ...]
    english: str
    literals: frozenset[str]


@dataclass(frozen=True)
class _Grammar:
    """The compiled vocabulary: `words[category]` and `rules[category]` by the first word ("" when a slot is first)."""

    words: Mapping[str, Mapping[Words, str]]
    rules: Mapping[str, Mapping[str, tuple[_Rule, ...]]]
    strip: Mapping[str, tuple[str, str]]
    article: re.Pattern[str]
    glued: re.Pattern[str]
    compounds: frozenset[Words]
    types: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, str]
    dates: Mapping[str, Any]


def prepare(knowledge: Knowledge) -> Callable[[Entity], str]:
    """Compile the grammar; the result gives the English label of an entity, or an empty string."""
    grammar = _grammar(knowledge)
    compose = lru_cache(maxsize=_CACHED)(partial(_compose, grammar))
    time = lru_cache(maxsize=_CACHED)(partial(_time, grammar.dates))
    quantity = lru_cache(maxsize=_CACHED)(partial(_quantity, grammar))

    def label(entity: Entity) -> str:
        if entity.type == "TimeSpan":
            return time(entity.get("edtf"), entity.get("granularity"), entity.get("daypart"))
        if entity.type == "Quantity":
            return quantity(entity.get("amount"), entity.get("unit"), entity.get("approximator"))
        known = grammar.bodies.get(entity.get("known"), "") if entity.type == "Organization" else ""
        return known or compose(entity.type, entity.name)

    return label


def _compose(grammar: _Grammar, kind: str, name: str) -> str:
    words = _split(grammar.glued, name)
    reading = _Reading(grammar)
    if not words or len(words) > _LONGEST:
        return ""
    return next(filter(None, (reading.render(c, words) for c in grammar.types.get(kind, ()))), "")


class _Reading:
    """Composes one name; remembers what it has composed of its parts."""

    def __init__(self, grammar: _Grammar) -> None:
        self.grammar = grammar
        self.memo: dict[tuple[str, Words], str] = {}

    def render(self, category: str, words: Words) -> str:
        """The English for the words read as the category, or an empty string."""
        if (category, words) not in self.memo:
            self.memo[category, words] = ""
            self.memo[category, words] = self._render(category, words)
        return self.memo[category, words]

    def _render(self, category: str, words: Words) -> str:
        if category == "proper":
            return self._proper(words)
        if category in _TERMINALS:
            return _TERMINALS[category](words[0]) if len(words) == 1 else ""
        if category in self.grammar.strip:
            source, prefix = self.grammar.strip[category]
            english = self.render(source, words)
            return english.removeprefix(prefix) if english.startswith(prefix) else ""
        low = _lower(words)
        found = self.grammar.words.get(category, {}).get(low)
        return found or self._by_rule(category, words, low)

    def _by_rule(self, category: str, words: Words, low: Words) -> str:
        rules = self.grammar.rules.get(category, {})
        for rule in (*rules.get(low[0], ()), *rules.get("", ())):
            if not rule.literals.issubset(low):
                continue
            filled = next(self._fill(rule.parts, words, low), None)
            if filled is not None:
                return self._write(rule.english, filled)
        return ""

    def _fill(self, parts: tuple[_Part, ...], words: Words, low: Words) -> Iterator[dict[str, str]]:
        """All ways to lay the parts over the words, as slot → English."""
        if not parts or len(words) < len(parts):
            if not parts and not words:
                yield {}
            return
        part = parts[0]
        if not part.slot:
            if low[0] == part.literal:
                yield from self._fill(parts[1:], words[1:], low[1:])
            return
        for size in range(len(words) - len(parts) + 1, 0, -1):
            english = self.render(part.slot, words[:size])
            if english:
                for rest in self._fill(parts[1:], words[size:], low[size:]):
                    yield {part.slot + part.number: english, **rest}

    def _write(self, template: str, filled: Mapping[str, str]) -> str:
        def slot(match: re.Match[str]) -> str:
            english = filled.get(match[2] + match[3], "")
            needs_article = match[1] and self.grammar.article.search(english)
            return f"the {english}" if needs_article else english

        return _SLOT.sub(slot, template)

    def _proper(self, words: Words) -> str:
        """The words themselves when they are a name: initials are capitals, and no word of a field is among them."""
        if len(words) > _LONGEST_NAME or not all(w.isalpha() and w[0].isupper() for w in words):
            return ""
        if any(len(w) > 1 and w.isupper() for w in words):
            return ""
        low = _lower(words)
        if low not in self.grammar.words["known"]:
            pieces = (low[i:j] for i in range(len(low)) for j in range(i + 1, len(low) + 1))
            if any(piece in self.grammar.compounds for piece in pieces):
                return ""
        return " ".join(words)


def _nth(word: str) -> str:
    value = int(word) if word.isdigit() and len(word) < 4 else roman(word)
    if not value:
        return ""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _matching(pattern: re.Pattern[str], word: str) -> str:
    return word if pattern.fullmatch(word) else ""


_TERMINALS: Mapping[str, Callable[[str], str]] = {
    "nth": _nth,
    "number": lambda word: word if word.isdigit() else "",
    "code": partial(_matching, _CODE),
    "year": partial(_matching, _YEAR),
    "years": partial(_matching, _YEARS),
}


def _time(dates: Mapping[str, Any], edtf: str, granularity: str, daypart: str) -> str:
    """The label of a date from its EDTF value."""
    if granularity in dates["granularities"]:
        years = edtf.replace("/", "-")
        period: str = dates["granularities"][granularity]
        return period.format(years=years) if _YEARS.fullmatch(years) else ""
    parts = [_date(dates, part) for part in edtf.split("/")]
    if not all(parts) or len(parts) > 2:
        return ""
    date = " - ".join(parts)
    template = dates["dayparts"].get(daypart)
    return template.format(date=date) if template else date


def _date(dates: Mapping[str, Any], edtf: str) -> str:
    match = _DATE.fullmatch(edtf)
    if not match:
        return ""
    year = "" if match[1] == "XXXX" else match[1]
    if match[2] in dates["quarters"]:
        quarter: str = dates["quarters"][match[2]]
        return quarter.format(year=year).strip() if year else ""
    if match[2] and not 1 <= int(match[2]) <= 12:
        return ""
    month = dates["months"][int(match[2]) - 1] if match[2] else ""
    day = str(int(match[3])) if match[3] else ""
    return " ".join(filter(None, (day, month, year)))


def _quantity(grammar: _Grammar, printed: str, counted: str, approximator: str) -> str:
    """The label of a figure when its unit is known."""
    unit = grammar.words["unit"].get(_lower(_split(grammar.glued, counted)))
    try:
        amount = Decimal(printed)
    except InvalidOperation:
        return ""
    if not unit or not amount.is_finite():
        return ""
    figure = f"{amount:,f}{unit}" if unit == "%" else f"{amount:,f} {unit}"
    template = grammar.dates["approximators"].get(approximator)
    return template.format(figure=figure) if template else figure


def _split(glued: re.Pattern[str], text: str) -> Words:
    """The words of a name: marks stand alone, initials are taken apart, ranges of years stay together."""
    spaced = _RANGE.sub("-", glued.sub(r"\1 ", _MARKS.sub(r" \1 ", text)))
    words: list[str] = []
    for word in spaced.split():
        words.extend(word.replace("-", " - ").split() if _INITIALS.fullmatch(word) else (word,))
    return tuple(words)


def _lower(words: Iterable[str]) -> Words:
    return tuple(word.lower() for word in words)


def _grammar(knowledge: Knowledge) -> _Grammar:
    lexicon = knowledge.lexicon["english"]
    glued = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, lexicon['glued']))})(?=\w)")
    words = {
        name: {_lower(_split(glued, vi)): en for vi, en in table.items()} for name, table in lexicon["words"].items()
    }
    words |= _known(knowledge, glued)
    return _Grammar(
        words=words,
        rules=_rules(lexicon["rule"], glued),
        strip={name: (pair[0], pair[1]) for name, pair in lexicon["strip"].items()},
        article=re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon['article']))})\b"),
        glued=glued,
        compounds=frozenset(_lower(_split(glued, word)) for word in knowledge.words("fields", "compounds")),
        types={kind: tuple(categories) for kind, categories in lexicon["types"].items()},
        bodies={row["id"]: row["en"] for row in knowledge.known.get("bodies", ())},
        dates=lexicon,
    )


def _known(knowledge: Knowledge, glued: re.Pattern[str]) -> dict[str, dict[Words, str]]:
    """The tables of known bodies and places as vocabulary; the first row of a name counts."""
    result: dict[str, dict[Words, str]] = {"body": {}, "known": {}, "country": {}}
    for table, categories in (("bodies", ("body",)), ("provinces", ("known",)), ("countries", ("known", "country")),
                              ("cities", ("known",))):
        for row in knowledge.known.get(table, ()):
            for name in filter(None, (row["name"], *row["aliases"].split("|"))):
                for category in categories:
                    result[category].setdefault(_lower(_split(glued, name)), row["en"])
    result["place"] = result["known"]
    return result


def _rules(entries: Iterable[Mapping[str, Any]], glued: re.Pattern[str]) -> dict[str, dict[str, tuple[_Rule, ...]]]:
    result: dict[str, dict[str, tuple[_Rule, ...]]] = {}
    for entry in entries:
        for vi in entry["vi"]:
            parts = tuple(_part(word) for word in _split(glued, fold(vi)))
            by_first = result.setdefault(entry["is"], {})
            literals = frozenset(part.literal for part in parts if not part.slot)
            by_first[parts[0].literal] = (*by_first.get(parts[0].literal, ()), _Rule(parts, entry["en"], literals))
    return result


def _part(word: str) -> _Part:
    match = _SLOT.fullmatch(word)
    return _Part("", match[2], match[3]) if match else _Part(word.lower())
