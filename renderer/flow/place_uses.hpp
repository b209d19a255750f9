#pragma once
// Which places the rows of tables name, before any of them is read: a name that several places
// have can only be told by the others. It looks nothing up.

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/coordinates.hpp"
#include "flow/raw_table.hpp"
#include "geo/place_use.hpp"

namespace ebbflow::flow {

/// The columns of one place: its name, and its position.
struct PlaceColumns {
    std::string_view name, lat, lon;
};

class PlaceUses {
public:
    /// Names of rows that give no position, each where it stands first; and the positions of some
    /// of those that do.
    void add(const RawTable& table, std::span<const PlaceColumns> columns);

    [[nodiscard]] std::vector<geo::PlaceUse>& names() { return names_; }
    [[nodiscard]] std::vector<core::LonLat>& points() { return points_; }

private:
    void addColumns(const RawTable& table, const PlaceColumns& columns);

    std::vector<geo::PlaceUse> names_;
    std::vector<core::LonLat> points_;
    std::set<std::string, std::less<>> seen_;
};

}  // namespace ebbflow::flow
