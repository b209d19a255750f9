#!/usr/bin/env python3
"""Holds the schema of wishes against what the program reads: what the schema refuses the reader refuses, each value
at its place; what the program writes the schema takes."""

import json
import os
import re
import subprocess
import sys

import jsonschema

PROGRAM = os.environ["EBBFLOW_PROGRAM"]
FRAME = {"format": "ebbflow wish", "version": 1}
VALUES = ["text", "", "/a", "srt", "map", "en", "25", "29.97", "30000/1001", "12M", "h264", "h265", "high", "720p",
          "1280x720", "83.5", "1:23.5", "f2087", "10:01:23:12", "10:01:23;12", 0, 1, 4, -1, 2.0, 2.5, 65, 1000, 1e12,
          True, False, None, [], ["en"], [""], ["map", "text"], ["srt", "vtt"], [1], [[]], {}, {"a": 1}]
FULL = {"scene": "/films/a", "output": "/films/a.mkv", "network": True, "allow": ["/maps"], "trust": True, "no-limits": True,
        "no-cache": True, "timing": "/timing.csv", "shader-dir": "/shaders",
        "language": ["en", "ru"], "textless": True, "fit-language": True, "layers": [], "from": "1:23.5",
        "to": "f2087", "chapter": "one", "per-chapter": True, "handles": 12, "size": "720p", "rate": 29.97,
        "alpha": False, "review": True, "samples": 4, "shutter": 180, "shutter-moments": 8, "device": "software",
        "codec": "h265", "depth": 10, "quality": "high", "crf": 20.5, "encoder-preset": "slow",
        "encoder": "libx265", "hardware": True, "threads": 2, "segment": 50, "timecode": "01:00:00;00",
        "captions": ["srt", "vtt"], "subtitles": ["all"], "sound": False}


def read(wish):
    """What the program says of a wish that has a member a line."""
    return subprocess.run([PROGRAM, "render", "--wish", "-", "--print-wish"], input=json.dumps(wish, indent=1),
                          text=True, capture_output=True)


def check_refused(schema, names):
    """One wish for each value, of all members that are not to take it."""
    validator = jsonschema.Draft7Validator(schema)
    refused = 0
    for value in VALUES:
        wish = {**FRAME, **{name: value for name in names if not validator.is_valid({**FRAME, name: value})}}
        if len(wish) == len(FRAME):
            continue
        said = read(wish)
        assert said.returncode == 3, f"{value!r}: status {said.returncode}"
        lines = json.dumps(wish, indent=1).splitlines()
        for name in list(wish)[len(FRAME):]:
            line = next(n for n, text in enumerate(lines, 1) if text.startswith(f' "{name}":'))
            assert re.search(rf"^standard input:{line}:\d+: error: ", said.stderr, re.M), \
                f"{name}: {value!r} is read, and the schema refuses it\n{said.stderr}"
            refused += 1
    return refused


def check_taken(schema):
    validator = jsonschema.Draft7Validator(schema)
    names = [name for name in schema["properties"] if name not in ("$schema", "format", "version", "bitrate")]
    assert sorted(FULL) == sorted(names), set(FULL) ^ set(names)
    for more in ({}, {"crf": 20, "bitrate": None}, {"bitrate": "12M"}, {"bitrate": 800000}):
        wish = {**FRAME, **FULL}
        if more.get("bitrate"):
            del wish["crf"]
        wish.update({name: value for name, value in more.items() if value is not None})
        validator.validate(wish)
        said = read(wish)
        assert said.returncode == 0, said.stderr
        written = json.loads(said.stdout)
        validator.validate(written)
        assert read(written).stdout == said.stdout, "what is written is read as another wish"


def check_frame(schema):
    validator = jsonschema.Draft7Validator(schema)
    for wish in ({**FRAME, "colour": "x"}, {**FRAME, "version": 2}, {"version": 1}, {"format": "ebbflow wish"}, []):
        assert not validator.is_valid(wish), f"the schema takes {wish}"
        assert read(wish).returncode == 3, f"the program takes {wish}"


def main():
    schema = json.loads(subprocess.run([PROGRAM, "schema", "--wish"], text=True, capture_output=True, check=True).stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    names = [name for name in schema["properties"] if name not in ("$schema", "format", "version")]
    check_taken(schema)
    check_frame(schema)
    print(f"wishes: good; {check_refused(schema, names)} values refused by both")
    return 0


if __name__ == "__main__":
    sys.exit(main())
