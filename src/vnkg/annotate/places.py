"""Places: known names, administrative and other heads with capitals, and bare heads that stand for a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vnkg.annotate.authors import authors
from vnkg.annotate.placeheads import HeadedNames, beside_communes
from vnkg.annotate.placelexicon import Head, PlaceLexicon, cased, place_lexicon
from vnkg.annotate.words import back, person_runs
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, NOMINAL, Mention, Page, Words
from vnkg.text import is_syllable

PLACE = "Place"
# Syllables of an unknown name: of two a family name may be the first, of more it makes a person.
_SHORT, _LONG = 2, 4
# Kinds of known places that are named inside of a site's name.
_NESTED = frozenset(("province", "municipality", "city", "country"))


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the lexicon."""
    lexicon = place_lexicon(knowledge)

    def annotate(page: Page) -> list[Mention]:
        found = list(_Finder(page.words, lexicon).mentions())
        home = any(m.get("known") == lexicon.home for m in found)
        return [m for m in found if m.kind != NOMINAL or home or page.low[m.start : m.end] not in lexicon.of_home]

    return annotate


class _Finder:
    """One pass over a page's words."""

    def __init__(self, words: Words, lexicon: PlaceLexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        runs = person_runs(
            words, lexicon.families, lexicon.honorifics, lexicon.free_ends, lexicon.names, lexicon.compounds
        )
        self.persons = beside_communes(words, lexicon, runs)
        self.extents = HeadedNames(words, lexicon, self.persons)
        self.persons |= self.extents.holders
        self.headed: dict[tuple[str, ...], str] = {}
        # The token after a comma that stands behind a known place.
        self.listed = -1
        # Countries with ambiguous names that the page has shown so far, and syllables of persons' names.
        self.shown: set[str] = set()
        self.authors = frozenset[int]().union(*authors(words, lexicon.separators, lexicon.credits, lexicon.names))
        self.personal = {words.text[k] for k in self.persons}

    def mentions(self) -> Iterator[Mention]:
        """Places in text order, then bare names of places that stood with their head elsewhere."""
        used = {*self.persons, *self.authors}
        sites: list[tuple[int, int]] = []
        roads: list[tuple[int, int]] = []
        capital, starts, named = self.words.capital, self.lexicon.starts, self.lexicon.known.table
        done = 0
        for i in sorted({*self.words.among(starts), *(k for k in self.words.among(named) if capital[k])}):
            found = self._at(i) if i >= done and i not in self.persons else None
            if found is None:
                continue
            if beside := self._beside(i, used) if found[2] else range(0):
                yield self._mention(beside.start, beside.stop, "site", "", NAME)
                used.update(beside)
            yield self._mention(i, *found)
            done = found[0]
            abroad = found[2] and done < self.words.line[i] and self.words.low[done] == ","
            self.listed = done + 1 if abroad else -1
            used.update(range(i, done))
            if self.extents.is_road(i, done):
                roads.append((i, done))
            elif found[1] == "site":
                sites.append((i, done))
        yield from self._again(used)
        yield from self._inside(sites)
        yield from self._known_inside([*sites, *roads])
        for k, end in (ends for road in roads for ends in self.extents.ends(*road)):
            yield self._mention(k, end, "site", "", NAME)

    def _beside(self, i: int, used: set[int]) -> range:
        """The tokens of an unknown name before a comma and the known place at token i ("từ [Bãi Vọt], Hà Tĩnh")."""
        words, first = self.words, i - 1
        if i < 3 or words.low[i - 1] != ",":
            return range(0)
        while first > 1 and words.text[first - 1].istitle() and is_syllable(words.text[first - 1]):
            first -= 1
        found = range(first, i - 1)
        led = words.low[first - 1] in self.lexicon.routes and words.line[first - 1] == words.line[i]
        taken = used if len(found) > _SHORT else used - self.persons
        return found if led and 0 < len(found) <= _LONG and taken.isdisjoint(found) else range(0)

    def _at(self, i: int) -> tuple[int, str, str, str] | None:
        if i in self.authors or self.extents.credited(i):
            return None
        headed, named = self.extents.closed(self._headed(i)), self._named(i)
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

    def _known_inside(self, spans: list[tuple[int, int]]) -> Iterator[Mention]:
        """Known places in the names of sites and at the ends of roads: "sân bay [An Giang]"."""
        words = self.words
        for k, end in ((k, last) for first, last in spans for k in range(first + 1, last) if words.capital[k]):
            known = self.lexicon.known.longest(words.low, k, end)
            if known is None or known[1][0] not in _NESTED or self.extents.is_part(k, known[0], end):
                continue
            if " ".join(words.text[k : known[0]]) not in self.lexicon.only_headed:
                level = back(self.lexicon.nominal, words.low, k)
                yield self._mention(k if level is None else level, known[0], known[1][0], known[1][1], NAME)

    def _again(self, used: set[int]) -> Iterator[Mention]:
        """Bare repetitions of names that a head has introduced, outside of the tokens in use."""
        words = self.words
        first: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(self.headed, key=lambda n: (-len(n), n)):
            first.setdefault(name[0], []).append(name)
        for i in [k for k, word in enumerate(words.text) if word in first]:
            for name in first[words.text[i]]:
                span = range(i, i + len(name))
                # A street bears a person's name, and so do schools and the like.
                if self.headed[name] == "street" and i and words.capital[i - 1]:
                    continue
                if tuple(words.text[i : i + len(name)]) == name and used.isdisjoint(span):
                    used.update(span)
                    yield self._mention(i, i + len(name), self.headed[name], "", NAME)

    def _named(self, i: int) -> tuple[int, str, str, str] | None:
        words = self.words
        if not words.capital[i] and words.low[i] not in self.lexicon.uncapitalised:
            return None
        if i and not self.lexicon.never_after.isdisjoint((words.low[i - 1], f"{words.low[i - 1]} {words.low[i]}")):
            return None
        for after, (kind, known, exact) in self.lexicon.known.at(words.low, i, words.line[i]):
            printed = words.text[i:after]
            if not (words.capital[i] or words.capital[after - 1]) or " ".join(printed) in self.lexicon.only_headed:
                continue
            name = " ".join(words.low[i:after])
            if not cased(printed, exact or name in self.lexicon.ambiguous):
                continue
            if not self._shown(i, after, name) or self.persons.intersection(range(i, after)):
                continue
            if kind == "country":
                self.shown.add(name)
            elif self.extents.beyond(i):
                continue
            return after, kind, known, NAME
        return None

    def _shown(self, i: int, after: int, name: str) -> bool:
        """Whether the words around an ambiguous name show that it is a place."""
        words = self.words
        if name in self.lexicon.only_paired:
            return self._paired(i, after)
        if name not in self.lexicon.ambiguous:
            return True
        if after < words.line[i] and words.low[after] in self.lexicon.compounded:
            return False
        before = words.low[i - 1] if i and words.line[i - 1] == words.line[i] else ""
        if not self.lexicon.shown_by.isdisjoint((before, " ".join(words.low[max(0, i - 2) : i]))):
            return True
        if after < words.line[i] and words.named(after):
            return after - i > 1 and not is_syllable(words.text[after])
        if self._paired(i, after):
            return True
        if before in self.lexicon.honorifics or (before and words.capital[i - 1]):
            # Behind the short form of a body or school a longer name is that of its place: "Sở GD-ĐT Hòa Bình".
            return after - i > 1 and words.text[i - 1].isupper() and len(words.text[i - 1]) > 1
        if before.isalpha() or (name in self.shown and not self.personal.intersection(words.text[i:after])):
            return True
        return name not in self.lexicon.strict and after < words.line[i] and words.low[after].isalpha()

    def _paired(self, i: int, after: int) -> bool:
        """Whether a dash, or a comma behind it, joins the name to another known one."""
        words = self.words
        if i and words.capital[i - 1] and words.line[i - 1] == words.line[i]:
            return False
        listed = after < words.line[i] - 1 and words.low[after] == "," and after - i > 1
        if listed and self.lexicon.known.longest(words.low, after + 1, words.line[i]) and words.capital[after + 1]:
            return True
        for k, step in ((after, 1), (i - 1, -1)):
            if not 0 <= k < len(words.low) or not 0 < k + step < len(words.low) or words.low[k] != "-":
                continue
            if words.capital[k + step] and words.low[k + step] in self.lexicon.known.table:
                return True
        return i == self.listed

    def _headed(self, i: int) -> tuple[int, str, str, str] | None:
        words, last = self.words, self.words.line[i]
        before = words.low[i - 1] if i and words.line[i - 1] == last else ""
        for start, head in self.lexicon.heads.at(words.low, i, last):
            shouted = words.text[i].isupper() and len(words.text[i]) > 3 and is_syllable(words.low[i])
            if start >= last or shouted or (head.bare and before in self.lexicon.plural):
                continue
            if self.extents.unpaired(start, head) or (start in self.persons and self.extents.is_person(i, start)):
                continue
            known = self._named_after_head(start)
            inside_word = not self.lexicon.head_not_after.isdisjoint((before, f"{before} {words.low[i]}"))
            if inside_word and not head.numbered and (known is None or known[1] == "country" or not head.bare):
                continue
            within = words.capital[i] and start == i + 1 and before not in {"", *self.lexicon.head_ends}
            if within and words.capital[i - 1] and (known is None or head.kind == "country"):
                continue
            special = self.extents.special(i, start, head)
            if special or (head.kind == "site" and head.numbered):
                return (special, head.kind, "", NAME) if special else None
            several = before == "," or before in self.lexicon.plural
            if known and self.extents.of_country(head, known[1], several):
                return None
            if known and (joined := self.extents.joined(i, start, known[0])):
                return joined, head.kind, "", NAME
            if known and not self.extents.longer(head, known[0]):
                return known[0], self.extents.kind(head, known[1]), known[2], NAME
            seated = head.kind == "site" and start - i > 2
            if seated and (closing := self.lexicon.nominal.longest(words.low, start, last)):
                owner = self._named_after_head(closing[0]) if closing[0] < last else None
                return (owner[0] if owner else closing[0], "site", "", NAME) if not several else None
            after = self._hyphened(self.extents.capitals(start, 5 if head.kind == "site" else 4), head)
            after = self.extents.joined(i, start, after) or after
            if after > start and self.extents.plausible(i, start, after, head):
                name = tuple(words.text[start:after])
                foreign = not is_syllable(name[0])
                free = (after - start > 1 or foreign) and " ".join(name) not in self.lexicon.only_headed
                if free and self.headed.get(name, "site") == "site":
                    self.headed[name] = head.kind
                return after, head.kind, "", NAME
        return None

    def _hyphened(self, after: int, head: Head) -> int:
        """The index after a known place that a dash joins to the name of a commune: "phường Xuân Hương - Đà Lạt"."""
        words = self.words
        if head.kind != "commune" or after + 1 >= words.line[after - 1] or words.low[after] != "-":
            return after
        joined = self._named(after + 1)
        return joined[0] if joined else after

    def _named_after_head(self, start: int) -> tuple[int, str, str] | None:
        words = self.words
        if not words.capital[start]:
            return None
        for after, (kind, known, _) in self.lexicon.known.at(words.low, start, words.line[start]):
            goes_on = after < words.line[start] and words.capital[after] and is_syllable(words.text[after])
            if goes_on and after == start + 1 and is_syllable(words.text[start]):
                continue
            return after, kind, known
        return None

    def _nominal(self, i: int) -> tuple[int, str, str, str] | None:
        words, last = self.words, self.words.line[i]
        found = self.lexicon.nominal.longest(words.low, i, last)
        if found is None:
            return None
        before = words.low[i - 1] if i and words.line[i - 1] == last else ""
        counted = before.isdigit() and len(before) < 4
        if counted or before in self.lexicon.not_after:
            return None
        after = found[0]
        yet = " ".join(words.low[after : after + 2]) in self.lexicon.yet_before
        if after < last and words.low[after] in self.lexicon.not_before and not yet:
            return None
        if self._listed(i - 1, -1) or self._listed(after, 1):
            return None
        return after, "nominal", "", NOMINAL

    def _listed(self, k: int, step: int) -> bool:
        """Whether another bare head stands beside it, as in "communes, wards": kinds of places, not one place."""
        words = self.words
        comma = 0 <= k < len(words.low) and words.low[k] == ","
        k += step * comma
        if not 0 <= k < len(words.low):
            return False
        if not words.capital[k] and words.low[k] in self.lexicon.plural_heads:
            return True
        return comma and (self._bare(k) if step > 0 else any(self._bare(first, k + 1) for first in (k - 1, k)))

    def _bare(self, first: int, end: int = 0) -> bool:
        """Whether a bare head begins at token `first` (and ends before token `end`), with no name behind it."""
        last = self.words.line[first]
        found = self.lexicon.nominal.longest(self.words.low, first, last) if first >= 0 else None
        if found is None or (end and found[0] != end):
            return False
        follows = self.words.low[found[0]] if found[0] < last else ""
        return not follows or not (self.words.capital[found[0]] or follows in self.lexicon.not_before)
