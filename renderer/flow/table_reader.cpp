#include "flow/table_reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include "core/plain_text.hpp"
#include "flow/csv_table.hpp"
#include "flow/ogr_table.hpp"
#include "flow/track_table.hpp"
#include "geo/gdal_access.hpp"
#include "geo/packed_files.hpp"

namespace ebbflow::flow {

namespace {

std::string extension(const std::string& path) {
    return core::lower(std::filesystem::path(path).extension().string());
}

/// "; did you mean `students.csv`?" out of the files beside the missing one.
std::string nearestFile(const std::string& path) {
    const std::filesystem::path whole(path);
    const std::string folder = whole.has_parent_path() ? whole.parent_path().string() : ".";
    const CPLStringList names(VSIReadDir(folder.c_str()));
    std::vector<std::string> files(names.List(), names.List() + names.Count());
    return core::didYouMean(whole.filename().string(), files);
}

/// Why there is nothing to be had of a name that GDAL does not see.
std::string missing(const std::string& path, geo::GdalSession& session) {
    const std::string refused = session.takeMessage({});
    return refused.empty() ? fmt::format("there is no file {}{}", path, nearestFile(path))
                           : refused;
}

/// Whether there is such a file and it may be opened; else says why not.
bool mayOpen(const core::FileSpec& spec, const core::Access& access, geo::GdalSession& session,
             core::Diagnostics& diagnostics) {
    if (geo::namesNetwork(spec.path)) {
        if (access.network) return true;
        diagnostics.error(
            spec.place,
            fmt::format("{} is not a file of this machine; save it here first", spec.path));
        return false;
    }
    std::error_code ignored;
    const bool there = std::filesystem::exists(spec.path, ignored);
    if (const std::string refusal = access.refusal(spec.path); there && !refusal.empty()) {
        diagnostics.error(spec.place, fmt::format("{} {}", spec.path, refusal));
        return false;
    }
    if (const std::string fault = geo::packedFault(spec.path, access.limits); !fault.empty()) {
        diagnostics.error(spec.place, fmt::format("{} {}", spec.path, fault));
        return false;
    }
    VSIStatBufL state;
    if (VSIStatL(spec.path.c_str(), &state) != 0) {
        diagnostics.error(spec.place, missing(spec.path, session));
        return false;
    }
    // A file geodatabase is a folder by nature.
    if (VSI_ISDIR(state.st_mode) && extension(spec.path) != ".gdb") {
        diagnostics.error(spec.place, fmt::format("{} is a folder; name a file in it", spec.path));
        return false;
    }
    const auto size = static_cast<std::uint64_t>(state.st_size);
    if (isTextTable(spec.path) && size > access.limits.bytes) {
        diagnostics.error(
            spec.place,
            fmt::format("{} has {} MB; text tables go to {} MB, larger ones belong "
                        "in a GeoPackage; {}",
                        spec.path, size >> 20, access.limits.bytes >> 20, core::kLiftLimits));
        return false;
    }
    return true;
}

void nameColumns(const core::FileSpec& spec, RawTable& table, core::Diagnostics& diagnostics) {
    for (const auto& [ours, theirs] : spec.columns) {
        const auto index = table.find(core::lower(theirs));
        if (!index) {
            diagnostics.error(spec.place,
                              fmt::format("{} has no column `{}`{}; it has {}", spec.path, theirs,
                                          core::didYouMean(theirs, table.columns),
                                          fmt::join(table.columns, ", ")));
            continue;
        }
        if (const auto hidden = table.find(ours)) table.columns[*hidden].clear();
        table.columns[*index] = ours;
    }
}

void refuseTwins(const RawTable& table, core::Diagnostics& diagnostics) {
    std::vector<std::string> names = table.columns;
    std::ranges::sort(names);
    for (auto it = std::ranges::adjacent_find(names); it != names.end();) {
        if (!it->empty()) {
            diagnostics.error(table.place, fmt::format("two columns are called `{}`", *it));
        }
        it = std::adjacent_find(std::upper_bound(it, names.end(), *it), names.end());
    }
}

/// Recorded journeys, or else what OGR makes of it.
RawTable readMapFile(const core::FileSpec& spec, const core::Access& access,
                     core::Diagnostics& diagnostics) {
    std::string fault;
    const auto tracks =
        spec.layer.empty() ? readTracks(spec.path, access.limits, fault) : std::nullopt;
    if (tracks && !tracks->empty()) return tableOf(*tracks, spec.path);
    if (fault.empty()) return readOgr(spec, access, diagnostics);
    diagnostics.error(spec.place, fmt::format("{} {}", spec.path, fault));
    return {};
}

std::optional<RawTable> readFile(const core::FileSpec& spec, const core::Access& access,
                                 core::Diagnostics& diagnostics) {
    geo::GdalSession session(access, geo::Role::table);
    if (!mayOpen(spec, access, session, diagnostics)) return std::nullopt;
    RawTable table = isTextTable(spec.path) ? readCsv(spec, access.limits, diagnostics)
                                            : readMapFile(spec, access, diagnostics);
    if (table.columns.empty()) return std::nullopt;
    for (std::string& column : table.columns) {
        column.erase(0, std::min(column.find_first_not_of(' '), column.size()));
        column.erase(column.find_last_not_of(' ') + 1);
    }
    nameColumns(spec, table, diagnostics);
    table.decimal = spec.decimal;
    table.dates.format = core::DateFormat::of(spec.dateFormat);
    refuseTwins(table, diagnostics);
    if (table.rows.empty()) diagnostics.warning(table.place, "the table has no rows");
    return table;
}

RawTable inlineTable(const std::vector<core::InlineRow>& rows) {
    RawTable table;
    table.place = rows.front().place;
    // In a script a comma divides as well.
    table.separator = ',';
    for (const core::InlineRow& row : rows) {
        RawRow& raw = table.rows.emplace_back();
        raw.place = row.place;
        raw.values.resize(table.columns.size());
        raw.places.resize(table.columns.size());
        for (const core::InlineCell& cell : row.cells) {
            auto index = table.find(cell.column);
            if (!index) {
                index = table.columns.size();
                table.columns.push_back(cell.column);
                raw.values.emplace_back();
                raw.places.emplace_back();
            }
            raw.values[*index] = cell.value;
            raw.places[*index] = {static_cast<std::uint32_t>(cell.place.line),
                                  static_cast<std::uint32_t>(cell.place.column)};
        }
    }
    return table;
}

}  // namespace

bool isTextTable(const std::string& path) {
    constexpr std::array<std::string_view, 3> kTextTables{".csv", ".tsv", ".txt"};
    return std::ranges::find(kTextTables, extension(path)) != kTextTables.end();
}

std::vector<RawTable> readRaw(const core::TableSpec& spec, const core::Access& access,
                              core::Diagnostics& diagnostics) {
    std::vector<RawTable> tables;
    for (const core::FileSpec& file : spec.files) {
        if (auto table = readFile(file, access, diagnostics)) tables.push_back(std::move(*table));
    }
    if (!spec.rows.empty()) tables.push_back(inlineTable(spec.rows));
    return tables;
}

}  // namespace ebbflow::flow
