"""The lexicon of reporting, compiled: verbs with their frames, adverbs, connectors, and how to walk over them."""

from __future__ import annotations

from vnkg.annotate.words import Phrases, phrases, table
from vnkg.extract.scene import Item, Phrase
from vnkg.knowledge import Knowledge

SURE, FREE, FRAMED, WHOLE, OPENER, MUTE, ASSIGN = "sure", "free", "framed", "whole", "opener", "mute", "assign"


class Reporting:
    """`ontology/lexicon/reporting.toml`, ready for look-up."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["reporting"]
        verb, frame = lexicon["verb"], lexicon["frame"]
        self.verbs: Phrases[str] = phrases(
            (word, kind) for kind in (SURE, FREE, FRAMED, WHOLE, OPENER, MUTE, ASSIGN) for word in verb[kind]
        )
        self.quoting, self.texts = table(verb["quoting"]), table(frame["texts"])
        self.again, self.assign = table(verb["again"]), table(verb[ASSIGN])
        self.further: Phrases[bool] = table((*verb["again"], *verb["further"]))
        self.adverbs: Phrases[bool] = table(frame["adverbs"])
        self.according: Phrases[bool] = table(frame["according"])
        self.reported, self.likewise = table(frame["reported"]), frozenset(frame["likewise"])
        self.by, self.presenting = frozenset(frame["by"]), table(frame["presenting"])
        self.told_in = tuple(frame["told_in"])
        self.through: Phrases[bool] = table(frame["through"])
        self.openers: Phrases[bool] = table(frame["clause_openers"])
        self.listing, self.listed, self.behalf = table(verb["listing"]), table(verb["listed"]), table(frame["behalf"])
        self.after, self.text_of = frozenset(frame["after"]), frozenset(frame["text_of"])
        self.connectors = frozenset(frame["connectors"])
        self.strong, self.certain = frozenset(frame["strong_connectors"]), frozenset(frame["certain_connectors"])
        self.detours = frozenset(frame["detours"])
        self.subordinate: Phrases[bool] = table(frame["subordinate"])
        self.trailing: Phrases[bool] = table(frame["trailing"])
        self.topics: Phrases[bool] = table(frame["topics"])
        self.clauses: Phrases[bool] = table(frame["clauses"])
        self.dependent: Phrases[bool] = table(frame["dependent"])
        self.leading: Phrases[bool] = table(frame["leading"])
        self.finding: Phrases[bool] = table(frame["finding"])
        self.demands, self.writing = table(frame["demands"]), table(frame["writing"])
        self.passive = frozenset(frame["passive"])
        self.voiced: Phrases[bool] = table(frame["voiced"])
        self.source: Phrases[bool] = table(frame["source"])
        self.led: Phrases[tuple[str, ...]] = phrases((w, tuple(titles)) for w, titles in lexicon["led"].items())
        self.sent, self.abode = table(frame["sent"]), frozenset(frame["abode"])
        self.credits, self.pictures = tuple(frame["credits"]), frozenset(frame["pictures"])
        self.separators = frozenset(frame["separators"])
        self.joiners: Phrases[bool] = table(frame["joiners"])
        self.partners: Phrases[bool] = table(frame["partners"])
        self.triggers = frozenset((":", *self.verbs.table, *self.according.table, *self.listing.table))


def skip(table: Phrases[bool], low: list[str], i: int) -> int:
    """The index after all phrases of a table that stand in a row at item i."""
    while i < len(low):
        found = table.longest(low, i, len(low))
        if found is None:
            return i
        i = found[0]
    return i


def may_end(item: Item) -> bool:
    """What may stand behind the verb of a trailing speaker."""
    return item.type == "TimeSpan" if isinstance(item, Phrase) else item.low in (".", "…")
