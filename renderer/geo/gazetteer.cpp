#include "geo/gazetteer.hpp"

#include <algorithm>
#include <limits>
#include <map>
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

/// The atlas's ids are plain words: a scene's own place, or one that matters more, may have such a
/// word as its name. `Canton` is no town in Ohio. The id's place is among those of the name.
bool idStands(const std::vector<const Place*>& byId, const std::vector<const Place*>& byName) {
    if (byId.empty()) return false;
    const Place &id = *byId.front(), &named = *byName.front();
    return id.own || (!named.own && named.rank >= id.rank);
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

std::vector<const Place*> Gazetteer::withCountry(std::string_view name) const {
    const std::size_t comma = name.rfind(',');
    if (comma == std::string_view::npos) return {};
    auto found = holders(foldName(name.substr(0, comma)));
    std::erase_if(found, [&](const Place* place) {
        return !sameCountry(place->country, name.substr(comma + 1));
    });
    return found;
}

std::vector<const Place*> Gazetteer::candidates(std::string_view name) const {
    auto byName = holders(foldName(name));
    if (byName.empty()) byName = withCountry(name);
    if (byName.empty()) return {};
    auto byId = holders(idKey(name));
    const bool isId = idStands(byId, byName);
    if (isId && byId.front()->id == name) return byId;
    const auto chosen = settled_.find(foldName(name));
    if (chosen != settled_.end() && !byName.front()->own) {
        std::ranges::stable_partition(
            byName, [&](const Place* place) { return place->id == chosen->second; });
        return byName;
    }
    return isId ? byId : byName;
}

std::vector<const Place*> Gazetteer::rivals(std::string_view name) const {
    std::vector<const Place*> all = holders(foldName(name));
    if (all.empty()) all = withCountry(name);
    const auto byId = holders(idKey(name));
    const bool plain = idStands(byId, all) && byId.front()->id == name;
    if (all.size() < 2 || plain) return {};
    std::erase_if(all, [own = all.front()->own](const Place* place) { return place->own != own; });
    return all.size() < 2 ? std::vector<const Place*>{} : all;
}

const Place* Gazetteer::find(std::string_view name) const {
    const auto found = candidates(name);
    return found.empty() ? nullptr : found.front();
}

std::string Gazetteer::greatestCityOf(std::string_view country) const {
    std::map<std::string_view, bool> asked;
    const Place* greatest = nullptr;
    for (const Place& place : places_) {
        if (place.country.empty() || (greatest != nullptr && greatest->rank <= place.rank))
            continue;
        const auto [known, fresh] = asked.try_emplace(place.country, false);
        if (fresh) known->second = sameCountry(place.country, country);
        if (known->second) greatest = &place;
    }
    if (greatest == nullptr) return {};
    return greatest->names.empty() ? greatest->id : greatest->names.back().name.inOrAny("en");
}

std::string Gazetteer::unknown(std::string_view name) const {
    const std::string city = greatestCityOf(name);
    if (isCountry(name) || !city.empty()) {
        return fmt::format(
            "`{}` is a country, and lights go from place to place: name a city{}, or "
            "give it a point of its own in `places`, with `lat` and `lon`",
            name, city.empty() ? "" : fmt::format(", such as `{}`", city));
    }
    std::vector<std::string> spellings;
    for (const Place& place : places_) {
        spellings.push_back(place.id);
        for (const PlaceName& n : place.names) {
            for (const auto& [language, word] : n.name.words) spellings.push_back(word);
        }
        spellings.insert(spellings.end(), place.aliases.begin(), place.aliases.end());
    }
    const std::string advice = core::didYouMean(name, spellings);
    return fmt::format("no place is called `{}`{}", name,
                       advice.empty() ? "; what the atlas lacks goes into `places`, with `lat` and "
                                        "`lon`"
                                      : advice);
}

const Place* Gazetteer::require(std::string_view name, const core::SourcePlace& where,
                                core::Diagnostics& diagnostics) const {
    const Place* place = find(name);
    if (place == nullptr) diagnostics.error(where, unknown(name));
    return place;
}

}  // namespace ebbflow::geo
