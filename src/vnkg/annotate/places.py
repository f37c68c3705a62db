"""Places: known names, administrative and other heads with capitals, and bare heads that stand for a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vnkg.annotate.words import Phrases, family_names, person_runs, phrases, split
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, NOMINAL, Mention, Page, Words

PLACE = "Place"


@dataclass(frozen=True, slots=True)
class _Head:
    kind: str
    bare: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    heads: Phrases[_Head]
    known: Phrases[tuple[str, str, bool]]
    names: Phrases[str]
    ambiguous: frozenset[str]
    strict: frozenset[str]
    only_headed: frozenset[str]
    compounded: frozenset[str]
    shown_by: frozenset[str]
    nominal: Phrases[bool]
    starts: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    families: frozenset[str]
    honorifics: frozenset[str]
    head_ends: frozenset[str]
    head_not_after: frozenset[str]
    plural: frozenset[str]
    plural_heads: frozenset[str]
    starters: frozenset[str]


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the lexicon and the tables of known places."""
    places = knowledge.lexicon["places"]
    heads = phrases(
        (word, _Head(head["kind"], head.get("bare", False))) for head in places["head"] for word in head["words"]
    )
    nominal = phrases((word, True) for word in places["nominal"]["words"])
    lexicon = _Lexicon(
        heads=heads,
        starts=frozenset((*heads.table, *nominal.table)),
        known=phrases(_known(knowledge)),
        names=place_names(knowledge),
        ambiguous=frozenset(places["names"]["ambiguous"]),
        strict=frozenset(places["names"]["strict"]),
        only_headed=frozenset(places["names"]["headed"]),
        compounded=frozenset(places["names"]["compounded"]),
        shown_by=frozenset(places["names"]["before"]),
        nominal=nominal,
        not_after=frozenset(places["nominal"]["not_after"]),
        not_before=frozenset(places["nominal"]["not_before"]),
        families=family_names(knowledge),
        honorifics=frozenset(word.lower() for word in knowledge.words("persons", "honorifics")),
        head_ends=frozenset(split(word)[-1] for head in places["head"] for word in head["words"]),
        head_not_after=frozenset(places["head_not_after"]["words"]),
        plural=frozenset(places["nominal"]["plural"]),
        plural_heads=frozenset(word for head in places["head"] if head.get("bare") for word in head["words"]),
        starters=frozenset(places["names"]["starters"]),
    )
    return lambda page: _Finder(page.words, lexicon).mentions()


def place_names(knowledge: Knowledge) -> Phrases[str]:
    """Names of known places of two syllables or more."""
    return phrases((name, known) for name, (_, known, single) in _known(knowledge) if not single)


def _known(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, str, bool]]]:
    """(name, (kind, known name, exact case)) of every row of the place tables, aliases included."""
    for table in ("provinces", "countries", "cities"):
        for row in knowledge.known.get(table, ()):
            for name in (row["name"], *filter(None, row.get("aliases", "").split("|"))):
                yield name, (row["kind"], row["name"], " " not in name)
            if row.get("capital"):
                yield row["capital"], ("capital", row["capital"], True)


