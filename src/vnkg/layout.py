"""Where each node of a picture stands: communities first, then inside each; the same for the same graph.

Unconnected parts lie as islands in rings around the largest one. Coordinates are whole canvas units.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import igraph

Point = tuple[float, float]
Points = dict[int, Point]
Weights = Mapping[tuple[str, str], float]

SPACING = 80.0
"""Least distance between two nodes."""
_SEED = 20251
_MANY = 250


def place(ids: Sequence[str], weights: Weights) -> dict[str, tuple[int, int]]:
    """The position of every id; `weights` says how strongly two ids are linked, in either direction."""
    names = sorted(set(ids))
    graph = _graph(names, weights)
    with _Seeded():
        islands = [_island(graph, part) for part in _parts(graph)]
    rings = _rings([_radius(island) for island in islands])
    return {
        names[vertex]: (round(x + dx), round(y + dy))
        for island, (dx, dy) in zip(islands, rings, strict=True)
        for vertex, (x, y) in island.items()
    }


class _Seeded:
    """Makes igraph draw from one seed, and gives it back its usual source afterwards."""

    def __enter__(self) -> None:
        igraph.set_random_number_generator(random.Random(_SEED))

    def __exit__(self, *_: object) -> None:
        igraph.set_random_number_generator(random)


def _graph(names: Sequence[str], weights: Weights) -> Any:
    number = {name: index for index, name in enumerate(names)}
    merged: dict[tuple[int, int], float] = {}
    for (source, target), weight in weights.items():
        if source != target and source in number and target in number:
            pair = (min(number[source], number[target]), max(number[source], number[target]))
            merged[pair] = merged.get(pair, 0.0) + weight
    pairs = sorted(merged)
    graph = igraph.Graph(n=len(names), edges=pairs)
    graph.es["weight"] = [merged[pair] for pair in pairs]
    graph.vs["index"] = range(len(names))
    return graph


def _parts(graph: Any) -> list[Any]:
    """The connected parts as graphs of their own, the largest first."""
    parts = graph.decompose()
    return sorted(parts, key=lambda part: (-part.vcount(), part.vs["index"][0]))


def _island(whole: Any, part: Any) -> Points:
    """Positions around (0, 0) of one connected part, by index in the whole graph."""
    if part.vcount() <= 12:
        return _inside(part)
    division = part.community_multilevel(weights="weight")
    communities = sorted(division.subgraphs(), key=lambda c: (-c.vcount(), c.vs["index"][0]))
    if len(communities) == 1:
        return _inside(part)
    insides = [_inside(community) for community in communities]
    centres = _centres(whole, communities, [_radius(inside) for inside in insides])
    return _centred({
        vertex: (x + dx, y + dy)
        for inside, (dx, dy) in zip(insides, centres, strict=True)
        for vertex, (x, y) in inside.items()
    })


def _inside(community: Any) -> Points:
    """Positions around (0, 0) of the nodes of one community."""
    count = community.vcount()
    indices = community.vs["index"]
    if count == 1:
        return {indices[0]: (0.0, 0.0)}
    start = [[math.cos(i * 2.399) * math.sqrt(i), math.sin(i * 2.399) * math.sqrt(i)] for i in range(count)]
    if count <= _MANY:
        found = community.layout_kamada_kawai(seed=start)
    else:
        found = community.layout_fruchterman_reingold(seed=start, niter=300, weights="weight", grid=False)
    points = dict(zip(indices, _scaled([(x, y) for x, y in found], 0.62 * SPACING * math.sqrt(count)), strict=True))
    return _centred(_apart(points, dict.fromkeys(indices, SPACING / 2)))


def _scaled(points: Sequence[Point], radius: float) -> list[Point]:
    """The points moved and stretched so that their quadratic mean distance from (0, 0) is 0.7 × radius."""
    x0 = sum(x for x, _ in points) / len(points)
    y0 = sum(y for _, y in points) / len(points)
    spread = math.sqrt(sum((x - x0) ** 2 + (y - y0) ** 2 for x, y in points) / len(points)) or 1.0
    factor = 0.7 * radius / spread
    return [((x - x0) * factor, (y - y0) * factor) for x, y in points]


def _centres(whole: Any, communities: Sequence[Any], radii: Sequence[float]) -> list[Point]:
    """A centre for each community: linked ones near each other, none overlapping."""
    home = {vertex: number for number, c in enumerate(communities) for vertex in c.vs["index"]}
    weights: dict[tuple[int, int], float] = {}
    for edge in whole.es:
        a, b = home.get(edge.source), home.get(edge.target)
        if a is not None and b is not None and a != b:
            pair = (min(a, b), max(a, b))
            weights[pair] = weights.get(pair, 0.0) + edge["weight"]
    pairs = sorted(weights)
    meta = igraph.Graph(n=len(communities), edges=pairs)
    start = [[math.cos(i * 2.399) * math.sqrt(i), math.sin(i * 2.399) * math.sqrt(i)] for i in range(len(communities))]
    found = meta.layout_fruchterman_reingold(
        seed=start, niter=500, weights=[math.log1p(weights[pair]) for pair in pairs], grid=False
    )
    extent = 1.15 * math.sqrt(sum(radius**2 for radius in radii))
    points = dict(enumerate(_scaled([(x, y) for x, y in found], extent)))
    apart = _apart(points, {i: radius + SPACING * 0.6 for i, radius in enumerate(radii)})
    return [apart[i] for i in range(len(communities))]


def _apart(points: Points, radii: Mapping[int, float]) -> Points:
    """Push circles away from each other until none overlap, or 80 rounds have passed."""
    places = {i: [x, y] for i, (x, y) in points.items()}
    cell = 2 * max(radii.values())
    for _ in range(80):
        moved = False
        for a, b in _near(places, cell):
            moved |= _push(places[a], places[b], radii[a] + radii[b], a - b)
        if not moved:
            break
    return {i: (x, y) for i, (x, y) in places.items()}


def _near(places: Mapping[int, list[float]], cell: float) -> Iterator[tuple[int, int]]:
    """Pairs that may be closer than `cell`, each once."""
    grid: dict[tuple[int, int], list[int]] = {}
    for i in sorted(places):
        x, y = places[i]
        grid.setdefault((math.floor(x / cell), math.floor(y / cell)), []).append(i)
    for (column, row), members in grid.items():
        for n, a in enumerate(members):
            yield from ((a, b) for b in members[n + 1 :])
        for neighbour in ((column + 1, row - 1), (column + 1, row), (column + 1, row + 1), (column, row + 1)):
            yield from ((a, b) for a in members for b in grid.get(neighbour, ()))


def _push(a: list[float], b: list[float], least: float, turn: int) -> bool:
    """Move both points half of what they lack in distance; whether they had to be moved."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    distance = math.hypot(dx, dy)
    if distance >= least * 0.999:
        return False
    if distance < 1e-9:
        dx, dy, distance = math.cos(turn), math.sin(turn), 1.0
        step = least / 2
    else:
        step = (least - distance) / 2
    a[0] -= dx / distance * step
    a[1] -= dy / distance * step
    b[0] += dx / distance * step
    b[1] += dy / distance * step
    return True


