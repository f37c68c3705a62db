"""Annotations as nodes and edges, merged across articles: what every picture and table is made from.

Entities with one IRI are one node, statements with one subject, predicate and object are one edge with all their
evidence. Literals stay values of their subject. Equal annotations give equal networks, in whatever order they come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import networkx

from vnkg.model import ASSERTED, NAME, Annotation, Article, Attributes, Entity, Span, Statement
from vnkg.rdf import BASE, clean, tidy
from vnkg.store import iris

UNCERTAIN = "uncertain"
"""Status of a claim that is asserted with a confidence below `SURE`: it is no plain fact."""
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one article; `attributed_to` is a node's IRI or "", qualifiers hold IRIs or literals."""

    article: str
    evidence: Span
    status: str
    confidence: float
    attributed_to: str = ""
    qualifiers: Attributes = ()
    rule: str = ""

    @property
    def standing(self) -> str:
        """The status, or UNCERTAIN for what is asserted without enough confidence."""
        return UNCERTAIN if self.status == ASSERTED and self.confidence < SURE else self.status


@dataclass(frozen=True, slots=True)
class Node:
    """An entity; `names` are the forms it is printed in (most frequent first), the counts are of the whole network."""

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    label_en: str
    attributes: Attributes
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes with every claim of it; `target` is an IRI, or a literal for a value."""

    source: str
    relation: str
    target: str
    claims: tuple[Claim, ...]

    @property
    def articles(self) -> int:
        """The number of articles that state it, in whatever way."""
        return len({claim.article for claim in self.claims})

    @property
    def is_fact(self) -> bool:
        """Whether at least one article asserts it with enough confidence."""
        return any(claim.standing == ASSERTED for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges sorted by identity; `values` are edges to literals, `articles` is keyed by article id."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    values: tuple[Edge, ...]
    articles: Mapping[str, Article]


@dataclass(slots=True)
class _Gathered:
    """What the articles say of one node, while it is being gathered."""

    types: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    labels_en: Counter[str] = field(default_factory=Counter)
    attributes: dict[str, Counter[str]] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    mentions: int = 0


_Key = tuple[str, str, str]


def build(annotations: Iterable[Annotation], base: str = BASE) -> Network:
    """The network of all annotations; a statement that points at no entity of its article is left out."""
    ordered = sorted(annotations, key=lambda annotation: annotation.article.id)
    gathered: dict[str, _Gathered] = {}
    edges: dict[_Key, list[Claim]] = {}
    values: dict[_Key, list[Claim]] = {}
    for annotation in ordered:
        names = iris.entities(base, annotation.article, annotation.entities)
        for entity in annotation.entities:
            _gather(gathered.setdefault(names[entity.id], _Gathered()), entity, annotation.article)
        for statement in annotation.statements:
            _add(statement, annotation.article.id, names, edges, values)
    articles = {annotation.article.id: annotation.article for annotation in ordered}
    return Network(
        nodes=tuple(_node(iri, gathered[iri]) for iri in sorted(gathered)),
        edges=_merged(edges, articles),
        values=_merged(values, articles),
        articles=articles,
    )


def _gather(node: _Gathered, entity: Entity, article: Article) -> None:
    node.types[entity.type] += 1
    node.names[tidy(entity.name)] += 1
    node.forms.update(tidy(article.text[m.start : m.end]) for m in entity.mentions if m.kind == NAME)
    if entity.label_en:
        node.labels_en[entity.label_en] += 1
    for name, value in entity.attributes:
        node.attributes.setdefault(name, Counter())[value] += 1
    node.articles.add(article.id)
    node.mentions += len(entity.mentions)


def _add(
    statement: Statement,
    article: str,
    names: Mapping[str, str],
    edges: dict[_Key, list[Claim]],
    values: dict[_Key, list[Claim]],
) -> None:
    literal = statement.object is None
    target = tidy(statement.value or "") if statement.object is None else names.get(statement.object)
    if statement.subject not in names or target is None:
        return
    claim = Claim(
        article=article,
        evidence=statement.evidence,
        status=statement.status,
        confidence=statement.confidence,
        attributed_to=names.get(statement.attributed_to or "", ""),
        qualifiers=tuple((name, names.get(value, value)) for name, value in statement.qualifiers),
        rule=statement.rule,
    )
    key = (names[statement.subject], statement.predicate, target)
    (values if literal else edges).setdefault(key, []).append(claim)


def _most_frequent(counter: Counter[str]) -> list[str]:
    """Most frequent first; of equally frequent ones the longer, then by code points."""
    return sorted(counter, key=lambda text: (-counter[text], -len(text), text))


def _node(iri: str, node: _Gathered) -> Node:
    return Node(
        id=iri,
        type=_most_frequent(node.types)[0],
        name=_most_frequent(node.names)[0],
        names=tuple(_most_frequent(node.forms)),
        label_en=next(iter(_most_frequent(node.labels_en)), ""),
        attributes=tuple((name, _most_frequent(values)[0]) for name, values in sorted(node.attributes.items())),
        articles=len(node.articles),
        mentions=node.mentions,
    )


def _merged(found: Mapping[_Key, list[Claim]], articles: Mapping[str, Article]) -> tuple[Edge, ...]:
    """Edges sorted by key; their claims by date (undated last), article and place in it, without repetitions."""

    def order(claim: Claim) -> tuple[str, str, int, int, str, str, str, float, Attributes]:
        published = articles[claim.article].published or "9999"
        return (published, claim.article, claim.evidence.start, claim.evidence.end, claim.status,
                claim.attributed_to, claim.rule, claim.confidence, claim.qualifiers)

    return tuple(Edge(*key, tuple(sorted(set(found[key]), key=order))) for key in sorted(found))


def as_networkx(network: Network) -> networkx.MultiDiGraph:
    """The facts alone, as a graph of networkx whose keys are the relations; all attributes fit into XML.

    Nodes carry label, type, label_en, names, articles, mentions, their attributes as `about_…` and their literals
    under the relation's name; several texts are joined by " | ". Edges carry relation, weight (articles), confidence.
    """
    graph = networkx.MultiDiGraph()
    for node in network.nodes:
        graph.add_node(clean(node.id), **_attributes(node))
    for edge in filter(lambda edge: edge.is_fact, network.edges):
        sure = [claim for claim in edge.claims if claim.standing == ASSERTED]
        graph.add_edge(clean(edge.source), clean(edge.target), key=edge.relation, relation=edge.relation,
                       label=edge.relation, weight=len({claim.article for claim in sure}),
                       confidence=round(max(claim.confidence for claim in sure), 4))
    for value in filter(lambda value: value.is_fact, network.values):
        attributes = graph.nodes[clean(value.source)]
        before = attributes.get(value.relation)
        attributes[value.relation] = f"{before} | {clean(value.target)}" if before else clean(value.target)
    return graph


def _attributes(node: Node) -> dict[str, str | int]:
    about = {f"about_{name}": clean(value) for name, value in node.attributes}
    return {
        "label": clean(node.name),
        "type": node.type,
        "label_en": clean(node.label_en),
        "names": clean(" | ".join(node.names)),
        "articles": node.articles,
        "mentions": node.mentions,
        **about,
    }
