"""Persons with the posts written around their names: "Bí thư Tỉnh ủy X", "X, Chủ tịch HĐND tỉnh", "X (Giám đốc Y)".

Yields the `holds` statements of each sentence and the items with every such group joined into one Person phrase.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vnkg.annotate.words import Phrases, table
from vnkg.extract.brackets import BracketReader, opened
from vnkg.extract.lineups import LineupReader
from vnkg.extract.scene import Item, Line, Phrase, Scene, lows
from vnkg.knowledge import Knowledge
from vnkg.model import ASSERTED, FORMER, Span, Statement, Token

_CONFIDENCE = {"before": 0.97, "apposed": 0.88, "after": 0.95, "shared": 0.85}
_PARTED, _LONGEST_ASIDE = frozenset((",", "(")), 9


@dataclass(frozen=True, slots=True)
class _Lexicon:
    honorifics: Phrases[bool]
    joiners: frozenset[str]
    openers: frozenset[str]
    former: Phrases[bool]
    current: Phrases[bool]
    dashes: frozenset[str]
    apposed: frozenset[str]
    before_posts: frozenset[str]
    asides: frozenset[str]
    plural: frozenset[str]
    ends: frozenset[str]


@dataclass(slots=True)
class _Group:
    """One person phrase being built: item bounds [first, last), the name's index and (post, status, how)."""

    first: int
    last: int
    name: int
    person: Phrase
    posts: list[tuple[Phrase, str, str]] = field(default_factory=list)


