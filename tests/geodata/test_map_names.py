"""What the map writes: every name belongs to something of the atlas and stands on it on its dates."""

import unittest

from atlas_file import features, state

OPEN = ("0000-01-01", "9999-12-31")


def between(row: dict) -> tuple[str, str]:
    return row["valid_from"] or OPEN[0], row["valid_to"] or OPEN[1]


def days_to_try(row: dict) -> list[str]:
    """The name's first and last day, and the first of each state that begins in between."""
    first, last = between(row)
    changes = {s["valid_from"] for s in features("states")
               if s["id"] == row["id"] and s["valid_from"] and first <= s["valid_from"] <= last}
    return sorted(changes | {max(first, "1921-01-01"), min(last, "1966-12-31")})


def named(kind: str) -> list[dict]:
    return [f for f in features("names") if f["kind"] == kind]


def degrees_away(row: dict, layer: str) -> float:
    return min(f["geometry"].Distance(row["geometry"]) for f in features(layer))


class MapNames(unittest.TestCase):
    def test_kinds_and_ranks_are_known(self):
        for row in features("names"):
            self.assertIn(row["kind"], ("state", "sea", "lake", "river"))
            self.assertIn(row["rank"], (0, 1, 2), row["id"])

    def test_each_is_written_in_three_languages(self):
        for row in features("names"):
            for name in ("name_en", "name_zh", "name_ru"):
                self.assertTrue(row[name], (row["id"], name))

    def test_a_state_lies_under_its_name_on_all_its_days(self):
        for row in named("state"):
            for day in days_to_try(row):
                with self.subTest(row["id"], day=day):
                    self.assertTrue(state(row["id"], day)["geometry"].Contains(row["geometry"]))

    def test_names_at_one_point_follow_each_other(self):
        for row in features("names"):
            for other in features("names"):
                if other is row or not other["geometry"].Equals(row["geometry"]):
                    continue
                apart = between(row)[1] < between(other)[0] or between(other)[1] < between(row)[0]
                self.assertTrue(apart, row["id"])

    def test_seas_are_written_on_water(self):
        for row in named("sea"):
            for land in features("land"):
                self.assertFalse(land["geometry"].Contains(row["geometry"]), row["id"])

    def test_lakes_and_rivers_are_where_their_names_are(self):
        for row in named("lake"):
            self.assertLess(degrees_away(row, "lakes"), 0.1, row["id"])
        for row in named("river"):
            self.assertLess(degrees_away(row, "rivers"), 0.4, row["id"])


if __name__ == "__main__":
    unittest.main()
