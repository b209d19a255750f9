"""The recipe's own geometry on small hand-made maps: dissolve, cut, thin, chain."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from atlas.land import Cutter, cut  # noqa: E402
from atlas.thin import thin  # noqa: E402
from atlas.topology import (GRID, Atom, TopologyError, chains, dissolve, signed_area,  # noqa: E402
                            to_geometry)


def box(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]


def atom(name, *rings):
    return Atom("AAA", name, list(rings))


class Dissolve(unittest.TestCase):
    def test_a_shared_side_goes(self):
        whole = dissolve([atom("a", box(0, 0, 10, 10)), atom("b", box(10, 0, 20, 10))])
        self.assertEqual(len(whole), 1)
        self.assertEqual(signed_area(whole[0][0]), 400)

    def test_a_frame_keeps_its_hole(self):
        frame = [box(0, 0, 30, 10), box(0, 20, 30, 30)]
        frame[0] = [(0, 0), (30, 0), (30, 10), (20, 10), (10, 10), (0, 10), (0, 0)]
        frame[1] = [(0, 20), (10, 20), (20, 20), (30, 20), (30, 30), (0, 30), (0, 20)]
        sides = [box(0, 10, 10, 20), box(20, 10, 30, 20)]
        whole = dissolve([atom("f", *frame), atom("s", *sides)])
        self.assertEqual([len(p) for p in whole], [2])
        self.assertTrue(to_geometry(whole).IsValid())

    def test_squares_that_touch_in_a_corner_stay_two(self):
        whole = dissolve([atom("a", box(0, 0, 10, 10)), atom("b", box(10, 10, 20, 20))])
        self.assertEqual(len(whole), 2)
        self.assertTrue(to_geometry(whole).IsValid())

    def test_overlap_is_refused(self):
        with self.assertRaises(TopologyError):
            dissolve([atom("a", box(0, 0, 10, 10)), atom("b", box(0, 0, 10, 10))])


class Cut(unittest.TestCase):
    def test_neighbours_get_the_new_vertices(self):
        atoms = [atom("a", box(0, 0, 100, 100)), atom("b", box(100, 0, 200, 100))]
        ring = tuple(box(-50, 37, 150, 300))
        pieces = cut(atoms, [Cutter("north", ("AAA/a",), ring)])
        self.assertEqual(sorted((p.name, "north" in p.pieces) for p in pieces),
                         [("a", False), ("a", True), ("b", False)])
        self.assertTrue(any((100, 37) in r for p in pieces if p.name == "b" for r in p.rings))
        whole = dissolve(pieces)
        self.assertEqual(sum(signed_area(r) for p in whole for r in p), 2 * 20000)

    def test_an_unknown_unit_is_named(self):
        with self.assertRaisesRegex(TopologyError, "AAA/z"):
            cut([atom("a", box(0, 0, 9, 9))], [Cutter("c", ("AAA/z",), tuple(box(0, 0, 5, 5)))])


class Thin(unittest.TestCase):
    def test_neighbours_still_share_every_segment(self):
        far = -100 * GRID
        wave = [(far + 100 * (i % 2), i * 1000) for i in range(21)]
        left = [(far - 90000, 0), *wave, (far - 90000, 20000), (far - 90000, 0)]
        right = [(far + 90000, 0), (far + 90000, 20000), *reversed(wave), (far + 90000, 0)]
        before = [atom("l", left), atom("r", right)]
        thinned = thin(before)
        self.assertLess(sum(len(a.rings[0]) for a in thinned), 30)
        whole = dissolve(thinned)
        self.assertEqual(len(whole), 1)
        self.assertEqual(len(whole[0]), 1)

    def test_land_near_by_is_left_alone(self):
        ring = [(i * 10 + (i % 2), 10 * GRID) for i in range(50)] + [(250, 12 * GRID)]
        near = atom("n", ring + ring[:1])
        self.assertEqual(thin([near])[0].rings[0], ring + ring[:1])


class Chains(unittest.TestCase):
    def test_a_fork_ends_a_line(self):
        lines = chains([((0, 0), (1, 0)), ((1, 0), (2, 0)), ((2, 0), (3, 1)), ((2, 0), (3, -1))])
        self.assertEqual(sorted(len(line) for line in lines), [2, 2, 3])

    def test_a_loop_is_closed(self):
        ring = box(0, 0, 5, 5)
        (line,) = chains(list(zip(ring, ring[1:])))
        self.assertEqual(line[0], line[-1])
        self.assertEqual(len(line), 5)


if __name__ == "__main__":
    unittest.main()
