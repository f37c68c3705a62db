"""Who says what: clauses of reporting verbs, quotations with their speaker behind them, "Theo X, …", headlines.

What counts as reporting is data (`ontology/lexicon/reporting.toml`); `speakers.py` finds who speaks and `contents.py`
what is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vnkg.annotate.words import back
from vnkg.extract.contents import Content, ContentReader, split_again
from vnkg.extract.quotes import Quotes
from vnkg.extract.reporting import ASSIGN, MUTE, WHOLE, Reporting, may_end, skip
from vnkg.extract.scene import Line, Phrase, Scene
from vnkg.extract.speakers import Place, Speaker, SpeakerFinder
from vnkg.extract.subjects import SubjectLexicon, Subjects
from vnkg.knowledge import Knowledge
from vnkg.model import Span, Statement

_CONFIDENCE = {
    "quoted": 0.95, "person": 0.95, "apposed": 0.93, "according": 0.93, "headline": 0.93, "position": 0.92,
    "organization": 0.9, "pronoun": 0.87, "again": 0.85, "passive": 0.85, "source": 0.8, "trailing": 0.8,
    "listing": 0.7, "main": 0.7,
}
"""Shares estimated by reading random sayings of the public corpus, some 15 to 60 a kind; none of `listing` came up."""
_REACH = 12
_OPENING = 5
_FEWEST = 6


@dataclass(frozen=True, slots=True)
class Saying:
    """A `said` statement and the view bounds of everything said, which its value may cut short."""

    statement: Statement
    content: Span


class SpeechReader:
    """The lexicons of speech, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.reporting = Reporting(knowledge)
        self.lexicon = SubjectLexicon(knowledge)

    def subjects(self, scene: Scene, lines: Iterable[Line], held: Iterable[Statement]) -> Subjects:
        """Who is meant on a page: `lines` are all its sentences, `held` the posts that it names."""
        return Subjects(self.lexicon, scene, lines, held)

    def read(self, scene: Scene, subjects: Subjects) -> tuple[Saying, ...]:
        """All sayings of a page in text order."""
        return _Speech(self.reporting, subjects, scene).read()


