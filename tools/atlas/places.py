"""The gazetteer and the railways: the project's own tables and Natural Earth's world cities.

Names of a place follow the date: one row per name. It refuses to guess a Chinese or Russian name.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr

from .history import HistoryError, rows

POPULATED = "usr/share/magics/10m/ne_10m_populated_places_simple.shp"
GREATEST_RANK = 4
SAME_PLACE = 0.35  # degrees


@dataclass(frozen=True)
class Place:
    id: str
    name_en: str
    name_zh: str | None
    name_ru: str | None
    aka: str | None
    country: str
    rank: int
    valid_from: str | None
    valid_to: str | None
    lon: float
    lat: float


@dataclass(frozen=True)
class Railway:
    id: str
    name_en: str
    name_zh: str
    name_ru: str
    kind: str
    valid_from: str | None
    valid_to: str | None
    note: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class MapName:
    kind: str
    id: str
    name_en: str
    name_zh: str
    name_ru: str
    valid_from: str | None
    valid_to: str | None
    rank: int
    lon: float
    lat: float


def map_names(path: Path) -> list[MapName]:
    """Names of states, seas, lakes and rivers, each at the point where it is written."""
    return [MapName(r["kind"], r["id"], r["name_en"], r["name_zh"], r["name_ru"],
                    r["valid_from"] or None, r["valid_to"] or None, int(r["rank"]),
                    float(r["lon"]), float(r["lat"])) for r in rows(path)]


def slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def own_cities(path: Path) -> list[Place]:
    return [Place(r["id"], r["name_en"], r["name_zh"], r["name_ru"], r["aka"] or None, r["country"],
                  int(r["rank"]), r["valid_from"] or None, r["valid_to"] or None,
                  float(r["lon"]), float(r["lat"])) for r in rows(path)]


def _natural_earth(shapefile: Path) -> list[dict]:
    dataset = gdal.OpenEx(str(shapefile), gdal.OF_VECTOR, open_options=["ENCODING=CP1252"])
    found = []
    for feature in dataset.GetLayer(0):
        if feature["scalerank"] <= GREATEST_RANK:
            found.append({"name": feature["name"].strip(), "adm0": feature["adm0_a3"],
                          "country": feature["adm0name"], "rank": int(feature["scalerank"]),
                          "people": feature["pop_max"] or 0,
                          "lon": round(feature.GetGeometryRef().GetX(), 4),
                          "lat": round(feature.GetGeometryRef().GetY(), 4)})
    return sorted(found, key=lambda f: (f["rank"], -f["people"], f["name"], f["lon"]))


def world_cities(shapefile: Path, table: Path, own: list[Place]) -> list[Place]:
    """Natural Earth's cities that are not among our own, renamed as world_cities.csv says."""
    edits: dict[tuple[str, str], list[dict]] = {}
    for row in rows(table):
        edits.setdefault((row["source_name"], row["adm0"]), []).append(row)
    taken = {p.id for p in own}
    places = []
    for city in _natural_earth(shapefile):
        edit = edits.pop((city["name"], city["adm0"]), [{}])
        near_own = any(abs(p.lat - city["lat"]) < SAME_PLACE and abs(p.lon - city["lon"]) < SAME_PLACE
                       for p in own)
        if near_own or edit[0].get("name_en") == "":
            continue
        id_ = slug(edit[-1].get("name_en") or city["name"])
        while id_ in taken:
            id_ += "_" + city["adm0"].lower()
        taken.add(id_)
        for row in edit:
            name = row.get("name_en") or city["name"]
            spellings = [s for s in [city["name"], *row.get("aka", "").split(";")] if s and s != name]
            places.append(Place(id_, name, row.get("name_zh") or None, row.get("name_ru") or None,
                                ";".join(spellings) or None, city["country"], city["rank"],
                                row.get("valid_from") or None, row.get("valid_to") or None,
                                city["lon"], city["lat"]))
    if edits:
        raise HistoryError(f"{table.name}: not in the source: {sorted(edits)}")
    return places


def railways(lines: Path, stations: Path) -> list[Railway]:
    at: dict[str, list[tuple[int, float, float]]] = {}
    for row in rows(stations):
        at.setdefault(row["line"], []).append((int(row["seq"]), float(row["lon"]), float(row["lat"])))
    result = []
    for row in rows(lines):
        points = tuple((x, y) for _, x, y in sorted(at.pop(row["id"])))
        note = "; ".join(t for t in ("schematic: straight between stations", row["note"]) if t)
        result.append(Railway(row["id"], row["name_en"], row["name_zh"], row["name_ru"], row["kind"],
                              row["valid_from"] or None, row["valid_to"] or None, note, points))
    if at:
        raise HistoryError(f"{stations.name}: no such line in {lines.name}: {sorted(at)}")
    return result
