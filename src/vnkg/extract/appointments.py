"""Days of appointments: the date of the clause that gives a post to a person or takes it away.

"Ngày 5/5/2025, HĐND tỉnh bầu ông A giữ chức Z thay ông B": A began on that day, and B ended. Yields the same
statements, those of `holds` with the qualifier `begin` or `end` where a day or month stands in the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vnkg.extract.scene import Line, Phrase
from vnkg.knowledge import Knowledge
from vnkg.model import ASSERTED, FORMER, Statement, Token

_PATTERNS = "holds:"
_DATED = re.compile(r"\d{4}-\d\d")
_REACH = 30
_AFTER = 4


class AppointmentReader:
    """Adds begin and end to what patterns say of posts."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["holders"]["dated"]
        self.verbs = {ASSERTED: frozenset(lexicon["begin"]), FORMER: frozenset(lexicon["end"])}
        self.barrier = frozenset(lexicon["barrier"])
        self.since = frozenset(lexicon["since"])

    def dated(self, line: Line, found: Iterable[Statement]) -> Iterator[Statement]:
        """The statements of one line, with days."""
        for statement in found:
            day = self._day(line, statement) if statement.rule.startswith(_PATTERNS) else None
            if day is None:
                yield statement
            else:
                name = "begin" if statement.status == ASSERTED else "end"
                yield replace(statement, qualifiers=((name, day),))

    def _day(self, line: Line, statement: Statement) -> str | None:
        """The entity of the day after the evidence with a word like "since", else of the one before it."""
        start, end = statement.evidence.start, statement.evidence.end
        inside = {item.low for item in line.items if isinstance(item, Token) and start <= item.start < end}
        if not inside & self.verbs.get(statement.status, frozenset()):
            return None
        first = next(i for i, item in enumerate(line.items) if item.end > start)
        last = max(i for i, item in enumerate(line.items) if item.start < end)
        return self._after(line, last + 1) or self._before(line, first)

    def _after(self, line: Line, k: int) -> str | None:
        said = False
        for item in line.items[k : k + _AFTER]:
            if isinstance(item, Token):
                said = said or item.low in self.since
            elif item.type == "TimeSpan":
                return item.entities[0] if said and _is_day(item) else None
        return None

    def _before(self, line: Line, k: int) -> str | None:
        for item in reversed(line.items[max(0, k - _REACH) : k]):
            if isinstance(item, Token):
                if item.low in self.barrier:
                    return None
            elif item.type == "TimeSpan":
                return item.entities[0] if _is_day(item) else None
        return None


def _is_day(phrase: Phrase) -> bool:
    mention = phrase.mentions[0]
    return mention.get("granularity") in ("day", "month") and bool(_DATED.match(mention.value))
