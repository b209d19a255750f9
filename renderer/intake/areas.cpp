#include "intake/areas.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/digits.hpp"
#include "core/plain_text.hpp"
#include "geo/vector_source.hpp"
#include "intake/kinds.hpp"
#include "intake/title.hpp"

namespace ebbflow::intake {

namespace {

bool hasDates(const geo::Feature& area) {
    return area.valid.from || area.valid.to;
}

/// "states.gpkg", or "layer `districts` of states.gpkg"
std::string nameOf(const MapSource& source) {
    const bool own = source.layer == std::filesystem::path(source.file).stem().string();
    return own ? source.file : fmt::format("layer `{}` of {}", source.layer, source.file);
}

/// A year of the map's, astronomically counted, that a run of digits with what stands about it is.
std::optional<int> yearAt(std::string_view stem, std::size_t begin, std::size_t end) {
    constexpr int kFirst = 100, kLast = 2199;
    if (end - begin < 3 || end - begin > 4) return std::nullopt;
    const auto isLetter = [&](std::size_t i) {
        const auto c = static_cast<unsigned char>(stem[i]);
        return c >= 0x80 || (c >= 'a' && c <= 'z');
    };
    if (end < stem.size() && isLetter(end)) return std::nullopt;
    std::size_t word = begin;
    while (word > 0 && isLetter(word - 1)) --word;
    const std::string_view era = stem.substr(word, begin - word);
    if (!era.empty() && era != "bc" && era != "bce" && era != "ad" && era != "ce")
        return std::nullopt;
    const int year = core::toInt(stem.substr(begin, end - begin));
    if (year < kFirst || year > kLast) return std::nullopt;
    return era.starts_with('b') ? 1 - year : year;
}

std::vector<int> yearsOf(std::string_view stem) {
    std::vector<int> years;
    for (std::size_t begin = 0; begin < stem.size();) {
        const std::size_t end = std::min(stem.find_first_not_of("0123456789", begin), stem.size());
        if (const auto year = yearAt(stem, begin, end)) years.push_back(*year);
        begin = std::max(end, begin + 1);
    }
    return years;
}

/// Faults of single features are warnings here, for they are left out.
void tell(const core::Diagnostics& faults, const std::string& path, bool any, Reading& reading) {
    for (const core::Diagnostic& fault : faults.all()) {
        std::string message = fault.message;
        if (const std::string prefix = path + ": "; message.starts_with(prefix))
            message.erase(0, prefix.size());
        if (fault.severity == core::Severity::error && !any)
            reading.diagnostics.error(fault.place, message);
        else
            reading.diagnostics.warning(fault.place, message);
    }
}

class AreaFiles {
public:
    AreaFiles(const Given& given, Reading& reading) : given_(given), reading_(reading) {}

    std::vector<DraftMap> read() {
        for (const MapSource& source : given_.areas) read(source);
        takePeriods();
        return std::move(maps_);
    }

private:
    void read(const MapSource& source) {
        geo::VectorRequest request;
        request.role = "states";
        request.file = {source.path, source.layer, {}, {source.path, 0, 0}};
        request.file.encoding = reading_.forms.encoding;
        request.access = given_.access;
        request.file.columns = geo::likelyColumns(request);
        for (const auto& [ours, theirs] : request.file.columns)
            reading_.findings.understood.push_back(
                fmt::format("column `{}` of {} is `{}`", theirs, source.file, ours));
        core::Diagnostics faults;
        DraftMap map{source.file, {}, geo::readVector(request, faults)};
        tell(faults, source.path, !map.areas.empty(), reading_);
        if (map.areas.empty()) return;
        const auto dated = std::ranges::count_if(map.areas, hasDates);
        reading_.findings.understood.push_back(fmt::format(
            "{}: {} area{}, {}", nameOf(source), map.areas.size(), map.areas.size() == 1 ? "" : "s",
            dated == 0
                ? "without dates"
                : fmt::format("{} of them with days from or until which they stand", dated)));
        maps_.push_back(std::move(map));
    }

    /// Files for several years, whose areas have no dates, are one map at several times.
    void takePeriods() {
        std::set<core::Day> firsts;
        std::vector<DraftMap*> snapshots;
        for (DraftMap& map : maps_) {
            const core::Validity period = periodOfName(map.file);
            if (!period.from || std::ranges::any_of(map.areas, hasDates)) continue;
            firsts.insert(*period.from);
            snapshots.push_back(&map);
        }
        if (firsts.size() < 2) return;
        for (DraftMap* map : snapshots) map->valid = periodOfName(map->file);
        reading_.findings.understood.push_back(fmt::format(
            "{} files are snapshots of one map, each from the year in its name until the next",
            snapshots.size()));
    }

    const Given& given_;
    Reading& reading_;
    std::vector<DraftMap> maps_;
};

}  // namespace

core::Validity periodOfName(const std::string& file) {
    const std::string stem = core::lower(std::filesystem::path(file).stem().string());
    const std::vector<int> years = yearsOf(stem);
    core::Validity period;
    if (years.empty() || years.size() > 2) return period;
    if (years.size() == 2 && years[1] <= years[0]) return period;
    period.from = core::toDay({years[0], 1, 1});
    if (years.size() == 2) period.to = core::toDay({years[1], 12, 31});
    return period;
}

void addAreas(const Given& given, Reading& reading, Draft& draft) {
    draft.maps = AreaFiles(given, reading).read();
}

Kind areaMap() {
    return {"areas", "map files of areas, such as states with their dates",
            [](const Given& given) { return !given.areas.empty(); },
            [](Given& given, Reading&) {
                Draft draft;
                draft.title = titleOf(given.names.front());
                return std::optional(std::move(draft));
            }};
}

}  // namespace ebbflow::intake
