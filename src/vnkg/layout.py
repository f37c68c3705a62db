"""Where each node of a picture stands: communities first, then inside each; the same for the same graph.

Unconnected parts lie as islands in rows below the largest one. Coordinates are whole canvas units.
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
    shifts = _shelves(islands)
    return {
        names[vertex]: (round(x + dx), round(y + dy))
        for island, (dx, dy) in zip(islands, shifts, strict=True)
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
    points = dict(zip(indices, _scaled([(x, y) for x, y in found], 0.55 * SPACING * math.sqrt(count)), strict=True))
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
    extent = 0.8 * math.sqrt(sum(radius**2 for radius in radii))
    points = dict(enumerate(_scaled([(x, y) for x, y in found], extent)))
    packed = _packed(points, {i: radius + SPACING * 0.1 for i, radius in enumerate(radii)})
    return [packed[i] for i in range(len(communities))]


def _packed(points: Points, radii: Mapping[int, float]) -> Points:
    """Circles drawn together towards (0, 0) again and again, and kept from overlapping."""
    places = _apart(points, radii, 20)
    for _ in range(25):
        places = _apart({i: (x * 0.9, y * 0.9) for i, (x, y) in places.items()}, radii, 6)
    return _apart(places, radii)


def _apart(points: Points, radii: Mapping[int, float], rounds: int = 80) -> Points:
    """Push circles away from each other until none overlap, or all rounds have passed."""
    places = {i: [x, y] for i, (x, y) in points.items()}
    cell = 2 * max(radii.values())
    for _ in range(rounds):
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


def _shelves(islands: Sequence[Points]) -> list[Point]:
    """A shift for each island: the first on top, the others in rows below it that are about as wide."""
    sizes = [_size(island) for island in islands]
    area = sum(width * height for width, height in sizes[1:])
    widest = max([sizes[0][0] if sizes else 0.0, 1.3 * math.sqrt(area)])
    shifts: list[Point] = []
    left = top = height = 0.0
    for number, (width, tall) in enumerate(sizes):
        if number == 1 or (left > 0 and left + width > widest):
            left, top, height = 0.0, top + height, 0.0
        middle = widest / 2 if number == 0 else left + width / 2
        shifts.append((middle, top + tall / 2))
        left, height = left + width, max(height, tall)
    return shifts


def _size(island: Points) -> Point:
    """Width and height of an island around (0, 0), with a margin."""
    return (2 * max(abs(x) for x, _ in island.values()) + 1.3 * SPACING,
            2 * max(abs(y) for _, y in island.values()) + 1.3 * SPACING)
