#include "intake/film_files.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "core/csv.hpp"
#include "intake/film_dates.hpp"
#include "intake/map_files.hpp"

namespace ebbflow::intake {

namespace {

constexpr double kDatedSeconds = 20, kArrivingSeconds = 5, kUndatedSeconds = 12;

/// Any text as YAML in quotes.
std::string inQuotes(std::string_view text) {
    std::string plain(text);
    std::erase_if(plain, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return nlohmann::json(plain).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string degrees(double value) {
    return fmt::format("{}", value);
}

std::string tableOf(const std::vector<std::string>& header,
                    const std::vector<std::vector<std::string>>& rows) {
    std::string text = core::csvRow(header);
    for (const auto& row : rows) text += core::csvRow(row);
    return text;
}

/// Rows without the columns that none of them fills.
std::string compactTable(std::vector<std::string> header,
                         std::vector<std::vector<std::string>> rows) {
    for (std::size_t i = header.size(); i-- > 0;) {
        const bool empty =
            std::ranges::all_of(rows, [&](const auto& row) { return row[i].empty(); });
        if (!empty) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        header.erase(header.begin() + at);
        for (auto& row : rows) row.erase(row.begin() + at);
    }
    return tableOf(header, rows);
}

std::string movementsOf(const Draft& draft, const std::string& unit) {
    std::vector<std::vector<std::string>> rows;
    for (const DraftMovement& m : draft.movements) {
        const auto degreesOf = [](const DraftEnd& end, double core::LonLat::*part) {
            return end.point ? degrees((*end.point).*part) : std::string();
        };
        rows.push_back(
            {m.kind, m.from.place, degreesOf(m.from, &core::LonLat::lat),
             degreesOf(m.from, &core::LonLat::lon), m.to.place, degreesOf(m.to, &core::LonLat::lat),
             degreesOf(m.to, &core::LonLat::lon), m.when ? core::toString(*m.when) : std::string(),
             fmt::format("{}", m.count), unit, m.way,
             m.confidence ? std::string(core::toString(*m.confidence)) : "", m.source, m.note});
    }
    return compactTable({"kind", "from", "from_lat", "from_lon", "to", "to_lat", "to_lon", "when",
                         "count", "unit", "route", "confidence", "source", "note"},
                        std::move(rows));
}

std::string placesOf(const Draft& draft) {
    std::vector<std::vector<std::string>> rows;
    for (const DraftPlace& place : draft.places)
        rows.push_back({place.id, place.name, degrees(place.at.lat), degrees(place.at.lon)});
    return tableOf({"id", "name", "lat", "lon"}, rows);
}

/// What moves, the most numerous first.
std::vector<std::string> kindsOf(const Draft& draft) {
    std::map<std::string, std::int64_t> counts;
    for (const DraftMovement& m : draft.movements) counts[m.kind] += m.count;
    std::vector<std::string> kinds;
    for (const auto& [kind, count] : counts) kinds.push_back(kind);
    std::ranges::stable_sort(kinds, std::greater{},
                             [&](const std::string& kind) { return counts[kind]; });
    return kinds;
}

/// Units of our own, in the form for one and for several.
std::string wordsText(std::string_view unit) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOurs{
        {{"journeys", "journey"},
         {"legs", "leg"},
         {"stretches", "stretch"},
         {"departures", "departure"}}};
    const auto own = std::ranges::find(kOurs, unit, &decltype(kOurs)::value_type::first);
    if (own == kOurs.end()) return {};
    return fmt::format("words: {{{0}_one: {{en: \"{{n}} {1}\"}}, {0}: {{en: \"{{n}} {0}\"}}}}\n",
                       own->first, own->second);
}

std::string flowsText(const std::vector<std::string>& kinds) {
    constexpr std::array<std::string_view, 8> kColours{"gold", "cyan", "vermilion", "violet",
                                                       "jade", "rose", "sand",      "white"};
    std::string text =
        "\nflows:                         # how each kind of movement looks, and its name in the "
        "legend\n";
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const std::string name = inQuotes(kinds[i]);
        text += i < kColours.size()
                    ? fmt::format("  {}: {{color: {}, label: {}}}\n", name, kColours[i], name)
                    : fmt::format("  {}: {{label: {}}}\n", name, name);
    }
    return text;
}

std::size_t endsOf(const Draft& draft) {
    std::set<std::string> ends;
    for (const DraftMovement& m : draft.movements) {
        for (const DraftEnd& end : {m.from, m.to})
            ends.insert(end.point ? fmt::format("{},{}", end.point->lat, end.point->lon)
                                  : end.place);
    }
    return ends.size();
}

/// `1,390`
std::string grouped(std::int64_t number) {
    std::string text = fmt::format("{}", number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    return text;
}

std::string areasCaption(const Draft& draft) {
    std::size_t areas = 0;
    for (const DraftMap& map : draft.maps) areas += map.areas.size();
    return fmt::format("{} area{}.", areas, areas == 1 ? "" : "s");
}

std::string captionOf(const Draft& draft, const std::string& unit) {
    if (!draft.caption.empty()) return draft.caption;
    if (draft.movements.empty() && draft.places.empty()) return areasCaption(draft);
    if (draft.movements.empty()) return fmt::format("{} places.", draft.places.size());
    std::int64_t sum = 0;
    for (const DraftMovement& m : draft.movements) sum += m.count;
    const std::size_t places = endsOf(draft);
    return fmt::format("{} {}, between {} place{}.", grouped(sum), unit, places,
                       places == 1 ? "" : "s");
}

/// Where nothing moves, a ring for each place, as many as a picture can hold.
std::string ringsText(const std::vector<DraftPlace>& places) {
    constexpr std::size_t kMostRings = 40;
    std::string show, rings;
    for (const DraftPlace& place : std::span(places).first(std::min(places.size(), kMostRings))) {
        show += (show.empty() ? "" : ", ") + inQuotes(place.id);
        rings += fmt::format("      - {{ring: {}}}\n", inQuotes(place.id));
    }
    return fmt::format("    show: [{}]\n    marks:\n{}", show, rings);
}

/// Where dates pass, and a second step on which the last lights arrive.
std::string datedSteps(const Draft& draft, const std::string& dates, const std::string& unit) {
    const std::string_view keeps = draft.keepsWays ? "        accumulate: all        # what was "
                                                     "travelled stays on the map\n"
                                                   : "";
    const std::string first = fmt::format(
        "    steps:\n"
        "      - date: {}   # all that the data has; a shorter period tells less of it, and "
        "slower\n"
        "        length: {}             # seconds\n"
        "{}        caption: {}\n"
        "        # show: [A, B]         # places that the camera fits; left out, all of them\n"
        "        # notes: For the presenter alone.\n",
        dates, kDatedSeconds, keeps, inQuotes(captionOf(draft, unit)));
    if (draft.movements.empty()) return first;
    return first + fmt::format("      - length: {}              # the last ones arrive\n{}",
                               kArrivingSeconds, keeps);
}

std::string chapterText(const Draft& draft, const std::string& unit) {
    const std::string head = "\nchapters:\n  - id: all\n";
    const std::string dates = datesOf(draft);
    if (!dates.empty()) return head + datedSteps(draft, dates, unit);
    std::string text = fmt::format("    length: {}                 # seconds\n", kUndatedSeconds);
    if (draft.keepsWays)
        text += "    accumulate: all            # what was travelled stays on the map\n";
    text += fmt::format("    caption: {}\n", inQuotes(captionOf(draft, unit)));
    if (draft.movements.empty() && !draft.places.empty()) text += ringsText(draft.places);
    return head + text +
           "    # show: [A, B]             # places that the camera fits; left out, all of them\n"
           "    # notes: For the presenter alone.\n";
}

std::string scriptOf(const Draft& draft, const std::vector<std::string>& names,
                     const std::string& unit) {
    std::string text = fmt::format(
        "# Made by `ebbflow import` from {}; README.md says what was understood and what was not.\n"
        "# Change a line, save, and look:  ebbflow play .\n\n"
        "title: {}\n"
        "source: {}   # who counted this, and where it can be read\n\n",
        fmt::join(names, ", "), inQuotes(draft.title),
        inQuotes(fmt::format("{}", fmt::join(names, ", "))));
    if (!draft.movements.empty()) text += "movements: data/movements.csv\n";
    if (!draft.places.empty()) text += "places: data/places.csv\n";
    text += mapText(draft);
    text += wordsText(unit);
    if (!draft.movements.empty()) text += flowsText(kindsOf(draft));
    return text + chapterText(draft, unit);
}

std::string listed(std::string_view heading, const std::vector<std::string>& sentences) {
    if (sentences.empty()) return {};
    std::string text = fmt::format("\n## {}\n\n", heading);
    for (const std::string& sentence : sentences) text += fmt::format("- {}\n", sentence);
    return text;
}

std::string readMeOf(const Draft& draft, const std::vector<std::string>& names,
                     const Findings& findings) {
    std::string text = fmt::format("# {}\n\nMade by `ebbflow import` from {}.\n", draft.title,
                                   fmt::join(names, ", "));
    text += listed("What was understood", findings.understood);
    text += listed("What was passed over", findings.passedOver);
    text += listed("What else it might be", findings.otherwise);
    text +=
        "\n    ebbflow check .              every fault, with its line\n"
        "    ebbflow play .               the film in a window; it reloads when you save\n"
        "    ebbflow render . -o film.mp4\n";
    return text;
}

}  // namespace

std::vector<FilmFile> filmFiles(const Draft& draft, const std::vector<std::string>& names,
                                const Findings& findings) {
    const std::string unit = draft.unit.empty() ? "counted" : draft.unit;
    std::vector<FilmFile> files{{"film.yaml", scriptOf(draft, names, unit)}};
    if (!draft.movements.empty()) files.push_back({"data/movements.csv", movementsOf(draft, unit)});
    if (!draft.places.empty()) files.push_back({"data/places.csv", placesOf(draft)});
    std::ranges::move(mapFiles(draft), std::back_inserter(files));
    files.push_back({"README.md", readMeOf(draft, names, findings)});
    return files;
}

}  // namespace ebbflow::intake
