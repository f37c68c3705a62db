"""Patterns as data: one template a wording, matched on lines of words and phrases.

A template has five constructs: words, `(a|b)`, `(a|b)?`, `...` (some items within the clause) and `{slot}`. Slots are
`{subject}` and `{object}`, typed by the head of the file, and `{other:Type}` for what only has to be there; a type may
name a granularity or kind too: `{object:TimeSpan.day}`.

Keys of an entry, or of the head of a file for all its entries: `gap` (how many items `...` stands for at most),
`barrier` (words, or types as `{Person}`, that it never crosses, beside ; : and quotation marks), `not_after` and
`not_before` (words that may not stand right before and right after the match), `confidence` (the share found right by
reading), `status`. Each entry has an `example` with what it must yield (`expect`), and may have sentences where it must
keep silent (`rejects`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from vnkg.annotate.words import split
from vnkg.errors import KnowledgeError
from vnkg.extract.scene import PHRASE, Line
from vnkg.knowledge import Knowledge
from vnkg.model import ASSERTED, Span, Statement

_GAP = 14
# Phrases of a match: its subject and its object.
_FEWEST = 2
_CACHED = 1024
_BARRIER = (";", ":", "“", "”", '"')
_ELEMENT = re.compile(r"\{(\w+)(?::([\w.|-]+))?\}|\(([^()]*)\)(\??)|(\.\.\.)|(\S+)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled template of one predicate."""

    name: str
    predicate: str
    regex: re.Pattern[str]
    triggers: tuple[frozenset[str], ...]
    types: tuple[frozenset[str], ...]
    status: str
    confidence: float
    value: str


def compile_patterns(knowledge: Knowledge) -> tuple[Pattern, ...]:
    """All patterns of `ontology/patterns/`; a mistake is a KnowledgeError that names file and pattern."""
    result = []
    for predicate, entries in sorted(knowledge.patterns.items()):
        for number, entry in enumerate(entries, 1):
            result.append(_compile(knowledge, predicate, number, entry))
    return tuple(result)


def _compile(knowledge: Knowledge, predicate: str, number: int, entry: Mapping[str, Any]) -> Pattern:
    where = f"{knowledge.home / 'patterns' / predicate}.toml, pattern {number}"
    if "match" not in entry or "example" not in entry:
        raise KnowledgeError(where, "a pattern needs match and example", "see ontology/README.md")
    defaults = {"subject": entry.get("subject", ""), "object": entry.get("object", "")}
    regex: list[str] = []
    triggers: list[frozenset[str]] = []
    types: list[frozenset[str]] = []
    for slot, kinds, group, optional, gap, word in _ELEMENT.findall(entry["match"]):
        opening = str if regex else partial(_opening, entry.get("not_after", ()))
        if optional or gap:
            regex.append(opening(""))
            opening = str
        if slot:
            names = frozenset((kinds or defaults.get(slot, "")).split("|")) - {""}
            if not names:
                raise KnowledgeError(where, f"slot {{{slot}}} has no type", "name it: {slot:Type} or in the entry")
            regex.append(_slot(f"?P<{slot}>" if slot in defaults else "?:", names, opening))
            types.append(frozenset(name.split(".")[0] for name in names))
        elif gap:
            regex.append(_gap(entry))
        else:
            options = [split(option) for option in (group or word).split("|")]
            regex.append(f"(?:(?:{_either(options, opening)}) ){optional}")
            if not optional:
                triggers.append(frozenset(option[0] for option in options))
    # The one with the longest word first: it is found least often. A phrase stands where no word has to.
    triggers = triggers or [frozenset((PHRASE,))]
    triggers.sort(key=lambda words: (max(map(len, words)), -len(words)), reverse=True)
    name = f"{predicate}:{entry.get('name', number)}"
    return Pattern(
        name, predicate, re.compile(_ended(entry, "".join(regex))), tuple(triggers), tuple(types),
        entry.get("status", ASSERTED), float(entry.get("confidence", 0.85)), entry.get("value", ""),
    )


