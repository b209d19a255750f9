"""Reads the admin-1 polygons of the world as atoms and cuts them where history ran another line.

The source ends 0.1 degrees short of the date line on both sides, and of the South Pole; countries
that cross the line are closed there and go on past 180. It refuses to move any other vertex.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from osgeo import ogr

from .topology import (GRID, Atom, Point, Ring, Segment, TopologyError, dissolve, oriented,
                       polygons_of, signed_area, snap_ring, to_geometry)

WORLD_MAP = "usr/share/qgis/resources/data/world_map.gpkg"
CROSSES_DATE_LINE = {"RUS", "FJI"}
CLIP = round(179.9 * GRID)
CLIP_SOUTH = round(89.9 * GRID)
HALF_TURN = 180 * GRID
LARGEST_GAP = 0.001 * GRID * GRID * 2


@dataclass(frozen=True)
class Cutter:
    """A hand-drawn area; what of the named units lies inside becomes the piece `name`."""

    name: str
    cuts: tuple[str, ...]
    ring: tuple[Point, ...]


def _close_date_line(ring: Ring, crosses: bool) -> Ring:
    moved = [(HALF_TURN if x >= CLIP else -HALF_TURN if x <= -CLIP else x,
              -HALF_TURN // 2 if y <= -CLIP_SOUTH else y) for x, y in ring]
    if crosses and max(x for x, _ in moved) < -160 * GRID:
        moved = [(x + 2 * HALF_TURN, y) for x, y in moved]
    return moved


def _node_meridian(atoms: list[Atom]) -> None:
    """Gives both sides of the 180th meridian the same vertices, so that they cancel."""
    heights = sorted({y for a in atoms if a.country in CROSSES_DATE_LINE
                      for ring in a.rings for x, y in ring if x == HALF_TURN})
    for atom in atoms:
        if atom.country not in CROSSES_DATE_LINE:
            continue
        for i, ring in enumerate(atom.rings):
            out = [ring[0]]
            for a, b in zip(ring, ring[1:]):
                if a[0] == b[0] == HALF_TURN:
                    between = [y for y in heights if min(a[1], b[1]) < y < max(a[1], b[1])]
                    out += [(HALF_TURN, y) for y in (between if a[1] < b[1] else between[::-1])]
                out.append(b)
            atom.rings[i] = out


def read_atoms(world_map: Path) -> list[Atom]:
    dataset = ogr.Open(str(world_map))
    atoms = []
    for feature in dataset.GetLayerByName("states_provinces"):
        country, geometry = feature["adm0_a3"], feature.GetGeometryRef()
        rings: list[Ring] = []
        for i in range(geometry.GetGeometryCount()):
            polygon = geometry.GetGeometryRef(i)
            own = [_close_date_line(snap_ring(polygon.GetGeometryRef(k).GetPoints(2)),
                                    country in CROSSES_DATE_LINE)
                   for k in range(polygon.GetGeometryCount())]
            rings += oriented(own)
        atoms.append(Atom(country, feature["name"] or "?", rings))
    _tell_namesakes_apart(atoms)
    _node_meridian(atoms)
    _fill_gaps(atoms)
    return atoms


def _tell_namesakes_apart(atoms: list[Atom]) -> None:
    """The source gives some names twice in one country; the second becomes 'Name (2)'."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for atom in atoms:
        seen[(atom.country, atom.name)] += 1
        if (count := seen[(atom.country, atom.name)]) > 1:
            atom.name += f" ({count})"


def _fill_gaps(atoms: list[Atom]) -> None:
    """Gives the slips between units that belong to nobody to the neighbour with most of the edge."""
    for polygon in dissolve(atoms):
        for hole in polygon[1:]:
            if -signed_area(hole) > LARGEST_GAP:
                continue
            edges = set(zip(hole, hole[1:]))
            owner = max(atoms, key=lambda a: sum(e in edges for r in a.rings for e in zip(r, r[1:])))
            owner.rings = [r for p in dissolve([owner, Atom("", "", [hole[::-1]])]) for r in p]


# --- cutting --------------------------------------------------------------------------------------


def read_cutters(path: Path) -> list[Cutter]:
    cutters = []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        outline = [tuple(p) for p in feature["geometry"]["coordinates"][0]]
        if len(feature["geometry"]["coordinates"]) != 1 or outline[0] != outline[-1]:
            raise TopologyError(f"cutter {feature['properties']['name']}: one closed ring expected")
        cutters.append(Cutter(feature["properties"]["name"],
                              tuple(feature["properties"]["cuts"]),
                              tuple(oriented([snap_ring(outline)])[0])))
    return cutters


