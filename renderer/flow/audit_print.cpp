#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "flow/audit.hpp"

namespace ebbflow::flow {

namespace {

std::size_t widest(std::size_t header, const auto& items, auto text) {
    std::size_t width = header;
    for (const auto& item : items) width = std::max(width, text(item).size());
    return width;
}

/// RFC 4180: quoted when it holds a comma, a quote or a line end.
std::string csvText(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string yearOf(const AuditCell& cell) {
    return cell.year ? fmt::format("{}", *cell.year) : std::string();
}

nlohmann::ordered_json toJson(const AuditCell& cell) {
    const auto year = cell.year ? nlohmann::ordered_json(*cell.year) : nlohmann::ordered_json();
    return {{"chapter", cell.chapter},     {"kind", cell.kind},          {"year", year},
            {"count", cell.count},         {"one_light", cell.perLight}, {"lights", cell.lights},
            {"remainder", cell.remainder}, {"balances", cell.balances()}};
}

nlohmann::ordered_json toJson(const KindTotal& total) {
    nlohmann::ordered_json json{{"kind", total.kind},          {"total", total.total},
                                {"shown", total.shown},        {"not_shown", total.notShown},
                                {"shown_again", total.again},  {"lights", total.lights},
                                {"balances", total.balances()}};
    if (const auto& s = total.sightings) {
        json["seen"] = s->seen;
        json["rings"] = s->rings;
        json["never_seen"] = {{"outside_picture", s->outsidePicture}, {"off_map", s->offMap}};
    }
    return json;
}

nlohmann::ordered_json toJson(const CrowdCount& crowd) {
    return {
        {"chapter", crowd.chapter}, {"step", crowd.step},   {"at", crowd.atEnd ? "end" : "start"},
        {"what", crowd.what},       {"dots", crowd.dots},   {"one_dot", crowd.perDot},
        {"lights", crowd.lights},   {"units", crowd.units}, {"balances", crowd.balances()}};
}

std::string crowdsText(const Audit& audit, std::size_t chapter) {
    if (audit.crowds.empty()) return "";
    const auto what = widest(
        7, audit.crowds, [](const auto& c) -> auto& { return c.what; });
    std::string text = fmt::format("\n{:<{}}  {:>4}  {:<5}  {:<{}}  {:>8}  {:>7}  {:>8}  {:>10}\n",
                                   "chapter", chapter, "step", "at", "dots of", what, "dots",
                                   "one dot", "recount", "in table");
    for (const CrowdCount& c : audit.crowds) {
        text +=
            fmt::format("{:<{}}  {:>4}  {:<5}  {:<{}}  {:>8}  {:>7}  {:>8}  {:>10}{}\n", c.chapter,
                        chapter, c.step, c.atEnd ? "end" : "start", c.what, what, c.dots, c.perDot,
                        c.lights, c.units, c.balances() ? "" : "  does not balance");
    }
    return text;
}

std::string whyUnseen(const Sightings& sightings) {
    std::vector<std::string> why;
    const auto add = [&](std::int64_t count, const char* reason) {
        if (count > 0) why.push_back(fmt::format("{} {}", count, reason));
    };
    add(sightings.outsidePicture, "where no camera looks");
    add(sightings.offMap, "outside what the projection shows");
    return why.empty() ? "" : fmt::format("  {}", fmt::join(why, ", "));
}

std::string sightingsText(const Audit& audit, std::size_t kind) {
    std::string text;
    for (const KindTotal& t : audit.totals) {
        if (!t.sightings) continue;
        const Sightings& s = *t.sightings;
        if (text.empty())
            text = fmt::format("\n{:<{}}  {:>10}  {:>10}  {:>10}  {:>11}  {}\n", "kind", kind,
                               "launched", "seen", "as rings", "never seen", "why");
        text += fmt::format("{:<{}}  {:>10}  {:>10}  {:>10}  {:>11}{}\n", t.kind, kind, t.lights,
                            s.seen, s.rings, s.neverSeen(), whyUnseen(s));
    }
    return text;
}

}  // namespace

std::string toText(const Audit& audit) {
    const auto chapter = widest(
        7, audit.cells, [](const auto& c) -> auto& { return c.chapter; });
    const auto kind = widest(
        4, audit.totals, [](const auto& t) -> auto& { return t.kind; });
    std::string text =
        fmt::format("{:<{}}  {:<{}}  {:>4}  {:>10}  {:>9}  {:>10}  {:>9}\n", "chapter", chapter,
                    "kind", kind, "year", "count", "one light", "lights", "remainder");
    for (const AuditCell& c : audit.cells) {
        text += fmt::format("{:<{}}  {:<{}}  {:>4}  {:>10}  {:>9}  {:>10}  {:>9}{}\n", c.chapter,
                            chapter, c.kind, kind, yearOf(c), c.count, c.perLight, c.lights,
                            c.remainder, c.balances() ? "" : "  does not balance");
    }
    text += fmt::format("\n{:<{}}  {:>10}  {:>10}  {:>10}  {:>11}  {:>10}\n", "kind", kind,
                        "in table", "shown", "not shown", "shown again", "lights");
    for (const KindTotal& t : audit.totals) {
        text += fmt::format("{:<{}}  {:>10}  {:>10}  {:>10}  {:>11}  {:>10}{}\n", t.kind, kind,
                            t.total, t.shown, t.notShown, t.again, t.lights,
                            t.balances() ? "" : "  does not balance");
    }
    text += sightingsText(audit, kind);
    text += crowdsText(audit, chapter);
    if (!audit.notes.empty())
        text += fmt::format("\nof no table: {}\n", fmt::join(audit.notes, "\n             "));
    return text + (audit.balances() ? "\nbalances to the unit\n" : "\ndoes NOT balance\n");
}

std::string toCsv(const Audit& audit) {
    std::string text = "chapter,kind,year,count,one_light,lights,remainder,what\n";
    for (const AuditCell& c : audit.cells) {
        text += fmt::format("{},{},{},{},{},{},{},shown\n", csvText(c.chapter), csvText(c.kind),
                            yearOf(c), c.count, c.perLight, c.lights, c.remainder);
    }
    for (const KindTotal& t : audit.totals) {
        text += fmt::format(",{},,{},,0,{},not shown\n", csvText(t.kind), t.notShown, t.notShown);
    }
    for (const KindTotal& t : audit.totals) {
        if (!t.sightings || t.sightings->neverSeen() == 0) continue;
        text += fmt::format(",{},,,,{},,never seen\n", csvText(t.kind), t.sightings->neverSeen());
    }
    for (const CrowdCount& c : audit.crowds) {
        text += fmt::format("{},{},,{},{},{},,{}\n", csvText(c.chapter), csvText(c.what), c.units,
                            c.perDot, c.dots,
                            fmt::format("dots at step {} {}", c.step, c.atEnd ? "end" : "start"));
    }
    return text;
}

std::string toJson(const Audit& audit) {
    nlohmann::ordered_json json{{"cells", nlohmann::ordered_json::array()},
                                {"totals", nlohmann::ordered_json::array()},
                                {"crowds", nlohmann::ordered_json::array()},
                                {"not_counted", audit.notes},
                                {"balances", audit.balances()}};
    for (const AuditCell& cell : audit.cells) json["cells"].push_back(toJson(cell));
    for (const KindTotal& total : audit.totals) json["totals"].push_back(toJson(total));
    for (const CrowdCount& crowd : audit.crowds) json["crowds"].push_back(toJson(crowd));
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace ebbflow::flow
