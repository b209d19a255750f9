#!/usr/bin/env python3
"""Workload W for everybody: one seed, one atlas, one folder that every peer reads.

    workload.py FOLDER LIGHTS [--moving]

Writes film/ (ebbflow's scene, by workload_w.py) and, with the same cities, arcs, pace and camera:

    scene.json     size, rate, colours, cities, arcs, and for each frame its camera and year
    states.json    GeoJSON: the atlas's states on the first day, cut to what is seen
    arcs.f32       for each arc POINTS times longitude and latitude, along its great circle
    lights.f32     for each light its arc, phase and turns a second: at t it is frac(phase + pace * t) along

Needs ogr2ogr for the states, and nothing that a peer needs.
"""
import argparse
import array
import csv
import datetime
import json
import math
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import workload_w as w  # noqa: E402

GEODATA = HERE.parents[2] / "geodata"
SIZE, RATE, FRAMES, POINTS = (1920, 1080), 30, 150, 65
FIRST_DAY = datetime.date(1958, 2, 5)  # of the first frame that is measured
DAYS_A_SECOND = 100
SEEN = ("-30", "0", "180", "82")  # degrees west, south, east, north
FINEST = "0.02"  # degrees, less than half a pixel: as many points as Natural Earth has at 1:50m
COLORS = {"sea": [10, 14, 20], "land": [40, 42, 46], "border": [96, 102, 112], "word": [225, 228, 232],
          "gold": [240, 180, 60], "red": [240, 84, 52]}
# Longitude, latitude, kilometres wide, bearing: as the scene's camera, where it begins and ends.
REST, END = (78, 52, 10500, 0), (86, 50, 9000, 10)


def name_of(row):
    return row["name_en"] if row["valid_from"] <= str(FIRST_DAY) <= (row["valid_to"] or "9999") else None


def cities():
    with open(GEODATA / "cities.csv", encoding="utf-8") as table:
        names = {row["id"]: name_of(row) for row in csv.DictReader(table) if name_of(row)}
    places = w.cities(GEODATA)
    return [{"id": c, "name": names[c], "lon": places[c][0], "lat": places[c][1]} for c in w.SOVIET + w.CHINESE]


def camera(part):
    """Web Mercator's at PART (0 to 1) of the way, with zoom 0 as 512 pixels around the equator."""
    lon, lat, width, bearing = (a + (b - a) * part for a, b in zip(REST, END))
    around = 40075.017 * math.cos(math.radians(lat))
    return {"lon": lon, "lat": lat, "zoom": math.log2(around * SIZE[0] / (512 * width)), "bearing": bearing}


def frame(number, moving):
    day = FIRST_DAY + datetime.timedelta(days=number * DAYS_A_SECOND / RATE)
    return camera(number / (FRAMES - 1) if moving else 0) | {"year": str(day.year)}


def great_circle(a, b):
    def vector(lon, lat):
        lon, lat = math.radians(lon), math.radians(lat)
        return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

    u, v = vector(*a), vector(*b)
    angle = math.acos(sum(i * j for i, j in zip(u, v)))
    for step in range(POINTS):
        part = step / (POINTS - 1)
        x, y, z = (i * math.sin((1 - part) * angle) + j * math.sin(part * angle) for i, j in zip(u, v))
        yield math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def lights(count, seconds):
    """Every arc has as many, as in the scene; their pace differs by a tenth either way."""
    chance = random.Random(1960)
    for i in range(count):
        arc = i % w.ARCS
        yield from (arc, chance.random(), 1 / (seconds[arc] * (0.9 + 0.2 * chance.random())))


def write_floats(path, numbers):
    with open(path, "wb") as file:
        array.array("f", numbers).tofile(file)


def write_states(path):
    on_the_day = f"(valid_from is null or valid_from <= '{FIRST_DAY}') and (valid_to is null or valid_to >= '{FIRST_DAY}')"
    path.unlink(missing_ok=True)
    subprocess.run(["ogr2ogr", "-f", "GeoJSON", path, GEODATA / "atlas.gpkg", "states", "-select", "id",
                    "-where", on_the_day, "-clipsrc", *SEEN, "-simplify", FINEST, "-nlt", "MULTIPOLYGON",
                    "-lco", "COORDINATE_PRECISION=4"], check=True)


def write(folder, count, moving):
    w.write(folder / "film", count, moving, GEODATA)
    towns = cities()
    place = {t["id"]: (t["lon"], t["lat"]) for t in towns}
    arcs = w.arcs(place)
    scene = {"size": SIZE, "rate": RATE, "points": POINTS, "colors": COLORS, "cities": towns,
             "arcs": [{"from": place[a], "to": place[b], "color": "gold" if i < w.ARCS // 2 else "red"}
                      for i, (a, b) in enumerate(arcs)],
             "frames": [frame(i, moving) for i in range(FRAMES)]}
    (folder / "scene.json").write_text(json.dumps(scene, indent=1), encoding="utf-8")
    write_floats(folder / "arcs.f32", (x for a, b in arcs for point in great_circle(place[a], place[b]) for x in point))
    seconds = [w.travel_seconds(w.kilometres(place[a], place[b])) for a, b in arcs]
    write_floats(folder / "lights.f32", lights(count, seconds))
    write_states(folder / "states.json")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("lights", type=int)
    parser.add_argument("--moving", action="store_true")
    options = parser.parse_args()
    write(options.folder, options.lights, options.moving)


if __name__ == "__main__":
    main()