def _centred(points: Points) -> Points:
    """The points with the middle of their extent at (0, 0)."""
    x0 = (min(x for x, _ in points.values()) + max(x for x, _ in points.values())) / 2
    y0 = (min(y for _, y in points.values()) + max(y for _, y in points.values())) / 2
    return {i: (x - x0, y - y0) for i, (x, y) in points.items()}


def _radius(points: Points) -> float:
    """Radius around (0, 0) that holds all points, with a margin of half the spacing."""
    return max(math.hypot(x, y) for x, y in points.values()) + SPACING / 2


def _rings(radii: Sequence[float]) -> list[Point]:
    """Centres for circles in falling order of size: the first in the middle, the others in rings around it."""
    centres: list[Point] = []
    inner = outer = angle = 0.0
    for number, radius in enumerate(radii):
        if number == 0:
            centres.append((0.0, 0.0))
            inner = outer = radius + SPACING / 2
            continue
        half = math.asin(min(1.0, (radius + SPACING / 8) / (inner + radius)))
        if angle + 2 * half > 2 * math.pi and angle > 0:
            inner, angle = outer, 0.0
            half = math.asin(min(1.0, (radius + SPACING / 8) / (inner + radius)))
        distance = inner + radius
        centres.append((distance * math.cos(angle + half), distance * math.sin(angle + half)))
        outer = max(outer, inner + 2 * radius + SPACING / 4)
        angle += 2 * half
    return centres
