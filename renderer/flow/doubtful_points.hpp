#pragma once
// Points of a table that are degrees and yet hardly meant: 0, 0, and one that would lie among the
// others if its latitude and longitude changed places. It warns; it mends nothing.

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/coordinates.hpp"
#include "core/diagnostic.hpp"

namespace ebbflow::flow {

class DoubtfulPoints {
public:
    /// `name`: of the place, for the message; may be empty.
    void add(core::LonLat point, const core::SourcePlace& row, std::string_view name);
    /// One warning for each doubtful point, the first time that it comes.
    void say(core::Diagnostics& diagnostics) const;

private:
    struct Point {
        core::LonLat at;
        core::SourcePlace row;
        std::string name;
    };
    std::vector<Point> points_;  ///< each where it comes first
    std::set<std::pair<double, double>> seen_;
};

/// Whether `found` is not the place at `known`, and would be if its coordinates changed places.
[[nodiscard]] bool isSwapped(core::LonLat found, core::LonLat known);

}  // namespace ebbflow::flow
