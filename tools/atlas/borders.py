"""Borders as shared arcs: one feature for as long as a line stays, whoever holds its two sides.

Works on the same integer vertices as the polygons, so a border lies exactly on both. Coasts are no
borders.
"""

from collections import defaultdict
from dataclasses import dataclass

from .history import OPEN_END, OPEN_START, Kind, Unit
from .land import matches
from .topology import Atom, Ring, Segment, chains


@dataclass(frozen=True)
class Border:
    kind: str
    left: str
    right: str
    first: int
    last: int
    note: str
    lines: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True)
class Spell:
    """A line's life between two atoms."""

    kind: str
    first: int
    last: int
    sides: tuple[tuple[str, str], ...]
    note: str


def shared_segments(atoms: list[Atom]) -> dict[tuple[int, int], list[Segment]]:
    """Segments by the indices of the atoms (lower first) on their two sides; the first's is left."""
    owner: dict[Segment, int] = {}
    shared: dict[tuple[int, int], list[Segment]] = defaultdict(list)
    for index, atom in enumerate(atoms):
        for ring in atom.rings:
            for a, b in zip(ring, ring[1:]):
                other = owner.get((b, a))
                if other is None:
                    owner[(a, b)] = index
                elif other != index:
                    shared[(other, index)].append((b, a))
    return shared


def _holder(units: list[Unit], when: int) -> str | None:
    return next((u.id for u in units if u.first <= when <= u.last), None)


def _kind_on(kinds: list[Kind], a: Atom, b: Atom, when: int) -> tuple[str, str]:
    for k in kinds:
        if k.first <= when <= k.last:
            for one, two in ((a, b), (b, a)):
                if any(matches(one, t) for t in k.left) and any(matches(two, t) for t in k.right):
                    return k.kind, k.note
    return "state", ""


def _breaks(units: list[Unit], kinds: list[Kind]) -> list[int]:
    starts = {OPEN_START}
    for u in units:
        starts |= {u.first, u.last + 1}
    for k in kinds:
        starts |= {k.first, k.last + 1}
    return sorted(s for s in starts if s <= OPEN_END)


def _merge(raw: list[Spell]) -> list[Spell]:
    merged: list[Spell] = []
    for spell in raw:
        if merged and (merged[-1].kind, merged[-1].last + 1) == (spell.kind, spell.first):
            before = merged.pop()
            sides = before.sides + tuple(s for s in spell.sides if s not in before.sides)
            spell = Spell(spell.kind, before.first, spell.last, sides, before.note or spell.note)
        merged.append(spell)
    return merged


def _spells(a: int, b: int, atoms: list[Atom], states: list[list[Unit]],
            republics: list[list[Unit]], kinds: list[Kind]) -> list[Spell]:
    near = [k for k in kinds
            if _kind_on([k], atoms[a], atoms[b], k.first)[0] == k.kind]
    own = states[a] + states[b] + republics[a] + republics[b]
    breaks = _breaks(own, near)
    raw = []
    for first, after in zip(breaks, breaks[1:] + [OPEN_END + 1]):
        left, right = _holder(states[a], first), _holder(states[b], first)
        if left is None or right is None:
            continue
        kind, note = _kind_on(near, atoms[a], atoms[b], first)
        if left == right:
            left, right = _holder(republics[a], first), _holder(republics[b], first)
            kind, note = "republic", ""
        if left is not None and right is not None and left != right:
            raw.append(Spell(kind, first, after - 1, ((left, right),), note))
    return _merge(raw)


def _names(sides: tuple[tuple[str, str], ...], which: int) -> str:
    return ";".join(dict.fromkeys(side[which] for side in sides))


def find_borders(atoms: list[Atom], states: list[list[Unit]], republics: list[list[Unit]],
                 kinds: list[Kind]) -> list[Border]:
    """All borders, in a fixed order; sides that changed hands are listed in order of time."""
    groups: dict[tuple, list[Segment]] = defaultdict(list)
    for (a, b), segments in shared_segments(atoms).items():
        if states[a] == states[b] and republics[a] == republics[b]:
            continue
        for spell in _spells(a, b, atoms, states, republics, kinds):
            left, right = _names(spell.sides, 0), _names(spell.sides, 1)
            if left > right:
                left, right, segments_out = right, left, [(q, p) for p, q in segments]
            else:
                segments_out = segments
            key = (spell.kind, left, right, spell.first, spell.last, spell.note)
            groups[key].extend(segments_out)
    return [Border(*key, tuple(tuple(line) for line in _lines(groups[key])))
            for key in sorted(groups)]


def _lines(segments: list[Segment]) -> list[Ring]:
    """Polylines that keep the segments' own direction, so that left stays left."""
    directed = set(segments)
    return sorted(line if (line[0], line[1]) in directed else line[::-1]
                  for line in chains(segments))
