"""The lexicon of places, compiled from `ontology/lexicon/places.toml` and the tables of known places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vnkg.annotate.words import Phrases, credit_ends, family_names, phrases, split, table
from vnkg.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Head:
    """A head word: the kind of its places, whether it stands for one alone, whether a number names one, and whether
    only two ends with a dash do."""

    kind: str
    bare: bool
    numbered: bool
    paired: bool = False


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """Phrase tables and sets of words; see the comments in the file that they come from."""

    heads: Phrases[Head]
    known: Phrases[tuple[str, str, bool]]
    uncapitalised: frozenset[str]
    names: Phrases[str]
    ambiguous: frozenset[str]
    strict: frozenset[str]
    only_headed: frozenset[str]
    only_paired: frozenset[str]
    never_after: frozenset[str]
    routes: frozenset[str]
    compounded: frozenset[str]
    shown_by: frozenset[str]
    nominal: Phrases[bool]
    starts: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    yet_before: frozenset[str]
    families: frozenset[str]
    honorifics: frozenset[str]
    head_ends: frozenset[str]
    free_ends: frozenset[str]
    credits: frozenset[str]
    separators: frozenset[str]
    compounds: frozenset[str]
    head_not_after: frozenset[str]
    governed: frozenset[str]
    titled_heads: frozenset[str]
    beside: frozenset[str]
    titles: Phrases[bool]
    plural: frozenset[str]
    plural_heads: frozenset[str]
    starters: frozenset[str]
    day: re.Pattern[str]
    closing: re.Pattern[str]
    ordered: frozenset[str]
    closed_before: frozenset[str]
    honouring: Phrases[bool]
    honouring_many: Phrases[bool]
    joined: frozenset[str]
    sides: frozenset[str]
    compass: frozenset[str]
    statues: frozenset[str]
    dashes: frozenset[str]
    home: str
    of_home: frozenset[str]


def place_lexicon(knowledge: Knowledge) -> PlaceLexicon:
    """Compile the lexicon and the tables of known places."""
    places = knowledge.lexicon["places"]
    heads = phrases(_heads(places["head"]))
    nominal = table(places["nominal"]["words"])
    uncapitalised = frozenset(split(name)[0] for name, _ in _known(knowledge) if name[0].islower())
    never_before = frozenset(places["head_not_after"]["words"])
    governed = frozenset(places["head_not_after"]["governed"])
    return PlaceLexicon(
        heads=heads,
        starts=frozenset((*heads.table, *nominal.table, *uncapitalised)),
        known=phrases(_known(knowledge)), uncapitalised=uncapitalised, names=place_names(knowledge),
        ambiguous=frozenset(name.lower() for name in places["names"]["ambiguous"]),
        strict=frozenset(name.lower() for name in places["names"]["strict"]),
        only_headed=frozenset(places["names"]["headed"]),
        only_paired=frozenset(name.lower() for name in places["names"]["paired"]),
        compounded=frozenset(places["names"]["compounded"]), never_after=frozenset(places["names"]["never_after"]),
        shown_by=frozenset(places["names"]["before"]), routes=frozenset(places["names"]["routes"]),
        nominal=nominal, families=family_names(knowledge),
        not_after=frozenset(places["nominal"]["not_after"]), not_before=frozenset(places["nominal"]["not_before"]),
        yet_before=frozenset(places["nominal"]["yet_before"]),
        honorifics=frozenset(map(str.lower, knowledge.words("persons", "honorifics"))), head_ends=_ends(places["head"]),
        # Provinces are all known and some roads have numbers: the name of a person may follow the bare word for one.
        free_ends=_ends([
            head for head in places["head"] if head["kind"] not in ("province", "city") and not head.get("numbered")
        ], 2),
        compounds=frozenset(f"{word} {end}" for word in never_before for end in _ends(places["head"]))
        | never_before | governed,
        credits=credit_ends(knowledge), separators=frozenset(knowledge.lexicon["persons"]["byline"]["separators"]),
        head_not_after=never_before, governed=governed, titles=table(places["titled"]["posts"]),
        titled_heads=frozenset(places["titled"]["heads"]), plural=frozenset(places["nominal"]["plural"]),
        beside=frozenset(places["titled"]["beside"]), starters=frozenset(places["names"]["starters"]),
        plural_heads=frozenset(word for head in places["head"] if head.get("bare") for word in head["words"]),
        day=re.compile(places["names"]["day"]), closing=re.compile(places["names"]["closing"]),
        closed_before=frozenset(places["names"]["closed_before"]), ordered=frozenset(places["names"]["ordered"]),
        honouring=table(places["honouring"]["words"]), honouring_many=table(places["honouring"]["many"]),
        joined=frozenset(places["honouring"]["joined"]), dashes=frozenset(places["honouring"]["dashes"]),
        sides=frozenset(places["honouring"]["sides"]), compass=frozenset(places["honouring"]["compass"]),
        statues=frozenset(places["honouring"]["statues"]),
        home=str(places["nominal"]["home"]), of_home=frozenset(places["nominal"]["of_home"]),
    )


def _heads(entries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Head]]:
    for head in entries:
        of_kind = Head(head["kind"], head.get("bare", False), head.get("numbered", False), head.get("paired", False))
        yield from ((word, of_kind) for word in head["words"])


def _ends(heads: Iterable[Mapping[str, Any]], most: int = 1) -> frozenset[str]:
    """The last words of heads, up to `most` of each."""
    return frozenset(" ".join(split(word)[-most:]) for head in heads for word in head["words"]) - {"."}


def place_names(knowledge: Knowledge) -> Phrases[str]:
    """Names of known places of two syllables or more, with the known name; nothing for those that persons bear. Bodies
    that begin like a person are among them ("Lầu Năm Góc")."""
    persons, families = frozenset(knowledge.lexicon["places"]["names"]["headed"]), family_names(knowledge)
    places = [(name, "" if name in persons else known) for name, (_, known, single) in _known(knowledge) if not single]
    bodies = (row["name"] for row in knowledge.known.get("bodies", ()))
    return phrases((*places, *((name, name) for name in bodies if name.split()[0] in families)))


def _known(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, str, bool]]]:
    """(name, (kind, known name, exact case)) of every row of the place tables, aliases included."""
    for rows in ("provinces", "countries", "cities"):
        for row in knowledge.known.get(rows, ()):
            for name in (row["name"], *filter(None, row.get("aliases", "").split("|"))):
                yield name, (row["kind"], row["name"], " " not in name)
            if row.get("capital"):
                yield row["capital"], ("capital", row["capital"], True)


def cased(printed: list[str], strict: bool) -> bool:
    """Whether the capitals stand where a name has them; a longer, unambiguous name may lose the later ones."""
    last = printed[-1]
    return not strict or last[0].isupper() or not last[0].isalpha()