def matches(atom: Atom, token: str) -> bool:
    """Whether a token (CODE, CODE/Admin-1 name, or piece) takes in the atom."""
    return token in (atom.country, f"{atom.country}/{atom.name}") or token in atom.pieces


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where segments ab and cd meet, rounded to the grid."""
    rx, ry, sx, sy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = rx * sy - ry * sx
    if cross == 0:
        return None
    t = (c[0] - a[0]) * sy - (c[1] - a[1]) * sx
    u = (c[0] - a[0]) * ry - (c[1] - a[1]) * rx
    if cross < 0:
        t, u, cross = -t, -u, -cross
    if not (0 <= t <= cross and 0 <= u <= cross):
        return None
    return a[0] + round(t * rx / cross), a[1] + round(t * ry / cross)


def _touch(a: tuple[Point, Point], b: tuple[Point, Point]) -> bool:
    return all(min(a[0][i], a[1][i]) <= max(b[0][i], b[1][i])
               and min(b[0][i], b[1][i]) <= max(a[0][i], a[1][i]) for i in (0, 1))


def _with_points(line: list[Point], extra: dict[Segment, set[Point]]) -> list[Point]:
    out = [line[0]]
    for a, b in zip(line, line[1:]):
        between = extra.get((min(a, b), max(a, b)), ())
        out += sorted(between, key=lambda p: abs(p[0] - a[0]) + abs(p[1] - a[1]))
        out.append(b)
    return out


def _node(outline: Ring, targets: list[Atom], all_atoms: list[Atom]) -> Ring:
    """Puts the crossings of the cutter with the targets' outlines into both, and into neighbours."""
    while True:
        edges = list(zip(outline, outline[1:]))
        lo = (min(p[0] for p in outline), min(p[1] for p in outline))
        hi = (max(p[0] for p in outline), max(p[1] for p in outline))
        into_atoms: dict[Segment, set[Point]] = defaultdict(set)
        into_cutter: dict[Segment, set[Point]] = defaultdict(set)
        near = {(min(a, b), max(a, b)) for t in targets for ring in t.rings
                for a, b in zip(ring, ring[1:]) if _touch((a, b), (lo, hi))}
        for segment in near:
            for edge in edges:
                if not _touch(segment, edge):
                    continue
                point = _crossing(*segment, *edge)
                if point is None:
                    continue
                if point not in segment:
                    into_atoms[segment].add(point)
                if point not in edge:
                    into_cutter[(min(edge), max(edge))].add(point)
        if not into_atoms and not into_cutter:
            return outline
        outline = _with_points(outline, into_cutter)
        for atom in all_atoms:
            atom.rings = [_with_points(ring, into_atoms) for ring in atom.rings]


def _geometry(atom: Atom) -> ogr.Geometry:
    polygons: list[list[Ring]] = []
    for ring in atom.rings:
        if signed_area(ring) > 0:
            polygons.append([ring])
        else:
            polygons[-1].append(ring)
    return to_geometry(polygons)


def _split(atom: Atom, cutter: Cutter, area: ogr.Geometry) -> list[Atom]:
    known = {p for ring in atom.rings for p in ring} | set(cutter.ring)
    geometry = _geometry(atom)
    parts = []
    for cut, pieces in ((geometry.Intersection(area), atom.pieces | {cutter.name}),
                        (geometry.Difference(area), atom.pieces)):
        rings = [ring for polygon in polygons_of(cut) for ring in polygon]
        strays = [p for ring in rings for p in ring if p not in known]
        if strays:
            raise TopologyError(f"cutter {cutter.name} makes new vertices in {atom.country}/"
                                f"{atom.name}, for example {strays[0]}: move it a little")
        if rings:
            parts.append(Atom(atom.country, atom.name, rings, pieces))
    return parts


def cut(atoms: list[Atom], cutters: list[Cutter]) -> list[Atom]:
    for drawn in cutters:
        for token in drawn.cuts:
            if not any(matches(a, token) for a in atoms):
                raise TopologyError(f"cutter {drawn.name}: no unit '{token}'")
        targets = [a for a in atoms if any(matches(a, t) for t in drawn.cuts)]
        cutter = Cutter(drawn.name, drawn.cuts, tuple(_node(list(drawn.ring), targets, atoms)))
        area = to_geometry([[list(cutter.ring)]])
        chosen = {id(t) for t in targets}
        atoms = [part for a in atoms
                 for part in (_split(a, cutter, area) if id(a) in chosen else [a])]
    return atoms
