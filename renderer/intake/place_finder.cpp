#include "intake/place_finder.hpp"

#include <fmt/format.h>

#include "core/table_columns.hpp"
#include "flow/cells.hpp"
#include "flow/number_form.hpp"
#include "geo/fold_name.hpp"
#include "intake/columns.hpp"
#include "intake/left_out.hpp"

namespace ebbflow::intake {

void PlaceFinder::add(DraftPlace place) {
    const std::size_t index = places_.size();
    byName_.emplace(place.id, index);
    byName_.emplace("=" + geo::foldName(place.name), index);
    places_.push_back(std::move(place));
}

void PlaceFinder::take(Sheet& sheet) {
    flow::RawTable& table = sheet.table;
    const auto name = columnOf(table, "name");
    const auto id = columnOf(table, "id");
    const auto positions = positionsOf(table);
    if (positions.empty()) return;
    if (name) rename(table, *name, "name");
    if (id && id != name) rename(table, *id, "id");
    rename(table, positions[0].lat, "lat");
    rename(table, positions[0].lon, "lon");
    table.decimal = reading_.forms.decimal;
    flow::settleNumbers(table, core::placeColumns(), reading_.diagnostics);
    LeftOut leftOut(sheet.name(), reading_);
    for (const flow::RawRow& raw : table.rows) {
        core::Diagnostics faults;
        flow::RowReader row(table, raw, faults);
        const auto at = flow::readPosition(row, "lat", "lon");
        const std::string called(row.text("name").empty() ? row.text("id") : row.text("name"));
        const std::string known(row.text("id").empty() ? row.text("name") : row.text("id"));
        if (!at && row.sound()) row.error("lat", "this place has no position");
        if (called.empty() && row.sound()) row.error("lat", "this place has no name");
        if (at && !called.empty() && byName_.contains(known))
            row.error("id", fmt::format("a second place is called `{}`", known));
        if (leftOut.take(faults)) continue;
        add({known, called, *at});
    }
    leftOut.tell();
}

std::optional<DraftEnd> PlaceFinder::find(std::string_view name) {
    auto found = byName_.find(std::string(name));
    if (found == byName_.end()) found = byName_.find("=" + geo::foldName(name));
    if (found != byName_.end()) {
        used_.insert(found->second);
        return DraftEnd{places_[found->second].id, {}};
    }
    if (reading_.atlas().find(name) == nullptr) return std::nullopt;
    ofAtlas_.emplace(name);
    return DraftEnd{std::string(name), {}};
}

std::vector<DraftPlace> PlaceFinder::used() const {
    std::vector<DraftPlace> own;
    for (const std::size_t index : used_) own.push_back(places_[index]);
    if (used_.size() < places_.size()) {
        reading_.findings.passedOver.push_back(
            fmt::format("{} of {} places, which no journey names", places_.size() - used_.size(),
                        places_.size()));
    }
    return own;
}

}  // namespace ebbflow::intake
