"""Writes the layers into one GeoPackage, the same bytes every time."""

import csv
from pathlib import Path

from osgeo import gdal, ogr, osr

from .borders import Border
from .history import State, Unit, iso
from .places import MapName, Place, Railway
from .topology import GRID, Ring, to_geometry
from .waters import Lake, River

FIXED_DATE = "2024-01-01T00:00:00Z"  # GeoPackage stores when it was written


def _line(points) -> ogr.Geometry:
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in points:
        line.AddPoint_2D(x, y)
    return line


def _lines(lines) -> ogr.Geometry:
    multi = ogr.Geometry(ogr.wkbMultiLineString)
    for points in lines:
        multi.AddGeometry(_line(points))
    return multi


def _point(place: Place | MapName) -> ogr.Geometry:
    geometry = ogr.Geometry(ogr.wkbPoint)
    geometry.AddPoint_2D(place.lon, place.lat)
    return geometry


class Package:
    """A GeoPackage being written; one call per layer, in the order in which they shall lie."""

    def __init__(self, path: Path):
        gdal.SetConfigOption("OGR_CURRENT_DATE", FIXED_DATE)
        self._dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        self._srs = osr.SpatialReference()
        self._srs.ImportFromEPSG(4326)
        self._srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)

    def _layer(self, name: str, kind: int, fields: dict, features) -> None:
        srs = None if kind == ogr.wkbNone else self._srs
        layer = self._dataset.CreateLayer(name, srs, kind)
        for field, type_ in fields.items():
            layer.CreateField(ogr.FieldDefn(field, type_))
        layer.StartTransaction()
        for values, geometry in features:
            feature = ogr.Feature(layer.GetLayerDefn())
            for field, value in zip(fields, values, strict=True):
                if value not in (None, ""):
                    feature.SetField(field, value)
            if geometry is not None:
                feature.SetGeometryDirectly(geometry)
            layer.CreateFeature(feature)
        layer.CommitTransaction()

    def land(self, polygons: list[list[Ring]]) -> None:
        self._layer("land", ogr.wkbMultiPolygon, {"name": ogr.OFTString},
                    [(("land",), to_geometry(polygons))])

    def states(self, units: list[tuple[Unit, list[list[Ring]]]], names: dict[str, State]) -> None:
        keys = ("id", "name_en", "name_zh", "name_ru", "valid_from", "valid_to", "viewpoint", "note")
        self._layer("states", ogr.wkbMultiPolygon, dict.fromkeys(keys, ogr.OFTString), [
            ((u.id, names[u.id].name_en, names[u.id].name_zh, names[u.id].name_ru, iso(u.first),
              iso(u.last), u.viewpoint, u.note), to_geometry(polygons))
            for u, polygons in units])

    def borders(self, borders: list[Border]) -> None:
        keys = ("id", "kind", "left", "right", "valid_from", "valid_to", "note")
        self._layer("borders", ogr.wkbMultiLineString, dict.fromkeys(keys, ogr.OFTString), [
            ((f"b{n:04}", b.kind, b.left, b.right, iso(b.first), iso(b.last), b.note),
             _lines([(x / GRID, y / GRID) for x, y in line] for line in b.lines))
            for n, b in enumerate(borders, start=1)])

    def lakes(self, lakes: list[Lake]) -> None:
        keys = ("name", "valid_from", "valid_to")
        self._layer("lakes", ogr.wkbMultiPolygon, dict.fromkeys(keys, ogr.OFTString),
                    [((k.name, k.valid_from, k.valid_to), to_geometry(k.polygons)) for k in lakes])

    def rivers(self, rivers: list[River]) -> None:
        self._layer("rivers", ogr.wkbMultiLineString,
                    {"name": ogr.OFTString, "scalerank": ogr.OFTInteger},
                    [((r.name, r.scalerank), _lines(r.lines)) for r in rivers])

    def rail(self, railways: list[Railway]) -> None:
        keys = ("id", "name_en", "name_zh", "name_ru", "kind", "valid_from", "valid_to", "note")
        self._layer("rail", ogr.wkbLineString, dict.fromkeys(keys, ogr.OFTString), [
            (tuple(getattr(r, k) for k in keys), _line(r.points)) for r in railways])

    def places(self, places: list[Place]) -> None:
        keys = ("id", "name_en", "name_zh", "name_ru", "aka", "country", "rank", "valid_from",
                "valid_to")
        fields = {k: ogr.OFTInteger if k == "rank" else ogr.OFTString for k in keys}
        self._layer("places", ogr.wkbPoint, fields,
                    [(tuple(getattr(p, k) for k in keys), _point(p)) for p in places])

    def names(self, names: list[MapName]) -> None:
        keys = ("kind", "id", "name_en", "name_zh", "name_ru", "valid_from", "valid_to", "rank")
        fields = {k: ogr.OFTInteger if k == "rank" else ogr.OFTString for k in keys}
        self._layer("names", ogr.wkbPoint, fields,
                    [(tuple(getattr(n, k) for k in keys), _point(n)) for n in names])

    def layers(self, table: Path) -> None:
        with table.open(newline="", encoding="utf-8") as stream:
            listed = list(csv.DictReader(stream))
        fields = {"layer": ogr.OFTString, "finest_m": ogr.OFTInteger, "source": ogr.OFTString,
                  "licence": ogr.OFTString, "valid_from": ogr.OFTString, "valid_to": ogr.OFTString}
        self._layer("layers", ogr.wkbNone, fields,
                    [((r["layer"], int(r["finest_m"]), r["source"], r["licence"],
                       r["valid_from"] or None, r["valid_to"] or None), None)
                     for r in listed])

    def close(self) -> None:
        self._dataset.FlushCache()
        self._dataset = None
