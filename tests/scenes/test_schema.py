#!/usr/bin/env python3
"""Holds the scene schema against scripts that the reader takes and scripts that it refuses.

    test_schema.py SCHEMA.json [FOLDER]    a schema in a file; scripts of FOLDER must pass too
    test_schema.py --program EBBFLOW       the schema as the program prints it
"""

import copy
import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


def load(text):
    """A script as JSON has it: PyYAML's dates become their texts."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def good_scripts(folder):
    yield from sorted((ROOT / "tests/data/scenes").glob("*.yaml"))
    yield from sorted((ROOT / "scenes").glob("*/film.yaml"))
    if folder:
        yield from sorted(pathlib.Path(folder).rglob("*.yaml"))


def bad_scripts():
    """Changes of a good script, each of which the schema must refuse."""
    film = {"title": "x", "flows": {"students": {"color": "gold"}},
            "chapters": [{"date": 1951, "camera": {"tilt": 25}}]}

    def changed(change):
        script = copy.deepcopy(film)
        change(script, script["chapters"][0])
        return script

    yield "no chapters", {"title": "x"}
    yield "chapters empty", {"chapters": []}
    yield "chapters a map", {"chapters": {"date": 1951}}
    yield "unknown key", changed(lambda f, c: f.update(colour="x"))
    yield "unknown key of a step", changed(lambda f, c: c.update(Caption="x"))
    yield "pitch", changed(lambda f, c: c["camera"].update(pitch=3))
    yield "tilt too large", changed(lambda f, c: c["camera"].update(tilt=61))
    yield "tilt a word", changed(lambda f, c: c["camera"].update(tilt="steep"))
    yield "a bare pair", changed(lambda f, c: c["camera"].update(center=[37.6, 55.8]))
    yield "half a point", changed(lambda f, c: c["camera"].update(center={"lat": 55.8}))
    yield "date a list", changed(lambda f, c: c.update(date=[1951]))
    yield "date in words", changed(lambda f, c: c.update(date="spring 1951"))
    yield "date decimal", changed(lambda f, c: c.update(date=1951.5))
    yield "wait", changed(lambda f, c: c.update(wait="key"))
    yield "width in miles", changed(lambda f, c: c["camera"].update(width="20 mi"))
    yield "colour lost to a comment", changed(lambda f, c: f["flows"]["students"].update(color=None))
    yield "one_light zero", changed(lambda f, c: f["flows"]["students"].update(one_light=0))
    yield "one_light with a comma", changed(lambda f, c: f["flows"]["students"].update(one_light="1,390"))
    yield "row key", changed(lambda f, c: f.update(movements=[{"kind": "a", "cuont": 3}]))
    yield "confidence", changed(lambda f, c: f.update(movements=[{"confidence": "certain"}]))
    yield "size", changed(lambda f, c: f.update(frame={"size": "large"}))
    yield "caption's key", changed(lambda f, c: c.update(caption={"english": "x"}))
    yield "screen", changed(lambda f, c: f.update(screen={"date": "middle"}))
    yield "layer", changed(lambda f, c: f.update(map={"layers": {"seas": "x.gpkg"}}))


def main():
    if sys.argv[1] == "--program":
        text = subprocess.run([sys.argv[2], "schema"], check=True, capture_output=True).stdout
        folder = None
    else:
        text = pathlib.Path(sys.argv[1]).read_bytes()
        folder = sys.argv[2] if len(sys.argv) > 2 else None
    schema = json.loads(text)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    faults, taken, refused = [], 0, 0
    for path in good_scripts(folder):
        taken += 1
        for error in validator.iter_errors(load(path.read_text(encoding="utf-8"))):
            faults.append(f"{path}: {error.json_path}: {error.message}")
    for name, script in bad_scripts():
        refused += 1
        if validator.is_valid(load(json.dumps(script))):
            faults.append(f"not refused: {name}")
    print("\n".join(faults) or f"{taken} scripts taken, {refused} refused")
    return 1 if faults or taken < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
