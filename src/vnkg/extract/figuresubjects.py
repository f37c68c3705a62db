"""The subject of the clause in which a figure stands: whose the figure is when no other word says it."""

from __future__ import annotations

from vnkg.annotate.words import back
from vnkg.extract.clauses import clause_start, is_figure
from vnkg.extract.figurewords import OWNERS, FigureWords
from vnkg.extract.scene import Item, Phrase

# Types of phrases of which lists give a figure each.
_LISTED = frozenset(("Organization", "Place"))
# Kinds of places that are built.
_BUILT = frozenset(("site", "street"))
# Items between a comma and the figure of a trait, and between a delegation and the event to which it goes.
_TRAIT, _GOING = 8, 12


class FigureSubjects:
    """Finds it by the words of `lexicon/figures.toml`."""

    def __init__(self, lexicon: FigureWords) -> None:
        self.lexicon = lexicon

    def of(self, items: tuple[Item, ...], low: list[str], i: int) -> tuple[Phrase, ...]:
        """The first phrase of the clause that no preposition makes an adjunct, with those that act together with it;
        none when the figure is nobody's, or what somebody is asked for."""
        first, beside = self._start(items, low, i), -1
        closed = _outside_brackets(low, first, i)
        for k in range(first, i):
            item = items[k]
            if low[k] in self.lexicon.never:
                return ()
            if not isinstance(item, Phrase) or item.type not in OWNERS or k not in closed or _credited(low, k):
                continue
            if back(self.lexicon.requests, low, k) is not None or (item.type == "Event" and self.beside(low, k)):
                return ()
            opens = k - 1 == first and low[first] in self.lexicon.opening
            adjunct = k > first and not opens and (low[k - 1] in self.lexicon.prepositions or beside == k - 2)
            adjunct = adjunct or self._acted(low, k, i)
            measured = low[k - 1] in self.lexicon.of | self.lexicon.where and self._measured(items, low, first, k)
            if adjunct and not measured:
                beside = k if low[k + 1] in self.lexicon.joints else beside
                continue
            return self._with_others(items, low, k, i) if self._counted(low, k, i) else ()
        return ()

    def listed(self, items: tuple[Item, ...], low: list[str], i: int) -> Phrase | None:
        """The one of a list right before its figure: "[Bộ Công an] 3 đại biểu; [Bộ Quốc phòng] 15 đại biểu"."""
        item = items[i - 1] if i else None
        ends = i + 1 >= len(low) or low[i + 1] in self.lexicon.ending
        if not isinstance(item, Phrase) or item.type not in _LISTED or not ends:
            return None
        return item if i > 1 and low[i - 2] in self.lexicon.listing else None

    def described(self, items: tuple[Item, ...], low: list[str], i: int) -> Phrase | None:
        """What stands before a comma behind which the figure tells a trait of it: "ký [biên bản], tổng vốn 5 tỷ đồng".
        """
        comma = next((k for k in range(i - 1, max(0, i - _TRAIT), -1) if low[k] == ","), 0)
        trait = self.lexicon.traits.longest(low, comma + 1, i) if comma else None
        if trait is None or any(isinstance(item, Phrase) for item in items[comma:i]):
            return None
        k = comma - 2 if isinstance(before := items[comma - 1], Phrase) and before.type == "TimeSpan" else comma - 1
        item, beside = items[k], low[k - 1] if k > 0 else ""
        if not isinstance(item, Phrase) or item.type not in OWNERS or beside in self.lexicon.prepositions:
            return None
        return item if item.type != "Place" or item.mentions[0].get("kind") in _BUILT else None

    def beside(self, low: list[str], k: int) -> bool:
        """Whether the event at item k only dates what is told, or is where a delegation is to go: "[sau Kỳ họp] đã có
        214 ý kiến", "[Đoàn dự Đại hội] gồm 18 đại biểu"."""
        if k and low[k - 1] in self.lexicon.dating:
            return True
        going = k > 1 and low[k - 1] in self.lexicon.attending
        return going and not self.lexicon.delegations.isdisjoint(low[max(0, k - _GOING) : k - 1])

    def _start(self, items: tuple[Item, ...], low: list[str], i: int) -> int:
        """Where the clause of the figure at item i begins: behind a comma too, where a new subject and its verb follow
        ("…, [UBND xã] đã chi 5 tỷ đồng")."""
        first = clause_start(low, i, self.lexicon.breaks, self.lexicon.speech)
        starts = (k for k in range(i - 2, first + 1, -1) if low[k - 1] == "," and low[k + 1] in self.lexicon.marks)
        named = (k for k in starts if isinstance(item := items[k], Phrase) and item.type in OWNERS)
        return next(named, first)

    def _acted(self, low: list[str], k: int, i: int) -> bool:
        """Whether the phrase only did what the subject underwent: "Khu lưu niệm được [Nhà nước] xếp hạng, đón 5 khách".
        """
        return k > 0 and low[k - 1] in self.lexicon.passive and "," in low[k + 1 : i]

    def _counted(self, low: list[str], k: int, i: int) -> bool:
        """Whether the words between a subject and the figure say something of the subject that the figure measures."""
        told = any(word.isalpha() and word not in self.lexicon.light for word in low[k + 1 : i])
        return told and not self.lexicon.elsewhere.within(low, k + 1, i)

    def _with_others(self, items: tuple[Item, ...], low: list[str], k: int, i: int) -> tuple[Phrase, ...]:
        item = items[k]
        assert isinstance(item, Phrase)
        together = self.lexicon.together.longest(low, k + 1, i) if k + 1 < i else None
        other = items[together[0]] if together and together[0] < i else None
        return (item, other) if isinstance(other, Phrase) and other.type == item.type else (item,)

    def _measured(self, items: tuple[Item, ...], low: list[str], first: int, k: int) -> bool:
        """Whether a measure ("growth", "revenue") stands before "of" its owner, with no figure between."""
        figures = (n for n in range(k - 1, first - 1, -1) if is_figure(items[n]))
        return self.lexicon.measures.within(low, next(figures, first), k)


def _outside_brackets(low: list[str], first: int, i: int) -> set[int]:
    """The items before item i that stand in no brackets, and the first one."""
    outside, depth = {first}, 0
    for k in range(first, i):
        depth += (low[k] == "(") - (low[k] == ")" and depth > 0)
        if not depth:
            outside.add(k)
    return outside


def _credited(low: list[str], k: int) -> bool:
    """Whether item k is the outlet at the head of a dateline: "[BHG] - Sáng 3/3, …"."""
    return k == 0 and low[1:2] in (["-"], ["–"])
