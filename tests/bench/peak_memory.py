#!/usr/bin/env python3
"""Whether a long film needs more memory than a short one: peak resident memory of exports.

    peak_memory.py PROGRAM [--rate 25] [--size 1920x1080] [--minutes 1 10] [--2160]

The film is generated: as many minutes as the longest asked for, ten seconds a step, each with a
caption and lights of its own, so that whatever a renderer might keep of what it has drawn, there is ever
more of; the six views come again each minute. Every export is of that film, from its beginning to so many minutes, in
segments of four seconds. A lower rate draws fewer frames of the same segments, steps and words.
With --2160, six seconds of it at 3840x2160 too.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

STEP = 10  # seconds
# As many as a minute has steps: every minute goes through the same views, at the same scales.
PAIRS = [("Peking", "Moscow"), ("Shanghai", "Leningrad"), ("Harbin", "Irkutsk"), ("Wuhan", "Kiev"),
         ("Shenyang", "Sverdlovsk"), ("Guangzhou", "Omsk")]


def script(minutes):
    """As film.yaml: movements of every step's own month, one chapter a minute."""
    steps = minutes * 60 // STEP
    months = [f"{1950 + i // 12}-{i % 12 + 1:02}" for i in range(steps)]
    lines = ["title: A long film", "source: generated", "movements:"]
    for i, month in enumerate(months):
        a, b = PAIRS[i % len(PAIRS)]
        lines.append(f"  - {{kind: students, from: {a}, to: {b}, when: {month}, count: {200 + 37 * i}}}")
    lines.append("chapters:")
    for i, month in enumerate(months):
        if i % (60 // STEP) == 0:
            lines += [f"  - title: Minute {i * STEP // 60 + 1}", "    steps:"]
        a, b = PAIRS[i % len(PAIRS)]
        lines += [f"      - date: {month}", f"        length: {STEP}", f"        show: [{a}, {b}]",
                  f"        caption: Step {i + 1} has {200 + 37 * i} students between {a} and {b}."]
    return "\n".join(lines) + "\n"


def peak(command):
    """Peak resident memory of the finished process, MiB."""
    process = subprocess.Popen([str(word) for word in command])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit("failed: " + " ".join(map(str, command)))
    return usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--rate", default="25")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--minutes", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--2160", dest="large", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scene, film = pathlib.Path(folder, "film.yaml"), pathlib.Path(folder, "film.mp4")
        scene.write_text(script(max(options.minutes)), encoding="utf-8")
        render = [options.program, "render", scene, "-o", film, "--force", "--quiet", "--software",
                  "--rate", options.rate]
        peaks = []
        for minutes in options.minutes:
            peaks.append(peak(render + ["--size", options.size, "--to", f"{minutes}:00"]))
            print(f"{options.size}, {minutes} min at {options.rate} frames/s: {peaks[-1]:.1f} MiB "
                  f"({(peaks[-1] / peaks[0] - 1) * 100:+.2f} %)", flush=True)
        if options.large:
            print(f"3840x2160, 6 s: {peak(render + ['--size', '2160p', '--to', '6']):.1f} MiB", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
