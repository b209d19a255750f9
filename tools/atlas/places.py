"""The gazetteer and the railways: the project's own tables and Natural Earth's world cities.

Names of a place follow the date: one row per name. It refuses to guess a Chinese or Russian name.
"""

import csv
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from osgeo import gdal, ogr

from .history import HistoryError, rows

POPULATED = "usr/share/magics/10m/ne_10m_populated_places_simple.shp"
GREATEST_RANK = 4
SAME_PLACE = 0.35  # degrees
FEWEST_PEOPLE = 50_000  # of the cities beyond the atlas's own
OWN_CITY = 0.15  # degrees


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


def _spellings(feature) -> list[str]:
    """Other names: one field may hold several."""
    texts = [feature["namealt"] or "", feature["namepar"] or ""]
    parts = [part.strip() for text in texts for part in re.split(r"[,;/|()]", text)]
    return [part for part in parts if len(part) > 1 and part != feature["name"].strip()]


def _free_id(name: str, adm0: str, adm1: str, taken: set[str]) -> str:
    """The first that is free: `cordoba`, `cordoba_arg`, `cordoba_arg_cordoba` …"""
    plain = slug(name)
    for candidate in (plain, f"{plain}_{adm0.lower()}", f"{plain}_{adm0.lower()}_{slug(adm1)}"):
        if candidate and candidate not in taken:
            return candidate
    number = 2
    while f"{plain}_{adm0.lower()}_{number}" in taken:
        number += 1
    return f"{plain}_{adm0.lower()}_{number}"


def more_cities(shapefile: Path, other_names: Path, atlas: list[Place],
                own: list[Place]) -> list[Place]:
    """What the atlas's places lack: Natural Earth's other cities of 50,000 people or more, and
    further names of all, its own and those of other_names.csv.

    The cities have today's names only and no dates. A row without a name is names of a place that
    the atlas has.
    """
    aka = {row["id"]: row["aka"].split(";") for row in rows(other_names)}
    dataset = gdal.OpenEx(str(shapefile), gdal.OF_VECTOR, open_options=["ENCODING=CP1252"])
    found = [f for f in dataset.GetLayer(0)
             if f["scalerank"] > GREATEST_RANK and (f["pop_max"] or 0) >= FEWEST_PEOPLE]
    found.sort(key=lambda f: (f["scalerank"], -f["pop_max"], f["name"], f["longitude"]))
    taken = {p.id for p in atlas}
    places = []
    for city in found:
        lon = round(city.GetGeometryRef().GetX(), 4)
        lat = round(city.GetGeometryRef().GetY(), 4)
        if any(abs(p.lat - lat) < OWN_CITY and abs(p.lon - lon) < OWN_CITY for p in own):
            continue
        name = city["name"].strip()
        id_ = _free_id(name, city["adm0_a3"], city["adm1name"] or "", taken)
        taken.add(id_)
        spellings = _spellings(city) + aka.pop(id_, [])
        places.append(Place(id_, name, None, None, ";".join(spellings) or None, city["adm0name"],
                            int(city["scalerank"]), None, None, lon, lat))
    places += [replace(p, name_en="", aka=";".join(aka.pop(p.id)))
               for p in atlas if p.id in aka]
    if aka:
        raise HistoryError(f"{other_names.name}: no place has the ids {sorted(aka)}")
    return places


def write_more_places(path: Path, places: list[Place]) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(["id", "name_en", "aka", "country", "rank", "lon", "lat"])
        for p in places:
            table.writerow([p.id, p.name_en, p.aka or "", p.country, p.rank, p.lon, p.lat])


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
