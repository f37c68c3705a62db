"""Whose votes a figure counts: the document that they adopt, the person whom they elect or who has their confidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vnkg.annotate.words import table
from vnkg.extract.scene import Item, Phrase

# Votes that open a sentence stand among its first items.
_OPENING = 4


class Votes:
    """The words of `lexicon/figures.toml` for votes, compiled."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self.gathered = tuple(lexicon["gathered"])
        self.votes = table(lexicon["votes"])
        self.adopting, self.electing = table(lexicon["adopting"]), table(lexicon["electing"])
        self.elected = frozenset(lexicon["elected"])
        self.confidence = table(lexicon["confidence"])
        self.ballots, self.share = tuple(lexicon["ballots"]), frozenset(lexicon["share"])

    def owner(self, items: tuple[Item, ...], low: list[str], i: int) -> Phrase | None:
        """What the votes that item i counts are for; None when it counts none, or the sentence does not say."""
        i = self._as_share(items, low, i)
        if not self._counts_votes(items[i], low[max(0, i - 4) : i + 5]):
            return None
        elected = self._elected_after(items, low, i)
        if elected is not None:
            return elected
        start = max((k + 1 for k in range(i) if low[k] == ";"), default=0)
        end = next((k for k in range(i, len(low)) if low[k] == ";"), len(low))
        wide, near = range(len(low)), range(start, end)
        for verbs, type_, within in ((self.adopting, "Document", wide), (self.electing, "Person", near)):
            found = [k for k in within if verbs.longest(low, k, len(low)) and not self._vote_ends(low, k)]
            for verb in sorted(found, key=lambda k: abs(k - i))[:1]:
                after = [item for item in items[verb : verb + 8] if isinstance(item, Phrase) and item.type == type_]
                passive = type_ == "Person" and not self.elected.isdisjoint(low[max(0, verb - 1) : verb + 1])
                before = [item for item in items[:verb] if isinstance(item, Phrase) and item.type == type_]
                if passive and before:
                    return before[-1]
                if after and not passive:
                    return after[0]
        return self._trusted(items, low, i)

    def _as_share(self, items: tuple[Item, ...], low: list[str], i: int) -> int:
        """The item of the ballots that a share behind them restates ("53/53 phiếu, đạt tỷ lệ [100%]"); i without."""
        k = i - 1
        while k > 0 and low[k] in self.share:
            k -= 1
        item = items[k] if 0 <= k < i - 1 and counts(items[i], ("%",)) else None
        return k if isinstance(item, Phrase) and item.type == "Quantity" and counts(item, self.ballots) else i

    def _trusted(self, items: tuple[Item, ...], low: list[str], i: int) -> Phrase | None:
        """The person named last before a number of votes of confidence ("ông A: tín nhiệm cao: 40 phiếu; …")."""
        if not counts(items[i], self.ballots):
            return None
        before = [item for item in items[:i] if isinstance(item, Phrase) and item.type == "Person"]
        return before[-1] if before and self.confidence.within(low, 0, len(low)) else None

    def _vote_ends(self, low: list[str], k: int) -> bool:
        """Whether item k ends a word for votes, as in "phiếu bầu"."""
        return k > 0 and self.votes.longest(low, k - 1, k + 1) == (k + 1, True)

    def _elected_after(self, items: tuple[Item, ...], low: list[str], i: int) -> Phrase | None:
        """ "Với 100% phiếu thuận, ông A … được bầu": the person behind the comma after votes that open a sentence."""
        comma = next((k for k in range(i + 1, min(len(low), i + 4)) if low[k] == ","), None)
        if i > _OPENING or comma is None or comma + 1 >= len(items):
            return None
        person = items[comma + 1]
        elected = self.electing.within(low, comma + 2, len(low))
        return person if isinstance(person, Phrase) and person.type == "Person" and elected else None

    def _counts_votes(self, quantity: Item, around: list[str]) -> bool:
        """Whether a number of voters or a share stands near a word for votes, or is one of votes itself."""
        if not counts(quantity, (*self.gathered, "%")):
            return False
        words = [*around, *(word for unit in _units(quantity) for word in unit.split())]
        return self.votes.within(words, 0, len(words))


def counts(quantity: Item, nouns: tuple[str, ...]) -> bool:
    """Whether a quantity, or one of a list of them, counts what some nouns begin."""
    return any(unit.startswith(nouns) for unit in _units(quantity))


def _units(quantity: Item) -> list[str]:
    """What the quantities of a phrase count, as printed but in lower case."""
    assert isinstance(quantity, Phrase)
    return [mention.get("unit").lower() for mention in quantity.mentions]
