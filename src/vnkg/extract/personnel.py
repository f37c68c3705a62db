"""Who appoints or dismisses whom, where no template says it.

A sitting acts for the body in its name ("Hội nghị Ban Chấp hành … bầu ông A"), and a list of measures has one subject
("HĐND tỉnh miễn nhiệm … đối với ông A; bầu ông B"). Yields `appointedBy` and `dismissedBy`.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnkg.annotate.words import Phrases, back, phrases, table
from vnkg.extract.scene import Line, Phrase, Scene
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, Span, Statement

# Share found right by reading random statements of the corpus.
_CONFIDENCE = 0.88
_REACH, _NEAR = 24, 4
# Items of a phrase in brackets.
_BRACKET = 3


class PersonnelReader:
    """The verbs of personnel, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["personnel"]
        self.verbs: Phrases[str] = phrases(
            (word, predicate) for predicate, name in (("appointedBy", "appointing"), ("dismissedBy", "dismissing"))
            for word in lexicon[name]
        )
        self.of_sittings = frozenset(lexicon["of_sittings"])
        self.between = table(lexicon["between"])
        self.not_after = table(lexicon["not_after"])
        self.asked = table(lexicon["asked"])
        self.about, self.issuing = table(lexicon["about"]), table(lexicon["issuing"])
        self.ends = frozenset(lexicon["ends"])
        self.sittings = frozenset(lexicon["sittings"])

    def read(self, scene: Scene, line: Line) -> Iterator[Statement]:
        """The statements of one line."""
        if "Person" not in line.types or self.verbs.table.keys().isdisjoint(line.words):
            return
        acted: tuple[Phrase, str] | None = None
        done = 0
        for k in [k for k, word in enumerate(line.low) if word in self.verbs.table]:
            verb = self.verbs.longest(line.low, k, len(line.low)) if k >= done else None
            if verb is None:
                continue
            acted = self._subject(scene, line, k, verb[0], acted)
            if acted is not None:
                yield from self._acts(line, acted, verb)
            done = verb[0]

    def _subject(
        self, scene: Scene, line: Line, verb: int, after: int, acted: tuple[Phrase, str] | None
    ) -> tuple[Phrase, str] | None:
        """The phrase that acts by the verb at item `verb` and the body behind it: its subject, else that of the verb
        before in the list."""
        low = line.low
        k = self._before_decision(line, verb)
        if k == verb and back(self.not_after, low, verb) is not None:
            return None
        while (start := self._before(line, k)) < k:
            k = start
        item = line.items[k - 1] if k else None
        if not isinstance(item, Phrase):
            return acted
        if item.type in ("Organization", "Event") and back(self.asked, low, k - 1) is not None:
            return None
        if item.type == "Organization" and len(item.entities) == 1:
            return item, item.entities[0]
        elects = " ".join(low[verb:after]) in self.of_sittings
        body = self._of_sitting(scene, item) or self._holder(line, k - 1) if item.type == "Event" and elects else None
        if body is not None:
            return item, body
        return acted if k < verb and low[k] in (";", ",") else None

    def _before(self, line: Line, k: int) -> int:
        """The index of what may stand between a subject and its verb right before item k: small words, a time, a place
        in brackets; else `k`."""
        small = back(self.between, line.low, k)
        if small is not None:
            return small
        item = line.items[k - 1] if k else None
        if isinstance(item, Phrase) and item.type == "TimeSpan":
            return k - 1
        return k - _BRACKET if k >= _BRACKET and line.low[k - 1] == ")" and line.low[k - _BRACKET] == "(" else k

    def _before_decision(self, line: Line, verb: int) -> int:
        """The index of the verb that issues a decision on what the verb at item `verb` says ("công bố quyết định kỷ
        luật …"), else `verb`."""
        about = back(self.about, line.low, verb)
        k = verb if about is None else about
        item = line.items[k - 1] if k else None
        # With an issuer behind it the decision is somebody else's.
        if not isinstance(item, Phrase) or item.type != "Document" or item.end > item.mentions[-1].end:
            return verb
        issued = back(self.issuing, line.low, k - 1)
        return verb if issued is None else issued

    def _holder(self, line: Line, k: int) -> str | None:
        """The body that holds the sitting at item k: "HĐND tỉnh tổ chức kỳ họp bất thường bầu …"."""
        for item in reversed(line.items[max(0, k - _NEAR) : k]):
            if isinstance(item, Phrase):
                return item.entities[0] if item.type == "Organization" else None
        return None

    def _of_sitting(self, scene: Scene, event: Phrase) -> str | None:
        """The body in the name of a sitting."""
        if event.mentions[0].get("kind") not in self.sittings:
            return None
        for mention in scene.entities[event.entities[0]].mentions:
            inner = [m for m in scene.inside(mention) if m.type == "Organization"] if mention.kind == NAME else []
            if inner:
                return scene.id_at(inner[0])
        return None

    def _acts(self, line: Line, acted: tuple[Phrase, str], verb: tuple[int, str]) -> Iterator[Statement]:
        """One statement for each person that the verb is said of."""
        for k in range(verb[0], min(len(line.items), verb[0] + _REACH)):
            item = line.items[k]
            behind_comma = k > verb[0] and line.low[k - 1] == "," and isinstance(item, Phrase)
            another = k > verb[0] and self.verbs.longest(line.low, k, len(line.low)) is not None
            if line.low[k] in self.ends or behind_comma or another:
                return
            if isinstance(item, Phrase) and item.type == "Person":
                for person in item.entities:
                    yield Statement(person, verb[1], Span(min(acted[0].start, item.start), item.end), object=acted[1],
                                    confidence=_CONFIDENCE, rule=f"personnel:{verb[1]}")
                return
