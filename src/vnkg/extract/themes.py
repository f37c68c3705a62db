"""Themes: the quotation after "chủ đề", of the event named before it or between the word and the quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vnkg.annotate.words import table
from vnkg.extract.scene import Item, Line, Phrase, Scene
from vnkg.knowledge import Knowledge
from vnkg.model import Sentence, Span, Statement

# Share found right by reading random statements of the corpus.
_CONFIDENCE = 0.93
_REACH = 90
_MARKS = {"“": "”", '"': '"'}


class ThemeReader:
    """Finds themes in the sentences that have the word for it."""

    def __init__(self, knowledge: Knowledge) -> None:
        theme = knowledge.lexicon["eventfacts"]["theme"]
        cue, between = (
            "|".join(re.escape(word) for word in sorted(theme[name], key=len, reverse=True))
            for name in ("cues", "between")
        )
        self.words = tuple(str(word) for word in theme["cues"])
        self.cues = table(theme["cues"])
        self.cue = re.compile(rf"\b(?:{cue})\b", re.I)
        self.filler = re.compile(rf"(?:\s|[:,]|\b(?:{between})\b)*", re.I)
        self.quotation = re.compile(r"[“\"]\s*([^”\"\n]{4,400}?)\s*[,.]?\s*[”\"]")

    def read(self, scene: Scene, sentence: Sentence, items: tuple[Item, ...]) -> Iterator[Statement]:
        """At most one theme for each cue."""
        page = scene.page
        events = [p for p in items if isinstance(p, Phrase) and p.type == "Event"]
        low = page.low[sentence.start : sentence.end]
        if not events or not any(word in low for word in self.words):
            return
        for cue in self.cue.finditer(page.text, sentence.start, sentence.end):
            opened = page.text.find("“", cue.end(), cue.end() + _REACH)
            opened = opened if opened >= 0 else page.text.find('"', cue.end(), cue.end() + _REACH)
            quoted = self.quotation.match(page.text, opened) if opened >= 0 else None
            if quoted is None:
                continue
            inner = [p for p in events if cue.end() <= p.start and p.end <= opened]
            if self._only_fillers(page.text, cue.end(), opened, inner):
                yield _theme(_owner(events, inner, cue.start()), cue.start(), quoted)

    def without(self, line: Line) -> Line:
        """The line less the themes that part an event from what is said of it: "[Hội thảo] với chủ đề “…” [diễn ra]".
        """
        low, items = line.low, line.items
        if "Event" not in line.types or self.cues.table.keys().isdisjoint(line.words):
            return line
        kept: list[Item] = []
        done = 0
        for k in [k for k, phrase in line.phrases.items() if phrase.type == "Event" and k + 1 < len(low)]:
            after = self._past_theme(low, k + 1)
            if k >= done and after:
                kept += items[done : k + 1]
                done = after
        return line.having((*kept, *items[done:])) if done else line

    def _past_theme(self, low: Sequence[str], k: int) -> int:
        """The index behind the theme that begins at item k, and its commas, where the clause goes on; 0 without."""
        first = k + (low[k] == ",")
        cue = self.cues.longest(low, first, len(low)) if first < len(low) else None
        opened = cue[0] if cue else len(low)
        opened += opened < len(low) and low[opened] in (":", ",")
        if opened >= len(low) or low[opened] not in _MARKS:
            return 0
        closed = next((n for n in range(opened + 1, len(low)) if low[n] == _MARKS[low[opened]]), len(low))
        after = closed + 1
        after += after < len(low) and low[after] == ","
        return after if after < len(low) and low[after][0].isalpha() else 0

    def _only_fillers(self, text: str, start: int, end: int, inner: list[Phrase]) -> bool:
        """Whether nothing but fillers and at most one event stands between the cue and the quotation."""
        if len(inner) > 1:
            return False
        parts = [(start, inner[0].start), (inner[0].end, end)] if inner else [(start, end)]
        return all(self.filler.fullmatch(text, *part) for part in parts)


def _owner(events: list[Phrase], inner: list[Phrase], position: int) -> Phrase:
    before = [p for p in events if p.start < position]
    return inner[0] if inner else before[-1] if before else events[0]


def _theme(owner: Phrase, start: int, quoted: re.Match[str]) -> Statement:
    span = Span(min(owner.start, start), max(owner.end, quoted.end()))
    return Statement(owner.entities[0], "theme", span, value=quoted.group(1), confidence=_CONFIDENCE, rule="themes")
