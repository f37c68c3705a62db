"""The status of statements: reported inside of what somebody says, planned and negated by cue words in the clause.

Statements from names and from posts around names hold whoever speaks, and so does what says nothing of a happening.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vnkg.annotate.words import Phrases, phrases, table
from vnkg.extract.scene import Scene
from vnkg.extract.speech import Saying
from vnkg.knowledge import Knowledge
from vnkg.model import ASSERTED, NEGATED, PLANNED, REPORTED, Mention, Sentence, Statement

_STANDING = ("names:", "holders:", "learned:holds")
_BREAKS = frozenset((";", ",", "(", ")"))
_NEAR, _WIDE = "near", "wide"
_YEAR = 4


class StatusReader:
    """The cue words, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["status"]
        planned, negated = lexicon["planned"], lexicon["negated"]
        self.planned: Phrases[str] = phrases(
            [(w, "") for w in planned["except"]] + [(w, kind) for kind in (_NEAR, _WIDE) for w in planned[kind]]
        )
        self.until: Phrases[bool] = table(planned["until"])
        self.opening = frozenset((*self.planned.table, *self.until.table))
        self.described = frozenset(planned["described"])
        self.standing = frozenset(planned["standing"])
        self.negated: Phrases[bool] = phrases(
            [(w, False) for w in negated["except"]] + [(w, True) for w in negated["cues"]]
        )
        self.deniable = frozenset(negated["predicates"])

    def read(self, scene: Scene, found: Iterable[Statement], sayings: Sequence[Saying]) -> list[Statement]:
        """The statements with their status; `sayings` are those of the page, their own statements among `found`."""
        return _Clauses(self, scene).read(found, sayings)


