"""Every day on which the atlas changes, and counting of shared segments fast enough for all of them."""

from datetime import date, timedelta

import numpy

from atlas_file import features, segments


def days_of_change(*layers: str) -> list[str]:
    """The days on which a feature comes, or the one before has just gone, each with its eve."""
    first = set()
    for layer in layers:
        for feature in features(layer):
            if feature["valid_from"]:
                first.add(date.fromisoformat(feature["valid_from"]))
            if feature["valid_to"]:
                first.add(date.fromisoformat(feature["valid_to"]) + timedelta(days=1))
    return sorted({day.isoformat() for change in first
                   for day in (change - timedelta(days=1), change)})


class SegmentIndex:
    """Numbers for segments, so that those of many features are counted at once."""

    def __init__(self):
        self._number: dict[tuple, int] = {}
        self._of_feature: dict[int, numpy.ndarray] = {}
        for layer in ("land", "states", "borders"):
            for feature in features(layer):
                self._of_feature[id(feature)] = numpy.array(sorted(
                    self._number.setdefault(s, len(self._number)) for s in segments(feature)))

    def numbers(self, of: set[tuple]) -> set[int]:
        return {self._number[s] for s in of}

    def count(self, some: list[dict]) -> numpy.ndarray:
        """By segment, how many of these features have it."""
        return numpy.bincount(numpy.concatenate([self._of_feature[id(f)] for f in some]),
                              minlength=len(self._number))
