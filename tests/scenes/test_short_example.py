"""The presenter's example stays as short as the scene language promises, and true to the research."""

import unittest

import scene_data

FOLDER = scene_data.ROOT / "scenes" / "students-to-moscow"


class ShortExample(unittest.TestCase):
    def test_it_needs_nineteen_lines(self):
        lines = (FOLDER / "film.yaml").read_text(encoding="utf-8").splitlines()
        self.assertEqual(19, sum(bool(line.strip()) for line in lines))

    def test_its_counts_are_those_of_the_research(self):
        totals = {row["year"]: int(row["total"])
                  for row in scene_data.table(scene_data.ROOT / "tests/scenes/research_totals.csv")
                  if row["kind"] == "students"}
        for row in scene_data.script(FOLDER)["movements"]:
            self.assertEqual(totals[str(row["when"])[:4]], row["count"])

    def test_what_was_not_found_is_marked(self):
        marked = [row["when"] for row in scene_data.script(FOLDER)["movements"]
                  if row.get("confidence") == "unverified"]
        self.assertEqual([1956], marked)


if __name__ == "__main__":
    unittest.main()