class _Speech:
    """The reading of one page."""

    def __init__(self, reporting: Reporting, subjects: Subjects, scene: Scene) -> None:
        self.reporting = reporting
        self.lines, self.entities = subjects.lines, scene.entities
        self.text = scene.page.text
        self.quotes = Quotes(scene.page.text)
        self.contents = ContentReader(reporting, scene.page, self.quotes)
        self.finder = SpeakerFinder(reporting, subjects)
        self.spoke: str | None = None
        self.silent = 0

    def read(self) -> tuple[Saying, ...]:
        """All sayings in text order."""
        closing = self.quotes.by_end([line.sentence.end for line in self.lines])
        found: dict[tuple[str, int], Saying] = {}
        for number, line in enumerate(self.lines):
            self.silent += 1
            self._told_of(number)
            if number not in closing and number and self.reporting.triggers.isdisjoint(line.words):
                continue
            place = Place(number, line, line.low, self.spoke if self.silent <= 5 else None)
            for saying in (*self._behind_quotes(place, closing.get(number, ())), *self._clauses(place)):
                found.setdefault((saying.statement.subject, saying.content.start), saying)
        return tuple(found.values())

    def _told_of(self, number: int) -> None:
        """A person who opens the line before without saying anything is who "ông" means from here on."""
        line = self.lines[number - 1] if number and self.silent > 1 else None
        if line is not None:
            first = next((item for item in line.items[:_OPENING] if isinstance(item, Phrase)), None)
            if first is not None and first.type == "Person" and len(first.entities) == 1:
                self.spoke, self.silent = first.entities[0], 1

    def _behind_quotes(self, place: Place, closing: list[int] | tuple[()]) -> Iterator[Saying]:
        """ "…", ông X nói."""
        for number in closing:
            quote = self.quotes.all[number]
            k = next((i for i, item in enumerate(place.items) if item.start >= quote.end), len(place.low))
            if k >= len(place.low) or not self.contents.long_enough(quote):
                continue
            # The comma may stand inside of the marks: “…,” ông X nói.
            if place.low[k] not in self.reporting.separators and self.text[quote.end - 2] != ",":
                continue
            speaker = self._behind(place, k)
            if speaker is not None:
                evidence = Span(quote.start, place.line.sentence.end)
                yield from self._say(speaker, self.contents.of_quote(quote), evidence, "quoted")

    def _behind(self, place: Place, k: int) -> Speaker | None:
        while k < len(place.low) and place.low[k] in self.reporting.separators:
            k += 1
        according = self.reporting.according.longest(place.low, k, len(place.low)) if k < len(place.low) else None
        k = according[0] if according else k
        found = self.finder.at(place, k, k + 5)
        if found is None or not (according or self._verb_within(place.low, found[1])):
            return None
        return found[0]

    def _verb_within(self, low: list[str], k: int) -> bool:
        last = min(len(low), k + _REACH)
        return self.reporting.verbs.within(low, k, last) or self.reporting.quoting.within(low, k, last)

    def _clauses(self, place: Place) -> Iterator[Saying]:
        if place.number == 0:
            yield from self._headline(place)
        yield from self._source(place)
        done, triggers = 0, self.reporting.triggers
        for i in [k for k, low in enumerate(place.low) if low in triggers]:
            if i >= done and self._speaks_here(place, i):
                by = self._according(place, i) if place.low[i] in self.reporting.according.table else None
                after, sayings = by or self._reported(place, i) or (i + 1, ())
                yield from sayings
                done = after

    def _speaks_here(self, place: Place, i: int) -> bool:
        """Not inside a quotation that this very sentence opens: its words are the speaker's."""
        quote = self.quotes.at(place.items[i].start)
        return quote is None or quote.start < place.line.sentence.start

    def _reported(self, place: Place, i: int) -> tuple[int, list[Saying]] | None:
        """The content of the verb at item i, and of those that carry on; nothing more is read in the sentence."""
        low = place.low
        listing = self.reporting.listing.longest(low, i, len(low))
        verb = self.reporting.verbs.longest(low, i, len(low))
        if listing:
            return self._listing(place, i, listing[0])
        if low[i] == ":":
            return self._colon(place, i)
        if verb is None or verb[1] == MUTE or (verb[1] == ASSIGN and not self._assigns(place, verb[0])):
            return None
        speaker = self.finder.before(place, i)
        if speaker is None or (speaker.how == "main" and not self._carries(low, i, verb)):
            return None
        content = self.contents.after_verb(place.line, low, i, verb[0], verb[1])
        return self._carried_on(place, speaker, content) if content else self._trailing(place, speaker, i)

    @staticmethod
    def _assigns(place: Place, k: int) -> bool:
        """Whether a body and a word of its task follow at item k: "giao [Sở X] rà soát …"."""
        item = place.items[k] if k + 1 < len(place.items) else None
        return isinstance(item, Phrase) and item.type == "Organization" and place.low[k + 1].isalpha()

    def _source(self, place: Place) -> Iterator[Saying]:
        """ "Hai bên ký thỏa thuận, theo Bộ X.": the sentence before a source that ends it."""
        low = place.low
        last = len(low) - (low[-1:] == ["."])
        item = place.items[last - 1] if last > _FEWEST else None
        if isinstance(item, Phrase) and item.type == "TimeSpan":
            last, item = last - 1, place.items[last - 2]
        k = back(self.reporting.source, low, last - 1, 6) if isinstance(item, Phrase) else None
        if k is None or low[k - 1] != ",":
            return
        found = self.finder.at(place, last - 1, last)
        whole = place.line.sentence
        content = self.contents.bounded(whole.start, place.items[k - 1].start)
        if found is not None and content is not None and low[k - 2] not in "”\"»":
            yield from self._say(found[0], content, Span(whole.start, whole.end), "source")

    def _trailing(self, place: Place, speaker: Speaker, i: int) -> tuple[int, list[Saying]] | None:
        """ "Đoàn sẽ thăm Lào, Bộ X cho biết hôm qua.": the clause before a speaker whose verb ends the sentence."""
        low, before = place.low, speaker.first - 1
        found = self.reporting.trailing.longest(low, i, len(low))
        if found is None or before < _FEWEST or any(not may_end(item) for item in place.items[found[0] :]):
            return None
        if low[before] not in self.reporting.separators or low[before - 1] in "”\"»":
            return None
        whole = place.line.sentence
        content = self.contents.bounded(whole.start, place.items[before].start)
        if content is None or self.reporting.dependent.longest(low, 0, before):
            return None
        return len(low), list(self._say(speaker, content, Span(whole.start, whole.end), "trailing"))

    def _colon(self, place: Place, i: int) -> tuple[int, list[Saying]] | None:
        """ "Chị A phấn khởi: “…”": a quotation that a colon alone gives to somebody."""
        content = self.contents.quoted(place.line, place.low, i + 1) if i + 1 < len(place.low) else None
        speaker = self.finder.before(place, i) if content else None
        return self._carried_on(place, speaker, content) if speaker and content and speaker.how != "main" else None

    def _carries(self, low: list[str], i: int, verb: tuple[int, str]) -> bool:
        """Whether a verb far from its subject is surely one of speech: by itself, or by a colon or "rằng"."""
        after, kind = verb
        return self.reporting.again.longest(low, i, len(low)) is not None or (
            kind != WHOLE and after < len(low) and low[after] in self.reporting.certain
        )

    def _carried_on(self, place: Place, speaker: Speaker, content: Content) -> tuple[int, list[Saying]]:
        """One saying, or several when further verbs of the same speaker follow in the sentence."""
        plain = self._plain(place, content)
        edge = content.start if plain else content.clause_end
        first = next((k for k, item in enumerate(place.items) if item.start >= edge), len(place.low))
        start = place.items[speaker.first].start
        again = split_again(self.reporting, place.low, first if plain else first - 2)
        how = speaker.how
        sayings: list[Saying] = []
        while again is not None:
            joint, verb, after = again
            part = self.contents.bounded(content.start, place.items[joint].start) if plain else content
            plain = True
            rest = self.contents.after_verb(place.line, place.low, verb, after, "free")
            if part is None or rest is None:
                break
            sayings += self._say(speaker, part, Span(start, part.end), how)
            content, how = rest, "again"
            again = split_again(self.reporting, place.low, after)
        sayings += self._say(speaker, content, Span(start, content.clause_end), how)
        return len(place.low), sayings

    def _plain(self, place: Place, content: Content) -> bool:
        """Whether the content is a clause of this sentence, not a quotation."""
        return content.clause_end <= place.line.sentence.end and self.text[content.start - 1] not in "“\"«"

    def _listing(self, place: Place, i: int, after: int) -> tuple[int, list[Saying]] | None:
        speaker = self.finder.before(place, i)
        for k in range(after, len(place.low)):
            found = self.reporting.listed.longest(place.low, k, len(place.low))
            if speaker and found and found[0] < len(place.low):
                content = self.contents.bounded(place.items[found[0]].start, place.line.sentence.end)
                if content:
                    evidence = Span(place.items[speaker.first].start, content.clause_end)
                    return len(place.low), list(self._say(speaker, content, evidence, "listing"))
        return None

    def _according(self, place: Place, i: int) -> tuple[int, list[Saying]] | None:
        """ "Theo ông X, …" and "Như báo Y đã đưa tin, …" at the head of a clause."""
        low = place.low
        found = self.reporting.according.longest(low, i, len(low))
        if found is None or not self._opens_clause(low, i):
            return None
        k = skip(self.reporting.through, low, self._over_document(place, found[0]))
        speaker = self.finder.at(place, k, k + 2)
        if speaker is None:
            return None
        after = skip(self.reporting.reported, low, speaker[1])
        comma = self._comma_after(low, after)
        if comma is None or comma + 1 >= len(low) or (low[i] in self.reporting.likewise and after == speaker[1]):
            return None
        content = self.contents.bounded(place.items[comma + 1].start, place.line.sentence.end)
        if content is None:
            return None
        evidence = Span(place.items[i].start, content.clause_end)
        return len(low), list(self._say(speaker[0], content, evidence, "according"))

    def _over_document(self, place: Place, k: int) -> int:
        """The index behind a document that tells, and "của": "theo [kết luận của] Ban X"."""
        item = place.items[k] if k + 1 < len(place.low) and place.low[k + 1] in self.reporting.text_of else None
        told = item and self.text[item.start : item.end].lower().startswith(self.reporting.told_in)
        return k + 2 if told else k

    def _opens_clause(self, low: list[str], i: int) -> bool:
        """Whether item i begins a clause, and not one that follows a quotation."""
        if i == 0:
            return True
        start = back(self.reporting.openers, low, i)
        return start is not None and low[i - 1] != "-" and (start == 0 or low[start - 1] not in "”\"»")

    def _comma_after(self, low: list[str], k: int) -> int | None:
        """The comma right after the speaker, or after what follows it: brackets, or who presents its report."""
        if k < len(low) and low[k] == "(":
            k = next((j + 1 for j in range(k, min(len(low), k + 20)) if low[j] == ")"), k)
        if k < len(low) and low[k] in self.reporting.by:
            comma = low.index(",", k) if "," in low[k:] else k
            return comma if any(self.reporting.presenting.longest(low, j, comma) for j in range(k, comma)) else None
        return k if k < len(low) and low[k] == "," else None

    def _headline(self, place: Place) -> Iterator[Saying]:
        """ "Bộ trưởng X: Nhiều việc phải làm" as the first line."""
        if len(place.low) < 5 or place.low[1] != ":":
            return
        found = self.finder.at(place, 0, 1)
        content = self.contents.quoted(place.line, place.low, 2) or self.contents.bounded(
            place.items[2].start, place.line.sentence.end)
        if found is not None and content is not None:
            yield from self._say(found[0], content, Span(place.items[0].start, content.clause_end), "headline")

    def _say(self, speaker: Speaker, content: Content, evidence: Span, how: str) -> Iterator[Saying]:
        value = self.contents.value(content)
        if self.entities[speaker.entities[-1]].type == "Person":
            self.spoke, self.silent = speaker.entities[-1], 0
        for entity in speaker.entities:
            statement = Statement(entity, "said", evidence, value=value, confidence=_CONFIDENCE[how],
                                  rule=f"speech:{how}")
            yield Saying(statement, Span(content.start, content.end))
