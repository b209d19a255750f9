#!/usr/bin/env python3
"""What `check` pays for large tables: processor seconds and peak memory by rows and by distinct ways.

    many_rows.py PROGRAM [--sizes 100000x10000 1000000x10000] [--runs 3]

The tables are made up: ROWSxWAYS journeys between 2,000 places of the northern half, in months of ten years, the same
for every run. What is told is the median of the runs.
"""
import argparse
import os
import pathlib
import random
import statistics
import subprocess
import tempfile

PLACES = 2000
SCRIPT = """title: Many rows
source: made up for this benchmark
places: places.csv
movements: movements.csv
flows: {k: {one_light: 10}}
chapters:
  - date: 1950/1959
    length: 20
"""


def write_scene(folder, rows, ways):
    """A scene of `rows` journeys over `ways` pairs of places."""
    chance = random.Random(7)
    (folder / "film.yaml").write_text(SCRIPT)
    with (folder / "places.csv").open("w") as places:
        places.write("id,name_en,lon,lat\n")
        for i in range(PLACES):
            places.write(f"p{i},P{i},{chance.uniform(-20, 150):.3f},{chance.uniform(5, 70):.3f}\n")
    pairs = [chance.sample(range(PLACES), 2) for _ in range(ways)]
    with (folder / "movements.csv").open("w") as movements:
        movements.write("kind,from,to,when,count\n")
        for i in range(rows):
            a, b = pairs[i % ways]
            movements.write(f"k,p{a},p{b},{1950 + i % 10}-{1 + i % 12:02},{1 + i % 30}\n")


def spent(command):
    """Processor seconds and peak resident MiB of the finished process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit("failed: " + " ".join(command))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--sizes", nargs="+", default=["100000x10000", "1000000x10000"], metavar="ROWSxWAYS")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    for size in options.sizes:
        rows, ways = map(int, size.split("x"))
        with tempfile.TemporaryDirectory() as folder:
            write_scene(pathlib.Path(folder), rows, ways)
            runs = [spent([str(options.program), "check", folder]) for _ in range(options.runs)]
        print(f"{rows:,} rows, {ways:,} ways: {statistics.median(r[0] for r in runs):.2f} s of processor time, "
              f"{statistics.median(r[1] for r in runs):.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
