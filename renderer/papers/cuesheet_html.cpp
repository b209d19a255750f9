#include <algorithm>

#include <fmt/format.h>

#include "papers/cuesheet_print.hpp"
#include "text/scripts.hpp"

namespace ebbflow::papers {

namespace {

// Black on white, for it is read at a desk and printed; open rows are marked by a bar and a word,
// not by colour alone.
constexpr std::string_view kStyle = R"(
  :root { color-scheme: light; }
  body { font: 15px/1.45 "Source Sans 3", "Noto Sans", "Noto Sans CJK SC", sans-serif;
         color: #15181c; background: #fff; margin: 2rem auto; max-width: 88rem; padding: 0 1.5rem; }
  h1 { font: 600 1.9rem/1.2 "Source Serif 4", "Noto Serif", "Noto Serif CJK SC", serif; margin: 0; }
  h2 { font: 600 1.2rem/1.3 "Source Serif 4", "Noto Serif", "Noto Serif CJK SC", serif;
       margin: 2.2rem 0 .6rem; }
  p { max-width: 52rem; margin: .5rem 0; color: #434a52; }
  table { border-collapse: collapse; width: 100%; table-layout: fixed; }
  th { text-align: left; font-weight: 600; font-size: .8rem; color: #5b636c;
       border-bottom: 2px solid #15181c; padding: .3rem .6rem .3rem 0; }
  td { vertical-align: top; border-bottom: 1px solid #d5d9de; padding: .45rem .6rem .45rem 0;
       overflow-wrap: anywhere; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .time { width: 7.2rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .until, .written, .page { color: #5b636c; font-size: .82rem; }
  .what { width: 5.2rem; }
  .sure { width: 7.5rem; }
  .from { width: 24%; font-size: .88rem; }
  td.from div + div { margin-top: .35rem; }
  .open td:first-child { box-shadow: inset 4px 0 0 #c4301c; padding-left: .7rem; }
  .verify { display: inline-block; color: #a32413; font-weight: 600; font-size: .85rem; }
  a { color: #174a7c; }
  @page { size: A4 landscape; margin: 12mm; }
  @media print {
    body { margin: 0; padding: 0; max-width: none; font-size: 10px; }
    a { color: inherit; text-decoration: none; }
  }
)";

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\n':
                result += "<br>";
                break;
            default:
                result += c;
        }
    }
    return result;
}

/// Of a text that runs from right to left, with a blank before it; else empty.
std::string_view dirOf(std::string_view words, std::string_view language) {
    return text::directionOf(words, language) == text::Direction::rightToLeft ? " dir=\"rtl\"" : "";
}

bool isWebAddress(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

std::string sourceCell(const CueSource& source) {
    std::string cell = escaped(source.citation);
    if (isWebAddress(source.url))
        cell = fmt::format("<a href=\"{}\">{}</a>", escaped(source.url), cell);
    if (!source.page.empty())
        cell += fmt::format(" <span class=\"page\">p. {}</span>", escaped(source.page));
    return fmt::format("<div{}>{}</div>", dirOf(source.citation, {}), cell);
}

std::string rowOf(const Cuesheet& sheet, const Cue& cue) {
    std::string row = fmt::format(
        "<tr{}><td class=\"time\">{}<br><span class=\"until\">– {}</span></td>"
        "<td>{}{}</td>",
        cue.open.empty() ? "" : " class=\"open\"", sheet.clock.at(cue.start),
        sheet.clock.at(cue.end), escaped(cue.what),
        cue.step > 0 ? fmt::format("<br><span class=\"until\">step {}</span>", cue.step)
                     : std::string());
    for (const std::string& language : sheet.languages) {
        const std::string& words = cue.words.inOrAny(language);
        row += fmt::format("<td lang=\"{}\"{}>{}</td>", escaped(language), dirOf(words, language),
                           escaped(words));
    }
    row += fmt::format("<td>{}", cue.confidence ? core::toString(*cue.confidence) : "–");
    if (!cue.open.empty())
        row += fmt::format("<br><span class=\"verify\">to verify: {}</span>", escaped(cue.open));
    row += "</td><td class=\"from\">";
    for (const auto& source : cue.sources) row += sourceCell(source);
    return row + "</td></tr>\n";
}

std::string headOf(const Cuesheet& sheet) {
    std::string head =
        "<table><thead><tr><th class=\"time\">Timecode</th><th class=\"what\">What</th>";
    for (const std::string& language : sheet.languages)
        head += fmt::format("<th>{}</th>", escaped(language));
    return head + "<th class=\"sure\">How sure</th><th class=\"from\">Source</th></tr></thead>\n";
}

std::string introduction(const Cuesheet& sheet, const std::string& title) {
    const auto open =
        std::ranges::count_if(sheet.cues, [](const auto& c) { return !c.open.empty(); });
    return fmt::format(
        "<h1{}>{}</h1>\n<p>Cue sheet: every statement and figure on the screen, {} in all, {} "
        "still "
        "to be verified{}. A row is to be verified when it is disputed or unverified, when it has "
        "no source, or when none of its sources says where to look (no page and no address). "
        "Timecodes count {} frames a second.</p>\n",
        dirOf(title, sheet.languages.front()), escaped(title), sheet.inAll, open,
        sheet.openOnly ? "; only these are listed" : "",
        core::toString(sheet.story.film->scene.frame.rate));
}

}  // namespace

std::string toHtml(const Cuesheet& sheet) {
    const auto& scene = sheet.story.film->scene;
    const std::string& language = sheet.languages.front();
    const std::string title = scene.title.inOrAny(language);
    std::string page = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}: cue sheet</title>\n"
        "<style>{}</style>\n</head>\n<body>\n",
        escaped(language), escaped(title), kStyle);
    page += introduction(sheet, title);
    for (std::size_t c = 0; c < scene.chapters.size(); ++c) {
        std::string rows;
        for (const auto& cue : sheet.cues) {
            if (cue.chapter == c) rows += rowOf(sheet, cue);
        }
        if (rows.empty()) continue;
        const auto& chapter = scene.chapters[c];
        const std::string& name =
            chapter.title.empty() ? chapter.id : chapter.title.inOrAny(language);
        page += fmt::format("<h2{}>{}</h2>\n{}<tbody>\n{}</tbody></table>\n", dirOf(name, language),
                            escaped(name), headOf(sheet), rows);
    }
    return page + "</body>\n</html>\n";
}

}  // namespace ebbflow::papers
