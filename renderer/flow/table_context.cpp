#include "flow/table_context.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "flow/cells.hpp"
#include "flow/doubtful_points.hpp"

namespace ebbflow::flow {

void TableContext::knowSources(const std::vector<Source>& sources) {
    sourceIds_.emplace();
    for (const Source& source : sources) sourceIds_->push_back(source.id);
    std::ranges::sort(*sourceIds_);
}

void TableContext::readEvidence(RowReader& row, std::vector<std::string>& sources,
                                core::Confidence& confidence) {
    sources = readList(row, "source");
    for (const std::string& id : sources) {
        if (!sourceIds_ || std::ranges::binary_search(*sourceIds_, id)) continue;
        row.markFaulty();
        if (unknownSources_[id]++ > 0) continue;
        row.error("source", fmt::format("the sources table has no `{}`{}", id,
                                        core::didYouMean(id, *sourceIds_)));
    }
    confidence = readConfidence(row, filmHasSource_ || !sources.empty());
}

const geo::Place* TableContext::findPlace(RowReader& row, std::string_view column) {
    const std::string name(row.text(column));
    if (const auto known = placeIds_.find(name); known != placeIds_.end()) {
        return gazetteer_.find(known->second);
    }
    if (const auto unknown = unknownPlaces_.find(name); unknown != unknownPlaces_.end()) {
        ++unknown->second;
        row.markFaulty();
        return nullptr;
    }
    const geo::Place* place = gazetteer_.require(name, row.place(column), diagnostics_);
    if (place == nullptr) {
        row.markFaulty();
        unknownPlaces_.emplace(name, 1);
    } else {
        placeIds_.emplace(name, place->id);
    }
    return place;
}

std::optional<Location> TableContext::readLocation(RowReader& row, std::string_view column,
                                                   std::string_view latColumn,
                                                   std::string_view lonColumn) {
    const auto position = readPosition(row, latColumn, lonColumn);
    const bool named = !row.text(column).empty();
    if (position) {
        const geo::Place* place = named ? gazetteer_.find(row.text(column)) : nullptr;
        if (place != nullptr && isSwapped(*position, place->position)) {
            row.warning(latColumn,
                        fmt::format("`{}` is in the atlas near this point with `{}` and `{}` the "
                                    "other way round; are they swapped?",
                                    row.text(column), latColumn, lonColumn));
        }
        return Location{place != nullptr ? place->id : std::string{}, *position};
    }
    if (!row.text(latColumn).empty() || !row.text(lonColumn).empty()) return std::nullopt;
    if (!named) {
        row.error(column, fmt::format("`{}` is empty; name a place, or give `{}` and `{}`", column,
                                      latColumn, lonColumn));
        return std::nullopt;
    }
    const geo::Place* place = findPlace(row, column);
    if (place == nullptr) return std::nullopt;
    return Location{place->id, place->position};
}

void TableContext::claimId(RowReader& row, std::string_view table, const std::string& id) {
    const auto [first, isNew] = claimed_.emplace(fmt::format("{}\n{}", table, id), row.row().place);
    if (isNew) return;
    row.error("id", fmt::format("id `{}` is taken by the row at {}{}", id, first->second.file,
                                first->second.line > 0 ? fmt::format(":{}", first->second.line)
                                                       : std::string{}));
}

void TableContext::summariseRepeats() {
    const auto report = [this](const auto& uses, std::string_view what) {
        for (const auto& [name, times] : uses) {
            if (times < 2) continue;
            diagnostics_.note({}, fmt::format("{} `{}` is used {} times; only the first is shown",
                                              what, name, times));
        }
    };
    report(unknownPlaces_, "the unknown place");
    report(unknownSources_, "the unknown source");
}

}  // namespace ebbflow::flow
