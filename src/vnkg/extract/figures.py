"""Figures: what a quantity belongs to.

Tried in this order: the two countries that share it; the body right after it ("18 members of the board"); what comes
before a verb of holding ("the board has 15 members"); for votes, what is voted on; for figures of a gathering
(delegates, papers), its event; the subject of the clause; what the figure's own clause goes on to name when nothing
stands before it; the document by which the sentence says that the figure holds; and the place where lies what a figure
at the head of its clause counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vnkg.annotate.words import back
from vnkg.extract.clauses import BOTH, clause_start, events_of, is_country, is_event, is_figure, is_term, last_contest
from vnkg.extract.figuresubjects import FigureSubjects
from vnkg.extract.figurewords import OWNERS, figure_words
from vnkg.extract.provisions import Provisions
from vnkg.extract.scene import Item, Line, Phrase, lows
from vnkg.extract.votes import Votes, counts
from vnkg.knowledge import Knowledge
from vnkg.model import Span, Statement

_NEAR, _FAR = 12, 18
# Sentences back in which an event counts as under way.
_RECENT = 6
_CONTEST = "contest"
# Who is honoured shares the decision with no figure behind.
AWARDED, _SUBJECT = "awarded", "subject"
# Items before a subject behind a time and a comma.
_TIMED = 2
# Owners after whose figure a list may go on with other bodies and theirs.
_LISTING = frozenset(("held", "seen"))


@dataclass(frozen=True, slots=True)
class _Owner:
    """The owners of a figure, and how they were found."""

    phrases: tuple[Phrase, ...]
    confidence: float
    rule: str


class FigureReader:
    """Finds the owner of every quantity of a sentence; remembers the event of the sentences before."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["figures"]
        self.lexicon = figure_words(lexicon)
        self.votes = Votes(lexicon)
        self.provisions = Provisions(lexicon)
        self.subjects = FigureSubjects(self.lexicon)

    def read(
        self, items: tuple[Item, ...], main: Phrase | None = None, before: Sequence[Line] = ()
    ) -> Iterator[Statement]:
        """`quantity` statements for the quantities whose owner is clear; `main` is the event that the article is about,
        `before` are the lines before this one."""
        low = lows(items)
        recent = events_of(before[-_RECENT:])
        main = main if main is not None and any(e.entities == main.entities for e in recent) else None
        last: _Owner | None = None
        for i, item in enumerate(items):
            if not isinstance(item, Phrase) or item.type != "Quantity":
                continue
            event = self._under_way(item, main, before)
            listed = last if self._same_list(items, low, i) else None
            owner = listed if listed and listed.rule == _CONTEST else self._next_in_list(items, low, i, last)
            owner = owner or self._owner(items, low, i, event) or listed
            if owner is None:
                continue
            last = owner if owner.rule != AWARDED else None
            for phrase in owner.phrases:
                inside = phrase is not event
                start = min(phrase.start if inside else items[0].start, item.start)
                span = Span(start, max(phrase.end if inside else item.end, item.end))
                together = owner.rule == _SUBJECT and self._opens(items, low, i, phrase)
                for who in phrase.entities if together else phrase.entities[:1]:
                    for quantity in item.entities:
                        yield Statement(who, "quantity", span, object=quantity, confidence=owner.confidence,
                                        rule=f"figures:{owner.rule}")

    def _opens(self, items: tuple[Item, ...], low: list[str], i: int, subject: Phrase) -> bool:
        """Whether a subject opens the clause of figure i, where all of a list act together."""
        k, first = items.index(subject), clause_start(low, i, self.lexicon.breaks, self.lexicon.speech)
        return k in (0, first) or (k == first + _TIMED and low[k - 1] == ",")

    def _owner(self, items: tuple[Item, ...], low: list[str], i: int, event: Phrase | None) -> _Owner | None:
        if self._bracketed(low, i):
            return self._before_bracket(items, low, i)
        if event is not None and self._gathered(items[i]) and not any(is_event(item) for item in items):
            contest = counts(items[i], self.lexicon.contested)
            return (self._after(items, low, i) or self._held(items, low, i) or self._voted(items, low, i)
                    or self._acting(items, low, i) or _Owner((event,), 0.75, _CONTEST if contest else "event-before"))
        finders: tuple[Callable[[tuple[Item, ...], list[str], int], _Owner | None], ...] = (
            self._mutual, self._awarded, self._after, self._among, self._set, self._listed, self._held,
            self._described, self._voted, self._event, self._subject, self._told, self._later, self._according,
            self._lying, self._seen,
        )
        for find in finders:
            owner = find(items, low, i)
            if owner is not None:
                return owner
        return None

    def _acting(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """The body that is the subject of a clause, unless it tells who came, how they voted or what a contest had."""
        if low[0] in self.lexicon.attended or counts(items[i], (*self.votes.ballots, *self.lexicon.contested)):
            return None
        owner = self._subject(items, low, i)
        return owner if owner and owner.phrases[0].type == "Organization" else None

    @staticmethod
    def _bracketed(low: list[str], i: int) -> bool:
        opened = next((k for k in range(i, max(-1, i - 4), -1) if low[k] == "("), None)
        return opened is not None

    @staticmethod
    def _before_bracket(items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """The place or body right before the brackets that a figure opens ("huyện Hoằng Hóa (11 xã)")."""
        before = items[i - 2] if i > 1 and low[i - 1] == "(" else None
        if isinstance(before, Phrase) and before.type in ("Place", "Organization"):
            return _Owner((before,), 0.8, "before-bracket")
        return None

    def _same_list(self, items: tuple[Item, ...], low: list[str], i: int) -> bool:
        """Whether only a few words part this figure from the one before."""
        before = next((k for k in range(i - 1, max(-1, i - _NEAR), -1) if is_figure(items[k])), None)
        return before is not None and not any(w in (".", "“", "”") for w in low[before + 1 : i])

    def _next_in_list(self, items: tuple[Item, ...], low: list[str], i: int, last: _Owner | None) -> _Owner | None:
        """The body right before a figure, when a body and its figure stand before the comma: "Ban Chấp hành gồm 27 đồng
        chí, [Ban Thường vụ] 9 đồng chí"."""
        body = items[i - 1] if i > 1 and low[i - 2] in self.lexicon.listing else None
        if last is None or last.rule not in _LISTING or not isinstance(body, Phrase) or body.type != "Organization":
            return None
        return _Owner((body,), 0.85, "held") if self._same_list(items, low, i) else None

    def _after(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        k = i + 1
        while k < len(items) and low[k] in self.lexicon.of:
            k += 1
        item = items[k] if k < len(items) else None
        if isinstance(item, Phrase) and (item.type == "Organization" or (k > i + 1 and item.type in OWNERS)):
            if item.type == "Place" and low[k - 1] not in self.lexicon.of:
                return None
            if k == i + 1 and low[0] in self.lexicon.attended and self._event(items, low, i):
                return None  # those who came are members of the body: "Dự hội nghị có 52 ủy viên Ban Chấp hành"
            if k == i + 1 < len(low) - 1 and self.lexicon.setting.longest(low, k + 1, len(low)) is not None:
                return None
            return _Owner((item,), 0.8, "after")
        return None

    def _among(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """After "trong đó" the document or event named last before it."""
        for k in range(i - 1, max(-1, i - 8), -1):
            if self.lexicon.among.at(low, k, len(low)):
                for j in range(k - 1, -1, -1):
                    item = items[j]
                    if isinstance(item, Phrase) and item.type == "Document":
                        return _Owner((item,), 0.75, "among")
                    if isinstance(item, Phrase) and item.type == "Quantity":
                        return None
                return None
        return None

    def _held(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """The phrase right before a verb of holding that stands at most a few items before the figure."""
        verb = 0
        for k in range(i - 1, max(-1, i - 6), -1):
            item = items[k]
            if isinstance(item, Phrase):
                if is_term(item) and self.lexicon.holding.at(low, k + 1, i):
                    verb = k + 1
                    continue
                if item.type in ("Quantity", "TimeSpan"):
                    return None
                after = next((n for n in range(verb or k + 1, i) if low[n] not in self.lexicon.renewed), i)
                fits = item.type in OWNERS and after < i and self.lexicon.holding.at(low, after, i)
                adjunct = k > 0 and low[k - 1] in self.lexicon.prepositions | self.lexicon.attending
                if not fits or adjunct:
                    return None
                return _Owner((item,), 0.93, "held")
            if low[k] in self.lexicon.breaks:
                return None
        return None

    def _event(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """For delegates, papers and the like, and for all who attend: the event of the sentence."""
        attended = low[0] in self.lexicon.attended and counts(items[i], self.lexicon.people)
        if not (attended or self._gathered(items[i])):
            return None
        before = [k for k in range(i) if is_event(items[k])]
        event = items[before[-1]] if before and not self.subjects.beside(low, before[-1]) else None
        return _Owner((event,), 0.8, "event") if is_event(event) else None

    def _voted(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        owner = self.votes.owner(items, low, i)
        return _Owner((owner,), 0.88, "voted") if owner else None

    def _set(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        document = self.provisions.document(items, low, i)
        return _Owner((document,), 0.8, "set") if document else None

    def _awarded(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        document = self.provisions.award(items, low, i)
        return _Owner((document,), 0.9, AWARDED) if document else None

    def _seen(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        event = self.provisions.event(items, low, i, clause_start(low, i, self.lexicon.breaks, self.lexicon.speech))
        return _Owner((event,), 0.75, "seen") if event else None

    def _according(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """ "Under Scheme 4, 70 % of …": the document that begins the clause after "theo"."""
        first = clause_start(low, i, self.lexicon.breaks, self.lexicon.speech)
        for k in range(first + 1, min(i, first + 9)):
            item = items[k]
            if isinstance(item, Phrase):
                begins = low[first] in self.lexicon.by and item.type == "Document"
                tells = item.mentions[0].get("kind") in self.lexicon.telling
                return _Owner((item,), 0.78, "according") if begins and not tells else None
        return None

    def _under_way(self, quantity: Phrase, main: Phrase | None, before: Sequence[Line]) -> Phrase | None:
        """For prizes and works the contest named last, else the main event."""
        if counts(quantity, self.lexicon.contested):
            return last_contest(before, self.lexicon.contests) or main
        return main

    def _gathered(self, quantity: Item) -> bool:
        """Whether the figure counts what a gathering has: delegates, papers, votes."""
        return counts(quantity, self.votes.gathered)

    def _listed(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        owner = self.subjects.listed(items, low, i)
        return _Owner((owner,), 0.85, "listed") if owner else None

    def _described(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        owner = self.subjects.described(items, low, i)
        return _Owner((owner,), 0.8, "described") if owner else None

    def _subject(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        owners = self.subjects.of(items, low, i)
        return _Owner(owners, 0.76, _SUBJECT) if owners else None

    def _told(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """The body that tells what itself did: "[Sở A] cho biết đã cử 2 tổ công tác"."""
        first = clause_start(low, i, self.lexicon.breaks, self.lexicon.speech)
        verb = back(self.lexicon.speech, low, first)
        if not verb or low[first] not in self.lexicon.marks:
            return None
        item = items[verb - 1]
        return _Owner((item,), 0.8, "told") if isinstance(item, Phrase) and item.type == "Organization" else None

    def _mutual(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """The two countries that the sentence names before what is theirs together ("kim ngạch hai chiều")."""
        if not self.lexicon.mutual.within(low, clause_start(low, i, self.lexicon.breaks, self.lexicon.speech), i):
            return None
        named = {item.entities: item for item in items[:i] if is_country(item)}
        return _Owner(tuple(named.values()), 0.8, "mutual") if len(named) == BOTH else None

    def _lying(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """The place behind a figure that opens its clause, when what is counted lies there."""
        first = clause_start(low, i, self.lexicon.breaks, self.lexicon.speech)
        if any(word.isalpha() and word not in self.lexicon.light for word in low[first:i]):
            return None
        for k in range(i + 1, min(len(items), i + _FAR)):
            item = items[k]
            if low[k] in self.lexicon.breaks or low[k] in self.lexicon.outside:
                return None
            if isinstance(item, Phrase) and item.type == "Place":
                return _Owner((item,), 0.75, "lying") if low[k - 1] in self.lexicon.inside else None
        return None

    def _honoured(self, low: list[str], k: int) -> bool:
        """Whether the body at item k honours those before it: "4 tập thể được [UBND tỉnh] tặng Bằng khen"."""
        passive = k > 0 and low[k - 1] in self.lexicon.passive
        return passive and k + 1 < len(low) and self.lexicon.honouring.longest(low, k + 1, len(low)) is not None

    def _later(self, items: tuple[Item, ...], low: list[str], i: int) -> _Owner | None:
        """What comes after a figure that opens its clause, when a verb of attending or honouring joins them."""
        for k in range(i + 1, min(len(items), i + 10)):
            item = items[k]
            if low[k] in self.lexicon.breaks:
                return None
            if isinstance(item, Phrase) and item.type in ("Event", "Organization"):
                joined = any(w in self.lexicon.attending for w in low[i + 1 : k]) or self._honoured(low, k)
                return _Owner((item,), 0.75, "later") if joined else None
        return None
