#include "produce/render_papers.hpp"

#include <fmt/format.h>

#include "core/whole_file.hpp"
#include "papers/subtitles.hpp"
#include "produce/film_times.hpp"
#include "produce/paper_plan.hpp"

namespace ebbflow::produce {

namespace {

/// `film.mp4` → `film`, `frames/shot-%05d.png` and `frames/` → `frames/captions`.
std::filesystem::path baseOf(const std::filesystem::path& output) {
    if (output.filename().empty()) return output / "captions";
    if (output.filename().string().find('%') != std::string::npos)
        return output.parent_path() / "captions";
    std::filesystem::path base = output;
    return base.replace_extension();
}

/// `film.en.mp4` and `en` → `film.en`, `film.mp4` and `en` → `film.en`.
std::string baseIn(const std::filesystem::path& output, const std::string& language) {
    const std::string base = baseOf(output).string();
    return base.ends_with("." + language) ? base : base + "." + language;
}

/// `film.mp4` → `film.edl`; beside numbered frames the paper has a name of its own.
std::filesystem::path besideFilm(const std::filesystem::path& output, const std::string& ending,
                                 const std::string& name) {
    const std::filesystem::path base = baseOf(output);
    if (base.filename() != "captions") return base.string() + "." + ending;
    return base.parent_path() / (name.empty() ? ending : name + "." + ending);
}

std::string written(const std::vector<core::TimedText>& captions, CaptionFile kind,
                    const std::string& language) {
    switch (kind) {
        case CaptionFile::srt:
            return papers::toSrt(captions);
        case CaptionFile::vtt:
            return papers::toWebVtt(captions, language);
    }
    return {};
}

/// A line for each layer's file of one film or chapter.
std::string layerLines(const std::filesystem::path& film, const std::vector<Version>& versions,
                       const std::filesystem::path& output) {
    const auto folder = output.parent_path();
    std::string text;
    for (const Layer layer : kLayersApart) {
        for (const Version& version : versions) {
            if (version.layer != layer) continue;
            const auto file = nameWith(film, version.word);
            text += fmt::format("{}: {}\n", file.lexically_proximate(folder).string(),
                                commentOf(layer));
        }
    }
    return text;
}

}  // namespace

void checkPaper(const RenderPaper& paper) {
    checkPaper(paper.output, "a paper ends", {".srt", ".vtt", ".edl", ".txt"});
}

bool isWritten(const RenderPaper& paper) {
    return std::filesystem::is_regular_file(paper.output.path) &&
           core::readWhole(paper.output.path) == paper.text;
}

std::vector<RenderPaper> captionsOf(const RenderWish& wish, const Version& version,
                                    const delivery::FilmOrder& order) {
    const std::string& language = version.plan->language;
    const core::FrameRate& rate = order.settings.rate;
    const auto captions = papers::within(papers::subtitlesOf(*version.plan, language),
                                         core::frameStart(order.range.first, rate),
                                         core::frameStart(order.range.end, rate));
    std::vector<RenderPaper> papers;
    for (const CaptionFile kind : wish.captions) {
        papers.push_back(
            {{fmt::format("{}.{}", baseIn(order.output, language), nameOf(kind)), order.overwrite},
             written(captions, kind, language)});
    }
    return papers;
}

RenderPaper editListOf(const PaperPlace& place, const Version& version,
                       const core::FrameRate& rate) {
    const frame::Plan& plan = *version.plan;
    papers::EditList list{titleForLists(plan), rate, clockOf(plan, rate),
                          papers::chapterEvents(plan, rate, plan.language)};
    for (papers::EditEvent& event : list.events) {
        event.clip = nameWith(nameWith(place.output, event.id), version.word).filename().string();
    }
    const auto file = besideFilm(nameWith(place.output, version.word), "edl", "chapters");
    return {{file.string(), place.overwrite}, papers::toEdl(list)};
}

RenderPaper layerSheetOf(const PaperPlace& place, const std::vector<Version>& versions,
                         const std::vector<std::string>& chapters) {
    std::string text;
    for (const std::string& chapter : chapters)
        text += layerLines(nameWith(place.output, chapter), versions, place.output);
    if (chapters.empty()) text = layerLines(place.output, versions, place.output);
    const auto file = besideFilm(place.output, "layers.txt", "");
    return {{file.string(), place.overwrite}, "From the bottom up:\n" + text};
}

}  // namespace ebbflow::produce
