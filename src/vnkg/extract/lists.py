"""Lists: phrases of one type that commas and "và" join become one phrase with several entities."""

from __future__ import annotations

from vnkg.extract.scene import Item, Line, Phrase, joined
from vnkg.knowledge import Knowledge
from vnkg.model import Token


class ListJoiner:
    """Joins lists in the items of a sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["lists"]
        self.joiners = frozenset(lexicon["joiners"])
        self.between = frozenset(lexicon["between"])
        self.apart = frozenset(lexicon["apart"])
        self.times = frozenset(lexicon["times"])
        self.owners, self.parts = frozenset(lexicon["owners"]), frozenset(lexicon["parts"])
        self.kinds = frozenset(lexicon["kinds"])
        self.types = frozenset(lexicon["types"])

    def join(self, line: Line) -> tuple[Item, ...]:
        """The items of a line with every list as one phrase."""
        items = line.items
        result: list[Item] = []
        done = 0
        for i, phrase in line.phrases.items() if len(line.phrases) > 1 else ():
            if i < done or phrase.type not in self.types or self._beside(items, i, phrase):
                continue
            members, after = self._members(items, i, phrase)
            if len(members) > 1 and not self._apart(items, i, after, members):
                result += items[done:i]
                result.append(joined(members))
                done = after
        return (*result, *items[done:]) if done else items

    def _beside(self, items: tuple[Item, ...], i: int, phrase: Phrase) -> bool:
        """Whether a body stands right behind another one, whose it is, or ends words for a kind of bodies: "các ban
        xây dựng [Đảng] [Tỉnh ủy], Sở Nội vụ"."""
        if i == 0 or phrase.type != "Organization":
            return False
        before = items[i - 1]
        return before.type == phrase.type if isinstance(before, Phrase) else before.low in self.kinds

    def _members(self, items: tuple[Item, ...], i: int, first: Phrase) -> tuple[list[Phrase], int]:
        """The members of the list that begins with the phrase at item i, and the index after them."""
        members, after = [first], i + 1
        owner = i > 0 and items[i - 1].low in self.owners
        while (step := self._next(items, after, first.type)) and not (owner and items[after].low in self.parts):
            after, member = step
            members.append(member)
        return members, after

    def _apart(self, items: tuple[Item, ...], first: int, after: int, members: list[Phrase]) -> bool:
        """Whether two persons with only a comma between are in different phrases: "theo lời mời của A, B đến thăm"."""
        before = items[first - 1] if first else None
        if len(members) != 2 or members[0].type != "Person" or after - first != 3 or not isinstance(before, Token):
            return False
        comma = items[first + 1]
        return isinstance(comma, Token) and comma.low == "," and before.low in self.apart

    def _next(self, items: tuple[Item, ...], after: int, type_: str) -> tuple[int, Phrase] | None:
        """The next member of a list and the index after it."""
        k = after = self._after_time(items, after) if type_ == "Position" else after
        seen = False
        while k < len(items) and k - after < 6:
            item = items[k]
            if isinstance(item, Phrase):
                return (k + 1, item) if seen and item.type == type_ else None
            if item.low in self.joiners:
                seen = True
            elif not (seen and item.low in self.between):
                return None
            k += 1
        return None

    def _after_time(self, items: tuple[Item, ...], k: int) -> int:
        """The index after the time of a post at item k, in brackets or not ("giai đoạn 2014 - 2018"); k when none."""
        end = k
        while end < len(items) and (_is_time(items[end]) or self._of_time(items[end])):
            end += 1
        return end if any(_is_time(item) for item in items[k:end]) else k

    def _of_time(self, item: Item) -> bool:
        return isinstance(item, Token) and item.low in self.times


def _is_time(item: Item) -> bool:
    return isinstance(item, Phrase) and item.type == "TimeSpan"
