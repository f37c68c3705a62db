"""Figures whose owner the sentence names by a common noun, or not at all: "địa phương này còn 6 điểm trường", "văn bản
gồm 4 lĩnh vực", "giải ngân vốn đầu tư công mới đạt 68,4%".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from vnkg.annotate.words import Phrases, phrases, table
from vnkg.extract.clauses import BOTH, clause_start, is_country
from vnkg.extract.figures import AWARDED
from vnkg.extract.scene import Item, Line, Phrase, Scene, lows
from vnkg.knowledge import Knowledge
from vnkg.model import Entity, Span, Statement

_CONFIDENCE = 0.75
_RECENT, _OPENING, _FEWEST, _HEAD = 4, 3, 2, 6
HOME = "home"
_PROVINCES = frozenset(("province", "municipality", "city"))
_OWNING = frozenset(("Organization", "Place", "Document", "Event"))
# What may stand beside an indicator: when, and through which channel.
_BESIDE = frozenset(("TimeSpan", "Channel"))
_SPEAKERS = frozenset(("Person", "Position"))
_NAMED = frozenset(("Organization", "Place", "Document"))


class LooseFigureReader:
    """Looks for an owner outside of the sentence, for figures that have none in it."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["figures"]
        self.nouns: Phrases[str] = phrases((word, kind) for kind, words in lexicon["nouns"].items() for word in words)
        self.indicators: Phrases[bool] = table(lexicon["indicators"])
        self.breaks = frozenset(lexicon["breaks"])
        self.speech: Phrases[bool] = table(lexicon["speech"])
        self.kinds: Mapping[str, frozenset[str]] = {
            name: frozenset(kinds) for name, kinds in lexicon["noun_kinds"].items()
        }
        bare = lexicon["bare"]
        self.bare: Phrases[tuple[str, bool]] = phrases(
            [(head, (head, False)) for head in bare["heads"]]
            + [(word, (head, True)) for head, words in bare["levels"].items() for word in words]
        )
        self.by = frozenset(lexicon["by"])
        self.mutual: Phrases[bool] = table(lexicon["mutual"])
        self.mutual_home: Phrases[bool] = table(lexicon["mutual_home"])
        self.mutual_after, self.followed = frozenset(lexicon["mutual_after"]), frozenset(bare["followed"])
        self.plural = frozenset(lexicon["plural"])
        self.others: Phrases[bool] = table(lexicon["indicators_of_others"])
        self.homes = frozenset(lexicon["home"])

    def read(
        self, scene: Scene, line: Line, before: Sequence[Line], owned: Iterable[Statement]
    ) -> Iterator[Statement]:
        """`quantity` statements for quantities of a line that `owned` has none of; `before` are the lines before it.
        One without an owner has that of the figure before it when nothing that may own stands between."""
        items, low = line.items, lows(line.items)
        owners_of: dict[str | None, tuple[str, ...]] = {}
        begun: dict[str | None, int] = {}
        for statement in owned:
            # Who is honoured under a decision shares it with no figure behind.
            shared: tuple[str, ...] = () if statement.rule == f"figures:{AWARDED}" else (statement.subject,)
            owners_of[statement.object] = (*owners_of.get(statement.object, ()), *shared)
            begun[statement.object] = statement.evidence.start
        last, start = tuple[str, ...](), 0
        for i, item in enumerate(items):
            if _owns(item):
                last = ()
            if not isinstance(item, Phrase) or item.type != "Quantity":
                continue
            if item.entities[0] in owners_of:
                last, start = owners_of[item.entities[0]], begun[item.entities[0]]
                continue
            first = self._clause(low, i)
            owners = self._owners(scene, items, low, first, i, before)
            last, start = (owners, items[first].start) if owners else (last, start)
            for quantity in item.entities:
                for owner in last:
                    yield Statement(owner, "quantity", Span(start, item.end), object=quantity,
                                    confidence=_CONFIDENCE, rule="figures:loose")

    def _clause(self, low: list[str], i: int) -> int:
        """The index where the clause of item i begins, behind whom it is said by ("Theo Sở A, …")."""
        first = clause_start(low, i, self.breaks, self.speech)
        led = low[first] in self.by and "," in low[first:i]
        return low.index(",", first, i) + 1 if led else first

    def _owners(
        self, scene: Scene, items: Sequence[Item], low: Sequence[str], first: int, i: int, before: Sequence[Line]
    ) -> tuple[str, ...]:
        if self.mutual.within(low, first, i):
            return self._partners(before)
        if any(self.mutual_home.longest(low, k, i) for k in range(first, i)
               if k == first or low[k - 1] in self.mutual_after):
            return self._neighbours(scene)
        owner = self._owner(scene, items, low, first, i, before)
        return (owner,) if owner is not None else ()

    @staticmethod
    def _partners(before: Sequence[Line]) -> tuple[str, ...]:
        """The two countries that the lines before are about."""
        named = {phrase.entities[0] for line in before for phrase in line.phrases.values() if is_country(phrase)}
        return tuple(sorted(named)) if len(named) == BOTH else ()

    @staticmethod
    def _neighbours(scene: Scene) -> tuple[str, ...]:
        """The two provinces or cities that the article names clearly more often than any other."""
        counted = _counted(e for e in scene.entities.values() if e.type == "Place" and _is_kind(e, _PROVINCES))
        others = counted[BOTH][0] if len(counted) > BOTH else 0
        clear = len(counted) >= BOTH and counted[BOTH - 1][0] > max(others, 1)
        return tuple(sorted(ident for _, ident in counted[:BOTH])) if clear else ()

    def _owner(
        self, scene: Scene, items: Sequence[Item], low: Sequence[str], first: int, i: int, before: Sequence[Line]
    ) -> str | None:
        heads = [k for k in range(first, i) if k < first + _OPENING or low[k - 1] == ","]
        for k in heads:
            noun = self.nouns.longest(low, k, i)
            if noun is not None and not (k and low[k - 1] in self.plural):
                if noun[1] == HOME:
                    return self._home(scene)
                return self._spoken_for(scene, items[:k], noun[1]) or self._recent(before, noun[1])
        for k in heads:
            head = self.bare.longest(low, k, i)
            if head is not None and not (k and low[k - 1] in self.plural):
                if head[1][1]:
                    return self._most(scene, head[1][0])
                named = low[head[0]] in self.followed
                return self._begun(scene, before, head[1][0]) or self._only(scene, head[1][0]) if named else None
        if first > 1 and low[first - 1] == "," and (planned := self._under(scene, low, first, before)):
            return planned
        measured = self._measured(items, low, first, i) and not self.others.within(low, first, len(low))
        return self._home(scene) if measured else None

    def _measured(self, items: Sequence[Item], low: Sequence[str], first: int, i: int) -> bool:
        """Whether an indicator of a place stands at the head of a clause of figure i, which names nobody behind times
        and sources: "Tuy vậy, theo báo cáo của Sở A, đến hết tháng 3, [tỷ lệ giải ngân] …"."""
        k, begun = first, max((j + 1 for j in range(first) if low[j] == ","), default=0)
        while True:
            comma = low.index(",", k, i) if "," in low[k:i] else i
            source = any(low[j] in self.by for j in range(begun, comma))
            bare = all(not isinstance(item, Phrase) or item.type in _BESIDE for item in items[k:i])
            if bare and self.indicators.within(low, k, min(i, k + _HEAD)):
                return True
            if comma == i or (not source and any(_owns(item) for item in items[k:comma])):
                return False
            k = begun = comma + 1

    def _spoken_for(self, scene: Scene, items: Sequence[Item], noun: str) -> str | None:
        """The body in whose post the speaker of a sentence has: "Ông A, Giám đốc [Bệnh viện X], cho biết: đơn vị …"."""
        speaker = next((p for p in reversed(items) if isinstance(p, Phrase) and p.type in _SPEAKERS), None)
        for mention in scene.beginning(speaker.start, speaker.end) if speaker else ():
            if mention.type == "Organization" and f"Organization.{mention.get('kind')}" in self.kinds[noun]:
                return scene.id_at(mention)
        return None

    def _recent(self, before: Sequence[Line], noun: str) -> str | None:
        """The last phrase of the lines before that is of the kinds which a noun stands for."""
        kinds = self.kinds[noun]
        for line in reversed(before[-_RECENT:]):
            for phrase in reversed(line.phrases.values()):
                named = f"{phrase.type}.{phrase.mentions[0].get('kind')}"
                if (phrase.type in kinds or named in kinds) and len(phrase.entities) == 1:
                    return phrase.entities[0]
        return None

    def _under(self, scene: Scene, low: Sequence[str], first: int, before: Sequence[Line]) -> str | None:
        """The document that a bare head behind "theo" before the clause stands for: "Theo kế hoạch, …"."""
        led = max((k for k in range(first) if low[k] in self.by), default=-1)
        head = self.bare.longest(low, led + 1, first) if led >= 0 else None
        owner = self._begun(scene, before, head[1][0]) if head and head[0] == first - 1 else None
        return owner if owner is not None and scene.entities[owner].type == "Document" else None

    @staticmethod
    def _begun(scene: Scene, before: Sequence[Line], head: str) -> str | None:
        """The body, site or document of the lines before whose name begins with a head, the last one."""
        for line in reversed(before[-_RECENT:]):
            for phrase in reversed(line.phrases.values()):
                if phrase.type in _NAMED and scene.page.low.startswith(f"{head} ", phrase.start):
                    return phrase.entities[0]
        return None

    @staticmethod
    def _only(scene: Scene, head: str) -> str | None:
        """The only body of the article whose name begins with a head."""
        low = scene.page.low
        found = [e.id for e in scene.entities.values() if e.type == "Organization"
                 and any(low.startswith(f"{head} ", m.start) for m in e.mentions)]
        return found[0] if len(found) == 1 else None

    @staticmethod
    def _most(scene: Scene, head: str) -> str | None:
        """The body whose name begins with a head and that the article names most."""
        low = scene.page.low
        counted = _counted(e for e in scene.entities.values()
                           if e.type == "Organization" and low.startswith(f"{head} ", e.mentions[0].start))
        return counted[0][1] if counted else None

    def _home(self, scene: Scene) -> str | None:
        """The administrative place that the article speaks of most, when it does so more often than of all others."""
        counted = _counted(e for e in scene.entities.values() if e.type == "Place" and _is_kind(e, self.homes))
        clear = counted and counted[0][0] >= _FEWEST and (len(counted) == 1 or counted[1][0] < counted[0][0])
        return counted[0][1] if clear else None


def _owns(item: Item) -> bool:
    return isinstance(item, Phrase) and item.type in _OWNING


def _is_kind(entity: Entity, kinds: Set[str]) -> bool:
    """Whether some mention of a place says that it is of one of the kinds: a bare head says nothing."""
    return any(mention.get("kind") in kinds for mention in entity.mentions)


def _counted(entities: Iterable[Entity]) -> list[tuple[int, str]]:
    """How often an article names some entities, and their ids, those named most first."""
    return sorted(((len(e.mentions), e.id) for e in entities), key=lambda pair: (-pair[0], pair[1]))
