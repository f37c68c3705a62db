"""Events: a head word with an ordinal, body, title, quotation or subject; later references to a known event.

Bodies, places and documents that were found before may stand inside an event's name ("Đại hội đại biểu … Đảng bộ
tỉnh …"), so a name grows from its head in steps: ordinals, terms, capital words, mentions, quotations. Attributes:
`kind` (code of event-kind), `ordinal` and, where a term is given too, `term`, both as Arabic numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vnkg.annotate.event_references import References
from vnkg.annotate.grammar import compiled
from vnkg.annotate.heads import Heads, Hit, inside_sentence, trimmed
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, NOMINAL, Mention, Page
from vnkg.text import roman

EVENT = "Event"
_NAMED_THINGS = ("Organization", "Place")
_TEN = 10
_HOLDERS = ("Person", "Position")


@dataclass(frozen=True)
class Found:
    """An event's name: bounds, kind, ordinals (Arabic, empty without one) and the rule that read it."""

    start: int
    end: int
    kind: str
    ordinal: str = ""
    term: str = ""
    rule: str = "event-name"


class Around:
    """What other annotators found on the page, as look-ups by position."""

    def __init__(self, page: Page) -> None:
        self.ends: dict[int, int] = {}
        self.places: set[int] = set()
        self.holders: set[int] = set()
        self._closed: set[int] = set()
        for mention in page.mentions:
            if mention.type in _NAMED_THINGS:
                self.ends[mention.start] = max(mention.end, self.ends.get(mention.start, 0))
                if mention.type == "Place":
                    self.places.add(mention.start)
                self._closed.update(range(mention.start + 1, mention.end))
            elif mention.type in _HOLDERS:
                self.holders.add(mention.start)

    def inside(self, start: int) -> bool:
        """Whether a body or place begins before `start` and goes on there."""
        return start in self._closed


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile `lexicon/events.toml`; see the module's text."""
    return Reader(knowledge.lexicon["events"]).annotate


