"""Figures that a document sets ("Kế hoạch số 5, giao 46 nhiệm vụ"), those whom a decision honours, and figures that an
event in front of their clause saw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vnkg.annotate.words import back, table
from vnkg.extract.clauses import is_event
from vnkg.extract.scene import Item, Phrase
from vnkg.extract.votes import counts

_NEAR, _DATED = 8, 5
# Phrases that may stand between such an event and the figure: none of them owns it.
_LIGHT = frozenset(("Quantity", "TimeSpan"))


class Provisions:
    """The words of `lexicon/figures.toml` for what documents set and events see, compiled."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        words = lexicon["provisions"]
        self.verbs = table(words["verbs"])
        self.executing = table(words["executing"])
        self.at, self.openers = frozenset(words["at"]), frozenset(words["openers"])
        self.ends = frozenset(words["ends"])
        self.awarding, self.awarded = table(words["awarding"]), tuple(words["awarded"])
        self.under, self.decisions = table(words["under"]), frozenset(words["decisions"])

    def document(self, items: tuple[Item, ...], low: list[str], i: int) -> Phrase | None:
        """The document that sets the figure at item i; None when it is somebody else's, or only done under one."""
        for k in range(i - 1, max(0, i - _NEAR), -1):
            if low[k] in self.ends or isinstance(items[k], Phrase):
                return None
            if self.verbs.longest(low, k, i):
                return self._before(items, low, k)
        return None

    def award(self, items: tuple[Item, ...], low: list[str], i: int) -> Phrase | None:
        """The decision under which as many are honoured: "tặng Bằng khen cho 12 tập thể theo Quyết định số 5"."""
        if not counts(items[i], self.awarded):
            return None
        start = max((k + 1 for k in range(i) if low[k] == ";"), default=0)
        end = next((k for k in range(i, len(low)) if low[k] == ";"), len(low))
        if not self.awarding.within(low, start, end):
            return None
        found = (items[k] for k in range(start, end) if back(self.under, low, k) is not None)
        return next((item for item in found if isinstance(item, Phrase) and item.type == "Document"
                     and item.mentions[0].get("kind") in self.decisions), None)

    def _before(self, items: tuple[Item, ...], low: list[str], verb: int) -> Phrase | None:
        """The document before a verb, with its day and issuer between."""
        for k in range(verb - 1, max(-1, verb - _DATED), -1):
            item = items[k]
            if isinstance(item, Phrase) and item.type == "Document":
                done = low[k + 1] == "," and back(self.executing, low, k) is not None
                return None if done else item
            if low[k] in self.ends or (isinstance(item, Phrase) and item.type not in ("TimeSpan", "Organization")):
                return None
        return None

    def event(self, items: tuple[Item, ...], low: list[str], i: int, first: int) -> Phrase | None:
        """The event that opens the clause of a figure which nothing else owns: "Tại buổi lễ, 37 tổ chức …"."""
        opens = next((k for k in range(first, min(i, first + 3)) if low[k] in self.at), None)
        if opens is None or any(word not in self.openers for word in low[first:opens]) or opens + 2 >= len(items):
            return None
        event = items[opens + 1]
        if not is_event(event) or low[opens + 2] != ",":
            return None
        between = (item for item in items[opens + 3 : i] if isinstance(item, Phrase))
        return event if all(phrase.type in _LIGHT for phrase in between) else None
