#include "papers/cuesheet_print.hpp"

#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/csv.hpp"

namespace ebbflow::papers {

namespace {

std::string confidenceOf(const Cue& cue) {
    return cue.confidence ? std::string(core::toString(*cue.confidence)) : std::string();
}

/// One line for each source, so that the n-th page belongs to the n-th citation.
std::string linesOf(const Cue& cue, std::string CueSource::*member) {
    std::string lines;
    for (const auto& source : cue.sources) {
        if (&source != cue.sources.data()) lines += '\n';
        lines += source.*member;
    }
    return lines.find_first_not_of('\n') == std::string::npos ? std::string() : lines;
}

/// `film.yaml:31`, without the folder, which differs from desk to desk.
std::string whereWritten(const Cue& cue) {
    const std::string file = std::filesystem::path(cue.place.file).filename().string();
    return cue.place.line > 0 ? fmt::format("{}:{}", file, cue.place.line) : file;
}

nlohmann::ordered_json toJson(const Cuesheet& sheet, const Cue& cue) {
    nlohmann::ordered_json words = nlohmann::ordered_json::object();
    for (const auto& language : sheet.languages) words[language] = cue.words.inOrAny(language);
    nlohmann::ordered_json sources = nlohmann::ordered_json::array();
    for (const auto& source : cue.sources) {
        sources.push_back({{"id", source.id},
                           {"citation", source.citation},
                           {"page", source.page},
                           {"url", source.url}});
    }
    return {{"timecode", sheet.clock.at(cue.start)},
            {"until", sheet.clock.at(cue.end)},
            {"seconds", cue.start.seconds()},
            {"chapter", sheet.story.film->scene.chapters[cue.chapter].id},
            {"step", cue.step},
            {"what", cue.what},
            {"words", words},
            {"confidence", confidenceOf(cue)},
            {"sources", sources},
            {"open", cue.open},
            {"written_at", whereWritten(cue)}};
}

}  // namespace

std::string placeInFilm(const Cuesheet& sheet, const Cue& cue) {
    const auto& chapter = sheet.story.film->scene.chapters[cue.chapter];
    const std::string title =
        chapter.title.empty() ? chapter.id : chapter.title.inOrAny(sheet.languages.front());
    return cue.step > 0 ? fmt::format("{} · {}", title, cue.step) : title;
}

std::string toCsv(const Cuesheet& sheet) {
    std::vector<std::string> row{"timecode", "until", "chapter", "step", "what"};
    row.insert(row.end(), sheet.languages.begin(), sheet.languages.end());
    for (const char* name : {"confidence", "source", "citation", "page", "url", "open", "written"})
        row.emplace_back(name);
    std::string text = core::csvRow(row);
    for (const Cue& cue : sheet.cues) {
        row = {sheet.clock.at(cue.start), sheet.clock.at(cue.end),
               sheet.story.film->scene.chapters[cue.chapter].id,
               cue.step > 0 ? std::to_string(cue.step) : std::string(), cue.what};
        for (const auto& language : sheet.languages) row.push_back(cue.words.inOrAny(language));
        row.push_back(confidenceOf(cue));
        for (const auto member :
             {&CueSource::id, &CueSource::citation, &CueSource::page, &CueSource::url})
            row.push_back(linesOf(cue, member));
        row.push_back(cue.open);
        row.push_back(whereWritten(cue));
        text += core::csvRow(row);
    }
    return text;
}

std::string toJson(const Cuesheet& sheet) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const Cue& cue : sheet.cues) rows.push_back(toJson(sheet, cue));
    return rows.dump(2) + "\n";
}

}  // namespace ebbflow::papers
