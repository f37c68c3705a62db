"""Page → entities: which mentions of one article stand for the same thing.

Places are linked first, then bodies (whose names end in places), posts (whose names end in bodies), persons, and the
rest; every module here yields clusters, and this one turns them into entities in text order.
"""

from __future__ import annotations

from collections.abc import Callable

from vnkg.knowledge import Knowledge
from vnkg.link.bodies import BodyLinker
from vnkg.link.clusters import Cluster
from vnkg.link.documents import DocumentLinker
from vnkg.link.events import EventLinker
from vnkg.link.persons import link_persons
from vnkg.link.places import PlaceLinker
from vnkg.link.plain import link_by_text, link_by_value
from vnkg.link.posts import PostLinker
from vnkg.model import NOMINAL, Entity, Mention, Page


def prepare(knowledge: Knowledge) -> Callable[[Page], tuple[Entity, ...]]:
    """Compile the linking lexicon; the result links one page."""
    places = PlaceLinker(knowledge)
    bodies = BodyLinker(knowledge)
    posts = PostLinker(knowledge)
    events = EventLinker(knowledge)
    documents = DocumentLinker(knowledge)

    def link(page: Page) -> tuple[Entity, ...]:
        of_type: dict[str, list[Mention]] = {}
        for mention in page.mentions:
            of_type.setdefault(mention.type, []).append(mention)
        place_clusters = places.link(page, of_type.get("Place", []))
        body_clusters = bodies.link(page, of_type.get("Organization", []), place_clusters)
        event_clusters = events.link(page, of_type.get("Event", []), (*place_clusters, *body_clusters))
        person_clusters = link_persons(page, of_type.get("Person", []))
        clusters = [
            *place_clusters,
            *body_clusters,
            *posts.link(page, of_type.get("Position", []), body_clusters, place_clusters, person_clusters),
            *person_clusters,
            *documents.link(page, of_type.get("Document", []), event_clusters),
            *event_clusters,
            *link_by_value(page, of_type.get("TimeSpan", [])),
            *link_by_text(page, of_type.get("Quantity", [])),
            *link_by_text(page, of_type.get("Channel", [])),
        ]
        return _entities(page, clusters)

    return link


def _entities(page: Page, clusters: list[Cluster]) -> tuple[Entity, ...]:
    ordered = sorted(clusters, key=lambda c: (c.mentions[0].start, c.mentions[0].end, c.type, c.key))
    return tuple(_entity(page, i, cluster) for i, cluster in enumerate(ordered, 1))


def _entity(page: Page, number: int, cluster: Cluster) -> Entity:
    name = cluster.name or _fullest(page, cluster)
    return Entity(
        id=f"e{number}",
        type=cluster.type,
        name=" ".join(name.split()),
        mentions=tuple(cluster.mentions),
        key=cluster.key,
        attributes=tuple(sorted(cluster.attributes.items())),
    )


def _fullest(page: Page, cluster: Cluster) -> str:
    named = [m for m in cluster.mentions if m.kind != NOMINAL] or cluster.mentions
    best = max(named, key=lambda m: (m.end - m.start, -m.start))
    return page.text[best.start : best.end]
