#include "geo/more_places.hpp"

#include <charconv>
#include <filesystem>
#include <sstream>

#include <fmt/format.h>

#include "core/csv.hpp"
#include "core/error.hpp"
#include "core/whole_file.hpp"

namespace ebbflow::geo {

namespace {

enum Cell : std::size_t {
    kTownId,
    kTownName,
    kTownAka,
    kTownCountry,
    kTownRank,
    kTownLon,
    kTownLat,
    kTownCells
};

template <typename Number>
Number numberOf(const core::CsvCell& cell) {
    Number value{};
    const char* end = cell.text.data() + cell.text.size();
    if (std::from_chars(cell.text.data(), end, value).ptr != end)
        throw core::Failure(
            fmt::format("{}:{}: `{}` is no number", cell.place.file, cell.place.line, cell.text));
    return value;
}

Place placeOf(const core::CsvRow& row) {
    Place place;
    place.id = row[kTownId].text;
    if (!row[kTownName].text.empty())
        place.names.push_back({core::LocalText{{{"en", row[kTownName].text}}}, {}});
    std::istringstream aka(row[kTownAka].text);
    for (std::string name; std::getline(aka, name, ';');)
        if (!name.empty()) place.aliases.push_back(name);
    place.country = row[kTownCountry].text;
    place.rank = numberOf<int>(row[kTownRank]);
    place.position = {numberOf<double>(row[kTownLon]), numberOf<double>(row[kTownLat])};
    return place;
}

}  // namespace

std::string morePlacesPath(const std::string& atlasFolder) {
    return (std::filesystem::path(atlasFolder) / "more_places.csv").string();
}

void addMorePlaces(const std::string& atlasFolder, Gazetteer& gazetteer) {
    const std::string path = morePlacesPath(atlasFolder);
    core::Diagnostics faults;
    const auto rows = core::readCsv(core::readWhole(path), path, faults);
    if (faults.hasErrors()) throw core::Failure(toString(faults.all().front()));
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].size() != kTownCells)
            throw core::Failure(fmt::format("{}: row {} has not {} cells", path, i + 1,
                                            static_cast<int>(kTownCells)));
        gazetteer.add(placeOf(rows[i]));
    }
}

}  // namespace ebbflow::geo
