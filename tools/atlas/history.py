"""Who held which atom when: reads states.csv, units.csv and border_kinds.csv.

A date is a proleptic day number; a period is [first, last], both inclusive, None when open. It refuses
tables in which two states hold one atom on a day, or none does in the covered years.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .land import matches
from .topology import Atom

OPEN_START, OPEN_END = date(1800, 1, 1).toordinal(), date(9998, 12, 31).toordinal()
COVERED = (date(1921, 3, 18).toordinal(), OPEN_END)


class HistoryError(Exception):
    """The tables contradict each other or the source."""


@dataclass(frozen=True)
class State:
    id: str
    name_en: str
    name_zh: str
    name_ru: str
    adm0: str


@dataclass(frozen=True)
class Unit:
    """One state or republic in one period, and the indices of the atoms it held."""

    level: str
    id: str
    first: int
    last: int
    atoms: frozenset[int]
    viewpoint: str
    note: str


@dataclass(frozen=True)
class Kind:
    left: tuple[str, ...]
    right: tuple[str, ...]
    kind: str
    first: int
    last: int
    note: str


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream, strict=True))


def day(text: str, otherwise: int) -> int:
    return date.fromisoformat(text).toordinal() if text else otherwise


def iso(number: int) -> str | None:
    """The date as text; None at either open end."""
    return None if number in (OPEN_START, OPEN_END) else date.fromordinal(number).isoformat()


def _land(tokens: str, atoms: list[Atom], where: str) -> frozenset[int]:
    held: set[int] = set()
    for token in (t.strip() for t in tokens.split(";")):
        name = token.removeprefix("-")
        found = {i for i, atom in enumerate(atoms) if matches(atom, name)}
        if not found:
            raise HistoryError(f"{where}: no land called '{name}'")
        if token.startswith("-"):
            held -= found
        else:
            held |= found
    return frozenset(held)


def read_states(path: Path) -> dict[str, State]:
    return {row["id"]: State(**row) for row in rows(path)}


def read_units(path: Path, states: dict[str, State], atoms: list[Atom]) -> list[Unit]:
    """units.csv, then every state of states.csv that it does not mention, open at both ends."""
    units = []
    for line, row in enumerate(rows(path), start=2):
        where = f"{path.name}:{line} ({row['id']})"
        if row["id"] not in states:
            raise HistoryError(f"{where}: not in states.csv")
        units.append(Unit(row["level"], row["id"], day(row["valid_from"], OPEN_START),
                          day(row["valid_to"], OPEN_END), _land(row["land"], atoms, where),
                          row["viewpoint"], row["note"]))
    dated = {unit.id for unit in units}
    for state in states.values():
        if state.id in dated:
            continue
        units.append(Unit("state", state.id, OPEN_START, OPEN_END,
                          _land(state.adm0, atoms, f"states.csv ({state.id})"), "",
                          "Outline of today; changes not modelled"))
    return units


def read_kinds(path: Path) -> list[Kind]:
    return [Kind(tuple(row["left"].split(";")), tuple(row["right"].split(";")), row["kind"],
                 day(row["valid_from"], OPEN_START), day(row["valid_to"], OPEN_END), row["note"])
            for row in rows(path)]


def holders(units: list[Unit], atoms: list[Atom], level: str) -> list[list[Unit]]:
    """Per atom its units of one level in order of time; contradictions are errors."""
    held: dict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.level == level:
            for index in unit.atoms:
                held[index].append(unit)
    ordered = [sorted(held[i], key=lambda u: u.first) for i in range(len(atoms))]
    faults = set()
    for atom, own in zip(atoms, ordered):
        label = f"{atom.country}/{atom.name} {sorted(atom.pieces) or ''}"
        for a, b in zip(own, own[1:]):
            if b.first <= a.last:
                faults.add(f"{label}: both {a.id} and {b.id} on {iso(b.first)}")
            if level == "state" and b.first > max(a.last + 1, COVERED[0]):
                faults.add(f"{label}: nobody's from {iso(a.last + 1)} to {iso(b.first - 1)}")
        if level == "state" and (not own or own[0].first > COVERED[0] or own[-1].last < COVERED[1]):
            faults.add(f"{label}: nobody's at one end of the covered years")
    if faults:
        raise HistoryError("units.csv:\n  " + "\n  ".join(sorted(faults)))
    return ordered
