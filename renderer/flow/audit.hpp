#pragma once
// What is shown when, held against the tables: the lights that each chapter launches, counted again
// from the departures themselves, what of each table no chapter shows, and what of the lights is
// ever seen. It draws nothing and trusts no total.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "flow/schedule.hpp"

namespace ebbflow::flow {

/// What became of a kind's lights once they were launched.
struct Sightings {
    std::int64_t seen = 0;            ///< lights that are in the picture at some moment
    std::int64_t rings = 0;           ///< go nowhere: a ring stands for them, and is seen
    std::int64_t outsidePicture = 0;  ///< pass, or go nowhere, where no camera looks
    std::int64_t offMap = 0;          ///< go where the projection shows nothing
    [[nodiscard]] std::int64_t neverSeen() const { return outsidePicture + offMap; }
    [[nodiscard]] std::int64_t launched() const { return seen + rings + neverSeen(); }
};

/// All of a kind: total = shown + notShown.
struct KindTotal {
    std::string kind;
    std::int64_t total = 0;     ///< of the table
    std::int64_t shown = 0;     ///< falls on days of at least one chapter
    std::int64_t notShown = 0;  ///< falls on days of none
    std::int64_t again = 0;     ///< of `shown`, how much overlapping chapters show once more
    std::int64_t counted = 0;   ///< over all cells
    std::int64_t lights = 0;    ///< over all cells
    std::optional<Sightings> sightings;  ///< where somebody has looked
    [[nodiscard]] bool balances() const {
        return shown + notShown == total && shown + again == counted &&
               (!sightings || sightings->launched() == lights);
    }
};

/// The dots of one entry of `presence` at the start or the end of a step.
struct CrowdCount {
    std::string chapter;
    std::size_t step = 0;     ///< of its chapter, from 1
    bool atEnd = false;       ///< else at its start
    std::string what;         ///< `students leaving`, `students arrived`, or the id of a figure
    std::int64_t dots = 0;    ///< that stand
    std::int64_t lights = 0;  ///< that should: counted again from the departures, or the figure
    std::int64_t perDot = 1;
    double units = 0;  ///< of the table: of the rows to the unit, or the figure
    /// Units by which dots × perDot may fall short of the table's, or be above it. None inside a
    /// row's period: no table says in which order its people leave.
    std::optional<std::pair<std::int64_t, std::int64_t>> spare;
    [[nodiscard]] bool balances() const;
};

struct Audit {
    std::vector<CrowdCount> crowds;  ///< step by step
    std::vector<AuditCell> cells;    ///< chapter by chapter; `lights` counted from the departures
    std::vector<KindTotal> totals;   ///< by kind
    std::vector<std::string> notes;  ///< what is shown beside and is not counted, a sentence each
    [[nodiscard]] bool balances() const;
};

/// Windows as scheduled, in the film's order. Throws std::invalid_argument for N < 1.
[[nodiscard]] Audit audit(std::span<const Movement> movements, std::span<const Window> windows,
                          const std::map<std::string, std::int64_t>& perLight);

/// A table to read, with a last line that says whether it balances.
[[nodiscard]] std::string toText(const Audit& audit);
/// chapter,kind,year,count,one_light,lights,remainder,what; rows without a chapter hold what is not
/// shown, and lights that are launched and never seen; last those of crowds, by `what`. Without a
/// date in the film there is no year.
[[nodiscard]] std::string toCsv(const Audit& audit);
/// {"cells": […], "totals": […], "crowds": […], "balances": true}
[[nodiscard]] std::string toJson(const Audit& audit);

}  // namespace ebbflow::flow
