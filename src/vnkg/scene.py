"""A network as the page shows it: what is drawn and where, and every sentence that stands behind it.

Everything is plain JSON values. Offsets inside a passage count UTF-16 units, as scripts do.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from vnkg.layout import place
from vnkg.legend import Legend, Term
from vnkg.model import Span
from vnkg.network import Claim, Edge, Network, Node

Values = dict[str, Any]
Neighbours = Mapping[str, set[str]]

# A stop after up to three capitals is mostly an abbreviation: TP., TS., PGS.; the end of a code like 12-KH/TU is not.
_SHORT = "".join(rf"(?<![\s.(][A-Z\u0110]{{{length}}})" for length in (1, 2, 3))
_END = re.compile(_SHORT + r"[.!?…]+[\"”’)\]]*\s+(?=[^\Wa-z_])|\n+")
_AROUND = 320
"""How many characters before and after an evidence a passage may reach."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the page draws at first (`start` nodes), holds (`most` nodes) and quotes (`evidence` for each edge).

    Nodes of the types in `aside` have no place of their own: they appear beside a neighbour when asked for.
    A network of at most `small` nodes is drawn whole.
    """

    small: int
    start: int
    most: int
    evidence: int
    aside: frozenset[str]


@dataclass(slots=True)
class _Texts:
    """Numbers every passage and article that some evidence needs, in the order of need."""

    network: Network
    passages: dict[tuple[str, int, int], int] = field(default_factory=dict)
    articles: dict[str, int] = field(default_factory=dict)

    def claim(self, claim: Claim) -> list[Any]:
        """[passage, start, end, article, status, confidence, attributed to, qualifiers, rule]."""
        text = self.network.articles[claim.article].text
        span = passage(text, claim.evidence)
        number = self.passages.setdefault((claim.article, span.start, span.end), len(self.passages))
        before, quote = text[span.start : claim.evidence.start], text[claim.evidence.start : claim.evidence.end]
        start = _units(before)
        article = self.articles.setdefault(claim.article, len(self.articles))
        return [number, start, start + _units(quote), article, claim.standing, round(claim.confidence, 3),
                claim.attributed_to, [list(pair) for pair in claim.qualifiers], claim.rule]


def scene(network: Network, legend: Legend, limits: Limits, precision: Mapping[str, tuple[float, int]]) -> Values:
    """All that the page holds: `nodes` and `edges` for the drawing, and `page` for everything around it.

    `precision` gives, for a relation, its measured precision in [0, 1] and the number of items it was measured on.
    """
    if len(network.nodes) <= limits.small:
        limits = replace(limits, start=limits.small, aside=frozenset())
    kept = _best(network, limits)
    texts = _Texts(network)
    edges = [edge for edge in network.edges if edge.source in kept and edge.target in kept]
    nodes = [node for node in network.nodes if node.id in kept]
    drawn = [_edge(edge, bend, texts, limits) for edge, bend in _bends(edges)]
    values = [_value(value, texts, limits) for value in network.values if value.source in kept]
    return {
        "nodes": _nodes(nodes, edges, legend, limits),
        "edges": drawn,
        "page": {
            "types": _terms(legend, Counter(node.type for node in nodes)),
            "relations": _relations(legend, Counter(edge.relation for edge in edges), values, precision),
            "values": values,
            "aside": sorted(limits.aside),
            "passages": [network.articles[a].text[start:end] for a, start, end in texts.passages],
            "articles": [_article(network, article) for article in texts.articles],
            "total": {"nodes": len(network.nodes), "edges": len(network.edges), "articles": len(network.articles)},
        },
    }


def passage(text: str, evidence: Span) -> Span:
    """The sentence or sentences around an evidence, without white space at the ends."""
    low, high = max(0, evidence.start - _AROUND), min(len(text), evidence.end + _AROUND)
    stops = _END.finditer(text, low, min(len(text), evidence.start + 1))
    ends = [stop.end() for stop in stops if stop.end() <= evidence.start]
    start = ends[-1] if ends else _word(text, low)
    after = _END.search(text, max(evidence.start, evidence.end - 1), high)
    end = max(after.end(), evidence.end) if after else high
    while not after and evidence.end < end < len(text) and not text[end].isspace():
        end -= 1  # back to the end of a whole word
    while end > evidence.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _word(text: str, start: int) -> int:
    """The start of the first whole word at or after `start`."""
    while 0 < start < len(text) and not text[start - 1].isspace():
        start += 1
    return start


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _neighbours(edges: Iterable[Edge]) -> dict[str, set[str]]:
    linked: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.source != edge.target:
            linked[edge.source].add(edge.target)
            linked[edge.target].add(edge.source)
    return linked


def _best(network: Network, limits: Limits) -> set[str]:
    """The ids that the page holds: all, or the best connected ones when there are too many."""
    linked = _neighbours(network.edges)
    ranked = sorted((node.id for node in network.nodes), key=lambda iri: (-len(linked.get(iri, ())), iri))
    return set(ranked[: limits.most])


def _start(ids: Sequence[str], linked: Neighbours, size: int) -> list[str]:
    """Grow from the best connected node along links, best connected first, until `size` nodes are chosen.

    Nodes without links join only when there is room for all.
    """
    ranked = sorted((iri for iri in ids if linked.get(iri)), key=lambda iri: (-len(linked[iri]), iri))
    chosen: list[str] = []
    seen: set[str] = set()
    for seed in ranked:
        frontier = [(-len(linked[seed]), seed)] if seed not in seen else []
        seen.add(seed)
        while frontier and len(chosen) < size:
            _, iri = heapq.heappop(frontier)
            chosen.append(iri)
            for neighbour in sorted(linked[iri] - seen):
                seen.add(neighbour)
                heapq.heappush(frontier, (-len(linked[neighbour]), neighbour))
    alone = (iri for iri in ids if not linked.get(iri)) if len(ids) <= size else ()
    return [*chosen, *alone]


def _weights(edges: Iterable[Edge], ids: Iterable[str]) -> dict[tuple[str, str], float]:
    allowed = set(ids)
    weights: dict[tuple[str, str], float] = {}
    for edge in edges:
        if edge.source in allowed and edge.target in allowed:
            pair = (edge.source, edge.target)
            weights[pair] = weights.get(pair, 0.0) + (1.0 if edge.is_fact else 0.5)
    return weights


def _nodes(nodes: Sequence[Node], edges: Sequence[Edge], legend: Legend, limits: Limits) -> list[Values]:
    placed = [node.id for node in nodes if node.type not in limits.aside]
    allowed = set(placed)
    inner = [edge for edge in edges if edge.source in allowed and edge.target in allowed]
    linked = _neighbours(inner)
    start = _start(placed, linked, limits.start)
    everywhere = place(placed, _weights(inner, placed))
    at_first = place(start, _weights(inner, start))
    degrees = {iri: len(others) for iri, others in _neighbours(edges).items()}
    return [_node(node, legend[node.type], degrees.get(node.id, 0), everywhere.get(node.id), at_first.get(node.id))
            for node in nodes]


def _node(node: Node, term: Term, degree: int, at: tuple[int, int] | None, start: tuple[int, int] | None) -> Values:
    values: Values = {
        "id": node.id, "label": node.name, "shape": term.shape, "color": term.color,
        "size": round(min(34.0, 8 + 4 * math.sqrt(degree)), 1),
        "type": node.type, "names": list(node.names), "degree": degree,
        "articles": node.articles, "mentions": node.mentions,
    }
    if node.label_en:
        values["en"] = node.label_en
    if node.attributes:
        values["about"] = [list(pair) for pair in node.attributes]
    if at is not None:
        values["x"], values["y"] = at
    if start is not None:
        values["start"] = list(start)
    return values


def _bends(edges: Sequence[Edge]) -> list[tuple[Edge, int]]:
    """Each edge with its number among those that join the same two nodes: 0 is drawn straight."""
    counts: Counter[tuple[str, ...]] = Counter()
    result = []
    for edge in edges:
        pair = tuple(sorted((edge.source, edge.target)))
        result.append((edge, counts[pair]))
        counts[pair] += 1
    return result


def _edge(edge: Edge, bend: int, texts: _Texts, limits: Limits) -> Values:
    values: Values = {"from": edge.source, "to": edge.target, "relation": edge.relation,
                      "width": round(1.6 + math.log2(edge.articles) / 2, 2), "articles": edge.articles,
                      "claims": _claims(edge, texts, limits)}
    if bend:
        # The side of a bend depends on the direction, so that both directions of one pair part as well.
        values["bend"] = bend if edge.source < edge.target else -bend
    return values


def _value(value: Edge, texts: _Texts, limits: Limits) -> Values:
    return {"subject": value.source, "relation": value.relation, "value": value.target, "articles": value.articles,
            "claims": _claims(value, texts, limits)}


def _claims(edge: Edge, texts: _Texts, limits: Limits) -> list[list[Any]]:
    """The first claims, and always the first of each status."""
    firsts = {claim.standing: claim for claim in reversed(edge.claims)}
    shown = edge.claims[: limits.evidence]
    return [texts.claim(claim) for claim in (*shown, *(c for c in firsts.values() if c not in shown))]


def _terms(legend: Legend, counts: Counter[str]) -> list[Values]:
    return [
        {"id": name, "vi": legend[name].vi, "en": legend[name].en, "color": legend[name].color,
         "shape": legend[name].shape, "count": counts[name]}
        for name in sorted(counts, key=lambda name: (-counts[name], name))
    ]


def _relations(legend: Legend, counts: Counter[str], values: Sequence[Values],
               precision: Mapping[str, tuple[float, int]]) -> list[Values]:
    literals = Counter(value["relation"] for value in values)
    result = []
    for name in sorted(counts | literals, key=lambda name: (-counts[name], name)):
        term = legend[name]
        entry: Values = {"id": name, "vi": term.vi, "en": term.en, "inverse": term.inverse, "count": counts[name],
                         "values": literals[name]}
        if name in precision:
            entry["precision"] = list(precision[name])
        result.append(entry)
    return result


def _article(network: Network, article: str) -> Values:
    known = network.articles[article]
    values = {"id": known.id, "title": known.title, "published": known.published, "source": known.source,
              "url": known.url}
    return {name: value for name, value in values.items() if value}
