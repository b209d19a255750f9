#!/usr/bin/env python3
"""Writes data/movements.csv: parcels between 2,000 villages, all made up, the same in every run.

    make_rows.py [ROWS] [FOLDER]        100000 rows beside this file unless said
"""

import math
import pathlib
import random
import sys

VILLAGES = 2000


def villages(chance):
    """Around thirty towns, denser towards their middle, inland of eastern South America."""
    towns = [(chance.uniform(-19, -5), chance.uniform(-59, -43)) for _ in range(30)]
    for _ in range(VILLAGES):
        lat, lon = chance.choice(towns)
        yield round(chance.gauss(lat, 0.9), 3), round(chance.gauss(lon, 0.9), 3)


def rows(count):
    chance = random.Random(11)
    places = list(villages(chance))
    for _ in range(count):
        start = chance.choice(places)
        # Of five, the nearest: most parcels go next door.
        others = (place for place in (chance.choice(places) for _ in range(5)) if place != start)
        end = min(others, key=lambda place: math.dist(place, start))
        year = 1890 + int(10 * math.sqrt(chance.random()))
        yield start, end, f"{year}-{chance.randint(1, 12):02}", chance.randint(1, 9)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(__file__).parent) / "data"
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "movements.csv", "w", encoding="utf-8") as table:
        table.write("kind,from_lat,from_lon,to_lat,to_lon,when,count,unit\n")
        for start, end, when, parcels in rows(count):
            table.write(f"parcels,{start[0]},{start[1]},{end[0]},{end[1]},{when},{parcels},parcels\n")


if __name__ == "__main__":
    main()
