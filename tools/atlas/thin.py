"""Thins coasts and borders in the Arctic and far from Eurasia; never changes how they hang together.

Visvalingam's order (smallest triangle first), on the shared vertices themselves: a vertex goes from
all polygons at once, and only if no other vertex lies in its triangle, so that nothing can cross.
"""

import heapq
from collections import defaultdict

from .topology import GRID, Atom, Point, Ring, signed_area

NEAR = (-12 * GRID, 0, 191 * GRID, 84 * GRID)  # west, south, east, north: kept as it is
ARCTIC = 66 * GRID  # except north of here
LEAST_FAR = round(0.0015 * GRID * GRID) * 2  # doubled area, in grid units; up to 18 km2
LEAST_ARCTIC = round(0.0006 * GRID * GRID) * 2  # about 2.5 km2 at 70 degrees north
LEAST_ISLET = 0.005 * GRID * GRID * 2  # about 60 km2 at the equator, 20 at 70 degrees north
CELL = GRID // 2


def _far(point: Point) -> bool:
    west, south, east, north = NEAR
    return not (west <= point[0] <= east and south <= point[1] <= north)


def _least(point: Point) -> int:
    """The smallest triangle that may stay at this vertex."""
    if _far(point):
        return LEAST_FAR
    return LEAST_ARCTIC if point[1] > ARCTIC else 0


def _doubled(a: Point, b: Point, c: Point) -> int:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]))


def _side(a: Point, b: Point, p: Point) -> int:
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def _holds(a: Point, b: Point, c: Point, p: Point) -> bool:
    sides = (_side(a, b, p), _side(b, c, p), _side(c, a, p))
    return all(s >= 0 for s in sides) or all(s <= 0 for s in sides)


class _Graph:
    """The outline graph of the land: neighbours of every vertex, and where vertices lie."""

    def __init__(self, atoms: list[Atom]):
        self.next_to: dict[Point, set[Point]] = defaultdict(set)
        self.cells: dict[Point, set[Point]] = defaultdict(set)
        for atom in atoms:
            for ring in atom.rings:
                for a, b in zip(ring, ring[1:]):
                    self.next_to[a].add(b)
                    self.next_to[b].add(a)
        for p in self.next_to:
            self.cells[(p[0] // CELL, p[1] // CELL)].add(p)

    def free(self, a: Point, b: Point, c: Point) -> bool:
        """Whether b can go: a and c not yet joined, and nothing else in the triangle."""
        if c in self.next_to[a]:
            return False
        xs, ys = sorted(p[0] for p in (a, b, c)), sorted(p[1] for p in (a, b, c))
        for i in range(xs[0] // CELL, xs[2] // CELL + 1):
            for j in range(ys[0] // CELL, ys[2] // CELL + 1):
                for p in self.cells.get((i, j), ()):
                    if p not in (a, b, c) and _holds(a, b, c, p):
                        return False
        return True

    def remove(self, a: Point, b: Point, c: Point) -> None:
        del self.next_to[b]
        self.cells[(b[0] // CELL, b[1] // CELL)].discard(b)
        for p, q in ((a, c), (c, a)):
            self.next_to[p].discard(b)
            self.next_to[p].add(q)


def _removable(graph: _Graph) -> set[Point]:
    def entry(p: Point):
        a, c = sorted(graph.next_to[p])
        return _doubled(a, p, c), p, a, c
    heap = [entry(p) for p, near in graph.next_to.items() if len(near) == 2 and _least(p)]
    heapq.heapify(heap)
    gone: set[Point] = set()
    while heap:
        size, p, a, c = heapq.heappop(heap)
        if size >= _least(p):
            continue
        if p in gone or sorted(graph.next_to[p]) != [a, c] or not graph.free(a, p, c):
            continue
        graph.remove(a, p, c)
        gone.add(p)
        for q in (a, c):
            if len(graph.next_to[q]) == 2 and _least(q):
                heapq.heappush(heap, entry(q))
    return gone


def _is_islet(ring: Ring, shared: set[Point]) -> bool:
    return (0 < signed_area(ring) < LEAST_ISLET and all(_least(p) for p in ring)
            and not any(p in shared for p in ring))


def _drop_islets(atoms: list[Atom]) -> None:
    """Islets there go, but never the largest piece of a unit or country."""
    seen: dict[Point, int] = defaultdict(int)
    for atom in atoms:
        for p in {p for ring in atom.rings for p in ring}:
            seen[p] += 1
    shared = {p for p, n in seen.items() if n > 1}
    largest: dict[str, float] = defaultdict(float)
    for atom in atoms:
        largest[atom.country] = max([largest[atom.country], *map(signed_area, atom.rings)])
    for atom in atoms:
        atom.rings = [r for r in atom.rings if signed_area(r) == largest[atom.country]
                      or not _is_islet(r, shared)]


def thin(atoms: list[Atom]) -> list[Atom]:
    _drop_islets(atoms)
    gone = _removable(_Graph(atoms))
    for atom in atoms:
        atom.rings = [[p for p in ring if p not in gone] for ring in atom.rings]
        for i, ring in enumerate(atom.rings):
            if ring[0] != ring[-1]:
                atom.rings[i] = ring + ring[:1]
    return [atom for atom in atoms if atom.rings]
