"""Quantity: a figure with its approximator and what it counts.

`Mention.value` and the attribute `amount` hold a plain decimal (of a range the lower end; `upper` holds the other),
`unit` what is counted as printed, `approximator` one of about, nearly, over, atLeast, atMost. How far the counted noun
reaches is decided by the lexicon `quantities`, see there. Ages, durations and numbers of order are no quantities.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from vnkg.annotate.figures import Figure, Figures, Lexicon, lexicon_of
from vnkg.annotate.nouns import Nouns
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page

_BEFORE = 28
# Characters in which the words for what is numbered stand before its figure.
_LABEL = 90
_TWO = "2"
# Thousands with points between; what ends a phrase, and the clause or line.
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_ENDED = re.compile(r" ?(?:[.,;:()](?!\d)|\n|$)")
_FEW = 2
_HOLDERS = frozenset(("TimeSpan", "Document"))


class _Extent(NamedTuple):
    """Where a quantity ends, where its unit begins, and whether it says `or more`."""

    unit: int
    end: int
    bound: str = ""
    measured: bool = False


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the lexicon once; the result finds the quantities of a page, which never overlap."""
    lexicon = lexicon_of(knowledge.lexicon["quantities"])
    nouns = Nouns(knowledge.lexicon["quantities"], knowledge.words("fields", "compounds"))
    finder = _Finder(lexicon, Figures(lexicon), nouns)
    return finder.find


