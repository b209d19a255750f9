"""Reads the files of a scene the way its tests need them: rows, periods, the script without YAML's traps.

It knows nothing of the renderer, so that data and program are checked by two hands.
"""

import calendar
import csv
import datetime
import pathlib
import re
import sqlite3

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
ATLAS = ROOT / "geodata" / "atlas.gpkg"


class StrictLoader(yaml.SafeLoader):
    """PyYAML keeps the last of two equal keys; here they are an error. Dates stay text."""


def _mapping(loader, node, deep=False):
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"{node.start_mark}: key twice: {sorted(map(str, twice))}")
    return yaml.SafeLoader.construct_mapping(loader, node, deep)


StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def script(folder):
    return yaml.load((folder / "film.yaml").read_text(encoding="utf-8"), StrictLoader)


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def period(text):
    """First and last day of an EDTF date or interval (`~` and `?` change nothing here)."""
    begin, _, end = str(text).partition("/")
    return _day(begin, first=True), _day(end or begin, first=False)


def _day(text, first):
    parts = [int(part) for part in re.sub(r"[~?%]", "", text).split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (1 if first else 12)
    if len(parts) > 2:
        return datetime.date(year, month, parts[2])
    return datetime.date(year, month, 1 if first else calendar.monthrange(year, month)[1])


def reading_seconds(text):
    """One and a half readings: 15 letters a second, 5 where the text is Chinese; never under 3 s."""
    per_second = 5 if re.search(r"[\u4e00-\u9fff]", text) else 15
    return max(3.0, 1.5 * len(text) / per_second)


def atlas_column(layer, columns):
    with sqlite3.connect(f"file:{ATLAS}?mode=ro", uri=True) as atlas:
        return atlas.execute(f"SELECT {', '.join(columns)} FROM {layer}").fetchall()


def gazetteer():
    """Every way to write a place: id, English name, other spellings; in lower case."""
    spellings, ids = set(), set()
    for place, name, aka in atlas_column("places", ["id", "name_en", "aka"]):
        ids.add(place)
        for text in [place, name, *(aka or "").split(";")]:
            if text:
                spellings.add(text.strip().lower())
    return ids, spellings
