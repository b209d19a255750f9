// A map saved by kepler.gl: its data sets as tables, and of its layers of arcs and lines which
// columns are the ends.

#include <algorithm>

#include <fmt/format.h>

#include "core/plain_text.hpp"
#include "intake/columns.hpp"
#include "intake/json_text_impl.hpp"
#include "intake/kinds.hpp"

namespace ebbflow::intake {

namespace {

using Json = nlohmann::json;

bool isMap(const Document& document) {
    return document.text.find("\"allData\"") != std::string::npos;
}

bool isKeplerMap(const Given& given) {
    return std::ranges::any_of(given.json, isMap);
}

Sheet sheetOf(const Json& data, const Document& document) {
    Sheet sheet{document.file, textOf(member(data, "label")), {}};
    sheet.table.place = {document.path, 0, 0};
    for (const Json& field : member(data, "fields"))
        sheet.table.columns.push_back(core::lower(textOf(member(field, "name"))));
    std::size_t number = 0;
    for (const Json& row : member(data, "allData")) {
        flow::RawRow raw;
        raw.place = {fmt::format("{} (row {})", document.path, ++number), 0, 0};
        for (const Json& value : row) raw.values.push_back(textOf(value));
        sheet.table.rows.push_back(std::move(raw));
    }
    return sheet;
}

/// The columns that a layer of arcs or lines draws between, by our names.
void nameEnds(const Json& layer, flow::RawTable& table) {
    const Json& columns = member(member(layer, "config"), "columns");
    constexpr std::array<std::pair<const char*, std::string_view>, 4> kEnds{
        {{"lat0", "from_lat"}, {"lng0", "from_lon"}, {"lat1", "to_lat"}, {"lng1", "to_lon"}}};
    for (const auto& [theirs, ours] : kEnds) {
        const auto column = table.find(core::lower(textOf(member(columns, theirs))));
        if (column) rename(table, *column, ours);
    }
}

void takeMap(const Json& map, const Document& document, Given& tables) {
    const Json& config = member(member(map, "config"), "config");
    const Json& layers = member(member(config, "visState"), "layers");
    for (const Json& set : member(map, "datasets")) {
        const Json& data = member(set, "data");
        Sheet sheet = sheetOf(data, document);
        for (const Json& layer : layers) {
            const bool own = member(member(layer, "config"), "dataId") == member(data, "id");
            const Json& type = member(layer, "type");
            if (own && (type == "arc" || type == "line")) nameEnds(layer, sheet.table);
        }
        if (!sheet.table.columns.empty()) tables.sheets.push_back(std::move(sheet));
    }
}

std::optional<Draft> readKeplerMap(Given& given, Reading& reading) {
    Given tables;
    tables.names = given.names;
    for (const Document& document : given.json) {
        if (!isMap(document)) continue;
        const auto map = parseJson(document, reading.diagnostics);
        if (!map) return std::nullopt;
        takeMap(*map, document, tables);
    }
    for (const Kind& kind : {journeyTable(), stopTable(), placeTable()}) {
        if (!kind.fits(tables)) continue;
        reading.findings.understood.push_back(fmt::format("its data are {}", kind.what));
        return kind.read(tables, reading);
    }
    reading.diagnostics.error({given.json.front().path, 1, 1},
                              "its data sets have neither journeys nor points with dates");
    return std::nullopt;
}

}  // namespace

Kind keplerMap() {
    return {"kepler", "a map saved by kepler.gl", isKeplerMap, readKeplerMap};
}

}  // namespace ebbflow::intake
