#include "ebbflow/join_papers.hpp"

#include <algorithm>
#include <set>

#include "core/whole_file.hpp"
#include "delivery/manifest.hpp"
#include "delivery/output_paths.hpp"
#include "produce/film_family.hpp"
#include "produce/render_papers.hpp"

namespace ebbflow::tools {

namespace {

void write(const produce::RenderPaper& paper) {
    if (produce::isWritten(paper)) return;
    produce::checkPaper(paper);
    core::writeWhole(paper.output.path, paper.text);
}

/// `one.ru` of the chapter `one` → `ru`.
std::string versionWord(const std::string& words, const std::string& chapter) {
    if (chapter.empty()) return words;
    return words.size() > chapter.size() ? words.substr(chapter.size() + 1) : std::string();
}

/// Every layer among the finished films, once.
std::vector<produce::Version> layersOn(const std::string& output) {
    std::vector<produce::Version> layers;
    for (const produce::FamilyMember& member : produce::membersFinished(output)) {
        const auto paths = delivery::pathsOf(member.output, encode::containerOf(member.output));
        const produce::RenderOptions asked = askedAgain(
            delivery::readManifest(paths.manifest).head.asked, member.output.string(), {});
        const std::string word = versionWord(member.words, asked.chapter);
        const auto same = [&](const produce::Version& layer) { return layer.word == word; };
        if (produce::layerOf(asked) != produce::Layer::all && std::ranges::none_of(layers, same))
            layers.push_back({nullptr, word, produce::layerOf(asked)});
    }
    return layers;
}

std::vector<std::string> chapterIds(const frame::Plan& plan, const core::FrameRate& rate) {
    std::vector<std::string> ids;
    for (const papers::EditEvent& chapter : papers::chapterEvents(plan, rate, plan.language))
        ids.push_back(chapter.id);
    return ids;
}

}  // namespace

void writeCaptions(const JoinedFilm& film) {
    const produce::Version version{film.plan, {}, produce::layerOf(film.options)};
    for (const produce::RenderPaper& paper : produce::captionsOf(film.options, version, film.order))
        write(paper);
}

void writeLists(const std::string& output, bool force, const std::vector<JoinedFilm>& films) {
    produce::RenderOptions run;
    run.output = output;
    run.force = force;
    std::set<std::string> listed;
    std::vector<std::string> chapters;
    bool layers = false;
    for (const JoinedFilm& film : films) {
        layers = layers || produce::layerOf(film.options) != produce::Layer::all;
        const std::string& chapter = film.options.chapter;
        const std::string word = versionWord(film.words, chapter);
        if (chapter.empty() || !listed.insert(word).second) continue;
        chapters = chapterIds(*film.plan, film.order.settings.rate);
        write(produce::editListOf(run, {film.plan, word, produce::layerOf(film.options)},
                                  film.order.settings.rate));
    }
    if (layers) write(produce::layerSheetOf(run, layersOn(output), chapters));
}

}  // namespace ebbflow::tools
