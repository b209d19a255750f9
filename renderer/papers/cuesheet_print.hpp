#pragma once
// A film's cue sheet as CSV for a spreadsheet, as an HTML page for reading and printing, and as
// JSON. It lays out what cuesOf found and adds nothing.

#include <string>
#include <vector>

#include "core/timecode.hpp"
#include "papers/cuesheet.hpp"

namespace ebbflow::papers {

struct Cuesheet {
    const story::Story& story;
    core::TimecodeClock clock;
    std::vector<std::string> languages;  ///< columns
    std::vector<Cue> cues;               ///< those to list
    std::size_t inAll = 0;               ///< of which there are, listed or not
    bool openOnly = false;
};

/// RFC 4180; what has several lines in a cell (sources) has as many in each of its cells.
[[nodiscard]] std::string toCsv(const Cuesheet& sheet);
/// One file that needs nothing else.
[[nodiscard]] std::string toHtml(const Cuesheet& sheet);
[[nodiscard]] std::string toJson(const Cuesheet& sheet);

/// `chapter · step`, in the language; the step is left out where it is 0.
[[nodiscard]] std::string placeInFilm(const Cuesheet& sheet, const Cue& cue);

}  // namespace ebbflow::papers