class Reader:
    """The compiled lexicon, with one method for each way of naming an event."""

    def __init__(self, lexicon: Any) -> None:
        self._heads = Heads(lexicon)
        self._sets = self._heads.sets
        self._grammar = compiled(lexicon["grammar"], "lexicon/events.toml")
        self._numerals: dict[str, int] = dict(lexicon["numerals"])
        self._references = References(self._heads, self._grammar)
        self._link = f" {next(iter(self._sets['link']))} "

    def annotate(self, page: Page) -> Iterator[Mention]:
        """All events of a page, names before the references to them."""
        around = Around(page)
        hits = tuple(hit for hit in self._heads.hits(page) if self._is_free(page.low, hit, around))
        grown = [found for hit in hits for found in self._named(page, hit, around)]
        ends = {found.end for found in grown}
        named = [*(found for found in self._fixed(page) if found.end not in ends), *grown]
        for found in named:
            yield self._mention(page.text, found, NOMINAL if found.rule == "event-rite" else NAME)
        for hit, bare in self._references.find(page, hits, named):
            end = self._purpose(page, hit, bare)
            end = bare if any(bare < found.start < end for found in named) else end
            rule, kind = ("event-reference", NOMINAL) if end == bare else ("event-purpose", NAME)
            yield self._mention(page.text, Found(hit.start, end, hit.kind, rule=rule), kind)

    def _purpose(self, page: Page, hit: Hit, end: int) -> int:
        """The end of what an unnamed meeting is for ("hội nghị [cung cấp thông tin cho báo chí]"); `end` without."""
        opens = self._grammar["purpose"].match(page.text, end) if hit.word in self._sets["with_purpose"] else None
        if opens is None or self._grammar["determined"].match(page.low, hit.end):
            return end
        tail = None if opens["kind"] else self._grammar["tail"].match(page.text, opens.end())
        return self._trimmed(page.text, end, tail.end() if tail else opens.end())

    def _is_free(self, low: str, hit: Hit, around: Around) -> bool:
        """Whether the head is part of no place, body or word, nor a ranked prize; congresses stand in bodies."""
        if hit.word in self._sets["self_evident"]:
            return True
        # A ranked prize, or the prizes of the contest behind: "trao giải [Cuộc thi …]".
        prize = hit.kind == "award" and (self._heads.goes_on(low, hit) or self._heads.at(low, hit.end + 1) is not None)
        return not prize and not around.inside(hit.start) and not self._heads.is_part(low, hit)

    def _fixed(self, page: Page) -> Iterator[Found]:
        for match in self._grammar["sitting"].finditer(page.text):
            yield Found(match.start(), match.end(), "session", match["o"])
        for match in self._grammar["fixed"].finditer(page.text):
            start = match.start()
            if (start and page.text[start - 1].isalnum()) or self._grammar["fixed_needs_year"].match(match.group()):
                continue
            yield Found(start, match.end(), "other", rule="event-fixed")

    def _named(self, page: Page, hit: Hit, around: Around) -> list[Found]:
        special = self._special(page, hit)
        if special:
            return [special]
        found = self._grown(page, hit, around)
        described = self._described(page, hit, found, around)
        if described:
            return [described]
        return [found, *self._more(page, found)] if found else []

    def _special(self, page: Page, hit: Hit) -> Found | None:
        """Elections, wars and exams, whose names the grammar spells out."""
        for name, pattern in (("elections", "elected"), ("wars", "war"), ("exams", "exam")):
            if hit.word in self._sets[name]:
                match = self._grammar[pattern].match(page.text, hit.end)
                core = min((word for word in self._sets[name] if hit.word.endswith(word)), key=len)
                return Found(hit.end - len(core), match.end(), hit.kind) if match else None
        return None

    def _grown(self, page: Page, hit: Hit, around: Around) -> Found | None:
        """The name that grows from the head step by step, or None when nothing makes it one."""
        position, ordinal, term, strong, body = hit.end, "", "", False, False
        while step := self._step(page, hit, position, around, bool(ordinal)):
            position = step.end
            ordinal, term = ordinal or step.ordinal, term or step.term
            strong, body = strong or step.strong, body or step.body
        named = strong or (ordinal and hit.word in self._sets["numbered"])
        named = named or (body and hit.word in self._sets["nameable"] - self._sets["strict"])
        if not named or (not ordinal and self._references.is_plural(page.low, hit.start)):
            return None
        return Found(hit.start, self._trimmed(page.text, hit.end, position), hit.kind, ordinal, term)

    def _step(self, page: Page, hit: Hit, position: int, around: Around, counted: bool) -> _Step | None:
        text, grammar = page.text, self._grammar
        if hit.kind in ("congress", "conference") and (match := grammar["partystep"].match(text, position)):
            return _Step(max(match.end(), around.ends.get(position + 1, 0)), body=bool(match["strong"]))
        match = grammar["step"].match(text, position)
        if match and match["strong"] and position == hit.end and text[position] == ",":
            return None
        if match and match["o"] and hit.word not in self._sets["numbered"]:
            return None
        if match:
            parts = match.groupdict()
            return _Step(match.end(), self._arabic(parts["o"] or parts["r"] or ""), self._arabic(parts["k"] or ""),
                         bool(parts["strong"] or parts["quoted"] or parts["r"] or parts["typed"]),
                         body=position + 1 in around.ends and position + 1 not in around.places)
        if hit.word in self._sets["sessions"] | self._sets["self_evident"] and (
            match := grammar["number"].match(text, position)
        ):
            return _Step(match.end(), match["n"]) if not counted else None
        if hit.kind == "conference" and not counted and (match := grammar["number"].match(text, position)):
            return _Step(match.end(), match["n"])
        return self._name_step(page, hit, position, around, counted)

    def _name_step(self, page: Page, hit: Hit, position: int, around: Around, counted: bool) -> _Step | None:
        text, grammar = page.text, self._grammar
        if hit.word not in self._sets["nameable"] or position + 1 >= len(text):
            return None
        if match := grammar["session_body"].match(text, position):
            return _Step(match.end(), strong=True)
        if position + 1 in around.holders and position + 1 not in around.ends:
            return None
        for lead in ("toordinal", "owner", "joined"):
            if end := self._led(text, position, around, lead, counted, hit):
                return _Step(end, body=lead == "toordinal")
        if text[position] == " " and (end := around.ends.get(position + 1)):
            return _Step(end, body=True)
        if match := grammar["between"].match(text, position):
            return self._between(page, match.end(), around)
        if hit.kind == "session" and (match := grammar["monthly"].match(text, position)):
            return _Step(match.end(), strong=True) if position > hit.end else None
        for name in ("year", "month"):
            if not counted and position > hit.end and (match := grammar[name].match(text, position)):
                return _Step(match.end(), strong=name == "month")
        match = grammar["capitals"].match(text, position)
        return _Step(match.end(), strong=True) if match else None

    def _led(self, text: str, position: int, around: Around, lead: str, counted: bool, hit: Hit) -> int | None:
        """The end of a step that a lead opens: words up to an ordinal, or a place after a link."""
        match = self._grammar[lead].match(text, position)
        if not match or (lead == "toordinal" and counted):
            return None
        if lead == "toordinal":
            free = hit.word in self._sets["lead_titled"] or self._grammar["capital"].match(text, position)
            return match.end() if free else None
        if lead == "owner" and (not counted or hit.kind not in ("conference", "congress")):
            return None
        if lead == "joined":
            return self._party(text, match.end(), around)
        return around.ends.get(match.end()) if match.end() in around.places else None

    def _between(self, page: Page, start: int, around: Around) -> _Step | None:
        """The end of "giữa A và B": two bodies or places, or runs of capitals."""
        first = self._party(page.text, start, around)
        link = page.text[first : first + 4] if first else ""
        second = self._party(page.text, first + 4, around) if first and link == self._link else None
        return _Step(second, body=True) if second else None

    def _party(self, text: str, start: int, around: Around) -> int | None:
        if end := around.ends.get(start):
            return end
        match = self._grammar["capitals"].match(text, start - 1)
        return match.end() if match else None

    def _described(self, page: Page, hit: Hit, found: Found | None, around: Around) -> Found | None:
        """A name that says what the event is for: head, a phrase that opens a subject, and the rest of the clause."""
        text, grammar, sets = page.text, self._grammar, self._sets
        start = found.end if found else hit.end
        capital = text[hit.start].isupper()
        if hit.word in sets["described"]:
            opens = grammar["rite" if hit.kind == "ceremony" else "subject"].match(text, start)
        elif hit.word in sets["described_capital"] and capital:
            usual = "subject" if inside_sentence(text, hit.start) else "subject_opening"
            opens = grammar["subject_printed"].match(text, hit.end) or grammar[usual].match(text, start)
        else:
            opens = None
        if opens is None and hit.word in sets["described_wide"]:
            opens = grammar["wide"].match(text, start)
        if opens and self._references.is_plural(page.low, hit.start):
            return None
        if not opens:
            return self._long_titled(page, hit, found, around)
        tail = grammar["tail"].match(text, opens.end())
        end = self._trimmed(text, hit.end, tail.end()) if tail else opens.end()
        if found and found.ordinal and opens.group().strip() in self._sets["about"]:
            return None
        while step := self._step(page, hit, end, around, bool(found and found.ordinal)):
            end = step.end
        ordinal = re.search(grammar["step"].pattern, text[hit.end : end])
        number = self._arabic(ordinal["o"] or "") if ordinal else ""
        bare = not tail and not capital
        number = found.ordinal if found else number
        return Found(hit.start, end, hit.kind, number, rule="event-rite" if bare else "event-subject")

    def _long_titled(self, page: Page, hit: Hit, found: Found | None, around: Around) -> Found | None:
        """A title in capitals that goes on in lower case to the end of the clause."""
        if hit.word not in self._sets["long_titled"] or hit.end + 1 in around.holders:
            return None
        match = self._grammar["longtitle"].match(page.text, hit.end)
        end = self._trimmed(page.text, hit.end, match.end()) if match else 0
        if end <= (found.end if found else hit.end) or (found and found.ordinal):
            return None
        return Found(hit.start, end, hit.kind, rule="event-title")

    def _more(self, page: Page, found: Found) -> Iterator[Found]:
        """Further items of a list: "kỳ họp thứ 3 và [thứ 7]"."""
        end = found.end
        while match := self._grammar["more"].match(page.text, end):
            end = match.end()
            yield Found(match.start("span"), end, found.kind, self._arabic(match["o"]), rule="event-list")

    def _arabic(self, numeral: str) -> str:
        if not numeral or numeral.isdigit():
            return numeral
        value = roman(numeral)
        for word in () if value else numeral.lower().split():
            figure = self._numerals.get(word, 0)
            value = (value or 1) * figure if figure == _TEN else (value or 0) + figure
        return str(value) if value else ""

    def _trimmed(self, text: str, start: int, end: int) -> int:
        return trimmed(self._grammar["cut"], text, start, end)

    def _mention(self, text: str, found: Found, kind: str) -> Mention:
        term = self._grammar["term"].search(text, found.start, found.end)
        values = {
            "kind": found.kind,
            "ordinal": found.ordinal,
            "term": found.term or (self._arabic(term["k"]) if term else ""),
        }
        attributes = tuple(sorted((name, value) for name, value in values.items() if value))
        return Mention(found.start, found.end, EVENT, kind, found.ordinal, found.rule, attributes)


@dataclass(frozen=True)
class _Step:
    """One step of a growing name: where it ends and what it adds."""

    end: int
    ordinal: str = ""
    term: str = ""
    strong: bool = False
    body: bool = False
