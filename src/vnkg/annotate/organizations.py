"""Bodies: a head word, its field, and the level, place or body above that closes the name; and bodies known by name.
Names are parsed from left to right and recursively, so that a department's name yields the committee inside it too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vnkg.annotate.bodyfields import FieldReader
from vnkg.annotate.bodygrammar import Body, Grammar, Head, KnownBody, after_titles, centre_acts, grammar, party_inside
from vnkg.annotate.outlets import capitalized, likely, outlet
from vnkg.annotate.words import begins_full_name, by_first_token, person_runs
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page, Words

ORGANIZATION, PARTY_INSIDE = "Organization", "org:party-inside"
# Kinds whose names may be all in lower case behind a title ("deputy head of the [provincial inspectorate]").
_TITLED = frozenset(("party", "state", "mass", "armed"))
# Kinds with no body of their kind right behind the head: "Công ty cổ phần [Tập đoàn X]" is one firm; and words of a
# short form, which is no part of a longer name.
_NEVER_ABOVE, _SHORT = frozenset(("media", "company")), 2
# Kinds whose longer heads are no fields of a shorter one: a "joint-stock company" is not the company "Joint-stock".
_WHOLE_HEADS, _UNITS = frozenset(("company", "school", "media", "health")), frozenset(("state", "armed"))


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the lexicon; the result yields outer and inner bodies."""
    compiled = grammar(knowledge)

    def annotate(page: Page) -> Iterator[Mention]:
        words = page.words
        yield from BodyParser(compiled, words, by_first_token(words, page.mentions, "Place")).mentions()

    return annotate


