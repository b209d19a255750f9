#include "ebbflow/join_papers.hpp"

#include <algorithm>
#include <set>

#include "ebbflow/film_family.hpp"
#include "ebbflow/render_papers.hpp"
#include "video/files.hpp"
#include "video/manifest.hpp"

namespace ebbflow::tools {

namespace {

void write(const RenderPaper& paper) {
    if (isWritten(paper)) return;
    checkPaper(paper);
    writePaper(paper.output, paper.text);
}

/// `one.ru` of the chapter `one` → `ru`.
std::string versionWord(const std::string& words, const std::string& chapter) {
    if (chapter.empty()) return words;
    return words.size() > chapter.size() ? words.substr(chapter.size() + 1) : std::string();
}

/// Every layer among the finished films, once.
std::vector<Version> layersOn(const std::string& output) {
    std::vector<Version> layers;
    for (const FamilyMember& member : membersFinished(output)) {
        const auto paths = video::pathsOf(member.output, video::containerOf(member.output));
        const RenderOptions asked =
            askedAgain(video::readManifest(paths.manifest).head.asked, member.output.string(), {});
        const std::string word = versionWord(member.words, asked.chapter);
        const auto same = [&](const Version& layer) { return layer.word == word; };
        if (layerOf(asked) != Layer::all && std::ranges::none_of(layers, same))
            layers.push_back({nullptr, word, layerOf(asked)});
    }
    return layers;
}

std::vector<std::string> chapterIds(const frame::Plan& plan, const core::FrameRate& rate) {
    std::vector<std::string> ids;
    for (const frame::EditEvent& chapter : frame::chapterEvents(plan, rate, plan.language))
        ids.push_back(chapter.id);
    return ids;
}

}  // namespace

void writeCaptions(const JoinedFilm& film) {
    const Version version{film.plan, {}, layerOf(film.options)};
    for (const RenderPaper& paper : captionsOf(film.options, version, film.order)) write(paper);
}

void writeLists(const std::string& output, bool force, const std::vector<JoinedFilm>& films) {
    RenderOptions run;
    run.output = output;
    run.force = force;
    std::set<std::string> listed;
    std::vector<std::string> chapters;
    bool layers = false;
    for (const JoinedFilm& film : films) {
        layers = layers || layerOf(film.options) != Layer::all;
        const std::string& chapter = film.options.chapter;
        const std::string word = versionWord(film.words, chapter);
        if (chapter.empty() || !listed.insert(word).second) continue;
        chapters = chapterIds(*film.plan, film.order.settings.rate);
        write(editListOf(run, {film.plan, word, layerOf(film.options)}, film.order.settings.rate));
    }
    if (layers) write(layerSheetOf(run, layersOn(output), chapters));
}

}  // namespace ebbflow::tools