class _Finder:
    """One pass over a page's words."""

    def __init__(self, words: Words, lexicon: _Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        self.persons = person_runs(words, lexicon.families, lexicon.honorifics, lexicon.head_ends, lexicon.names)
        self.headed: dict[tuple[str, ...], str] = {}

    def mentions(self) -> Iterator[Mention]:
        """Places in text order, then bare names of places that stood with their head elsewhere."""
        free: list[int] = []
        sites: list[tuple[int, int]] = []
        i, count = 0, len(self.words.low)
        low, capital, starts = self.words.low, self.words.capital, self.lexicon.starts
        while i < count:
            possible = (capital[i] or low[i] in starts) and i not in self.persons
            found = self._at(i) if possible else None
            if found is None:
                free.append(i)
                i += 1
                continue
            yield self._mention(i, *found)
            if found[1] == "site":
                sites.append((i, found[0]))
            i = found[0]
        yield from self._again(free)
        yield from self._inside(sites)

    def _at(self, i: int) -> tuple[int, str, str, str] | None:
        headed, named = self._headed(i), self._named(i)
        if headed and named:
            return named if named[0] >= headed[0] else headed
        return headed or named or self._nominal(i)

    def _mention(self, i: int, after: int, kind: str, known: str, mention_kind: str) -> Mention:
        start, end = self.words.span(i, after)
        attributes = (("kind", kind), ("known", known)) if known else (("kind", kind),)
        return Mention(start, end, PLACE, mention_kind, "", f"place:{kind}", attributes)

    def _inside(self, sites: list[tuple[int, int]]) -> Iterator[Mention]:
        """The name of a commune or the like that ends the name of a site."""
        words = self.words
        for first, last in sites:
            for k in range(first + 1, last):
                name = tuple(words.text[k:last])
                if self.headed.get(name, "site") != "site":
                    yield self._mention(k, last, self.headed[name], "", NAME)
                    break

    def _again(self, free: list[int]) -> Iterator[Mention]:
        """Bare repetitions of names that a head has introduced."""
        words = self.words
        first: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(self.headed, key=lambda n: (-len(n), n)):
            first.setdefault(name[0], []).append(name)
        unused = set(free) - self.persons
        for i in free:
            for name in first.get(words.text[i], ()):
                span = range(i, i + len(name))
                # A street bears a person's name, and so do schools and the like.
                if self.headed[name] == "street" and i and words.capital[i - 1]:
                    continue
                if tuple(words.text[i : i + len(name)]) == name and unused.issuperset(span):
                    unused.difference_update(span)
                    yield self._mention(i, i + len(name), self.headed[name], "", NAME)

    def _named(self, i: int) -> tuple[int, str, str, str] | None:
        words = self.words
        if not words.capital[i]:
            return None
        for after, (kind, known, exact) in self.lexicon.known.at(words.low, i, words.line[i]):
            printed = words.text[i:after]
            if " ".join(printed) in self.lexicon.only_headed:
                continue
            if not self._cased(printed, exact or known in self.lexicon.ambiguous):
                continue
            if not self._shown(i, after, known) or self.persons.intersection(range(i, after)):
                continue
            return after, kind, known, NAME
        return None

    @staticmethod
    def _cased(printed: list[str], strict: bool) -> bool:
        """Whether the capitals stand where a name has them; a longer, unambiguous name may lose the later ones."""
        last = printed[-1]
        return not strict or last[0].isupper() or not last[0].isalpha()

    def _shown(self, i: int, after: int, known: str) -> bool:
        """Whether the words around an ambiguous name show that it is a place."""
        words = self.words
        if known not in self.lexicon.ambiguous:
            return True
        if after < words.line[i] and words.low[after] in self.lexicon.compounded:
            return False
        before = words.low[i - 1] if i and words.line[i - 1] == words.line[i] else ""
        if before in self.lexicon.shown_by:
            return True
        if after < words.line[i] and words.capital[after] and words.text[after][0].isalpha():
            return False
        if self._paired(i, after):
            return True
        if before in self.lexicon.honorifics or (before and words.capital[i - 1]):
            return False
        inside = before.isalpha()
        return inside or (known not in self.lexicon.strict and after < words.line[i] and words.low[after].isalpha())

    def _paired(self, i: int, after: int) -> bool:
        """Whether a dash joins the name to another known one."""
        words = self.words
        for k, step in ((after, 1), (i - 1, -1)):
            if not 0 <= k < len(words.low) or not 0 < k + step < len(words.low) or words.low[k] != "-":
                continue
            if words.capital[k + step] and words.low[k + step] in self.lexicon.known.table:
                return True
        return False

    def _headed(self, i: int) -> tuple[int, str, str, str] | None:
        words, last = self.words, self.words.line[i]
        before = words.low[i - 1] if i and words.line[i - 1] == last else ""
        for start, head in self.lexicon.heads.at(words.low, i, last):
            if start >= last or (words.text[i].isupper() and len(words.text[i]) > 3):
                continue
            if not self.lexicon.head_not_after.isdisjoint((before, f"{before} {words.low[i]}")):
                continue
            if head.bare and before in self.lexicon.plural:
                continue
            inside_name = words.capital[i] and start == i + 1 and before and words.capital[i - 1]
            if inside_name and before not in self.lexicon.head_ends:
                continue
            if head.kind in ("district", "commune") and words.text[start].isdigit():
                return start + 1, head.kind, "", NAME
            known = self._named_after_head(start)
            if known:
                return known[0], head.kind if head.kind != "site" else "site", known[2], NAME
            if head.kind == "site" and start - i > 2 and self.lexicon.nominal.longest(words.low, start, last):
                return start + 1, "site", "", NAME
            after = self._capitals(start, 5 if head.kind == "site" else 4)
            if after > start and self._plausible(i, start, after, head):
                if after - start > 1:
                    name = tuple(words.text[start:after])
                    if self.headed.get(name, "site") == "site":
                        self.headed[name] = head.kind
                return after, head.kind, "", NAME
        return None

    def _named_after_head(self, start: int) -> tuple[int, str, str] | None:
        words = self.words
        if not words.capital[start]:
            return None
        for after, (kind, known, _) in self.lexicon.known.at(words.low, start, words.line[start]):
            goes_on = after < words.line[start] and words.capital[after] and words.text[after][0].isalpha()
            if goes_on and " " not in known:
                continue
            return after, kind, known
        return None

    def _capitals(self, start: int, most: int) -> int:
        words, last = self.words, self.words.line[start]
        after = start
        while after < min(last, start + most) and self._continues(start, after):
            if after in self.persons and after - 1 not in self.persons and after > start:
                break
            after += 1
        if after == start + 1 and words.text[start] in self.lexicon.starters:
            return start
        return after

    def _continues(self, start: int, i: int) -> bool:
        words = self.words
        if words.text[i].isdigit() and len(words.text[i]) < 4 and i == start + 1:
            return words.low[i - 1] not in self.lexicon.not_after
        return words.capital[i] and words.text[i][0].isalpha()

    def _plausible(self, i: int, start: int, after: int, head: _Head) -> bool:
        words = self.words
        personal = words.text[start] in self.lexicon.families and after - start >= 3
        if personal and head.kind not in ("street", "commune", "site", "village"):
            return False
        if head.kind == "province":
            return not words.abbreviated(i) and not (words.text[start].isupper() and len(words.text[start]) > 3)
        return True

    def _nominal(self, i: int) -> tuple[int, str, str, str] | None:
        words, last = self.words, self.words.line[i]
        found = self.lexicon.nominal.longest(words.low, i, last)
        before = words.low[i - 1] if i and words.line[i - 1] == last else ""
        counted = before.isdigit() and len(before) < 4
        if found is None or counted or before in self.lexicon.not_after:
            return None
        after = found[0]
        if after < last and words.low[after] in self.lexicon.not_before:
            return None
        if self._listed(i - 1, -1) or self._listed(after, 1):
            return None
        return after, "nominal", "", NOMINAL

    def _listed(self, k: int, step: int) -> bool:
        """Whether another bare head stands beside it, as in "communes, wards": kinds of places, not one place."""
        words = self.words
        if 0 <= k < len(words.low) and words.low[k] == ",":
            k += step
        return 0 <= k < len(words.low) and not words.capital[k] and words.low[k] in self.lexicon.plural_heads
