"""Whose clause a reporting verb stands in: the phrase, pronoun or title that is its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from vnkg.annotate.words import back
from vnkg.extract.reporting import Reporting
from vnkg.extract.scene import PHRASE, Item, Line, Phrase
from vnkg.extract.subjects import Subjects

_AGENTS = frozenset(("Person", "Organization", "Position"))
_APPOSED = frozenset(("Organization", "Position", "Place"))
_MARKS = frozenset((",", "-", "("))
# The most items of a description such as "người đứng đầu chính quyền tỉnh".
_TITLE = 6


class Speaker(NamedTuple):
    """Who speaks: entity ids, the item where the subject begins, and how it was found."""

    entities: tuple[str, ...]
    first: int
    how: str


@dataclass(slots=True)
class Place:
    """A line under reading: its number on the page, its words, and who spoke last."""

    number: int
    line: Line
    low: list[str]
    spoke: str | None

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the line."""
        return self.line.items


class SpeakerFinder:
    """Finds subjects on one page."""

    def __init__(self, reporting: Reporting, subjects: Subjects) -> None:
        self.reporting = reporting
        self.subjects = subjects

    def before(self, place: Place, verb: int) -> Speaker | None:
        """The subject of a verb at item `verb`."""
        i = self._over_adverbs(place, verb) - 1
        if i >= 0 and place.low[i] == ")":
            i = self._over_brackets(place.low, i) - 1
        if i < 0:
            return None
        low, led = place.low, self.reporting.led.table
        likely = [k for k in range(max(0, i - _TITLE), i) if low[k] in led]
        leader = next(filter(None, (self.leader(place, k, i + 1) for k in likely)), None)
        if leader is not None:
            return leader[0]
        if place.low[i] == PHRASE:
            if behalf := self._on_behalf(place, i):
                return self.before(place, behalf)
            return self._phrase(place, i, verb) or self._writer(place, i, verb)
        if place.low[i] in self.reporting.separators or place.low[i] in self.reporting.joiners.table:
            return self._loosely_apposed(place, i) or self._main(place, i)
        return self._pronoun_ending(place, i + 1) or self._loosely_apposed(place, i)

    def at(self, place: Place, i: int, last: int) -> tuple[Speaker, int] | None:
        """The first agent that begins at an item in [i, last), and the index after it: speakers behind a quotation."""
        leader = self.leader(place, i) if i < len(place.low) else None
        if leader is not None:
            return leader
        for k in range(i, min(last, len(place.low))):
            if place.low[k] == PHRASE:
                item = place.items[k]
                assert isinstance(item, Phrase)
                if item.type not in _AGENTS:
                    return None
                apposed = self._after_title(place, k)
                found = self._resolved(item, k, "phrase")
                return apposed or ((found, k + 1) if found else None)
            pronoun = self.subjects.pronoun(place.items, k)
            if pronoun and k == i:
                speaker = self._pronoun(place, k, pronoun[1])
                return (speaker, pronoun[0]) if speaker else None
            if place.low[k] in self.reporting.separators:
                return None
        return None

    def leader(self, place: Place, i: int, end: int | None = None) -> tuple[Speaker, int] | None:
        """Whoever "người đứng đầu Tỉnh ủy" at item i means by what the page says of posts, and the index after it,
        which is `end` when given."""
        low, table = place.low, self.reporting.led
        led = table.longest(low, i, len(low)) if low[i] in table.table else None
        if led is None:
            return None
        k, titles = led
        item = place.items[k] if k < len(place.low) else None
        if not titles and isinstance(item, Phrase):
            titles = self.subjects.lexicon.titles_of(self.subjects.words_of(item))
        after = k + isinstance(item, Phrase)
        person = self.subjects.leader(titles, place.line.items[i].start) if end in (None, after) else None
        return (Speaker((person,), i, "position"), after) if person else None

    def _after_title(self, place: Place, k: int) -> tuple[Speaker, int] | None:
        """A person right after a post or a body: "Giám đốc Sở X Nguyễn Văn A"."""
        if k + 1 < len(place.items) and place.low[k + 1] == PHRASE:
            after = place.items[k + 1]
            if isinstance(after, Phrase) and after.type == "Person":
                return Speaker(after.entities, k, "phrase"), k + 2
        return None

    def _over_adverbs(self, place: Place, i: int) -> int:
        """The index of the first of the adverbs, times and letters written right before item i."""
        while i > 0:
            start = back(self.reporting.adverbs, place.low, i)
            if start is not None:
                i = start
                continue
            item = place.items[i - 1]
            if isinstance(item, Phrase) and item.type == "TimeSpan":
                i -= 1
                continue
            written = back(self.reporting.writing, place.low, i - 1) if isinstance(item, Phrase) else None
            if written is None or not isinstance(item, Phrase) or item.type != "Document":
                return i
            i = written
        return i

    @staticmethod
    def _over_brackets(low: list[str], i: int) -> int:
        """The index of the bracket that the one at item i closes."""
        return next((k for k in range(i, max(-1, i - 25), -1) if low[k] == "("), i)

    def _phrase(self, place: Place, i: int, verb: int) -> Speaker | None:
        item = place.items[i]
        assert isinstance(item, Phrase)
        if item.type in _APPOSED:
            person = self._apposed(place, i)
            if person is not None:
                return person
        if item.type not in _AGENTS or self._asked_for(place.low, i, verb):
            return self._resolved(item, i, "passive") if item.type in _AGENTS else None
        if text := self._text_of(place, i):
            return text._replace(how=item.type.lower()) if self._heads_clause(place, text.first) else None
        if any(self._depends(place.low, k) for k in (i, self._list_head(place, i))):
            return None
        if item.type == "Organization" and not self._heads_clause(place, i):
            return None
        how = item.type.lower()
        return self._with_partner(place, i, self._resolved(item, i, how))

    def _text_of(self, place: Place, i: int) -> Speaker | None:
        """The author at item i of a text that speaks: "[thông cáo của Bộ X] cho biết"."""
        item, start = place.items[i], back(self.reporting.texts, place.low, i)
        if start is None and i > 1 and place.low[i - 1] in self.reporting.text_of:
            text = place.items[i - 2]
            start = i - 2 if isinstance(text, Phrase) and text.type == "Document" else None
        return self._resolved(item, start, "text") if start is not None and isinstance(item, Phrase) else None

    def _asked_for(self, low: list[str], i: int, verb: int) -> bool:
        """Whether the phrase at item i acts by a verb of demand in the passive, or by the opinion that is told:
        "ông A bị Ủy ban B đề nghị …", "ý kiến của ông A yêu cầu …"."""
        if not self.reporting.demands.longest(low, verb, len(low)):
            return False
        return (i > 0 and low[i - 1] in self.reporting.passive) or back(self.reporting.voiced, low, i) is not None

    def _on_behalf(self, place: Place, i: int) -> int:
        """The item where the list of those begins whom the subject speaks for: "ông A [thay mặt lãnh đạo X, Y] cho
        rằng"; 0 when the phrase at item i is none of them."""
        low, first = place.low, i
        while first > 1 and low[first - 2] == PHRASE and (
            low[first - 1] == "," or back(self.reporting.partners, low, first) is not None
        ):
            first -= 2
        through = back(self.reporting.through, low, first)
        return back(self.reporting.behalf, low, first if through is None else through) or 0

    def _list_head(self, place: Place, i: int) -> int:
        """The first phrase of the list that the phrase at item i ends: "gửi A, B và C"."""
        kind, last = place.items[i], i
        while i >= 2:
            listed = i < last and place.low[i - 1] == ","
            if not listed and back(self.reporting.partners, place.low, i) is None:
                return i
            other = place.items[i - 2]
            if not isinstance(other, Phrase) or not isinstance(kind, Phrase) or other.type != kind.type:
                return i
            i -= 2
        return i

    def _writer(self, place: Place, i: int, verb: int) -> Speaker | None:
        """ "Sở X gửi văn bản tới Bộ Y đề nghị …": who demands is who writes."""
        i = self._list_head(place, i)
        if back(self.reporting.sent, place.low, i) is None:
            return None
        return self._main(place, i) if self.reporting.demands.longest(place.low, verb, len(place.low)) else None

    def _resolved(self, item: Phrase, i: int, how: str) -> Speaker | None:
        entities = self.subjects.of_phrase(item)
        return Speaker(entities, i, how) if entities else None

    def _with_partner(self, place: Place, i: int, speaker: Speaker | None) -> Speaker | None:
        """ "A và B cho rằng": both."""
        if speaker is None or i < 2 or back(self.reporting.partners, place.low, i) is None:
            return speaker
        other = place.items[i - 2]
        item = place.items[i]
        if not isinstance(other, Phrase) or not isinstance(item, Phrase) or other.type != item.type != "Position":
            return speaker
        if self._depends(place.low, i - 2):
            return None
        return Speaker((*other.entities, *speaker.entities), i - 2, speaker.how)

    def _apposed(self, place: Place, i: int) -> Speaker | None:
        """The person whose post, body or home the phrase at item i is: "luật sư A, Công ty B phân tích"."""
        k = i - 1
        while k >= max(0, i - 7):
            item = place.items[k]
            if isinstance(item, Phrase):
                if item.type == "Person":
                    opened = place.low[k + 1] in _MARKS or self._lives(place, k)
                    fits = opened and not self._depends(place.low, k)
                    return Speaker(item.entities, k, "apposed") if fits else None
                if item.type not in _APPOSED:
                    return None
            k -= 1
        return None

    def _loosely_apposed(self, place: Place, i: int) -> Speaker | None:
        """ "Ông A - giám đốc Công ty B - chia sẻ": a person whose description no phrase joins to the name."""
        for k in range(i - 1, max(-1, i - 16), -1):
            item = place.items[k]
            if isinstance(item, Phrase):
                if item.type == "Person":
                    opened = (place.low[k + 1] in _MARKS and self._heads_clause(place, k)) or self._lives(place, k)
                    return Speaker(item.entities, k, "apposed") if opened and not self._depends(place.low, k) else None
            elif item.low in self.reporting.verbs.table and self.reporting.verbs.longest(place.low, k, i):
                return None
        return None

    def _lives(self, place: Place, k: int) -> bool:
        """ "Chị A ở bản B": a home or work place follows the name without a comma."""
        return place.low[k + 1] in self.reporting.abode and self._heads_clause(place, k)

    def _depends(self, low: list[str], i: int) -> bool:
        """Whether the phrase at item i belongs to a clause or phrase above it."""
        start = back(self.reporting.through, low, i)
        return back(self.reporting.dependent, low, i if start is None else start) is not None

    def _heads_clause(self, place: Place, i: int) -> bool:
        start = back(self.reporting.through, place.low, i)
        i = i if start is None else start
        if i == 0 or back(self.reporting.openers, place.low, i) is not None or place.low[i - 1] in "“\":":
            return True
        item = place.items[i - 1]
        return isinstance(item, Phrase) and item.type == "TimeSpan"

    def _main(self, place: Place, i: int) -> Speaker | None:
        """The subject of a sentence whose verbs are a list: the first agent that heads a clause and has a predicate."""
        for k in range(i):
            item = place.items[k]
            if isinstance(item, Phrase) and item.type in _AGENTS:
                if self._heads_clause(place, k) and not self._depends(place.low, k) and self._acts(place, k, i):
                    return self._owner(place, k) or self._resolved(item, k, "main")
            elif k == 0:
                pronoun = self.subjects.pronoun(place.items, 0)
                if pronoun:
                    return self._pronoun(place, 0, pronoun[1])
        return None

    def _owner(self, place: Place, k: int) -> Speaker | None:
        """The person that a body or post at item k only describes."""
        item = place.items[k]
        described = isinstance(item, Phrase) and item.type in _APPOSED
        person = self._apposed(place, k) if described else None
        return person._replace(how="main") if person else None

    @staticmethod
    def _acts(place: Place, k: int, i: int) -> bool:
        """Whether words of its own, or the comma before the verb, follow the phrase at item k."""
        after = place.items[k + 1]
        return k + 1 == i or (not isinstance(after, Phrase) and after.low[0].isalpha())

    def _pronoun_ending(self, place: Place, end: int) -> Speaker | None:
        for start in range(max(0, end - 3), end):
            found = self.subjects.pronoun(place.items, start)
            if found and found[0] == end and (start == 0 or back(self.reporting.openers, place.low, start) is not None
                                              or place.low[start - 1] in "“\""):
                return self._pronoun(place, start, found[1])
        return None

    def _pronoun(self, place: Place, start: int, gender: str) -> Speaker | None:
        person = self.subjects.of_pronoun(place.number, gender, place.spoke)
        return Speaker((person,), start, "pronoun") if person else None
