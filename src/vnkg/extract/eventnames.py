"""What the name of an event says itself: its parties, its month or year, the larger event that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from vnkg.annotate.toldevents import VISIT
from vnkg.annotate.words import back, split, table
from vnkg.extract.eventclauses import Clause
from vnkg.extract.scene import Scene
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, Entity, Mention, Span, Statement

_PARTIES = frozenset(("Organization", "Person"))
# Shares found right by reading random statements of the corpus.
_CONFIDENCE = {"parties": 0.92, "month": 0.9, "year": 0.8, "sitting": 0.75, "visited": 0.9, "named": 0.9, "under": 0.9}
_NEAR = 12


class EventNameReader:
    """The lexicon of what names of events say, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        part = knowledge.lexicon["eventfacts"]["part"]
        self.between = str(part["between"])
        self.dated = frozenset(part["dated"])
        self.reviewing = table(part["reviewing"])
        self.whole = frozenset(part["whole"])
        self.unnumbered = frozenset(part["unnumbered"])
        self.carried = table(part["carried"])
        self.numbered = split(part["numbered"])
        self.sitting = tuple(split(word) for word in part["sittings"])

    def read(self, scene: Scene) -> Iterator[Statement]:
        """Parties after "giữa", the month or year that ends a name, and the place of a visit."""
        for entity in scene.entities.values():
            if entity.type == "Event":
                for mention in entity.mentions:
                    if mention.get("kind") == VISIT:
                        yield from self._visited(scene, entity, mention)
                    if mention.kind == NAME:
                        yield from self._parties(scene, entity, mention)
                        yield from self._times(scene, entity, mention)
                        yield from self._under(scene, entity, mention)

    def _parties(self, scene: Scene, entity: Entity, mention: Mention) -> Iterator[Statement]:
        position = scene.page.low.find(f" {self.between} ", mention.start, mention.end)
        if position < 0:
            return
        reach = position
        for inner in scene.inside(mention):
            if inner.type in _PARTIES and inner.start >= reach:
                reach = inner.end
                yield _said(entity, "participant", scene.id_at(inner), mention, "parties")

    def _under(self, scene: Scene, entity: Entity, mention: Mention) -> Iterator[Statement]:
        """The document whose carrying out a meeting reviews ("hội nghị sơ kết một năm thực hiện [Chỉ thị số 5]")."""
        for inner in scene.inside(mention):
            before = split(scene.page.low[mention.start : inner.start]) if inner.type == "Document" else ()
            if inner.kind == NAME and back(self.carried, before, len(before)) is not None:
                yield _said(entity, "basedOn", scene.id_at(inner), mention, "under")

    def _visited(self, scene: Scene, entity: Entity, mention: Mention) -> Iterator[Statement]:
        """The places that the words of a visit name ("thăm chính thức Lào")."""
        reach = mention.start
        for inner in scene.inside(mention):
            if inner.type == "Place" and inner.start >= reach:
                reach = inner.end
                yield _said(entity, "place", scene.id_at(inner), mention, "visited")

    def _times(self, scene: Scene, entity: Entity, mention: Mention) -> Iterator[Statement]:
        for inner in scene.inside(mention):
            if inner.type == "TimeSpan" and inner.end == mention.end:
                granularity = inner.get("granularity")
                if granularity in ("month", "day"):
                    yield _said(entity, "time", scene.id_at(inner), mention, "month")
                elif granularity == "year" and (mention.get("kind") in self.dated or not self._reviews(scene, mention)):
                    yield _said(entity, "time", scene.id_at(inner), mention, "year")

    def _reviews(self, scene: Scene, mention: Mention) -> bool:
        """Whether the year is that of the work which a meeting reviews or plans."""
        words = split(scene.page.low[mention.start : mention.end])
        return self.reviewing.within(words, 0, len(words))

    def sittings(self, scene: Scene, clause: Clause, under_way: str | None) -> Iterator[Statement]:
        """A sitting is part of the event named right after it, else of the one under way."""
        events = [phrase for phrase in clause.line.phrases.values() if phrase.type == "Event"]
        for k, event in enumerate(events):
            if not self._is_sitting(scene, event.entities[0]):
                continue
            after = events[k + 1] if k + 1 < len(events) else None
            near = after if after and after.start - event.end <= _NEAR else None
            whole = near.entities[0] if near else under_way
            if whole and self._has_sittings(scene, whole, event.entities[0]):
                span = Span(event.start, near.end if near else event.end)
                yield Statement(event.entities[0], "partOf", span, object=whole, rule="events:sitting",
                                confidence=_CONFIDENCE["named" if near else "sitting"])

    def _is_sitting(self, scene: Scene, id: str) -> bool:  # noqa: A002
        words = split(scene.entities[id].name)
        return any(words[: len(sitting)] == sitting for sitting in self.sitting)

    def _has_sittings(self, scene: Scene, id: str, sitting: str) -> bool:  # noqa: A002
        kind = scene.entities[id].mentions[0].get("kind")
        words = split(scene.entities[sitting].name)
        if kind in self.unnumbered and words[: len(self.numbered)] == self.numbered:
            return False
        return kind in self.whole and not self._is_sitting(scene, id)


def _said(entity: Entity, predicate: str, other: str, mention: Mention, how: str) -> Statement:
    return Statement(entity.id, predicate, Span(mention.start, mention.end), object=other, rule=f"events:{how}",
                     confidence=_CONFIDENCE[how])