class HolderReader:
    """Groups persons and posts in the items of one sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["holders"]
        self.brackets = BracketReader(lexicon["pictured"])
        self.lexicon = _Lexicon(
            honorifics=table((*knowledge.words("persons", "honorifics"), *lexicon["before_name"])),
            joiners=frozenset(lexicon["joiners"]),
            openers=frozenset(lexicon["openers"]),
            former=table(lexicon["former"]),
            current=table(lexicon["current"]),
            dashes=frozenset(lexicon["dashes"]), apposed=frozenset(lexicon["apposed"]),
            before_posts=frozenset(lexicon["before_posts"]), asides=frozenset(lexicon["asides"]),
            plural=frozenset(lexicon["plural"]), ends=frozenset(lexicon["ends"]),
        )
        self.lineups = LineupReader(lexicon["lineup"], self.lexicon.honorifics)

    def lines(self, scene: Scene) -> tuple[list[Line], list[Statement]]:
        """The sentences of a page with persons and their posts joined, and what that says."""
        lines: list[Line] = []
        held: list[Statement] = []
        for sentence, items, phrases in scene.bare_lines:
            items = self.brackets.without(items) if "(" in scene.page.text[sentence.start : sentence.end] else items
            if any(phrase.type == "Person" for _, phrase in phrases):
                items, principals = self.lineups.without_principals(scene, items)
                items, said = self.read(items)
                held += (*principals, *said, *self.lineups.read(scene, items))
            lines.append(Line(sentence, items))
        return lines, held

    def read(self, items: tuple[Item, ...]) -> tuple[tuple[Item, ...], list[Statement]]:
        """The items with persons and their posts joined, and what that says."""
        persons = [i for i, item in enumerate(items) if isinstance(item, Phrase) and item.type == "Person"]
        if not persons:
            return items, []
        groups, floor = list[_Group](), 0
        for i in persons:
            if i >= floor:
                group = self._group(items, i, floor)
                groups.append(group)
                floor = group.last
        self._share(items, groups)
        return self._rebuilt(items, groups), [s for group in groups for s in self._statements(items, group)]

    def _group(self, items: tuple[Item, ...], i: int, floor: int) -> _Group:
        person = items[i]
        assert isinstance(person, Phrase)
        group = _Group(i, i + 1, i, person)
        self._look_left(items, group, floor)
        self._look_right(items, group)
        return group

    def _look_left(self, items: tuple[Item, ...], group: _Group, floor: int) -> None:
        name = self._skip_honorifics(items, group.first, floor)
        k = self._apposed(items, name, group.first, floor)
        first, found = self._posts_before(items, k, floor)
        if not found or (k < name and not self._opens(items, first, k, floor)):
            group.first = name
            return
        if floor and first == floor and len(found) > 1:
            found = found[-1:]
            first = next(i for i in range(first, k) if items[i] is found[0])
        status = self._status(items, first, floor)
        group.posts += [(post, status, "before" if k == name else "apposed") for post in found]
        group.first = first

    def _posts_before(self, items: tuple[Item, ...], k: int, floor: int) -> tuple[int, list[Phrase]]:
        """The index of the first of the joined posts that end before item k, and all of them in order."""
        found: list[Phrase] = []
        first = k
        while k - 1 >= floor:
            post = items[k - 1]
            if not isinstance(post, Phrase) or post.type != "Position":
                break
            found.append(post)
            first = k = k - 1
            if k - 1 < floor or not self._is(items[k - 1], self.lexicon.joiners):
                break
            k -= 1
        return first, found[::-1]

    def _apposed(self, items: tuple[Item, ...], name: int, person: int, floor: int) -> int:
        """The index of a dash before the name, or of a comma before an honorific, where a post ends right before."""
        link = items[name - 1] if name - 2 >= floor else None
        if link is None or not self._is(link, self.lexicon.dashes if name == person else self.lexicon.apposed):
            return name
        return name - 1

    def _opens(self, items: tuple[Item, ...], first: int, k: int, floor: int) -> bool:
        """Whether posts set off from the name begin a phrase; after a dash they need not."""
        if self._is(items[k], self.lexicon.dashes) or first == 0:
            return True
        return first > floor and self._is(items[first - 1], self.lexicon.before_posts)

    def _skip_honorifics(self, items: tuple[Item, ...], k: int, floor: int) -> int:
        while k > floor:
            for back in (4, 3, 2, 1):
                start = k - back
                if start < floor or not self._may_begin(self.lexicon.honorifics, items[start]):
                    continue
                low = lows(items[start:k])
                if any(after == back for after, _ in self.lexicon.honorifics.at(low, 0, back)):
                    k = start
                    break
            else:
                return k
        return k

    @staticmethod
    def _may_begin(table: Phrases[bool], item: Item) -> bool:
        return isinstance(item, Token) and item.low in table.table

    def _status(self, items: tuple[Item, ...], i: int, floor: int) -> str:
        """FORMER when a word like "nguyên" stands right before item i."""
        for back in (3, 2, 1):
            start = i - back
            if start < floor or not self._may_begin(self.lexicon.former, items[start]):
                continue
            low = lows(items[start:i])
            if any(after == back for after, _ in self.lexicon.former.at(low, 0, back)):
                return FORMER
        return ASSERTED

    def _look_right(self, items: tuple[Item, ...], group: _Group) -> None:
        k, status = self._aside(items, group.last), ASSERTED
        start = k
        opened = group.last < len(items) and self._is(items[group.last], frozenset("("))
        while k < len(items) and self._is(items[k], self.lexicon.openers if not group.posts or k == start else
                                          self.lexicon.joiners | self.lexicon.openers):
            after, status = self._after_joiner(items, k + 1, status)
            if after >= len(items):
                break
            post = items[after]
            if not isinstance(post, Phrase) or post.type != "Position" or self._of_next(items, after):
                break
            group.posts.append((post, status, "after"))
            group.last = k = after + 1
        if opened and k < len(items) and self._is(items[k], frozenset(")")) and group.last == k:
            group.last = k + 1

    def _aside(self, items: tuple[Item, ...], k: int) -> int:
        """The index after age or origin right behind a name, "(54 tuổi)" or ", sinh năm 1970", where more follows."""
        opening = items[k] if k < len(items) else None
        if opening is None or not self._is(opening, _PARTED):
            return k
        closing = frozenset(")") if self._is(opening, frozenset("(")) else _PARTED
        for i in range(k + 1, min(len(items), k + _LONGEST_ASIDE)):
            after = items[i + 1] if i + 1 < len(items) and self._is(items[i], _PARTED) else None
            if self._is(items[i], closing) or (isinstance(after, Phrase) and after.type == "Position"):
                told = any(self._is(item, self.lexicon.asides) for item in items[k:i])
                return k if not told else i + self._is(items[i], frozenset(")"))
            item = items[i]
            if isinstance(item, Phrase) and item.type in ("Position", "Person"):
                return k
        return k

    def _after_joiner(self, items: tuple[Item, ...], k: int, status: str) -> tuple[int, str]:
        """The index after words like "nguyên là" or "hiện là", and the status they set."""
        low = lows(items[k : k + 4])
        if not low:
            return k, status
        former = self.lexicon.former.longest(low, 0, len(low))
        if former:
            return k + former[0], FORMER
        current = self.lexicon.current.longest(low, 0, len(low))
        return (k + current[0], ASSERTED) if current else (k, status)

    def _of_next(self, items: tuple[Item, ...], i: int) -> bool:
        """Whether a post belongs to the name right after it instead."""
        if i + 1 >= len(items):
            return False
        k = i + 1
        after = items[k]
        if isinstance(after, Phrase):
            return after.type == "Person"
        for size in (3, 2, 1):
            low = lows(items[k : k + size])
            if len(low) == size and any(n == size for n, _ in self.lexicon.honorifics.at(low, 0, size)):
                name = items[k + size] if k + size < len(items) else None
                return isinstance(name, Phrase) and name.type == "Person"
        return False

    def _share(self, items: tuple[Item, ...], groups: list[_Group]) -> None:
        """Posts that a list shares: "các đồng chí A, B, nguyên Bí thư X" and "Ủy viên Y: A; B"."""
        for i, group in enumerate(groups):
            run = [group]
            for other in groups[i + 1 :]:
                if (run[-1].posts and run[-1] is not group) or not self._adjacent(items, run[-1], other):
                    break
                run.append(other)
            single = group.posts and not self._is(items[max(0, group.first - 1)], self.lexicon.plural)
            if len(run) == 1 or single or not self._plural_before(items, group):
                continue
            source, members, side = (group, run[1:], "before") if group.posts else (run[-1], run[:-1], "after")
            for member in members:
                member.posts += [(p, s, "shared") for p, s, how in source.posts if how == side and not opened(items, p)]
        for i, group in enumerate(groups):
            for post in self._heading(items, group):
                told = any(held is post for held, _, _ in group.posts)
                for member in self._headed(items, groups[i:])[told:]:
                    member.posts.append((post, ASSERTED, "shared"))

    def _headed(self, items: tuple[Item, ...], groups: list[_Group]) -> list[_Group]:
        """The members of a list under a heading: those after semicolons, posts and all, till another heading."""
        members = groups[:1]
        for group in groups[1:]:
            between = items[members[-1].last : group.first]
            parted = self._is(items[group.first - 1], frozenset(";"))
            ended = any(self._is(item, self.lexicon.ends) for item in (*between, items[group.first]))
            if ended or not (parted or self._adjacent(items, members[-1], group)):
                break
            members.append(group)
        return members

    def _adjacent(self, items: tuple[Item, ...], one: _Group, other: _Group) -> bool:
        between = items[one.last : other.first]
        return 0 < len(between) <= 2 and all(self._is(item, self.lexicon.joiners | {";"}) for item in between)

    def _plural_before(self, items: tuple[Item, ...], group: _Group) -> bool:
        return any(self._is(items[k], self.lexicon.plural) for k in range(max(0, group.first - 3), group.first + 2)
                   if k < len(items))

    def _heading(self, items: tuple[Item, ...], group: _Group) -> list[Phrase]:
        """The posts before a colon that opens a list of their holders."""
        for k in range(group.name - 1, max(0, group.first - 2), -1):
            if self._is(items[k], frozenset(":")):
                return self._posts_before(items, k, 0)[1]
        return []

    @staticmethod
    def _is(item: Item, words: frozenset[str]) -> bool:
        return isinstance(item, Token) and item.low in words

    def _rebuilt(self, items: tuple[Item, ...], groups: list[_Group]) -> tuple[Item, ...]:
        result: list[Item] = []
        position = 0
        for group in groups:
            result += items[position : group.first]
            start, end = items[group.first].start, items[group.last - 1].end
            result.append(Phrase(start, end, "Person", group.person.entities, group.person.mentions))
            position = group.last
        return (*result, *items[position:])

    def _statements(self, items: tuple[Item, ...], group: _Group) -> list[Statement]:
        result = []
        for post, status, how in group.posts:
            start = min(post.start, items[group.first].start, group.person.start)
            end = max(post.end, group.person.end)
            result.append(
                Statement(group.person.entities[0], "holds", Span(start, end), object=post.entities[0], status=status,
                          confidence=_CONFIDENCE[how], rule=f"holders:{how}")
            )
        return result
