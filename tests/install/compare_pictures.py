"""Fails, and says how much they differ, unless two pictures have the same pixels. A screenshot of a window (.xwd) may
be off by two levels in one byte of a thousand, as a window's own framebuffer may round.

    compare_pictures.py A B
"""

import sys

import numpy as np
from osgeo import gdal

gdal.UseExceptions()


def screenshot(path: str) -> np.ndarray:
    """XWDFile.h, version 7: words 0 header size, 4 width, 5 height, 12 bytes a line, 19 colours; B, G, R, unused."""
    raw = np.fromfile(path, np.uint8)
    word = raw[:100].view(">u4").astype(int)
    start = word[0] + 12 * word[19]
    lines = raw[start:start + word[12] * word[5]].reshape(word[5], word[12])
    return lines[:, :4 * word[4]].reshape(word[5], word[4], 4)[:, :, 2::-1]


def picture(path: str) -> np.ndarray:
    if path.endswith(".xwd"):
        return screenshot(path)
    return gdal.Open(path).ReadAsArray().transpose(1, 2, 0)[:, :, :3]


def main() -> int:
    a, b = (picture(path).astype(int) for path in sys.argv[1:])
    if a.shape != b.shape:
        print(f"{a.shape} is not {b.shape}", file=sys.stderr)
        return 1
    off = np.abs(a - b)
    most, share = (2, 0.001) if any(path.endswith(".xwd") for path in sys.argv[1:]) else (0, 0)
    if a.std() < 1 or off.max() > most or (off > 0).mean() > share:
        print(f"up to {off.max()} levels in {(off > 0).mean():.4%} of the bytes; spread {a.std():.1f}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
