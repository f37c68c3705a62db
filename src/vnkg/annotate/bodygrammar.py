"""The grammar of bodies' names, compiled from `ontology/lexicon/organizations.toml` and the table of known bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from vnkg.annotate.placelexicon import place_names
from vnkg.annotate.words import Phrases, credit_ends, family_names, phrases, split, table
from vnkg.knowledge import Knowledge
from vnkg.model import Words

# Words back in which another post begins a chain of them.
_CHAIN = 10


@dataclass(frozen=True, slots=True)
class Head:
    """A head word: its kind and level, whether it stands alone or in lower case, and what its tail is."""

    kind: str
    level: str
    alone: bool
    lower: bool
    tail: str
    need_capital: bool
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A row of the table of bodies; `exact` names keep their capitals."""

    id: str
    kind: str
    level: str
    exact: bool


class Body(NamedTuple):
    """A parsed body: tokens [first, last), the bodies inside it, what is known of it."""

    first: int
    last: int
    kind: str
    level: str
    known: str
    rule: str
    inner: tuple[Body, ...] = ()


@dataclass(frozen=True)
class Grammar:
    """The compiled lexicon of bodies, shared with the annotator of posts."""

    heads: Phrases[Head]
    known: Phrases[KnownBody]
    fields: Phrases[bool]
    levels: Phrases[bool]
    branches: Phrases[bool]
    single: frozenset[str]
    joiners: frozenset[str]
    inner: frozenset[str]
    domains: tuple[str, ...]
    terms: frozenset[str]
    unnumbered: frozenset[str]
    never_halves: frozenset[str]
    years: frozenset[str]
    stops: frozenset[str]
    families: frozenset[str]
    party: frozenset[str]
    party_not_before: frozenset[str]
    union: frozenset[str]
    common: frozenset[str]
    union_after: frozenset[str]
    union_before: frozenset[str]
    party_inside: frozenset[str]
    centre: Phrases[bool]
    centre_after: frozenset[str]
    centre_members: frozenset[str]
    centre_is: str
    ministers: frozenset[str]
    ministries: Phrases[str]
    centre_acts: Phrases[bool]
    centre_never: frozenset[str]
    not_after: frozenset[str]
    never: frozenset[str]
    honorifics: frozenset[str]
    named_after: frozenset[str]
    not_named_after: frozenset[str]
    vague_after: frozenset[str]
    numbered_after: frozenset[str]
    other_names: Phrases[bool]
    credits: frozenset[str]
    place_names: Phrases[str]
    vague_before: frozenset[str]
    whole_levels: frozenset[str]
    not_first: Phrases[bool]
    never_inside: frozenset[str]
    titles: Phrases[bool]
    posts: Phrases[bool]
    title_words: frozenset[str]
    joint_first: Phrases[bool]
    joint: Phrases[bool]
    joint_by: frozenset[str]
    giving: frozenset[str]
    closed: frozenset[str]
    others: Phrases[bool]

    @cached_property
    def starts(self) -> frozenset[str]:
        """The words that a name of a body may begin with."""
        return frozenset((*self.heads.table, *self.known.table, *self.centre.table, *self.ministries.table))

    def ministry(self, low: Sequence[str], i: int, last: int) -> Body | None:
        """The ministry that its minister's title calls by its field alone: "Bộ trưởng [Công an]"."""
        found = self.ministries.longest(low, i, last) if low[i] in self.ministries.table else None
        led = found is not None and " ".join(low[max(0, i - 2) : i]) in self.ministers
        return Body(i, found[0], "state", "central", found[1], "org:ministry") if found and led else None

    def is_title(self, low: Sequence[str], i: int, last: int) -> bool:
        """Whether a title begins at token i, and no head that goes on behind it ("Tổng lãnh sự [quán]")."""
        title = self.titles.longest(low, i, last) if low[i] in self.titles.table else None
        head = self.heads.longest(low, i, last) if title else None
        return title is not None and (head is None or head[0] <= title[0])


