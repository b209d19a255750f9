"""more_places.csv: cities that the atlas lacks, and further names of those that it has."""

import unittest

from atlas_file import GEODATA, features, table

HEADER = ["id", "name_en", "aka", "country", "rank", "lon", "lat"]


class MorePlaces(unittest.TestCase):
    def test_it_has_its_columns(self):
        rows = table("more_places.csv")
        self.assertEqual(list(rows[0]), HEADER)
        self.assertGreater(len(rows), 3000)
        for row in rows:
            self.assertTrue(-180 <= float(row["lon"]) <= 180 and -90 <= float(row["lat"]) <= 90, row)
            self.assertGreaterEqual(int(row["rank"]), 0)

    def test_ids_are_of_one_place(self):
        atlas = {f["id"]: f for f in features("places")}
        seen = set()
        for row in table("more_places.csv"):
            self.assertNotIn(row["id"], seen)
            seen.add(row["id"])
            if row["name_en"]:
                self.assertNotIn(row["id"], atlas)
                continue
            own = atlas[row["id"]]["geometry"]
            self.assertTrue(row["aka"], row["id"])
            self.assertAlmostEqual(own.GetX(), float(row["lon"]), places=3)
            self.assertAlmostEqual(own.GetY(), float(row["lat"]), places=3)

    def test_every_other_name_is_there(self):
        aka = {row["id"]: row["aka"].split(";") for row in table("more_places.csv")}
        for row in table("other_names.csv"):
            for name in row["aka"].split(";"):
                self.assertIn(name, aka[row["id"]])

    def test_the_tables_lie_in_the_folder_that_is_installed(self):
        self.assertIn("geodata/more_places.csv",
                      (GEODATA.parent / "cmake" / "install.cmake").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
