"""Themes: the quotation after "chủ đề", of the event named before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnkg.extract.scene import Item, Phrase, Scene
from vnkg.knowledge import Knowledge
from vnkg.model import Sentence, Span, Statement

_CONFIDENCE = 0.93


class ThemeReader:
    """Finds themes in the sentences that have the word for it."""

    def __init__(self, knowledge: Knowledge) -> None:
        cue = "|".join(re.escape(word) for word in knowledge.words("figures", "theme"))
        self.quoted = re.compile(rf"\b(?:{cue})\s*:?\s*[“\"]\s*([^”\"\n]+?)\s*[,.]?\s*[”\"]", re.I)

    def read(self, scene: Scene, sentence: Sentence, items: tuple[Item, ...]) -> Iterator[Statement]:
        """At most one theme for each quotation."""
        text = scene.page.text
        for match in self.quoted.finditer(text, sentence.start, sentence.end):
            events = [p for p in items if isinstance(p, Phrase) and p.type == "Event"]
            before = [p for p in events if p.start < match.start()]
            owner = before[-1] if before else (events[0] if events else None)
            if owner is not None:
                start, end = min(owner.start, match.start()), max(owner.end, match.end())
                yield Statement(owner.entities[0], "theme", Span(start, end), value=match.group(1),
                                confidence=_CONFIDENCE, rule="themes")
