"""The small scenes keep what their READMEs say: how long the script is, where each number comes from."""

import math
import unittest

import scene_data

SCENES = scene_data.ROOT / "scenes"
GRAVITY = SCENES / "gravity-example"
SOUTH_POLE = SCENES / "south-pole"
WEIGHTS = {"london": 8, "paris": 7, "berlin": 5, "rome": 4, "madrid": 4, "vienna": 3, "warsaw": 3,
           "stockholm": 2, "athens": 2, "lisbon": 2}


def kilometres(one, other):
    a, b = (math.radians(float(place["lat"])) for place in (one, other))
    turn = math.radians(float(other["lon"]) - float(one["lon"]))
    return 6371 * math.acos(math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn))


class Gravity(unittest.TestCase):
    def test_the_script_has_ten_lines(self):
        self.assertEqual(10, len((GRAVITY / "film.yaml").read_text(encoding="utf-8").splitlines()))

    def test_every_count_is_that_of_the_formula(self):
        places = {row["id"]: row for row in scene_data.table(GRAVITY / "data/locations.csv")}
        self.assertEqual(set(WEIGHTS), set(places))
        rows = scene_data.table(GRAVITY / "data/flows.csv")
        self.assertEqual(len(WEIGHTS) * (len(WEIGHTS) - 1), len(rows))
        for row in rows:
            pull = 40000 * WEIGHTS[row["origin"]] * WEIGHTS[row["dest"]]
            distance = kilometres(places[row["origin"]], places[row["dest"]])
            self.assertEqual(round(pull / distance), int(row["count"]), row)

    def test_it_says_on_the_screen_that_nothing_is_real(self):
        film = scene_data.script(GRAVITY)
        self.assertIn("without real journeys", film["title"])
        self.assertIn("made-up", film["flows"]["movement"]["label"])
        for row in scene_data.table(GRAVITY / "data/flows.csv"):
            self.assertEqual("interpolated", row["confidence"])


class SouthPole(unittest.TestCase):
    def test_five_men_on_each_way(self):
        rows = scene_data.table(SOUTH_POLE / "data/journeys.csv")
        self.assertEqual([("amundsen-south", "5"), ("amundsen-home", "5"), ("scott-south", "5")],
                         [(row["id"], row["count"]) for row in rows])

    def test_every_row_names_a_source(self):
        sources = {row["id"] for row in scene_data.table(SOUTH_POLE / "data/sources.csv")}
        for row in scene_data.table(SOUTH_POLE / "data/journeys.csv"):
            self.assertIn(row["source"], sources)

    def test_it_is_another_projection(self):
        self.assertIn("+proj=stere", scene_data.script(SOUTH_POLE)["map"]["projection"])


class Readmes(unittest.TestCase):
    def test_each_scene_says_where_its_data_come_from(self):
        for folder in (GRAVITY, SOUTH_POLE):
            self.assertIn("Where the data come from",
                          (folder / "README.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
