"""Holds scenes/README.md against the program: its scripts have no faults, and its pictures are what the program
draws from them.

    EBBFLOW_PROGRAM=build/release/ebbflow python3 -m unittest test_reference
"""

import importlib.machinery
import importlib.util
import pathlib
import re
import tempfile
import unittest

from osgeo import gdal

from test_docs import Program


ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_BYTES = 3_000_000


def load_tool():
    loader = importlib.machinery.SourceFileLoader("reference", str(ROOT / "tools" / "reference"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("reference", loader))
    loader.exec_module(module)
    return module


REFERENCE = load_tool()


def pixels(path):
    """Red, green and blue of every pixel of a picture with a palette."""
    picture = gdal.Open(str(path))  # held, for a band does not hold its file
    band = picture.GetRasterBand(1)
    colours = band.GetColorTable()
    table = [colours.GetColorEntry(i)[:3] for i in range(colours.GetCount())]
    return [table[i] for i in band.ReadRaster()]


class Pictures(Program):
    def test_every_script_is_without_fault(self):
        self.assertGreaterEqual(len(REFERENCE.scenes()), 20)
        for name, (_, script) in REFERENCE.scenes().items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                REFERENCE.write_scene(folder, script)
                done = self.run_program("check", folder)
                self.assertEqual(0, done.returncode, done.stderr)
                self.assertEqual("", done.stderr)

    def test_each_has_its_picture_and_each_picture_its_script(self):
        named = {f"{name}.png" for name in REFERENCE.scenes()}
        self.assertEqual(named, {path.name for path in REFERENCE.PICTURES.iterdir()})
        text = REFERENCE.README.read_text(encoding="utf-8")
        self.assertEqual(named, set(re.findall(r"\]\(reference/(\S+\.png)\)", text)))
        self.assertLess(sum(path.stat().st_size for path in REFERENCE.PICTURES.iterdir()), MOST_BYTES)

    def test_pictures_are_what_the_program_draws(self):
        for name in ("small-film", "camera", "languages"):
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                again = pathlib.Path(folder, "again.png")
                REFERENCE.draw(name, again)
                # Another Mesa or CPU may round one level apart, and so choose another palette.
                old, new = pixels(REFERENCE.PICTURES / f"{name}.png"), pixels(again)
                self.assertEqual(len(old), len(new))
                far = sum(max(abs(a - b) for a, b in zip(p, q)) > 12 for p, q in zip(old, new))
                self.assertLess(far, len(old) // 200, "draw them again with tools/reference")


if __name__ == "__main__":
    unittest.main()
