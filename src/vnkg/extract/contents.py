"""What is said: where the content of a reporting clause begins and ends, and its words as a literal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from vnkg.extract.quotes import Quote, Quotes
from vnkg.extract.reporting import FRAMED, FREE, OPENER, SURE, WHOLE, Reporting, skip
from vnkg.extract.scene import PHRASE, Line, Phrase
from vnkg.model import Page
from vnkg.text import View, view

LONGEST, HARD = 330, 400
_FEWEST_WORDS = 3
_QUOTED_WORDS = 4
_FOUND = frozenset(("Person", "Organization", "Position", "Place"))
_TAIL = " \n\t.,;:-"
_OPEN = frozenset("“\"«")
_SINGLE = frozenset("'‘’")
_BREAK = re.compile(r"[;,.…]\s")


@dataclass(frozen=True, slots=True)
class Content:
    """View bounds of what is said, whole, and where the reporting clause ends."""

    start: int
    end: int
    clause_end: int


class ContentReader:
    """Bounds and words of contents on one page."""

    def __init__(self, reporting: Reporting, page: Page, quotes: Quotes) -> None:
        self.reporting = reporting
        self.page = page
        self.quotes = quotes

    def after_verb(self, line: Line, low: list[str], verb: int, k: int, kind: str) -> Content | None:
        """The content of a verb at items [verb, k), or None when a topic or nothing follows."""
        if kind == WHOLE:
            return self._up_to_end(line, verb)
        j = self._begin(line, low, k, kind)
        if j is None and kind == FRAMED and self._found(line, low, verb, k):
            j = k
        if j is None or self._led(line, low, verb, k) or (low[j - 1] == ":" and low[j - 2] in self.reporting.pictures):
            return None
        if j >= len(low):
            return self._next_line(line) if low and low[-1] == ":" else None
        return None if self._is_source(low, j) else self.quoted(line, low, j) or self._up_to_end(line, j)

    def _is_source(self, low: list[str], j: int) -> bool:
        """Whether nothing but a source ("theo Bộ X") follows: what was said stands before the verb."""
        source = self.reporting.source.longest(low, j, len(low))
        return source is not None and source[0] + 2 >= len(low)

    def _led(self, line: Line, low: list[str], verb: int, k: int) -> bool:
        """ "chỉ đạo Hội nghị": the event is led, not said."""
        item = line.items[k] if k < len(low) else None
        leads = self.reporting.leading.longest(low, verb, k)
        return leads is not None and isinstance(item, Phrase) and item.type == "Event"

    def _found(self, line: Line, low: list[str], verb: int, k: int) -> bool:
        """ "kết luận ông A đã vi phạm": what a body has found begins with a name, and a clause goes on behind it."""
        named = [item for item in line.items[k : k + 2] if isinstance(item, Phrase) and item.type in _FOUND]
        goes_on = k + _FEWEST_WORDS < len(low) and low[k + 1] not in (".", ",", ";")
        return bool(named) and goes_on and self.reporting.finding.longest(low, verb, k) is not None

    def _begin(self, line: Line, low: list[str], k: int, kind: str) -> int | None:
        """The index where the content begins."""
        while k < len(low) and low[k] in self.reporting.after:
            k += 1
        if k >= len(low) or kind == OPENER or low[k] in _OPEN:
            return k
        if low[k] in self.reporting.connectors and (low[k] in self.reporting.strong or kind == FRAMED):
            while k < len(low) and low[k] in self.reporting.connectors:
                k += 1
            return k
        if kind == SURE:
            return k
        if low[k] in self.reporting.detours:
            return k if kind == FREE and self._dated(line, low, k) else self._detour(low, k)
        if kind == FRAMED:
            return k if self.reporting.clauses.longest(low, k, len(low)) else self._colon_soon(low, k)
        asks = low[-1] == "?"
        return None if asks or self.reporting.topics.longest(low, k, len(low)) else k

    def _dated(self, line: Line, low: list[str], k: int) -> bool:
        """Whether a time or a clause before a comma opens what is said: "khẳng định trong năm 2016 ông sẽ …"."""
        if self.reporting.subordinate.longest(low, k, len(low)):
            return "," in low[k + 9 :]
        item = line.items[k + 1] if k + 2 < len(low) else None
        return isinstance(item, Phrase) and item.type == "TimeSpan" and low[k + 2][0].isalpha()

    @staticmethod
    def _colon_soon(low: list[str], k: int) -> int | None:
        """ "chia sẻ thông điệp: …": past a few words that name the kind of speech."""
        for j in range(k, min(len(low), k + 5)):
            if low[j] == ":":
                return j + 1
            if low[j] == PHRASE or not low[j][0].isalpha():
                return None
        return None

    def _detour(self, low: list[str], k: int) -> int | None:
        """Past "với phóng viên", when a colon, "rằng" or a comma closes it soon; the sure ones may come later."""
        for j in range(k + 1, min(len(low), k + 18)):
            if low[j] in (self.reporting.strong if j < k + 9 else self.reporting.certain):
                while j < len(low) and low[j] in self.reporting.connectors:
                    j += 1
                return j
        return None

    def quoted(self, line: Line, low: list[str], j: int) -> Content | None:
        """A content that is one quotation, also over several lines."""
        if low[j] not in _OPEN:
            return None
        quote = self.quotes.at(line.items[j].start)
        if quote is None or quote.start != line.items[j].start:
            return None
        after = next((i for i in range(j, len(low)) if line.items[i].start >= quote.end), len(low))
        if after < len(low) and low[after] not in _TAIL:
            return None
        return self.of_quote(quote) if self._words(quote.start, quote.end) >= _QUOTED_WORDS else None

    def of_quote(self, quote: Quote) -> Content:
        """The words between two marks, less the comma that leads on to the speaker."""
        last = quote.end - 1
        return Content(quote.start + 1, last - (self.page.text[last - 1] == ","), quote.end)

    def long_enough(self, quote: Quote) -> bool:
        """Whether a quotation is speech and no mere name or term."""
        return self._words(quote.start, quote.end) > _QUOTED_WORDS

    def _next_line(self, line: Line) -> Content | None:
        """The quotation, or else the sentence, that opens right after a clause that ends with a colon."""
        end = line.sentence.end
        text = self.page.text
        start = end + len(text[end : end + 4]) - len(text[end : end + 4].lstrip())
        quote = self.quotes.at(start) if start < len(text) else None
        if quote is not None:
            return self.of_quote(quote) if quote.start == start else None
        following = next((s for s in self.page.sentences if s.start == start), None)
        return self.bounded(following.start, following.end) if following and text[start].isalpha() else None

    def _up_to_end(self, line: Line, j: int) -> Content | None:
        """From item j to the end of the sentence, of a quotation that it opens, or of the one it stands in."""
        start, end = line.items[j].start, line.sentence.end
        around = self.quotes.at(start)
        inner = self.quotes.at(end - 1)
        if around is not None and around.start < start:
            end = min(end, around.end - 1)
        elif inner is not None and inner.start > start:
            end = max(end, inner.end)
        return self.bounded(start, end)

    def bounded(self, start: int, end: int) -> Content | None:
        """[start, end) without closing punctuation, if enough words are left."""
        clause_end = end
        text = self.page.text
        for credit in self.reporting.credits:
            cut = text.find(credit, start, end)
            end = cut if cut > start else end
        while end > start and text[end - 1] in _TAIL and text[end - 3 : end] != "...":
            end -= 1
        if end - start > 2 and text[start] in _SINGLE and text[end - 1] in _SINGLE:
            start, end = start + 1, end - 1
        return Content(start, end, clause_end) if self._words(start, end) >= _FEWEST_WORDS else None

    def _words(self, start: int, end: int) -> int:
        return len(self.page.text[start:end].split())

    def value(self, content: Content) -> str:
        """The words as they stand in the article, on one line, cut at the end of a sentence."""
        start, end = content.start, self._cut(content)
        first, last = self._source.source_span(start, end)
        return " ".join(self.page.article.text[first:last].split())

    def _cut(self, content: Content) -> int:
        if content.end - content.start <= LONGEST:
            return content.end
        ends = [s.end for s in self.page.sentences if content.start < s.end <= content.start + LONGEST]
        if ends:
            return ends[-1]
        first = next((s.end for s in self.page.sentences if s.end > content.start), content.end)
        if first - content.start <= HARD:
            return min(first, content.end)
        breaks = [m.start() for m in _BREAK.finditer(self.page.text, content.start + 80, content.start + LONGEST)]
        return breaks[-1] if breaks else content.end

    @cached_property
    def _source(self) -> View:
        return view(self.page.article.text)


def split_again(reporting: Reporting, low: list[str], j: int) -> tuple[int, int, int] | None:
    """A further verb of the same speaker from item j on: (where its joiner begins, verb, index after the verb)."""
    for i in range(j + 2, len(low)):
        if low[i] not in reporting.joiners.table:
            continue
        verb = skip(reporting.adverbs, low, skip(reporting.joiners, low, i))
        if verb >= len(low) or low[verb] == PHRASE:
            continue
        found = reporting.further.longest(low, verb, len(low)) or _assigned(reporting, low, verb)
        framed = found and found[0] < len(low) and low[found[0]] in reporting.strong
        if found and (framed or _strong_joint(low, i, verb)):
            return i, verb, found[0]
    return None


def _assigned(reporting: Reporting, low: list[str], verb: int) -> tuple[int, bool] | None:
    """A verb of giving tasks with the one who gets them behind it: "…; giao [Sở X] rà soát"."""
    found = reporting.assign.longest(low, verb, len(low))
    return found if found and found[0] < len(low) and low[found[0]] == PHRASE else None


def _strong_joint(low: list[str], i: int, verb: int) -> bool:
    return low[i] == ";" or verb - i >= 2
