"""The words by which sentences say what a figure belongs to, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vnkg.annotate.words import Phrases, table

OWNERS = frozenset(("Event", "Organization", "Document", "Place"))
"""Types of phrases that own figures in most sentences."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """`lexicon/figures.toml` for figures with an owner in their sentence; comments stand there."""

    holding: Phrases[bool]
    renewed: frozenset[str]
    of: frozenset[str]
    where: frozenset[str]
    prepositions: frozenset[str]
    breaks: frozenset[str]
    never: frozenset[str]
    elsewhere: Phrases[bool]
    attending: frozenset[str]
    attended: frozenset[str]
    people: tuple[str, ...]
    among: Phrases[bool]
    together: Phrases[bool]
    speech: Phrases[bool]
    measures: Phrases[bool]
    light: frozenset[str]
    contested: tuple[str, ...]
    contests: frozenset[str]
    by: frozenset[str]
    telling: frozenset[str]
    joints: frozenset[str]
    listing: frozenset[str]
    opening: frozenset[str]
    inside: frozenset[str]
    outside: frozenset[str]
    setting: Phrases[bool]
    marks: frozenset[str]
    ending: frozenset[str]
    requests: Phrases[bool]
    dating: frozenset[str]
    delegations: frozenset[str]
    traits: Phrases[bool]
    passive: frozenset[str]
    honouring: Phrases[bool]
    mutual: Phrases[bool]


def figure_words(lexicon: Mapping[str, Any]) -> FigureWords:
    """Compile the lexicon of figures."""
    return FigureWords(
        holding=table(lexicon["holding"]), renewed=frozenset(lexicon["renewed"]),
        of=frozenset(lexicon["of"]), where=frozenset(lexicon["where"]),
        prepositions=frozenset(lexicon["prepositions"]),
        breaks=frozenset(lexicon["breaks"]), never=frozenset(lexicon["never"]),
        elsewhere=table(lexicon["elsewhere"]),
        attending=frozenset(lexicon["attending"]),
        attended=frozenset(lexicon["attended"]), people=tuple(lexicon["people"]),
        among=table(lexicon["among"]), together=table(lexicon["together"]), speech=table(lexicon["speech"]),
        measures=table(lexicon["measures"]), light=frozenset(lexicon["light"]),
        contested=tuple(lexicon["contest"]["units"]), contests=frozenset(lexicon["contest"]["kinds"]),
        by=frozenset(lexicon["by"]), telling=frozenset(lexicon["telling"]), joints=frozenset(lexicon["joints"]),
        listing=frozenset(lexicon["listing"]),
        opening=frozenset(lexicon["opening"]), inside=frozenset(lexicon["inside"]),
        outside=frozenset(lexicon["outside"]), setting=table(lexicon["setting"]), mutual=table(lexicon["mutual"]),
        marks=frozenset(lexicon["marks"]), passive=frozenset(lexicon["passive"]), traits=table(lexicon["traits"]),
        honouring=table(lexicon["honouring"]), requests=table(lexicon["requests"]), ending=frozenset(lexicon["ending"]),
        dating=frozenset(lexicon["dating"]), delegations=frozenset(lexicon["delegations"]),
    )
