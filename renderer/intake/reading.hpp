#pragma once
// What every reader of a kind of input is given beside the input: how the user wants it read, the
// atlas's places, and where to say what was found.

#include <functional>
#include <optional>
#include <string>

#include "core/diagnostic.hpp"
#include "geo/gazetteer.hpp"
#include "intake/findings.hpp"

namespace ebbflow::intake {

/// What the user says of the files' form.
struct Forms {
    char decimal = 0;          ///< `.` or `,`; 0 = found from the numbers
    std::string dateFormat{};  ///< as core/date_format.hpp has it; empty = found from the dates
    std::string encoding{};    ///< of tables' texts; empty = as the files say, else UTF-8
    std::string day{};         ///< of a timetable: the day that is shown; empty = its fullest
};

struct Reading {
    Forms forms;
    /// The atlas's places; opened when first asked for.
    std::function<const geo::Gazetteer&()> atlas;
    Findings& findings;
    core::Diagnostics& diagnostics;
};

}  // namespace ebbflow::intake
