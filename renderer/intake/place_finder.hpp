#pragma once
// Places that a file's journeys name: found among those that were given with it, else in the atlas.
// It guesses none.

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/draft.hpp"
#include "intake/given.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

class PlaceFinder {
public:
    explicit PlaceFinder(Reading& reading) : reading_(reading) {}

    /// Takes the places of a table with a position column pair and names or ids. Rows that are no
    /// places are warned of and left out.
    void take(Sheet& sheet);

    /// The end of a movement that is called so, and from then on the place counts as used; nothing
    /// where no place is.
    [[nodiscard]] std::optional<DraftEnd> find(std::string_view name);

    /// Given places that were used, in the order of their table. Says how many were not.
    [[nodiscard]] std::vector<DraftPlace> used() const;
    /// All that were given.
    [[nodiscard]] const std::vector<DraftPlace>& all() const { return places_; }
    /// How many different names the atlas had to find.
    [[nodiscard]] std::size_t ofAtlas() const { return ofAtlas_.size(); }

private:
    void add(DraftPlace place);

    Reading& reading_;
    std::vector<DraftPlace> places_;
    std::unordered_map<std::string, std::size_t> byName_;  ///< id, and folded name
    std::set<std::size_t> used_;
    std::set<std::string, std::less<>> ofAtlas_;
};

}  // namespace ebbflow::intake
