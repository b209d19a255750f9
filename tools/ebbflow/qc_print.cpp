#include "ebbflow/qc_print.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ebbflow::tools {

using core::Severity;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::string_view kNoCertificate =
    "This is a pre-screen, no certificate: a broadcaster's own analysers have the last word.";

std::string timeOf(const quality::Finding& finding, const QcSubject& subject) {
    if (!finding.frames.known()) return "";
    const auto at = [&](std::int64_t frame) {
        return subject.clock.at(subject.firstFrame + frame);
    };
    const auto& [first, last] = finding.frames;
    return first == last ? at(first) : fmt::format("{} – {}", at(first), at(last));
}

std::string placeOf(const quality::Finding& finding) {
    const auto& place = finding.place;
    if (place.file.empty()) return "";
    return place.line > 0 ? fmt::format("{}:{}", place.file, place.line) : place.file;
}

std::string summaryOf(const quality::Report& report) {
    const auto count = [&](Severity severity) {
        return std::ranges::count(report.findings, severity, &quality::Finding::severity);
    };
    return fmt::format("{} errors, {} warnings, {} notes", count(Severity::error),
                       count(Severity::warning), count(Severity::note));
}

std::string valueOf(const quality::Figure& figure) {
    std::string value = fmt::format("{:.2f}", figure.value);
    if (value.ends_with(".00")) value.erase(value.size() - 3);
    return figure.unit.empty() ? value : value + " " + figure.unit;
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else
            result += c;
    }
    return result;
}

// Black on white, for it is read at a desk and printed; severity is a word, not a colour alone.
constexpr std::string_view kStyle = R"(
  body { font: 15px/1.45 "Source Sans 3", "Noto Sans", "Noto Sans CJK SC", sans-serif;
         color: #15181c; background: #fff; margin: 2rem auto; max-width: 76rem; padding: 0 1.5rem; }
  h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
  h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
  p { margin: .5rem 0; color: #434a52; }
  table { border-collapse: collapse; width: 100%; }
  th { text-align: left; font-size: .8rem; color: #5b636c; border-bottom: 2px solid #15181c;
       padding: .3rem .8rem .3rem 0; }
  td { vertical-align: top; border-bottom: 1px solid #d5d9de; padding: .4rem .8rem .4rem 0; }
  .time { white-space: nowrap; font-variant-numeric: tabular-nums; }
  .place { font-size: .85rem; overflow-wrap: anywhere; }
  .error td:first-child { box-shadow: inset 4px 0 0 #c4301c; padding-left: .7rem;
                          font-weight: 600; color: #a32413; }
  @media print { body { margin: 0; max-width: none; font-size: 10px; } }
)";

std::string findingsTable(const quality::Report& report, const QcSubject& subject) {
    if (report.findings.empty()) return "<p>Nothing was found.</p>\n";
    std::string table =
        "<table>\n<thead><tr><th>Severity</th><th>Timecode</th><th>Rule</th><th>Finding</th>"
        "<th>Script</th></tr></thead>\n<tbody>\n";
    for (const auto& finding : report.findings) {
        table += fmt::format(
            "<tr class=\"{0}\"><td>{0}</td><td class=\"time\">{1}</td><td>{2}</td><td>{3}</td>"
            "<td class=\"place\">{4}</td></tr>\n",
            quality::nameOf(finding.severity), timeOf(finding, subject),
            quality::nameOf(finding.rule), escaped(finding.message), escaped(placeOf(finding)));
    }
    return table + "</tbody>\n</table>\n";
}

}  // namespace

std::string qcText(const quality::Report& report, const QcSubject& subject) {
    std::string text = fmt::format("{}: {}\n", subject.name, summaryOf(report));
    for (const auto& finding : report.findings) {
        text +=
            fmt::format("{:<7}  {:<11}  {:<25}  {}\n", quality::nameOf(finding.severity),
                        quality::nameOf(finding.rule), timeOf(finding, subject), finding.message);
        if (const std::string place = placeOf(finding); !place.empty())
            text += fmt::format("{:49}at {}\n", "", place);
    }
    text += "\nmeasured\n";
    for (const auto& figure : report.figures)
        text += fmt::format("  {:<48}  {}\n", figure.name, valueOf(figure));
    return text + fmt::format("\n{}\n", kNoCertificate);
}

std::string qcHtml(const quality::Report& report, const QcSubject& subject) {
    std::string figures;
    for (const auto& figure : report.figures)
        figures += fmt::format("<tr><td>{}</td><td class=\"time\">{}</td></tr>\n",
                               escaped(figure.name), valueOf(figure));
    return fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
        "<title>Quality gate: {0}</title>\n<style>{1}</style>\n<h1>{0}</h1>\n"
        "<p>{2}</p>\n<p>{3}</p>\n<h2>Findings</h2>\n{4}<h2>Measured</h2>\n"
        "<table><tbody>\n{5}</tbody></table>\n</html>\n",
        escaped(subject.name), kStyle, summaryOf(report), kNoCertificate,
        findingsTable(report, subject), figures);
}

std::string qcJson(const quality::Report& report, const QcSubject& subject) {
    Json findings = Json::array(), figures = Json::array();
    for (const auto& finding : report.findings) {
        Json row{{"severity", quality::nameOf(finding.severity)},
                 {"rule", quality::nameOf(finding.rule)},
                 {"message", finding.message}};
        if (finding.frames.known()) {
            row["first_frame"] = subject.firstFrame + finding.frames.first;
            row["last_frame"] = subject.firstFrame + finding.frames.last;
            row["timecode"] = subject.clock.at(subject.firstFrame + finding.frames.first);
        }
        if (!finding.place.file.empty())
            row["script"] = {{"file", finding.place.file}, {"line", finding.place.line}};
        findings.push_back(std::move(row));
    }
    for (const auto& figure : report.figures)
        figures.push_back({{"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}});
    const Json all{{subject.what, subject.name}, {"certificate", false},
                   {"note", kNoCertificate},     {"passed", !report.hasErrors()},
                   {"findings", findings},       {"measured", figures}};
    return all.dump(2) + "\n";
}

}  // namespace ebbflow::tools
