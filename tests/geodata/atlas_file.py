"""Reads the committed atlas for the tests; knows how a date picks features."""

import csv
from functools import cache
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()
osr.UseExceptions()

GEODATA = Path(__file__).resolve().parents[2] / "geodata"
FIELDS = {
    "land": ["name"],
    "states": ["id", "name_en", "name_zh", "name_ru", "valid_from", "valid_to", "viewpoint", "note"],
    "borders": ["id", "kind", "left", "right", "valid_from", "valid_to", "note"],
    "lakes": ["name", "valid_from", "valid_to"],
    "rivers": ["name", "scalerank"],
    "rail": ["id", "name_en", "name_zh", "name_ru", "kind", "valid_from", "valid_to", "note"],
    "places": ["id", "name_en", "name_zh", "name_ru", "aka", "country", "rank", "valid_from",
               "valid_to"],
    "names": ["kind", "id", "name_en", "name_zh", "name_ru", "valid_from", "valid_to", "rank"],
    "layers": ["layer", "finest_m", "source", "licence", "valid_from", "valid_to"],
}


@cache
def features(layer: str) -> list[dict]:
    """Attributes of every feature, and its geometry under 'geometry'."""
    dataset = gdal.OpenEx(str(GEODATA / "atlas.gpkg"), gdal.OF_VECTOR)
    found = []
    for feature in dataset.GetLayerByName(layer):
        row = {name: feature.GetField(name) for name in FIELDS[layer]}
        geometry = feature.GetGeometryRef()
        row["geometry"] = geometry.Clone() if geometry else None
        found.append(row)
    return found


def on(layer: str, date: str) -> list[dict]:
    return [f for f in features(layer)
            if (f["valid_from"] or "0") <= date <= (f["valid_to"] or "9999")]


def state(id_: str, date: str) -> dict:
    matching = [s for s in on("states", date) if s["id"] == id_]
    if len(matching) != 1:
        raise AssertionError(f"{len(matching)} features '{id_}' on {date}")
    return matching[0]


def table(name: str) -> list[dict]:
    with (GEODATA / name).open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def rings(geometry: ogr.Geometry) -> list[list[tuple[float, float]]]:
    """All rings or lines of a geometry, however nested."""
    if geometry.GetGeometryCount() == 0:
        return [geometry.GetPoints(2)]
    return [ring for i in range(geometry.GetGeometryCount())
            for ring in rings(geometry.GetGeometryRef(i))]


def segments(feature: dict) -> set[tuple]:
    """The feature's segments without direction; computed once per feature."""
    if "segments" not in feature:
        feature["segments"] = {(min(a, b), max(a, b)) for ring in rings(feature["geometry"])
                               for a, b in zip(ring, ring[1:])}
    return feature["segments"]


def square_km(geometry: ogr.Geometry) -> float:
    degrees, metres = osr.SpatialReference(), osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    metres.ImportFromProj4("+proj=cea +lat_ts=45 +lon_0=90 +over +datum=WGS84 +units=m")
    moved = geometry.Clone()
    moved.Transform(osr.CoordinateTransformation(degrees, metres))
    return moved.GetArea() / 1e6
