"""Holds docs/scene-language.md against the program: every example works, every key is described.

    EBBFLOW_PROGRAM=build/release/ebbflow python3 -m unittest test_docs

A fenced block that begins with `# film.yaml` is a complete scene. A block whose fence names a file
(```csv data/students.csv) is that file, beside every scene.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import jsonschema
import yaml

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "docs" / "scene-language.md"
FENCE = re.compile(r"^```(\w+)(?: +(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PITFALLS = re.compile(r"^## YAML's pitfalls$(.*?)^## ", re.MULTILINE | re.DOTALL)
SUCCESS, BAD_SCRIPT = 0, 3


def document():
    return DOCUMENT.read_text(encoding="utf-8")


def blocks(language):
    return [text for kind, name, text in FENCE.findall(document()) if kind == language and not name]


def files():
    return {name: text for _, name, text in FENCE.findall(document()) if name}


def is_complete(script):
    return script.startswith("# film.yaml")


def pitfalls():
    """What is written and what is said, of each row of the table."""
    rows = re.findall(r"^\| `([^`]+)`([^|]*)\| ([^|]+?) \| [^|]+ \|$",
                      PITFALLS.search(document()).group(1), re.MULTILINE)
    return [(line, said) for line, _, said in rows]


def keys_of(schema):
    """Every name under a `properties`, however deep."""
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", {})).union(*map(keys_of, schema.values()))


def as_json(script):
    """A script as JSON has it: PyYAML's dates become their texts."""
    return json.loads(json.dumps(yaml.safe_load(script), default=str))


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        named = os.environ.get("EBBFLOW_PROGRAM")
        if not named or not os.access(named, os.X_OK):
            raise RuntimeError(f"EBBFLOW_PROGRAM must name the built program; it is {named!r}")
        cls.program = str(pathlib.Path(named).resolve())
        cls.schema = json.loads(cls.run_program("schema").stdout)

    @classmethod
    def run_program(cls, *arguments):
        return subprocess.run([cls.program, *arguments], check=False, capture_output=True,
                              encoding="utf-8", timeout=120)

    def check(self, script):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {**files(), "film.yaml": script}.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return self.run_program("check", folder)


class Examples(Program):
    def test_complete_scenes_have_no_faults(self):
        scenes = [script for script in blocks("yaml") if is_complete(script)]
        self.assertGreaterEqual(len(scenes), 5)
        for script in scenes:
            with self.subTest(script.splitlines()[1]):
                done = self.check(script)
                self.assertEqual(SUCCESS, done.returncode, done.stderr)
                self.assertEqual("", done.stderr, "an example shows no warnings either")

    def test_every_file_is_used(self):
        scenes = "".join(script for script in blocks("yaml") if is_complete(script))
        for name in files():
            self.assertIn(name, scenes)

    def test_parts_of_scenes_hold_only_what_the_schema_allows(self):
        part = jsonschema.Draft7Validator({**self.schema, "required": []})
        parts = [script for script in blocks("yaml") if not is_complete(script)]
        self.assertGreaterEqual(len(parts), 8)
        for script in parts:
            with self.subTest(script):
                self.assertEqual([], [error.message for error in part.iter_errors(as_json(script))])

    def test_every_key_is_described(self):
        keys = keys_of(self.schema)
        self.assertGreater(len(keys), 80)
        named = set(re.findall(r"`([a-z_]+)`", document()))
        self.assertEqual(set(), keys - named)


class Pitfalls(Program):
    def test_the_program_says_what_the_table_says(self):
        self.assertGreaterEqual(len(pitfalls()), 15)
        for line, said in pitfalls():
            with self.subTest(line):
                of_film = line.split(":")[0] in ("flows", "movements")
                chapter = "chapters:\n  - id: one\n"
                done = self.check(f"{line}\n{chapter}" if of_film
                                  else f"{chapter}    {line}\n    notes: Ask.\n")
                self.assertEqual(BAD_SCRIPT, done.returncode, done.stderr)
                self.assertIn(said, done.stderr)


if __name__ == "__main__":
    unittest.main()
