"""A planar partition of the land on an integer grid: atoms, cuts, dissolved polygons, shared arcs.

Every vertex is a pair of integers (1 unit = 1/GRID degree), so two neighbours share an arc exactly or
not at all. It refuses to simplify, and to know dates or names: those are in history.py.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from osgeo import ogr

GRID = 10_000  # 1e-4 degree: 11 m of latitude, far below the detail of the source

Point = tuple[int, int]
Ring = list[Point]  # closed: first == last; interior on the left
Segment = tuple[Point, Point]


class TopologyError(Exception):
    """The sources or cutters do not form a clean partition."""


@dataclass
class Atom:
    """A piece of one source unit (country code, admin-1 name) after all cuts."""

    country: str
    name: str
    rings: list[Ring]
    pieces: frozenset[str] = field(default_factory=frozenset)


def signed_area(ring: Ring) -> float:
    """Twice the area in grid units; positive when counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def snap_ring(points: list[tuple[float, float]]) -> Ring:
    ring: Ring = []
    for x, y in points:
        vertex = (round(x * GRID), round(y * GRID))
        if not ring or ring[-1] != vertex:
            ring.append(vertex)
    return ring


def oriented(rings: list[Ring]) -> list[Ring]:
    """One polygon's rings, shell first, turned so that the interior is on the left of each."""
    kept = [ring for ring in rings if len(ring) >= 4 and signed_area(ring) != 0]
    return [ring if (signed_area(ring) > 0) == (i == 0) else ring[::-1]
            for i, ring in enumerate(kept)]


def to_geometry(polygons: list[list[Ring]]) -> ogr.Geometry:
    multi = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in polygons:
        polygon = ogr.Geometry(ogr.wkbPolygon)
        for ring in rings:
            line = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in ring:
                line.AddPoint_2D(x / GRID, y / GRID)
            polygon.AddGeometry(line)
        multi.AddGeometry(polygon)
    return multi


def polygons_of(geometry: ogr.Geometry) -> list[list[Ring]]:
    """All polygons inside a geometry, however nested, on the grid and oriented."""
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbPolygon:
        rings = [snap_ring(geometry.GetGeometryRef(i).GetPoints(2))
                 for i in range(geometry.GetGeometryCount())]
        polygon = oriented(rings)
        return [polygon] if polygon else []
    return [polygon for i in range(geometry.GetGeometryCount())
            for polygon in polygons_of(geometry.GetGeometryRef(i))]


# --- dissolving -----------------------------------------------------------------------------------


def boundary(rings_of_atoms: list[list[Ring]]) -> set[Segment]:
    """Directed segments left over when segments shared by two of the atoms cancel."""
    left: set[Segment] = set()
    for rings in rings_of_atoms:
        for ring in rings:
            for a, b in zip(ring, ring[1:]):
                if (b, a) in left:
                    left.remove((b, a))
                elif (a, b) in left:
                    raise TopologyError(f"two units overlap along {a}-{b}")
                else:
                    left.add((a, b))
    return left


def _half_plane_key(origin: Point, towards: Point) -> tuple[int, float]:
    """Sorts directions by angle without trigonometry (monotone in the angle)."""
    dx, dy = towards[0] - origin[0], towards[1] - origin[1]
    slope = dx / (abs(dx) + abs(dy))
    return (0, -slope) if dy > 0 or (dy == 0 and dx > 0) else (1, slope)


def _next_vertex(before: Point, at: Point, choices: list[Point]) -> Point:
    """The first outgoing edge clockwise from the edge we came by: keeps touching faces apart."""
    if len(choices) == 1:
        return choices[0]
    back = _half_plane_key(at, before)
    keyed = sorted(((_half_plane_key(at, c), c) for c in choices), reverse=True)
    for key, choice in keyed:
        if key < back:
            return choice
    return keyed[0][1]


def _split_at_repeats(walk: Ring) -> list[Ring]:
    """Cuts a closed walk at the vertices it visits twice, so that every ring is simple."""
    rings: list[Ring] = []
    stack: Ring = []
    place: dict[Point, int] = {}
    for vertex in walk:
        if vertex in place:
            start = place[vertex]
            rings.append(stack[start:] + [vertex])
            for gone in stack[start + 1:]:
                del place[gone]
            del stack[start + 1:]
        else:
            place[vertex] = len(stack)
            stack.append(vertex)
    return rings


def rings_from(segments: set[Segment]) -> list[Ring]:
    following: dict[Point, list[Point]] = defaultdict(list)
    for a, b in sorted(segments):
        following[a].append(b)
    rings: list[Ring] = []
    for start in sorted(following):
        while following[start]:
            walk = [start, following[start].pop(0)]
            while walk[-1] != start:
                choice = _next_vertex(walk[-2], walk[-1], following[walk[-1]])
                following[walk[-1]].remove(choice)
                walk.append(choice)
            rings.extend(_split_at_repeats(walk))
    return [ring for ring in rings if len(ring) >= 4]


def _inside(point: Point, ring: Ring) -> bool:
    x, y = point[0] + 1 / 1024, point[1] + 1 / 768  # off the grid: never on an edge's end
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def _bounds(ring: Ring) -> tuple[int, int, int, int]:
    xs = [p[0] for p in ring]
    ys = [p[1] for p in ring]
    return min(xs), min(ys), max(xs), max(ys)


def assemble(rings: list[Ring]) -> list[list[Ring]]:
    """Shells with their holes, shells in a fixed order (largest first)."""
    shells = [[r] for r in rings if signed_area(r) > 0]
    shells.sort(key=lambda p: (-signed_area(p[0]), p[0]))
    boxes = [_bounds(p[0]) for p in shells]
    for hole in sorted(r for r in rings if signed_area(r) < 0):
        x0, y0, x1, y1 = _bounds(hole)
        corner = min(hole)
        for i in reversed(range(len(shells))):  # smallest shell that contains it
            bx0, by0, bx1, by1 = boxes[i]
            if (bx0 <= x0 and by0 <= y0 and bx1 >= x1 and by1 >= y1
                    and _inside(corner, shells[i][0])):
                shells[i].append(hole)
                break
        else:
            raise TopologyError(f"a hole at {corner} lies in no shell")
    return shells


def dissolve(atoms: list[Atom]) -> list[list[Ring]]:
    return assemble(rings_from(boundary([a.rings for a in atoms])))


# --- lines ----------------------------------------------------------------------------------------


def chains(segments: list[Segment]) -> list[Ring]:
    """Joins undirected segments into polylines that end where fewer or more than two meet."""
    at: dict[Point, list[Point]] = defaultdict(list)
    for a, b in sorted(segments):
        at[a].append(b)
        at[b].append(a)
    used: set[frozenset[Point]] = set()

    def walk(start: Point, towards: Point) -> Ring:
        line = [start, towards]
        used.add(frozenset((start, towards)))
        while len(at[line[-1]]) == 2 and line[-1] != start:
            a, b = at[line[-1]]
            onward = b if a == line[-2] else a
            if frozenset((line[-1], onward)) in used:
                break
            used.add(frozenset((line[-1], onward)))
            line.append(onward)
        return line

    ends = sorted(p for p in at if len(at[p]) != 2)
    lines = [walk(p, q) for p in ends for q in at[p] if frozenset((p, q)) not in used]
    rest = sorted(at)  # closed loops have no end
    lines += [walk(p, q) for p in rest for q in at[p][:1] if frozenset((p, q)) not in used]
    return lines
