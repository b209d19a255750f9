#include <charconv>
#include <unordered_map>

#include <fmt/format.h>

#include "flow/cells.hpp"
#include "flow/doubtful_points.hpp"
#include "flow/prepare_table.hpp"
#include "flow/table_parts.hpp"

namespace ebbflow::flow {

namespace {

int readRank(RowReader& row, int usual) {
    const std::string_view text = row.text("rank");
    int rank = usual;
    if (text.empty()) return rank;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rank);
    if (error != std::errc{} || end != text.data() + text.size() || rank < 0) {
        row.error("rank",
                  fmt::format("rank `{}` is no whole number from 0 (most important) up", text));
    }
    return rank;
}

core::Validity readValidity(RowReader& row) {
    core::Validity valid;
    if (const auto from = readPeriod(row, "valid_from")) valid.from = from->first();
    if (const auto to = readPeriod(row, "valid_to")) valid.to = to->last();
    if (valid.from && valid.to && *valid.to < *valid.from) {
        row.error("valid_to", fmt::format("valid_to {} is before valid_from {}",
                                          row.text("valid_to"), row.text("valid_from")));
    }
    return valid;
}

geo::Place readPlace(RowReader& row) {
    geo::Place place;
    geo::PlaceName name{readWords(row, "name"), readValidity(row)};
    place.id = row.text("id");
    if (place.id.empty() && !name.name.empty()) place.id = name.name.words.front().second;
    if (place.id.empty()) row.error("id", "a place needs an `id` or a `name`");
    // flowmap.blue lets the id stand for the name.
    if (name.name.empty()) name.name.words.emplace_back(std::string{}, place.id);
    place.names.push_back(std::move(name));
    place.aliases = readList(row, "aka");
    place.country = row.text("country");
    place.rank = readRank(row, place.rank);
    if (row.text("lat").empty() && row.text("lon").empty()) {
        row.error("lat", "`lat` and `lon` are empty; a place needs them, in degrees");
    } else if (const auto position = readPosition(row, "lat", "lon")) {
        place.position = *position;
    }
    return place;
}

/// The atlas may know where a place of that name is.
bool warnIfSwapped(RowReader& row, const geo::Place& place, const geo::Gazetteer& gazetteer) {
    const geo::Place* known = gazetteer.find(place.names.front().name.inOrAny("en"));
    if (known == nullptr || !isSwapped(place.position, known->position)) return false;
    row.warning("lat", fmt::format("`{}` is far from where the atlas has it ({}, {}), and near it "
                                   "with `lat` and `lon` the other way round; are they swapped?",
                                   place.id, known->position.lat, known->position.lon));
    return true;
}

/// The places of one spec by id, in the order in which they first come.
class PlaceBook {
public:
    void add(RowReader& row, geo::Place place) {
        const auto [known, isNew] = byId_.emplace(place.id, places_.size());
        if (isNew) {
            places_.push_back(std::move(place));
            return;
        }
        geo::Place& first = places_[known->second];
        if (first.position != place.position) {
            row.error("lat", fmt::format(
                                 "`{}` stands elsewhere in an earlier row ({}, {}); rows of one id "
                                 "are names of one place by date",
                                 place.id, first.position.lat, first.position.lon));
            return;
        }
        first.names.push_back(std::move(place.names.front()));
        first.aliases.insert(first.aliases.end(), place.aliases.begin(), place.aliases.end());
        first.rank = std::min(first.rank, place.rank);
    }
    [[nodiscard]] const std::vector<geo::Place>& places() const { return places_; }

private:
    std::vector<geo::Place> places_;
    std::unordered_map<std::string, std::size_t> byId_;
};

}  // namespace

void readPlaces(const core::TableSpec& spec, TableContext& context) {
    PlaceBook book;
    DoubtfulPoints points;
    for (const RawTable& table : readPrepared(spec, core::placeColumns(), context)) {
        if (!hasColumns(table, {{"id", "name"}, {"lat"}, {"lon"}}, context.diagnostics())) continue;
        for (const RawRow& raw : table.rows) {
            RowReader row(table, raw, context.diagnostics());
            geo::Place place = readPlace(row);
            if (!row.sound()) continue;
            if (!warnIfSwapped(row, place, context.gazetteer()))
                points.add(place.position, raw.place, place.id);
            book.add(row, std::move(place));
        }
    }
    points.say(context.diagnostics());
    for (const geo::Place& place : book.places()) context.gazetteer().add(place, true);
}

}  // namespace ebbflow::flow
