#pragma once
// Places by name: the atlas's and the script's, with names per language and by date. It resolves
// names; it never guesses between two places of one name without saying so.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/coordinates.hpp"
#include "core/diagnostic.hpp"
#include "core/text_value.hpp"
#include "core/validity.hpp"
#include "geo/place_use.hpp"

namespace ebbflow::geo {

/// One name a place had, and when.
struct PlaceName {
    core::LocalText name;
    core::Validity valid;
    friend bool operator==(const PlaceName&, const PlaceName&) = default;
};

struct Place {
    std::string id;
    core::LonLat position;
    std::vector<PlaceName> names;  ///< in order of validity
    std::vector<std::string> aliases;
    std::string country;
    int rank = 10;     ///< 0 = a metropolis; larger = less important
    bool own = false;  ///< of a source that overrides the atlas, such as a scene's tables

    /// The name of that day, else the nearest in time.
    [[nodiscard]] const core::LocalText& nameOn(core::Day day) const;
    friend bool operator==(const Place&, const Place&) = default;
};

class Gazetteer {
public:
    /// Adds a row; rows of one id are one place with several names. A later source's place replaces
    /// an earlier one of the same id when `overrides`.
    void add(const Place& place, bool overrides = false);

    /// Chooses, for each name of a film that several places have, the one nearest to the film's
    /// other places (and `others`), on average; where that tells no difference, the more important.
    /// Warns once a name which it chose, unless that is by far the more important, and how to be
    /// sure. From then on find() goes by it.
    void settle(std::span<const PlaceUse> uses, std::span<const core::LonLat> others,
                core::Diagnostics& diagnostics);

    /// By id, by any name in any language at any date, or by alias, or by one of these with its
    /// country (`Santa Cruz, Bolivia`); letter case and accents of the Latin alphabet do not count.
    /// Of several, an own one, then the one that settle() chose, then the most important (lowest
    /// rank); an id before names, but for an id of the atlas that names an own or a more important
    /// place. Null when there is none.
    [[nodiscard]] const Place* find(std::string_view name) const;
    /// find(), or an error at `where` with the cause and the nearest name.
    [[nodiscard]] const Place* require(std::string_view name, const core::SourcePlace& where,
                                       core::Diagnostics& diagnostics) const;
    [[nodiscard]] const std::vector<Place>& all() const { return places_; }

private:
    void index(std::size_t place);
    void forget(std::size_t place);
    /// Of an index key, the one that find() takes first.
    [[nodiscard]] std::vector<const Place*> holders(const std::string& key) const;
    [[nodiscard]] std::vector<const Place*> candidates(std::string_view name) const;
    [[nodiscard]] std::vector<const Place*> withCountry(std::string_view name) const;
    /// Those of one name between which neither the script nor an id decides.
    [[nodiscard]] std::vector<const Place*> rivals(std::string_view name) const;
    /// The name of the most important place of that country; empty where there is none.
    [[nodiscard]] std::string greatestCityOf(std::string_view country) const;
    [[nodiscard]] std::string unknown(std::string_view name) const;

    std::vector<Place> places_;
    std::unordered_map<std::string, std::vector<std::size_t>> byKey_;
    std::unordered_map<std::string, std::string> settled_;  ///< a name's key → the place's id
};

}  // namespace ebbflow::geo
