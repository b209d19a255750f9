#include "geo/gazetteer.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "geo/country_names.hpp"
#include "geo/fold_name.hpp"

namespace ebbflow::geo {

namespace {

/// Days between `day` and the span; 0 inside it.
std::int64_t daysAway(const core::Validity& valid, core::Day day) {
    if (valid.from && day < *valid.from) return *valid.from - day;
    if (valid.to && *valid.to < day) return day - *valid.to;
    return 0;
}

// No name folds to something that begins with '=', so ids and names share one index.
std::string idKey(std::string_view id) {
    return "=" + foldName(id);
}

std::vector<std::string> keysOf(const Place& place) {
    std::vector<std::string> keys{idKey(place.id), foldName(place.id)};
    for (const PlaceName& name : place.names) {
        for (const auto& [language, word] : name.name.words) keys.push_back(foldName(word));
    }
    for (const std::string& alias : place.aliases) keys.push_back(foldName(alias));
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
}

void sortByTime(std::vector<PlaceName>& names) {
    const auto start = [](const PlaceName& n) {
        return n.valid.from ? n.valid.from->number : std::numeric_limits<std::int32_t>::min();
    };
    std::ranges::stable_sort(names, {}, start);
}

void merge(Place& into, const Place& row) {
    for (const PlaceName& name : row.names) into.names.push_back(name);
    for (const std::string& alias : row.aliases) {
        if (std::ranges::find(into.aliases, alias) == into.aliases.end()) {
            into.aliases.push_back(alias);
        }
    }
    into.rank = std::min(into.rank, row.rank);
    if (into.country.empty()) into.country = row.country;
}

std::string unknownPlace(std::string_view name, const std::string& advice) {
    if (isCountry(name)) {
        return fmt::format(
            "`{}` is a country, and lights go from place to place: name a city, or "
            "give it a point of its own in `places`, with `lat` and `lon`",
            name);
    }
    return fmt::format("no place is called `{}`{}", name,
                       advice.empty() ? "; what the atlas lacks goes into `places`, with `lat` and "
                                        "`lon`"
                                      : advice);
}

}  // namespace

const core::LocalText& Place::nameOn(core::Day day) const {
    static const core::LocalText kNone;
    const PlaceName* best = nullptr;
    for (const PlaceName& name : names) {
        if (!best || daysAway(name.valid, day) < daysAway(best->valid, day)) best = &name;
    }
    return best ? best->name : kNone;
}

void Gazetteer::index(std::size_t place) {
    for (const std::string& key : keysOf(places_[place])) {
        if (key.empty()) continue;
        auto& holders = byKey_[key];
        if (std::ranges::find(holders, place) == holders.end()) holders.push_back(place);
    }
}

void Gazetteer::forget(std::size_t place) {
    for (const std::string& key : keysOf(places_[place])) std::erase(byKey_[key], place);
}

void Gazetteer::add(const Place& place, bool overrides) {
    const auto known = byKey_.find(idKey(place.id));
    std::size_t at = places_.size();
    if (known == byKey_.end() || known->second.empty()) {
        places_.push_back(place);
    } else {
        at = known->second.front();
        if (overrides) {
            forget(at);
            places_[at] = place;
        } else {
            merge(places_[at], place);
        }
    }
    places_[at].own = places_[at].own || overrides;
    sortByTime(places_[at].names);
    index(at);
}

std::vector<const Place*> Gazetteer::holders(const std::string& key) const {
    std::vector<const Place*> result;
    const auto found = byKey_.find(key);
    if (found == byKey_.end()) return result;
    for (const std::size_t i : found->second) result.push_back(&places_[i]);
    std::ranges::stable_sort(
        result, {}, [](const Place* place) { return std::pair(!place->own, place->rank); });
    return result;
}

std::vector<const Place*> Gazetteer::candidates(std::string_view name) const {
    auto byId = holders(idKey(name)), byName = holders(foldName(name));
    const std::size_t comma = name.rfind(',');
    if (byName.empty() && comma != std::string_view::npos) {
        byName = holders(foldName(name.substr(0, comma)));
        std::erase_if(byName, [&](const Place* place) {
            return !sameCountry(place->country, name.substr(comma + 1));
        });
    }
    if (byId.empty()) return byName;
    // The atlas's ids are plain words: a scene's own place, or one that matters more, may have such
    // a word as its name. `Canton` is no town in Ohio.
    const bool asName = !byId.front()->own && !byName.empty() &&
                        (byName.front()->own || byName.front()->rank < byId.front()->rank);
    return asName ? byName : byId;
}

const Place* Gazetteer::find(std::string_view name) const {
    const auto found = candidates(name);
    return found.empty() ? nullptr : found.front();
}

std::string Gazetteer::nearest(std::string_view name) const {
    std::vector<std::string> spellings;
    for (const Place& place : places_) {
        spellings.push_back(place.id);
        for (const PlaceName& n : place.names) {
            for (const auto& [language, word] : n.name.words) spellings.push_back(word);
        }
        spellings.insert(spellings.end(), place.aliases.begin(), place.aliases.end());
    }
    return core::didYouMean(name, spellings);
}

const Place* Gazetteer::require(std::string_view name, const core::SourcePlace& where,
                                core::Diagnostics& diagnostics) const {
    const auto found = candidates(name);
    if (found.empty()) {
        diagnostics.error(where, unknownPlace(name, isCountry(name) ? "" : nearest(name)));
        return nullptr;
    }
    if (found.size() > 1 && found[0]->own == found[1]->own && found[0]->rank == found[1]->rank) {
        diagnostics.warning(
            where,
            fmt::format("`{}` may be {} ({}) or {} ({}), equally important; taking {}: write "
                        "the id of the one you mean",
                        name, found[0]->id, found[0]->country, found[1]->id, found[1]->country,
                        found[0]->id));
    }
    return found.front();
}

}  // namespace ebbflow::geo