class BodyParser:
    """Parses bodies that begin at a token; keeps what it has parsed."""

    def __init__(self, compiled: Grammar, words: Words, places: dict[int, tuple[int, Mention]]) -> None:
        self.grammar = compiled
        self.words = words
        self.places = places
        self.parsed: dict[int, Body | None] = {}
        self.places_end = {last - 1 for last, _ in places.values()}
        self.inside_places = {k for first, (last, _) in places.items() for k in range(first + 1, last)}
        self.persons = person_runs(words, compiled.families, compiled.honorifics, compiled.named_after,
                                   compiled.place_names, compiled.not_named_after)
        self.titled = after_titles(compiled, words)
        self.fields = FieldReader(compiled, words, places, self.persons, self)

    def mentions(self) -> Iterator[Mention]:
        """All bodies of the page: the longest at each place, and those inside."""
        done, low, starts = 0, self.words.low, self.grammar.starts
        for i in sorted({*self.words.among(starts), *likely(self.words)}):
            if i < done:
                continue
            body = self.at(i) if low[i] in starts else None
            if body is None and (rule := outlet(self.words, i, self.grammar.domains, self.places_end)):
                body = Body(i, i + 1, "media", "", "", rule)
            if body is not None:
                yield from self._emit(body)
                done = body.last
        for i, party in party_inside(self.grammar, self.words):
            yield from self._emit(Body(i, i + 1, party.kind, party.level, party.id, PARTY_INSIDE))

    def _emit(self, body: Body) -> Iterator[Mention]:
        start, end = self.words.span(body.first, body.last)
        given = (("kind", body.kind), ("known", body.known), ("level", body.level))
        yield Mention(start, end, ORGANIZATION, rule=body.rule, attributes=tuple(p for p in given if p[1]))
        for inner in body.inner:
            yield from self._emit(inner)

    def at(self, i: int) -> Body | None:
        """The body that begins at token i, or None; none begins inside the name of a place or person, or as a post."""
        if self.words.low[i] not in self.grammar.starts or i in self.inside_places or i in self.persons:
            return None
        if i not in self.parsed:
            self.parsed[i] = None
            self.parsed[i] = self._parse(i)
        return self.parsed[i]

    def _parse(self, i: int) -> Body | None:
        low = self.words.low[i]
        place = self.places[i][1] if i in self.places else None
        taken = place is not None and (place.get("kind") == "site" or place.get("known"))
        if taken or self.grammar.is_title(self.words.low, i, self.words.line[i]):
            return None
        if ministry := self.grammar.ministry(self.words.low, i, self.words.line[i]):
            return None if ministry.last in self.places else ministry
        candidates: list[Body] = []
        if low in self.grammar.known.table:
            known = self._known(i)
            if known and begins_full_name(self.words, known.last, self.grammar.families):
                return known
            if known:
                candidates.append(known)
        if low in self.grammar.heads.table:
            headed = self._headed(i)
            if headed:
                candidates.append(headed)
        if low in self.grammar.centre.table:
            centre = self._centre(i)
            if centre:
                candidates.append(centre)
        return max(candidates, key=lambda b: b.last) if candidates else None

    def _known(self, i: int) -> Body | None:
        entries = self.grammar.known.at(self.words.low, i, self.words.line[i])
        if not entries or (i and self._barred(i, self.words.low[i - 1])):
            return None
        for after, known in entries:
            if not self._cased(i, after, known):
                continue
            if known.exact and self.words.text[i] in self.grammar.party:
                return Body(i, after, known.kind, known.level, known.id, "org:known")
            suffix, (tail, inner) = self._suffix(i, after, known.id), self._closing(after, self._closes(after, known))
            if tail == after:
                return Body(i, self._ended(after), known.kind, known.level, known.id, "org:known", suffix)
            whole = known.kind == "mass" and after > i + _SHORT
            if whole or self.grammar.branches.longest(self.words.low, after, tail):
                inner = (*(suffix or (Body(i, after, known.kind, known.level, known.id, "org:known"),)), *inner)
            return Body(i, tail, known.kind, known.level, "", "org:known", inner)
        return None

    def _cased(self, i: int, after: int, known: KnownBody) -> bool:
        """Whether a known name has its capitals here; sites need none, other outlets and short forms the first."""
        printed = self.words.text[i:after]
        if " ".join(printed).capitalize() in self.grammar.union:
            return self._is_union(i)
        if known.exact and not printed[0].endswith(self.grammar.domains):
            return printed[0][0].isupper() and self._is_party(i) is not False
        named = known.kind != "media" or capitalized(self.words, i, after, self.grammar.common)
        return known.exact or (named and (i in self.titled or any(w[0].isupper() for w in printed)))

    def _barred(self, i: int, before: str) -> bool:
        """Whether the word before token i makes no body of it, or a title ("Deputy Prime Minister [standing]")."""
        if before in self.grammar.title_words:
            found = self.grammar.heads.longest(self.words.low, i, self.words.line[i])
            if found and before in found[1].not_after:
                return True
        lower = not self.words.capital[i]
        return before in self.grammar.vague_before or (
            lower and before in self.grammar.not_after and i not in self.titled)

    def _closes(self, after: int, known: KnownBody) -> bool:
        """Whether a place, level or body after a known name can belong to it: to acronyms none does, to the centre's
        own bodies only a country."""
        if known.exact and self.words.text[after - 1].isupper():
            return False
        place = self.places.get(after)
        own = known.level != "central" or known.kind == "mass"
        return own or place is None or place[1].get("kind") == "country"

    def _suffix(self, first: int, last: int, known: str) -> tuple[Body, ...]:
        """The longest other known body that ends a known name: the Assembly in "Office of the Assembly"."""
        for k in range(first + 1, last):
            if self.words.low[k] in self.grammar.known.table:
                body = self._known(k) if self.words.low[k] not in self.grammar.never_inside else None
                if body and body.last == last and body.known and body.known != known:
                    return (body,)
        return ()

    def _is_party(self, i: int) -> bool | None:
        """None when the token is not the bare word for the Party; else whether it stands for it here."""
        words = self.words
        if words.text[i] not in self.grammar.party:
            return None
        after = words.low[i + 1] if i + 1 < words.line[i] else ""
        return after not in self.grammar.party_not_before

    def _is_union(self, i: int) -> bool:
        """Whether the words around the bare word for the Youth Union show that it is no delegation."""
        low, ends = self.words.low, i + 1 == self.words.line[i]
        return " ".join(low[max(0, i - 2) : i]) in self.grammar.union_after and (
            ends or low[i + 1] in self.grammar.union_before)

    def _centre(self, i: int) -> Body | None:
        """The Central Committee called by its level alone."""
        words, grammar = self.words, self.grammar
        found = grammar.centre.longest(words.low, i, words.line[i])
        before = {words.low[i - 1], " ".join(words.low[max(0, i - 2) : i])} if i else set()
        if not found or not (words.capital[i] or before & grammar.centre_members):
            return None
        below = self.at(found[0]) if found[0] < words.line[i] else None
        if below is not None and below.kind == "mass" and not below.known.endswith("party"):
            return Body(i, below.last, "mass", "central", "", "org:centre", (below,))
        acts = centre_acts(grammar, words, i, found[0])
        if not acts and not before & grammar.centre_after:
            return None
        last, inner = self._closing(found[0]) if not acts else (found[0], ())
        return Body(i, self._ended(last), "party", "central", "" if inner else grammar.centre_is, "org:centre", inner)

    def _headed(self, i: int) -> Body | None:
        """The body whose head is the longest one at token i; no shorter head may take its words for a tail."""
        words = self.words
        for after, head in self.grammar.heads.at(words.low, i, words.line[i]):
            if not self._head_fits(i, after, head):
                continue
            field = self.fields.end(after, head.kind in _UNITS) if head.tail == "field" else after
            field = self.fields.with_goods(field) if head.kind == "company" and words.capital[i] else field
            last, inner = self._closing(field) if head.tail != "country" else (self.fields.country(field), ())
            last, inner = self.fields.in_university(last, inner, head.kind)
            last = self.fields.past_place(last) if head.kind == "company" and not inner else last
            if last > after and (self.fields.several(last) or self.fields.of_level(last)):
                return None
            if last == after:
                alone = head.alone and (words.capital[i] or i in self.titled or head.level in ("province", "district"))
                if not alone or self._vague(i, after):
                    if head.kind in _WHOLE_HEADS:
                        return None
                    continue
            elif not (inner and words.capital[i]) and not self._named(i, after, field, last, head):
                continue
            if head.kind in _NEVER_ABOVE:
                inner = tuple(body for body in inner if body.kind != head.kind or body.first > field)
            suffix = self._suffix(i, after, "") if after - i > _SHORT else ()
            above = tuple(b for b in suffix if b.last - b.first > 1 and b.kind != "armed")
            return Body(i, self._ended(last), head.kind, head.level, "", f"org:{head.kind}", (*above, *inner))
        return None

    def _ended(self, last: int) -> int:
        """The end of a name with its term, and with a place that stands after the term."""
        after = self.fields.term(last)
        return self.places[after][0] if after > last and after in self.places else after

    def _named(self, i: int, after: int, field: int, last: int, head: Head) -> bool:
        """Whether the words after a head make it the name of one body."""
        words = self.words
        if head.kind == "media" and words.low[last - 1].endswith(self.grammar.domains):
            return True
        if head.need_capital and not words.capital[after]:
            return False
        proper = self._proper(after, last) or (words.capital[i] and any(map(str.isdigit, words.text[after:last])))
        if i in self.titled and head.kind in _TITLED:
            return proper or head.alone or last > after
        if not words.capital[i]:
            several = after > i + 1 and head.kind not in _WHOLE_HEADS
            single = head.kind in _TITLED and " ".join(words.low[after:last]) in self.grammar.single
            named = proper or self._proper(i + 1, after)
            return single or (named and (field > after or head.tail == "level" or several))
        opens = i == 0 or words.line[i - 1] != words.line[i] or not words.text[i - 1][-1].isalnum()
        return proper or head.alone or not opens or words.low[i - 1] in (",", "(", "-")

    def _vague(self, i: int, after: int) -> bool:
        """Whether the words around a bare head make it a kind of body."""
        words = self.words
        follows = words.low[after] if after < words.line[i] else ""
        if self.fields.of_kind(after) or (i > 0 and words.low[i - 1] in self.grammar.vague_before):
            return True
        listed = i > 0 and words.low[i - 1] == "," and words.line[i - 1] == words.line[i] and not words.capital[i]
        return listed and (not follows.isalpha() or words.low[i - 2] == words.low[after - 1])

    def _head_fits(self, i: int, after: int, head: Head) -> bool:
        words = self.words
        before = words.low[i - 1] if i and words.line[i - 1] == words.line[i] else ""
        titled = before in head.not_after or " ".join(words.low[max(0, i - 2) : i]) in head.not_after
        if titled or (before == ":" and i > 1 and words.low[i - 2] in self.grammar.credits):
            return False
        if after < words.line[i] and (words.low[after] in head.not_before or self._doubled(i, after)):
            return False
        if words.capital[i] or (i in self.titled and head.kind in _TITLED):
            return True
        return head.lower and not (after == i + 1 and before in self.grammar.not_after)

    def _doubled(self, i: int, after: int) -> bool:
        """Whether the head ends a post, and a body behind it begins with the same word ("Phó ban | Ban Dân tộc")."""
        return not self.words.capital[i] and self.words.low[i] == self.words.low[after] and after not in self.places

    def _proper(self, first: int, last: int) -> bool:
        return any(map(self.words.named, range(first, last)))

    def _closing(self, after: int, closes: bool = True) -> tuple[int, tuple[Body, ...]]:
        """Extend over levels, places and the body above, where something may close the name."""
        words, limit = self.words, self.words.line[after - 1] if closes else after
        i = self.fields.past_short_form(after)
        while i < limit:
            place = self.places.get(i)
            level = self.grammar.levels.longest(words.low, i, limit)
            branch = self.grammar.branches.longest(words.low, i, limit)
            if branch is None and (body := self.at(i)) is not None:
                joint = self.fields.joint(body)
                return joint[-1].last, (self._core(self.fields.without_term(body)), *joint[1:])
            if place:
                i = self.fields.paired(place[0], place[1])
            elif level:
                i = self.fields.past_number(level[0])
            else:
                break
        return (i, ()) if i > self.fields.past_short_form(after) else (after, ())

    def _core(self, body: Body) -> Body:
        """A mass organization without the place that belongs to its committee in the committee's own name."""
        if body.kind != "mass":
            return body
        if body.inner and body.inner[0].first == body.first:
            return body.inner[0]
        known = self.grammar.known.longest(self.words.low, body.first, body.last)
        if known is None or known[0] == body.last or not self._cased(body.first, *known):
            return body
        return Body(body.first, known[0], body.kind, known[1].level, known[1].id, "org:known")