@dataclass(frozen=True, slots=True)
class _Finder:
    lexicon: Lexicon
    figures: Figures
    nouns: Nouns

    def find(self, page: Page) -> Iterator[Mention]:
        held = [m for m in page.mentions if m.type in _HOLDERS]
        taken = {k for m in held for k in range(m.start, m.end)}
        limits = [*sorted(m.start for m in held), len(page.low)]
        done = 0
        for figure in self.figures.find(page, taken):
            if figure.start < done:
                continue
            mention = self._mention(page, figure, limits[bisect_right(limits, figure.start)])
            if mention is not None:
                done = mention.end
                yield mention

    def _mention(self, page: Page, figure: Figure, limit: int) -> Mention | None:
        """The quantity of `figure`; it ends before `limit`, where the next time or document begins."""
        extent = self._longer(self._measured(page, figure), self._counted(page, figure)) or self._bare(page.low, figure)
        if extent is None or (not extent.measured and self._is_order(page.low, figure)):
            return None
        if extent.end > limit:
            extent = extent._replace(end=len(page.low[:limit].rstrip(" /")))
            if extent.end <= figure.end:
                return None
        start, approximator = self._opened(page.low, figure, extent)
        unit = page.text[extent.unit : extent.end].strip()
        attributes = {"amount": figure.amount, "upper": figure.upper, "unit": unit,
                      "approximator": extent.bound or approximator}
        kept = tuple(sorted((name, value) for name, value in attributes.items() if value))
        return Mention(start, extent.end, "Quantity", value=figure.amount, rule="quantities", attributes=kept)

    def _longer(self, measured: _Extent | None, counted: _Extent | None) -> _Extent | None:
        """A unit of measure may be the first syllable of a noun (VND, comrade): the longer reading holds."""
        if measured is None or counted is None:
            return measured or counted
        return measured if measured.end >= counted.end else counted

    def _measured(self, page: Page, figure: Figure) -> _Extent | None:
        """A figure with a unit of measure, a percentage, or a sum whose currency is understood."""
        low, at = page.low, figure.end
        match = self.lexicon.unit.match(low, at)
        if match is None or (match.end() - at == 1 and page.text[at].isupper()):
            return self._or_more(low, at, at, True) if figure.sum else None
        unit, end = match.end(), match.end()
        if match["mass"] and self.nouns.known(low, at) > unit:
            return None
        if match["percent"]:
            end = self._share(page, end)
        elif match["mass"]:
            end = self.nouns.after(page, end, guess=True) or end
        elif match["size"] and (of := self.lexicon.of.match(low, end)):
            end = of.end()
        if end == unit and (per := self.lexicon.per.match(low, end)):
            end = per.end()
        return self._or_more(low, at, end, True)

    def _share(self, page: Page, at: int) -> int:
        number_of = self.lexicon.number_of.match(page.low, at)
        if number_of and (end := self.nouns.after(page, number_of.end())):
            return end
        return self.nouns.after(page, at) or at

    def _counted(self, page: Page, figure: Figure) -> _Extent | None:
        low, at = page.low, figure.end
        neutral = self.lexicon.neutral.match(low, at)
        if (figure.word and self._is_name(page.text, figure)) or self._is_pair(low, figure):
            return None
        if figure.billions:
            end = self.nouns.billions(low, at)
        else:
            end = self.nouns.after(page, at, guess=neutral is None and self._guessable(page, figure))
        if end is None or (neutral is not None and end <= neutral.end()):
            return None
        if per := self.lexicon.per.match(low, end):
            end = per.end()
        return self._or_more(low, at, end, False)

    def _bare(self, low: str, figure: Figure) -> _Extent | None:
        """A figure whose unit stands elsewhere in the sentence: large, approximated, or a number "of" something before
        ("số đơn xin học là 47"), at the end of a phrase.
        """
        ends = _ENDED.match(low, figure.end) is not None
        if figure.word or figure.yearlike or not (ends or self.lexicon.goes_on.match(low, figure.end)):
            return None
        told = _GROUPED.fullmatch(low, figure.start, figure.end) is not None or (
            ends and (self._roughly(low, figure) or self._labelled(low, figure))
        )
        return _Extent(figure.end, figure.end) if told else None

    def _roughly(self, low: str, figure: Figure) -> bool:
        before = max(0, figure.start - _BEFORE)
        return len(figure.amount) > _FEW and self.lexicon.approximator.search(low, before, figure.start) is not None

    def _labelled(self, low: str, figure: Figure) -> bool:
        return self.lexicon.labelled.search(low, max(0, figure.start - _LABEL), figure.start) is not None

    def _is_name(self, text: str, figure: Figure) -> bool:
        """Whether a number word with a capital stands beside another capital word: "Ngã Sáu", "ông Lương Văn Bảy"."""
        before = text[max(0, figure.start - _BEFORE) : figure.start].split(" ")
        named = len(before) > 1 and before[-1] == "" and before[-2][:1].isupper() and before[-2].isalpha()
        return text[figure.start].isupper() and (named or text[figure.end + 1 : figure.end + 2].isupper())

    def _is_pair(self, low: str, figure: Figure) -> bool:
        """Both of known ones, as in both sides: no figure."""
        if low[figure.start : figure.end] == _TWO:
            return self.lexicon.sides.match(low, figure.end) is not None
        return figure.word in self.lexicon.pairs and self.lexicon.pair.match(low, figure.end) is not None

    def _guessable(self, page: Page, figure: Figure) -> bool:
        """Whether an unknown noun may follow: not after a word, a year, a sum, a unit, or the number of a name."""
        if figure.word or figure.yearlike or figure.sum or self.lexicon.unit.match(page.low, figure.end):
            return False
        if not figure.small or len(figure.amount) > 2:
            return True
        before = page.text[max(0, figure.start - _BEFORE) : figure.start].split("\n")[-1].split()
        return len(before) < 2 or not before[-1][0].isupper() or before[-2][-1] in ".:!?"

    def _or_more(self, low: str, unit: int, end: int, measured: bool) -> _Extent:
        match = self.lexicon.or_more.match(low, end)
        if match is None:
            return _Extent(unit, end, measured=measured)
        bound = "atLeast" if match[1] in self.lexicon.at_least else "atMost"
        return _Extent(unit, match.end(), bound, measured)

    def _is_order(self, low: str, figure: Figure) -> bool:
        """A small number after a word that takes a number of order: article 5, district 3, number 42."""
        if figure.word:
            return self.lexicon.word_order.search(low[max(0, figure.start - _BEFORE) : figure.start]) is not None
        if not figure.small:
            return False
        before = low[max(0, figure.start - _BEFORE) : figure.start]
        if len(figure.amount) == 1 and self.lexicon.degree.search(before):
            return True
        match = self.lexicon.order.search(before)
        return match is not None and not match["total"]

    def _opened(self, low: str, figure: Figure, extent: _Extent) -> tuple[int, str]:
        """The start with approximator and the `from` of a range, and the code of the approximator."""
        start, code = figure.start, ""
        if (figure.upper or extent.bound) and (match := self.lexicon.range_from.search(low, max(0, start - 12), start)):
            start = match.start(1)
        match = self.lexicon.approximator.search(low, max(0, start - _BEFORE), start)
        if match and not self._is_literal(low, match, figure):
            start, code = match.start(1), self.lexicon.approximators[match[1]]
        return start, code

    def _is_literal(self, low: str, match: re.Match[str], figure: Figure) -> bool:
        """The words for more may compare (higher than 10%) or tell a place (on 3 roads) instead of approximating."""
        if match[1] not in self.lexicon.over:
            return False
        if match[1] in self.lexicon.placing and figure.small and len(figure.amount) == 1:
            return True
        return self.lexicon.comparative.search(low[max(0, match.start(1) - 12) : match.start(1)]) is not None