def grammar(knowledge: Knowledge) -> Grammar:
    """Compile the lexicon."""
    lexicon, title = knowledge.lexicon["organizations"], knowledge.lexicon["positions"]["title"]
    tail, levels, counted = lexicon["tail"], lexicon["levels"], knowledge.lexicon["quantities"]
    return Grammar(
        heads=phrases(_heads(lexicon["head"], tail["not_before"])), known=phrases(_known(knowledge)),
        fields=table(knowledge.words("fields", "compounds")),
        levels=table((*tail["levels"], *tail["branches"])), branches=table(tail["branches"]),
        single=frozenset(tail["single"]), joiners=frozenset(tail["joiners"]), inner=frozenset(tail["inner"]),
        domains=tuple(lexicon["dateline"]["domains"]), families=family_names(knowledge),
        terms=frozenset(tail["terms"]), unnumbered=frozenset(tail["unnumbered"]), years=frozenset(tail["years"]),
        never_halves=frozenset(tail["never_halves"]), stops=frozenset(tail["stops"]),
        party=frozenset(levels["party"]), party_inside=frozenset(levels["inside"]),
        party_not_before=frozenset(levels["not_before"]),
        union=frozenset(lexicon["union"]["words"]), union_after=frozenset(lexicon["union"]["after"]),
        union_before=frozenset(lexicon["union"]["before"]),
        centre=table(levels["centre"]), centre_is=levels["centre_is"],
        ministers=frozenset(lexicon["ministry"]["ministers"]),
        ministries=phrases(lexicon["ministry"]["by_field"].items()),
        centre_after=frozenset(levels["centre_after"]), centre_members=frozenset(levels["centre_members"]),
        centre_acts=table(levels["centre_acts"]), centre_never=frozenset(levels["centre_never"]),
        not_after=frozenset(lexicon["not_after"]["words"]), common=frozenset(lexicon["outlets"]["common"]),
        never=frozenset(knowledge.lexicon["fields"].get("stop", ())) | frozenset(tail["verbs"]),
        honorifics=frozenset(word.lower() for word in knowledge.words("persons", "honorifics")),
        named_after=frozenset(" ".join(split(word)[-2:]) for word in tail["named_after"]),
        not_named_after=frozenset(tail["not_named_after"]),
        vague_after=frozenset(tail["vague_after"]), numbered_after=frozenset(map(str.lower, tail["numbered_after"])),
        other_names=table(tail["other_names"]),
        credits=credit_ends(knowledge),
        place_names=place_names(knowledge),
        vague_before=frozenset(tail["vague_before"]), whole_levels=frozenset(tail["whole_levels"]),
        not_first=table(tail["not_first"]), never_inside=frozenset(tail["never_inside"]),
        titles=table(word for word in title["alone"] if " " in word),
        posts=table((*title["alone"], *title["bound"])),
        title_words=frozenset(word for head in lexicon["head"] for word in head.get("not_after", ())),
        joint_first=table(lexicon["joint"]["first"]),
        joint=table(lexicon["joint"]["words"]), joint_by=frozenset(lexicon["joint"]["by"]),
        giving=frozenset(lexicon["giving"]["words"]), closed=frozenset(counted["stop"]["words"]),
        others=table((*counted["heads"]["people"], *counted["heads"]["bodies"])),
    )


def _heads(entries: Iterable[Mapping[str, Any]], never: Sequence[str]) -> Iterator[tuple[str, Head]]:
    for h in entries:
        head = Head(h["kind"], h.get("level", ""), h.get("alone", False), h.get("lower", False), h["tail"],
                    h.get("need_capital", False), frozenset(h.get("not_after", ())),
                    frozenset((*never, *h.get("not_before", ()))))
        yield from ((word, head) for word in h["words"])


def _known(knowledge: Knowledge) -> Iterator[tuple[str, KnownBody]]:
    for row in knowledge.known.get("bodies", ()):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            yield name, KnownBody(row["id"], row["kind"], row["level"], " " not in name)


def after_titles(compiled: Grammar, words: Words) -> frozenset[int]:
    """The tokens where the body of a post may begin: right after a title, or with its last word ("Trưởng ban").

    In lower case they are often kinds of posts, and count only behind a mark or word that gives a post to somebody, or
    behind a comma and a name or a post that counts.
    """
    found: set[int] = set()
    for i in words.among(compiled.posts.table):
        if words.capital[i] or (i > 1 and _is_given(compiled, words, i, found)):
            for after, _ in compiled.posts.at(words.low, i, words.line[i]):
                found.update(k for k in (after - 2, after - 1, after) if k > i)
    return frozenset(found)


def _is_given(compiled: Grammar, words: Words, i: int, found: set[int]) -> bool:
    """Whether what stands before a post in lower case at token i gives it to somebody."""
    if words.low[i - 1] != ",":
        return words.low[i - 1] in compiled.giving
    return words.capital[i - 2] or not found.isdisjoint(range(i - _CHAIN, i))


def party_inside(compiled: Grammar, words: Words) -> Iterator[tuple[int, KnownBody]]:
    """The tokens that name the Party inside the names of its committees: "Ban Cán sự [Đảng] Bộ Y tế"."""
    named = [i for i in words.capitals if words.text[i] in compiled.party]
    for i in named:
        if i > 1 and " ".join(words.low[i - 2 : i]) in compiled.party_inside:
            known = compiled.known.longest(words.low, i, i + 1)
            if known is not None:
                yield i, known[1]


def centre_acts(compiled: Grammar, words: Words, i: int, after: int) -> bool:
    """Whether "Trung ương" at tokens [i, after) acts by itself: it begins a clause, or a verb of its acts follows."""
    if after >= words.line[i]:
        return False
    first = i == 0 or words.line[i - 1] != words.line[i] or words.low[i - 1] in (",", ".", '"', "“")
    if first and words.low[after].isalpha() and not words.capital[after]:
        return True
    does = compiled.centre_acts.longest(words.low, after, words.line[i])
    return does is not None and (i == 0 or words.low[i - 1] not in compiled.centre_never)
