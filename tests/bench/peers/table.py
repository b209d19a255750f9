"""The runs as a table in Markdown: medians, what they lie between, and ratios to ebbflow."""
import statistics
from collections import defaultdict

HEAD = """| film by | camera | lights | frames, runs | wall ms a frame (from–to) | core-ms a frame | start-up s | wall, ebbflow = 1 | core-ms, ebbflow = 1 |
|---|---|---|---|---|---|---|---|---|"""


def median(runs, what):
    return statistics.median(r[what] for r in runs)


def ratio(runs, ours, what):
    return f"{median(runs, what) / median(ours, what):.2f}" if ours else "–"


def row(key, runs, ours):
    peer, camera, lights = key
    walls = [r["wall_ms"] for r in runs]
    return (f"| {peer} | {camera} | {lights:,} | {runs[0]['frames']}, {len(runs)} "
            f"| {statistics.median(walls):.1f} ({min(walls):.1f}–{max(walls):.1f}) | {median(runs, 'core_ms'):.1f} "
            f"| {median(runs, 'start_s'):.1f} | {ratio(runs, ours, 'wall_ms')} | {ratio(runs, ours, 'core_ms')} |")


def table(runs):
    groups = defaultdict(list)
    for r in runs:
        groups[r["peer"], r["camera"], r["lights"]].append(r)
    ordered = sorted(groups, key=lambda k: (k[1] != "rests", k[2], median(groups[k], "wall_ms")))
    return "\n".join([HEAD] + [row(k, groups[k], groups.get(("ebbflow", *k[1:]))) for k in ordered])