class _Clauses:
    """One page: sentences by position, and what their cues say."""

    def __init__(self, cues: StatusReader, scene: Scene) -> None:
        self.cues = cues
        self.scene = scene
        self.page = page = scene.page
        self.starts = [sentence.start for sentence in page.sentences]
        self.mention_starts = [mention.start for mention in page.mentions]
        self.plans: dict[int, list[tuple[int, int, str]]] = {}
        self.published = int(page.article.published[:4]) if page.article.published else None

    def read(self, found: Iterable[Statement], sayings: Sequence[Saying]) -> list[Statement]:
        ordered = sorted(sayings, key=lambda s: (s.content.start, -s.content.end))
        starts = [saying.content.start for saying in ordered]
        result = [self._with_status(statement, ordered, starts) for statement in found]
        return _without_doubles(result)

    def _with_status(self, statement: Statement, sayings: list[Saying], starts: list[int]) -> Statement:
        if statement.rule.startswith(_STANDING) or self._stands(statement):
            return statement
        speaker = _speaker(statement, sayings, starts)
        status = self._status(statement) if statement.status == ASSERTED else statement.status
        if status == ASSERTED and speaker is not None:
            status = REPORTED
        if status == statement.status and speaker == statement.attributed_to:
            return statement
        return replace(statement, status=status, attributed_to=speaker)

    def _stands(self, statement: Statement) -> bool:
        """A phrase that names a thing with its attribute: "Nghị định số 5 của Chính phủ"."""
        if statement.predicate not in self.cues.standing:
            return False
        start = statement.evidence.start
        i = bisect_left(self.mention_starts, start)
        while i < len(self.page.mentions) and self.page.mentions[i].start == start:
            if self.scene.id_at(self.page.mentions[i]) == statement.subject:
                return True
            i += 1
        return False

    def _status(self, statement: Statement) -> str:
        sentence = self._sentence(statement.evidence.start)
        if sentence is None or statement.predicate == "said":
            return ASSERTED
        if self._is_planned(statement, sentence):
            return PLANNED
        if statement.predicate in self.cues.deniable and self._is_negated(statement, sentence):
            return NEGATED
        return ASSERTED

    def _sentence(self, position: int) -> Sentence | None:
        i = bisect_right(self.starts, position) - 1
        return self.page.sentences[i] if i >= 0 else None

    def _is_planned(self, statement: Statement, sentence: Sentence) -> bool:
        evidence = statement.evidence
        described = statement.predicate in self.cues.described
        for start, after, reach in self._cues(sentence):
            if start >= evidence.end:
                break
            if start >= evidence.start or (not described and self._reaches(sentence, after, evidence.start, reach)):
                return True
        return False

    def _cues(self, sentence: Sentence) -> list[tuple[int, int, str]]:
        """(where it begins, index after it, reach) of the cues for plans in a sentence that are no part of a name."""
        if sentence.first not in self.plans:
            low = [token.low for token in self.page.tokens[sentence.first : sentence.last]]
            found = []
            i = 0
            while i < len(low):
                if low[i] not in self.cues.opening:
                    i += 1
                    continue
                after, reach = self._cue(low, i)
                start = self.page.tokens[sentence.first + i].start
                if reach and not self._named(start):
                    found.append((start, after, reach))
                i = after
            self.plans[sentence.first] = found
        return self.plans[sentence.first]

    def _cue(self, low: list[str], i: int) -> tuple[int, str]:
        """(index to go on from, how far the cue at token i reaches or "")."""
        found = self.cues.planned.longest(low, i, len(low))
        if found:
            return found
        until = self.cues.until.longest(low, i, len(low)) if self.published else None
        year = low[until[0]] if until and until[0] < len(low) else ""
        if self.published and len(year) == _YEAR and year.isdigit() and int(year) > self.published:
            return i + 1, _WIDE
        return i + 1, ""

    def _reaches(self, sentence: Sentence, i: int, start: int, reach: str) -> bool:
        """Whether nothing ends the clause between token i of a sentence and the evidence."""
        for token in self.page.tokens[sentence.first + i : sentence.last]:
            if token.start >= start:
                return True
            if token.low == ";" or (reach == _NEAR and token.low in _BREAKS):
                return False
        return True

    def _is_negated(self, statement: Statement, sentence: Sentence) -> bool:
        tokens = self.page.tokens[sentence.first : sentence.last]
        low = [token.low for token in tokens]
        if self.cues.negated.table.keys().isdisjoint(low):
            return False
        i = 0
        while i < len(low) and tokens[i].start < statement.evidence.end:
            found = self.cues.negated.longest(low, i, len(low))
            if found and found[1] and tokens[i].start >= statement.evidence.start and not self._named(tokens[i].start):
                return True
            i = found[0] if found else i + 1
        return False

    def _named(self, position: int) -> bool:
        """Whether a mention holds a position: a word of a name is no cue."""
        i = bisect_right(self.mention_starts, position)
        nearby: tuple[Mention, ...] = self.page.mentions[max(0, i - 6) : i]
        return any(m.start <= position < m.end for m in nearby)


def _speaker(statement: Statement, sayings: list[Saying], starts: list[int]) -> str | None:
    """Who says the innermost content that holds the evidence; nobody reports what he says himself."""
    evidence = statement.evidence
    i = bisect_right(starts, evidence.start) - 1
    for saying in reversed(sayings[max(0, i - 4) : i + 1]):
        speaker = saying.statement.subject
        own = statement.predicate == "said" and speaker == statement.subject
        if saying.content.start <= evidence.start and evidence.end <= saying.content.end and not own:
            return speaker
    return None


def _without_doubles(statements: list[Statement]) -> list[Statement]:
    """A fact that the article asserts itself is not also planned or reported."""
    asserted = {_fact(s) for s in statements if s.status == ASSERTED}
    return [s for s in statements if s.status not in (PLANNED, REPORTED) or _fact(s) not in asserted]


def _fact(statement: Statement) -> tuple[str, str, str | None, str | None]:
    return statement.subject, statement.predicate, statement.object, statement.value
