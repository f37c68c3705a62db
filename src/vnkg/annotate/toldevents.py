"""Visits and meetings that a verb tells of, with a day in the sentence: "Ngày 5/9, ông A thăm chính thức Lào".

A verb counts only with a subject right before it and an object right after it, and not where a noun names the meeting
later on the page. The mention is nominal: the verb, of a visit with its place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vnkg.annotate.words import Phrases, back, back_over, by_first_token, phrases, table
from vnkg.knowledge import Knowledge
from vnkg.model import NOMINAL, Mention, Page

EVENT, TOLD, VISIT = "Event", "event-told", "visit"
_SUBJECTS = frozenset(("Person", "Position", "Organization"))
_SOON = 700
_DATED = frozenset(("day", "range"))


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of meeting: the kind of its event, the types of what follows it, the nouns that may name it later."""

    kind: str
    objects: frozenset[str]
    nominals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    verbs: Phrases[_Verb]
    auxiliary: Phrases[bool]
    joints: Phrases[bool]
    not_after: Phrases[bool]


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the verbs of meeting."""
    events = knowledge.lexicon["events"]
    telling = events["telling"]
    lexicon = _Lexicon(
        verbs=phrases(
            (word, _Verb(entry["kind"], frozenset(entry["objects"]), tuple(entry["nominals"])))
            for entry in events["told"] for word in entry["words"]
        ),
        auxiliary=table(telling["auxiliary"]),
        joints=table(telling["with"]),
        not_after=table(telling["not_after"]),
    )
    return lambda page: _Finder(lexicon, page).mentions()


class _Finder:
    """One pass over a page's words."""

    def __init__(self, lexicon: _Lexicon, page: Page) -> None:
        self.lexicon = lexicon
        self.page = page
        self.words = page.words
        self.starts = [sentence.start for sentence in page.sentences]
        self.days = [m.start for m in page.mentions if m.type == "TimeSpan" and m.get("granularity") in _DATED]

    def mentions(self) -> Iterator[Mention]:
        """All of them, in text order."""
        words, verbs = self.words, self.lexicon.verbs
        likely = words.among(verbs.table) if self.days else []
        found_at = [(k, verbs.longest(words.low, k, words.line[k])) for k in likely]
        hits = [(k, found) for k, found in found_at if found and self._dated(k)]
        if not hits:
            return
        begins = {kind: by_first_token(words, self.page.mentions, kind) for kind in (*_SUBJECTS, "Place")}
        ends = {words.last_at[m.end] for m in self.page.mentions if m.type in _SUBJECTS and m.end in words.last_at}
        # A time may part subject and verb.
        times = by_first_token(words, self.page.mentions, "TimeSpan")
        ends |= {last for first, (last, _) in times.items() if first in ends}
        for k, found in hits:
            if self._subject(k, ends) and not self._named_later(found[0], found[1]):
                after = self._object(found[0], found[1], begins)
                if after:
                    start, end = words.span(k, after if found[1].kind == VISIT else found[0])
                    yield Mention(start, end, EVENT, NOMINAL, rule=TOLD, attributes=(("kind", found[1].kind),))

    def _subject(self, k: int, ends: set[int]) -> bool:
        """Whether somebody stands right before the verb at token k, of his own accord."""
        low = self.words.low
        subject = back_over(self.lexicon.auxiliary, low, k)
        return subject in ends and back(self.lexicon.not_after, low, k) is None

    def _object(self, after: int, verb: _Verb, begins: dict[str, dict[int, tuple[int, Mention]]]) -> int:
        """The index after the object that begins at token `after`; `after` for a verb without, 0 when it lacks one."""
        if not verb.objects:
            return after
        if after >= len(self.words.low) or self.words.line[after] != self.words.line[after - 1]:
            return 0
        joint = self.lexicon.joints.longest(self.words.low, after, self.words.line[after])
        k = joint[0] if joint else after
        found = [begins[kind][k] for kind in verb.objects if k in begins[kind]]
        return max((last for last, m in found if m.kind != NOMINAL or verb.kind == VISIT), default=0)

    def _dated(self, k: int) -> bool:
        """Whether a day stands in the sentence of token k."""
        n = bisect_right(self.starts, self.words.start[k]) - 1
        sentence = self.page.sentences[n]
        return any(sentence.start <= day < sentence.end for day in self.days)

    def _named_later(self, after: int, verb: _Verb) -> bool:
        """Whether a noun names the meeting soon after token `after`."""
        end = self.words.end[after - 1]
        return any(self.page.low.find(word, end, end + _SOON) >= 0 for word in verb.nominals)
