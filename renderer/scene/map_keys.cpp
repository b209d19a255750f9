// `map`: its projection, its lifted states, and data of one's own.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

std::string readProjection(const Reading& reading, const Field& field, const Key& key) {
    return readWord(reading, field, "a part of the world or a PROJ definition", key.example)
        .value_or("");
}

/// A raster, of the role that its key names.
Value<std::vector<MapLayer>> layer() {
    return {{.shape = Shape::fileSpec, .inside = &fileKeys()},
            [](const Reading& reading, const Field& field, std::vector<MapLayer>& layers) {
                layers.push_back({std::string(field.name), readFileSpec(reading, field)});
            }};
}

/// A file, or several: parts of a map, or snapshots of it, each with its period.
Value<std::vector<MapLayer>> layers() {
    return {{.shape = Shape::fileSpecs, .inside = &fileKeys()},
            [](const Reading& reading, const Field& field, std::vector<MapLayer>& layers) {
                for (const Field& item : itemsOf(field))
                    layers.push_back({std::string(field.name), readFileSpec(reading, item)});
            }};
}

}  // namespace

const KeyTable<Map>& mapKeys() {
    static const KeyTable<Map> keys{
        {.id = "map", .title = "`map`", .example = "{highlight: [ussr, prc]}"},
        {
            {"projection",
             placed(&Map::projectionPlace,
                    into(&Map::projection, {Shape::projection}, readProjection)),
             "The map plane: a part of the world, or a PROJ definition.",
             "+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84",
             {.leftOut = "one that fits the journeys, works and places shown",
              .more =
                  "Parts of the world: `world`, `europe`, `atlantic`, `pacific`, `north pole`, "
                  "`asia`, `africa`, `north america` and more; a wrong word lists them all. Of "
                  "projections of the whole world: `robinson`, `mollweide`, `mercator`, `plain`.",
              .otherWords = {"crs", "proj"}}},
            {"highlight",
             placed(&Map::highlightPlace, words(&Map::highlight)),
             "States lifted from their neighbours.",
             "[ussr, prc]",
             {.leftOut = "none",
              .more = "A state is named by its id in the map data (`ussr`, `prc`, `dprk`), by its "
                      "name, "
                      "or by another name of that country, of today or earlier (`Myanmar`, "
                      "`Persia`)."}},
            {"outside",
             choice(&Map::outside, {"hide", "show"}),
             "What the map shows of states before and after the years that the atlas knows, "
             "1921 to 1966.",
             "show",
             {.leftOut = "`hide`, and `check` says that it does",
              .more = "`hide`: no borders and no names of states. `show`: the first or the last "
                      "that are known, whatever the date.",
              .seen = false}},
            {"layers",
             inside(&Map::layers, layerKeys()),
             "Map data of your own, by role.",
             "{rivers: data/rivers.gpkg}",
             {.leftOut = "the atlas's",
              .more = "It takes the place of the atlas's, role by role."}},
        }};
    return keys;
}

const KeyTable<std::vector<MapLayer>>& layerKeys() {
    static const KeyTable<std::vector<MapLayer>> keys{
        {.id = "layers", .title = "`layers`", .example = "{rivers: data/rivers.gpkg}"},
        {
            {"land", layer(), "Land areas.", "data/land.gpkg", {.seen = false}},
            {"states",
             layers(),
             "States, with dates of validity.",
             "data/states.gpkg",
             {.more = "Areas; columns: `id`, `name` or `name_en` …, `valid_from`, `valid_to`.",
              .seen = false}},
            {"borders",
             layers(),
             "Border lines, with dates of validity.",
             "data/borders.gpkg",
             {.more = "Lines; columns: `kind` (`state`, `republic`, `ceasefire`), `left`, `right`, "
                      "`valid_from`, `valid_to`.",
              .seen = false}},
            {"lakes",
             layers(),
             "Lakes, with dates of validity.",
             "data/lakes.gpkg",
             {.more = "Areas; columns: `valid_from`, `valid_to`.", .seen = false}},
            {"rivers",
             layers(),
             "Rivers.",
             "data/rivers.shp",
             {.more = "Lines; column: `scalerank`, and those above 4 are not drawn.",
              .seen = false}},
            {"rail",
             layers(),
             "Railways.",
             "data/rail.gpkg",
             {.more = "Lines; columns: `id`, the route's name for tables; `kind` (`line`, `plan`), "
                      "`valid_from`, `valid_to`."}},
            {"places",
             layers(),
             "The gazetteer.",
             "data/places.gpkg",
             {.more = "Points; columns: `id`, `name_en` …, `aka`, `country`, `rank`, `valid_from`, "
                      "`valid_to`.",
              .seen = false}},
            {"names",
             layers(),
             "Names of states and waters, as the map writes them.",
             "data/names.gpkg",
             {.more =
                  "Points; columns: `kind` (`state`, `sea`, `lake`, `river`), `name_en` …, `rank` "
                  "(0 = the greatest, to 2), `valid_from`, `valid_to`."}},
            {"relief",
             layer(),
             "A raster of heights.",
             "data/relief.tif",
             {.more = "In metres.", .seen = false}},
        }};
    return keys;
}

}  // namespace ebbflow::scene
