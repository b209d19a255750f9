#pragma once
// A film before it is written: what was understood of somebody's files, in our terms. Plain data;
// nothing in it is invented, and what the files do not say is empty.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/confidence.hpp"
#include "core/coordinates.hpp"
#include "core/date.hpp"
#include "core/validity.hpp"
#include "geo/feature.hpp"

namespace ebbflow::intake {

struct DraftPlace {
    std::string id;
    std::string name;
    core::LonLat at;
};

/// An end of a movement: a place of the draft or the atlas by name, or a point.
struct DraftEnd {
    std::string place;
    std::optional<core::LonLat> point;
    friend bool operator==(const DraftEnd&, const DraftEnd&) = default;
};

struct DraftMovement {
    std::string kind;
    DraftEnd from, to;
    std::int64_t count = 0;
    std::optional<core::Period> when;
    std::string way;  ///< id of a DraftWay; empty: a great circle
    std::string source, note;
    std::optional<core::Confidence> confidence;
};

/// A line that movements follow.
struct DraftWay {
    std::string id;
    std::vector<core::LonLat> points;
};

/// Areas of one map file, which the map shows.
struct DraftMap {
    std::string file;      ///< that they come from
    core::Validity valid;  ///< of all of it; a snapshot stands until the next begins
    std::vector<geo::Feature> areas;
};

struct Draft {
    std::string title;
    std::string unit;     ///< what is counted, one word; empty: nobody says
    std::string caption;  ///< of the first chapter; empty: one that counts
    std::vector<DraftPlace> places;
    std::vector<DraftMovement> movements;
    std::vector<DraftWay> ways;
    std::vector<DraftMap> maps;
    bool keepsWays = false;  ///< whether what was travelled stays on the map as threads
};

}  // namespace ebbflow::intake
