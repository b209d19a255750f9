"""Lakes as they were and great rivers.

The newer lake source has reservoirs and today's Aral; lakes.csv dates, clips or drops those and names
the great ones, lakes_old.csv takes a few outlines from an older source. The sea belongs to neither.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr

from .history import HistoryError, rows
from .topology import GRID, Ring, oriented, polygons_of, signed_area, snap_ring, to_geometry

LAKES = "package/dist/world_50m.json"
OLD_LAKES = "usr/share/marble/data/mwdbii/PLAKE.PNT"
RIVERS = "usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp"
GREATEST_RANK = 6
FINEST = 0.01  # degrees; finer than the borders
NEAR = 0.1  # degrees between a row of lakes.csv and the centroid of its lake
NATURAL_ZAYSAN = "POLYGON((83.25 47,85.5 47,85.5 48.32,83.25 48.32,83.25 47))"


@dataclass(frozen=True)
class Lake:
    name: str | None
    valid_from: str | None
    valid_to: str | None
    polygons: list[list[Ring]]


@dataclass(frozen=True)
class River:
    name: str | None
    scalerank: int
    lines: list[list[tuple[float, float]]]


def _valid(geometry: ogr.Geometry) -> list[list[Ring]]:
    """On the grid and valid: rounding may make a ring touch itself."""
    return polygons_of(_repaired(to_geometry(polygons_of(geometry))))


def _repaired(geometry: ogr.Geometry) -> ogr.Geometry:
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # IsValid says why not, on standard error
    try:
        return geometry if geometry.IsValid() else geometry.MakeValid()
    finally:
        gdal.PopErrorHandler()


def _edited(row: dict | None, geometry: ogr.Geometry) -> Lake | None:
    if row is None:
        return Lake(None, None, None, _valid(geometry))
    if row["action"] == "drop":
        return None
    if row["action"] == "clip":
        geometry = geometry.Intersection(ogr.CreateGeometryFromWkt(NATURAL_ZAYSAN))
    return Lake(row["name"], row["valid_from"] or None, row["valid_to"] or None, _valid(geometry))


def _old_lakes(path: Path, table: Path) -> list[Lake]:
    """Records of (header, latitude, longitude) in arc-minutes; a header above 5 starts an outline."""
    wanted = {int(row["record"]): row["name"] for row in rows(table)}
    outlines: dict[int, list[tuple[float, float]]] = {}
    current: list[tuple[float, float]] = []
    for header, lat, lon in struct.iter_unpack("<hhh", path.read_bytes()):
        if header > 5:
            current = outlines.setdefault(header, [])
        current.append((lon / 60, lat / 60))
    missing = set(wanted) - set(outlines)
    if missing:
        raise HistoryError(f"{table.name}: records {sorted(missing)} are not in the source")
    return [Lake(wanted[k], None, None,
                 _valid(to_geometry([oriented([snap_ring(outlines[k] + outlines[k][:1])])])))
            for k in sorted(wanted)]


def lakes(newer: Path, table: Path, older: Path, older_table: Path) -> list[Lake]:
    edits = rows(table)
    dataset = ogr.Open(str(newer))
    result, used = [], set()
    for feature in dataset.GetLayerByName("lakes"):
        geometry = _repaired(feature.GetGeometryRef().Clone())
        middle = geometry.Centroid()
        row = next((r for r in edits if abs(float(r["lon"]) - middle.GetX()) < NEAR
                    and abs(float(r["lat"]) - middle.GetY()) < NEAR), None)
        used.add(row["name"] if row else None)
        lake = _edited(row, geometry)
        if lake:
            result.append(lake)
    unused = [r["name"] for r in edits if r["name"] not in used]
    if unused:
        raise HistoryError(f"{table.name}: no such lake in the source: {unused}")
    result += _old_lakes(older, older_table)
    return sorted(result, key=lambda k: -sum(signed_area(r) for p in k.polygons for r in p))


def rivers(shapefile: Path) -> list[River]:
    dataset = gdal.OpenEx(str(shapefile), gdal.OF_VECTOR, open_options=["ENCODING=CP1252"])
    result = []
    for feature in dataset.GetLayer(0):
        rank, name = int(feature["scalerank"]), feature["name"]
        if rank > GREATEST_RANK or feature.GetGeometryRef() is None:
            continue
        geometry = feature.GetGeometryRef()
        parts = ([geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())]
                 or [geometry])
        parts = [p.Simplify(FINEST) for p in parts]
        lines = [[(x / GRID, y / GRID) for x, y in snap_ring(p.GetPoints(2))] for p in parts]
        lines = [line for line in lines if len(line) > 1]
        if lines and "canal" not in (name or "").lower():
            result.append(River(name, rank, lines))
    return sorted(result, key=lambda r: (r.scalerank, r.name or "", r.lines[0][0]))
