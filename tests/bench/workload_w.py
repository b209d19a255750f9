#!/usr/bin/env python3
"""Workload W as a scene of our own: 40 cities, 200 arcs, N lights under way at any time.

    workload_w.py FOLDER N [--moving] [--size 3840x2160]

The film is 10.5 s long at 30 frames/s. Lights set out from its first frame on, so that from second 3 N
are under way (within what chance does); what is measured is 150 frames from second 4, and the rest is
there so that the film's last fade is none of them. Half the arcs
are gold and half vermilion, each drawn as a line of two pixels under its lights; the year stands
large in its corner, and everything else that would lie over the map is off. Its years are ones in
which no border changes, as the borders of the workload do not.
"""
import argparse
import math
import pathlib
import random

SOVIET = """moscow leningrad kiev minsk odessa kharkov rostov stalingrad baku alma_ata khabarovsk vladivostok gorky kazan
sverdlovsk chelyabinsk omsk novosibirsk irkutsk tashkent""".split()
CHINESE = """beijing shanghai tianjin wuhan guangzhou harbin changchun shenyang dalian anshan xian lanzhou
taiyuan luoyang chengdu chongqing nanjing baotou kunming urumqi""".split()
ARCS = 200
TRAVEL = 2.0  # seconds of film, before the way's length is added
LEAD, MEASURED, TAIL = 4.0, 5.0, 1.5
DAYS = "1957-01-01/1959-11-15"  # a hundred a second

# As film.yaml: steps, so that the move begins where the measuring does and ends with it.
SCRIPT = """title: Workload W
source: generated
frame: {{size: {size}, rate: 30}}
movements: movements.csv
flows:
  gold: {{color: gold, one_light: 1, travel: {travel}, ribbon: 2}}
  red: {{color: vermilion, one_light: 1, travel: {travel}, ribbon: 2}}
screen: {{date: large, years: no, legend: no, sources: no, title: no}}
chapters:
  - title: W
    steps:
      - date: 1957-01-01/1958-02-04
        length: {lead:g}
        camera: {{center: {{lat: 52, lon: 78}}, width: 10500 km}}
      - date: 1958-02-05/1959-06-18
        length: {measured:g}
{move}      - date: 1959-06-19/1959-11-15
        length: {tail:g}
"""
MOVE = "        camera: {center: {lat: 50, lon: 86}, width: 9000 km, bearing: 10, move: 5}\n"


def cities(atlas):
    """lon, lat of each city, from the table the atlas is made from."""
    import csv
    with open(atlas / "cities.csv", encoding="utf-8") as table:
        return {row["id"]: (float(row["lon"]), float(row["lat"])) for row in csv.DictReader(table)}


def kilometres(a, b):
    (lon1, lat1), (lon2, lat2) = ([math.radians(v) for v in p] for p in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(h))


def travel_seconds(km):
    """As frame/light_plan.cpp has it, without the tenth either way."""
    return TRAVEL * (0.85 + 0.5 * min(km, 8000) / 8000)


def arcs(places):
    chance = random.Random(1950)
    ends = [(a, b) for a in SOVIET for b in CHINESE]
    chance.shuffle(ends)
    chosen = ends[:ARCS]
    # Every city has an arc; half of them lead east, half west.
    return [(b, a) if i % 2 else (a, b) for i, (a, b) in enumerate(chosen)]


def write(folder, lights, moving, atlas, size="1920x1080"):
    places = cities(atlas)
    missing = [c for c in SOVIET + CHINESE if c not in places]
    if missing:
        raise SystemExit("not in the atlas: " + ", ".join(missing))
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["id,kind,from,to,when,count,confidence,source"]
    carried = 0.0
    for i, (a, b) in enumerate(arcs(places)):
        wanted = lights / ARCS / travel_seconds(kilometres(places[a], places[b])) * (LEAD + MEASURED + TAIL) + carried
        count = round(wanted)
        carried = wanted - count
        kind = "gold" if i < ARCS // 2 else "red"
        rows.append(f"w{i:03},{kind},{a},{b},{DAYS},{count},documented,generated")
    (folder / "movements.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    script = SCRIPT.format(size=size, travel=TRAVEL, lead=LEAD, measured=MEASURED, tail=TAIL, move=MOVE if moving else "")
    (folder / "film.yaml").write_text(script, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("lights", type=int)
    parser.add_argument("--moving", action="store_true")
    parser.add_argument("--size", default="1920x1080")
    own = pathlib.Path(__file__).resolve().parents[2] / "geodata"
    parser.add_argument("--atlas", type=pathlib.Path, default=own, help="folder of cities.csv")
    options = parser.parse_args()
    write(options.folder, options.lights, options.moving, options.atlas, options.size)


if __name__ == "__main__":
    main()
