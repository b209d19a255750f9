"""Turns the 8-bit elevation tiles into metres of land, without their steps.

Everything is integer arithmetic, so that the file is the same on every machine. The sea is 0, and so
is land below sea level; it knows no depths.
"""

import csv
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

TILES = "usr/share/marble/data/maps/earth/srtm/3"
TILE_ROWS, TILE_COLUMNS = 8, 16
PER_DEGREE = 30  # 2 arc-minutes
WEST = -169  # the seam lies in the Bering Strait, so that Asia is whole
CORE = (5, -2, 191, 84)  # west, south, east, north: Eurasia
FINE = 64  # steps in one grey level
SEA_LEVEL_GREY = 96
BAND = 48  # a smoothed value stays within 3/4 of a grey level of the source
PASSES = 10


def _mosaic(folder: Path) -> np.ndarray:
    rows = []
    for r in range(TILE_ROWS):
        tiles = [gdal.Open(str(folder / f"{r:06}" / f"{r:06}_{c:06}.jpg")).ReadAsArray()
                 for c in range(TILE_COLUMNS)]
        rows.append(np.hstack(tiles))
    return np.vstack(rows)


def _blur(field: np.ndarray) -> np.ndarray:
    """1-2-1 in both directions; wraps around the globe, repeats at the poles."""
    across = (np.roll(field, 1, 1) + 2 * field + np.roll(field, -1, 1) + 2) >> 2
    padded = np.pad(across, ((1, 1), (0, 0)), mode="edge")
    return (padded[:-2] + 2 * across + padded[2:] + 2) >> 2


def without_steps(grey: np.ndarray) -> np.ndarray:
    """Grey in 1/FINE: the smoothest surface that keeps within BAND of what was measured."""
    source = np.maximum(grey, SEA_LEVEL_GREY).astype(np.int32) * FINE
    field = source
    for _ in range(PASSES):
        field = np.clip(_blur(field), source - BAND, source + BAND)
    return field


def metres_table(path: Path) -> np.ndarray:
    """Metres for every 1/FINE of a grey level, linear between the rows of relief_lut.csv."""
    with path.open(newline="", encoding="utf-8") as stream:
        knots = [(int(r["grey"]), int(r["metres"])) for r in csv.DictReader(stream)]
    table = np.zeros(256 * FINE, dtype=np.int16)
    for (g0, m0), (g1, m1) in zip(knots, knots[1:]):
        span = (g1 - g0) * FINE
        steps = np.arange(span + 1)
        table[g0 * FINE:g1 * FINE + 1] = (m0 * (span - steps) + m1 * steps + span // 2) // span
    table[knots[-1][0] * FINE:] = knots[-1][1]
    return table


def _land_mask(land: ogr.Geometry, shape: tuple[int, int], frame: tuple, srs) -> np.ndarray:
    mask = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
    mask.SetGeoTransform(frame)
    mask.SetProjection(srs.ExportToWkt())
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("land", srs, ogr.wkbMultiPolygon)
    for shift in (0, 360):
        moved = land.Clone()
        _move(moved, shift)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometryDirectly(moved)
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(mask, [1], layer, burn_values=[1])
    return mask.ReadAsArray()


def _move(geometry: ogr.Geometry, shift: float) -> None:
    if geometry.GetGeometryCount() == 0:
        for i in range(geometry.GetPointCount()):
            geometry.SetPoint_2D(i, geometry.GetX(i) + shift, geometry.GetY(i))
    for i in range(geometry.GetGeometryCount()):
        _move(geometry.GetGeometryRef(i), shift)


def _rounded(metres: np.ndarray, step: int) -> np.ndarray:
    return (metres + step // 2) // step * step


def _thinned(metres: np.ndarray) -> np.ndarray:
    """Keeps the file small: steps of 2-10 m in the CORE, 6 arc-minutes and 16 m elsewhere."""
    rest = metres.astype(np.int32) * 16
    for _ in range(8):
        rest = _blur(rest)
    rest = _rounded(rest // 16, 16)
    west, bottom, east, top = CORE
    box = (slice((90 - top) * PER_DEGREE, (90 - bottom) * PER_DEGREE),
           slice((west - WEST) * PER_DEGREE, (east - WEST) * PER_DEGREE))
    core = metres[box].astype(np.int32)
    rest[box] = np.where(core < 400, _rounded(core, 2),
                         np.where(core < 1200, _rounded(core, 5), _rounded(core, 10)))
    return rest


def write_relief(path: Path, marble: Path, table: Path, land: ogr.Geometry) -> None:
    grey = without_steps(_mosaic(marble / TILES))
    metres = np.roll(metres_table(table)[grey], -(WEST + 180) * PER_DEGREE, axis=1)
    metres = _thinned(metres)
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4326)
    frame = (WEST, 1 / PER_DEGREE, 0, 90, 0, -1 / PER_DEGREE)
    metres = metres * _land_mask(land, metres.shape, frame, srs)
    out = gdal.GetDriverByName("GTiff").Create(
        str(path), metres.shape[1], metres.shape[0], 1, gdal.GDT_Int16,
        ["COMPRESS=DEFLATE", "PREDICTOR=2", "TILED=YES", "ZLEVEL=9"])
    out.SetGeoTransform(frame)
    out.SetProjection(srs.ExportToWkt())
    out.GetRasterBand(1).SetUnitType("m")
    out.GetRasterBand(1).WriteArray(metres.astype(np.int16))
    out.FlushCache()
