"""Head words: the nouns that a name begins with ("nghị quyết", "hội nghị"), found in one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from vnkg.annotate.grammar import words
from vnkg.annotate.literals import Literals
from vnkg.model import Page

_LOOK_BACK = 24


class Hit(NamedTuple):
    """A head word in the text: its bounds, the word and the code of its kind."""

    start: int
    end: int
    word: str
    kind: str


class Named(Protocol):
    """What is known of a document or event that was named: where, and the code of its kind."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


class Heads:
    """The head words of a lexicon: `[kinds]` (code → words) and `[heads]` (named sets of words, among them
    `not_after`, `not_before` and the like: words beside a head that make it something else).
    """

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self.kinds = {word: kind for kind, entries in lexicon["kinds"].items() for word in entries}
        self.sets = {name: frozenset(entries) for name, entries in lexicon["heads"].items()}
        self._words = Literals(self.kinds)
        self._not_after = re.compile(rf"(?<!\w)(?:{words(self.sets['not_after'])}) $")
        self._not_before = re.compile(rf" (?:{words(self.sets['not_before'])})(?!\w)")

    def hits(self, page: Page) -> Iterator[Hit]:
        """Head words of a page that stand free, whatever comes before them."""
        for match in self._words.find(page):
            start = match.start()
            if not start or page.low[start - 1] not in "-/":
                yield Hit(start, match.end(), match.group(), self.kinds[match.group()])

    def at(self, low: str, start: int) -> Hit | None:
        """The head word that begins at `start`."""
        match = self._words.pattern.match(low, start)
        return Hit(start, match.end(), match.group(), self.kinds[match.group()]) if match else None

    def is_part(self, low: str, hit: Hit) -> bool:
        """Whether the word before makes the head a part of another word or name."""
        return ends_with(self._not_after, low, hit.start)

    def goes_on(self, low: str, hit: Hit) -> bool:
        """Whether the word after makes the head another word."""
        return bool(self._not_before.match(low, hit.end))


def ends_with(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Whether `pattern`, which ends in `$`, matches shortly before `end`."""
    return bool(pattern.search(text, max(0, end - _LOOK_BACK), end))


def inside_sentence(text: str, start: int) -> bool:
    """Whether a word goes before `start` in the same sentence, so that a capital there means something."""
    return start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] in ",;)")


def trimmed(cut: re.Pattern[str], text: str, start: int, end: int) -> int:
    """`end`, moved back over the link words that `cut` matches at the end of text[start:end]."""
    match = cut.search(text[start:end])
    return start + match.start() if match else end