def _opening(before: Iterable[str], letter: str) -> str:
    """A letter that opens a match: it opens a word, and none of some words stands before it.

    Both are said behind the letter, as an engine finds a letter fast, and tries anything else at each place.
    """
    words = "".join(f"(?<!{re.escape(' '.join(split(word)))} {letter})" for word in before)
    return rf"{letter}(?<!\S{letter}){words}"


def _either(options: Iterable[tuple[str, ...]], opening: Callable[[str], str] = str) -> str:
    """One of some phrases, the longest first; those with one first letter stand together."""
    texts = [" ".join(option) for option in sorted(options, key=len, reverse=True)]
    letters = dict.fromkeys(text[0] for text in texts)
    rests = {letter: [re.escape(text[1:]) for text in texts if text[0] == letter] for letter in letters}
    return "|".join(f"{opening(re.escape(letter))}(?:{'|'.join(rest)})" for letter, rest in rests.items())


def _slot(capture: str, names: Iterable[str], opening: Callable[[str], str]) -> str:
    """A phrase of one of some types; a type without a kind takes any."""
    return rf"({capture}{opening(PHRASE)}(?:{'|'.join(map(_kind, sorted(names)))})) "


def _kind(name: str) -> str:
    """What follows the mark of a phrase, for a type or a type with a kind."""
    return re.escape(name) + (r":\d+" if "." in name else r"(?:\.[\w-]+)?:\d+")


def _gap(entry: Mapping[str, Any]) -> str:
    barrier = (*_BARRIER, *entry.get("barrier", ()))
    stops = [_either(split(word) for word in barrier if word[0] != "{")]
    stops += [PHRASE + _kind(word.strip("{}")) for word in barrier if word[0] == "{"]
    return rf"(?:(?!(?:{'|'.join(stops)}) )\S+ ){{0,{entry.get('gap', _GAP)}}}?"


def _ended(entry: Mapping[str, Any], regex: str) -> str:
    """The expression with what may not stand right after it."""
    after = [split(word) for word in entry.get("not_before", ())]
    return regex + (rf"(?!(?:{_either(after)}) )" if after else "")


class PatternMatcher:
    """Finds all matches of all patterns on a line, looking only at those whose words and types are there."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(sorted(patterns, key=lambda pattern: pattern.name))
        # Lines have few combinations of types, and few patterns fit each.
        self.of_types = lru_cache(maxsize=_CACHED)(self._by_word)

    def read(self, line: Line) -> Iterator[Statement]:
        """Statements of one line; lists in slots give one statement a member."""
        if len(line.phrases) < _FEWEST:
            return
        by_word = self.of_types(line.types)
        for number in sorted({n for word in by_word.keys() & line.words for n in by_word[word]}):
            pattern = self.patterns[number]
            for words in pattern.triggers[1:]:
                if words.isdisjoint(line.words):
                    break
            else:
                for match in pattern.regex.finditer(line.text):
                    yield from self._statements(line, pattern, match)

    def _by_word(self, types: frozenset[str]) -> dict[str, list[int]]:
        """The numbers of the patterns that phrases of some types can fill, by the words of their rarest trigger."""
        result: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            if not any(kinds.isdisjoint(types) for kinds in pattern.types):
                for word in pattern.triggers[0]:
                    result.setdefault(word, []).append(number)
        return result

    @staticmethod
    def _statements(line: Line, pattern: Pattern, match: re.Match[str]) -> Iterator[Statement]:
        start, end = line.span(match.start(), match.end())
        found = match.groupdict()
        for subject in line.phrase(found["subject"]).entities:
            for object_ in line.phrase(found["object"]).entities:
                if subject != object_:
                    yield Statement(subject, pattern.predicate, Span(start, end), object=object_, status=pattern.status,
                                    confidence=pattern.confidence, rule=pattern.name)
