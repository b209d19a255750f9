#pragma once
// What an input can be, a row each: its name, whether an input looks like it, and its reader. It is
// tried from the first to the last.

#include <optional>
#include <span>
#include <string_view>

#include "intake/draft.hpp"
#include "intake/given.hpp"
#include "intake/reading.hpp"

namespace ebbflow::intake {

struct Kind {
    std::string_view name;  ///< for `--as`
    std::string_view what;  ///< in a sentence: "two tables of flowmap.blue's form"
    /// Whether it may be this, by what is in it and how things are named.
    bool (*fits)(const Given& given);
    /// The draft, or nothing after reporting why not. May change the tables.
    std::optional<Draft> (*read)(Given& given, Reading& reading);
};

[[nodiscard]] std::span<const Kind> kinds();

// Its rows, each in a file of its own.
[[nodiscard]] Kind flowmapPair();
[[nodiscard]] Kind journeyTable();
[[nodiscard]] Kind placeMatrix();
[[nodiscard]] Kind timetable();
[[nodiscard]] Kind keplerMap();
[[nodiscard]] Kind mapJourneys();
[[nodiscard]] Kind stopTable();
[[nodiscard]] Kind placeTable();
[[nodiscard]] Kind areaMap();

}  // namespace ebbflow::intake
