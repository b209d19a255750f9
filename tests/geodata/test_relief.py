"""The relief: its frame, the flat sea, heights that anyone can look up, and no 8-bit steps."""

import unittest

import numpy as np
from osgeo import gdal

from atlas_file import GEODATA


class Relief(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.raster = gdal.Open(str(GEODATA / "relief.tif"))
        cls.metres = cls.raster.ReadAsArray()
        cls.west, cls.step, _, cls.north, _, cls.down = cls.raster.GetGeoTransform()

    def at(self, lon: float, lat: float, reach: int = 3) -> np.ndarray:
        column, row = int((lon - self.west) / self.step), int((lat - self.north) / self.down)
        return self.metres[row - reach:row + reach + 1, column - reach:column + reach + 1]

    def test_frame(self):
        self.assertAlmostEqual(self.step, 1 / 30)
        self.assertLessEqual(self.west, 5)
        self.assertGreaterEqual(self.west + self.raster.RasterXSize * self.step, 191)
        self.assertGreaterEqual(self.north, 84)
        self.assertLessEqual(self.north + self.raster.RasterYSize * self.down, -2)
        self.assertEqual(self.metres.dtype, np.int16)

    def test_sea_is_flat(self):
        for lon, lat in ((150, 20), (135, 40), (34, 43), (51, 40), (180, 70), (90, 10)):
            self.assertEqual(np.abs(self.at(lon, lat)).max(), 0, (lon, lat))
        self.assertGreaterEqual(self.metres.min(), 0)

    def test_known_heights(self):
        for name, lon, lat, low, high in (("Moscow", 37.6, 55.75, 100, 260), ("Lhasa", 91.1, 29.65, 3500, 5200),
                                          ("Ulan Bator", 106.9, 47.9, 1200, 1900),
                                          ("Surgut", 73.4, 61.2, 20, 120),
                                          ("Urumchi", 87.6, 43.8, 600, 1500)):
            self.assertTrue(low < np.median(self.at(lon, lat)) < high,
                            f"{name}: {np.median(self.at(lon, lat))} m")
        self.assertGreater(self.at(86.9, 28.0, 10).max(), 6000)

    def test_land_past_the_date_line_has_relief(self):
        self.assertGreater(self.at(182, 66.5, 30).max(), 200)

    def test_plains_have_no_steps(self):
        """The source knows some 45 heights between 50 and 350 m; after smoothing nearly every second metre does."""
        plain = self.metres[int((60 - self.north) / self.down):int((50 - self.north) / self.down),
                            int((30 - self.west) / self.step):int((60 - self.west) / self.step)]
        self.assertGreater(len(np.unique(plain[(plain > 50) & (plain < 350)])), 145)


if __name__ == "__main__":
    unittest.main()
