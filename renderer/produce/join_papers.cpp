#include "produce/join_papers.hpp"

#include <algorithm>
#include <set>

#include "core/whole_file.hpp"
#include "delivery/manifest.hpp"
#include "delivery/output_paths.hpp"
#include "produce/film_family.hpp"
#include "produce/render_papers.hpp"
#include "produce/wish_json.hpp"

namespace ebbflow::produce {

namespace {

void write(const RenderPaper& paper) {
    if (isWritten(paper)) return;
    checkPaper(paper);
    core::writeWhole(paper.output.path, paper.text);
}

/// `one.ru` of the chapter `one` → `ru`.
std::string versionWord(const std::string& words, const std::string& chapter) {
    if (chapter.empty()) return words;
    return words.size() > chapter.size() ? words.substr(chapter.size() + 1) : std::string();
}

/// Every layer among the finished films, once.
std::vector<Version> layersOn(const std::filesystem::path& output) {
    std::vector<Version> layers;
    for (const FamilyMember& member : membersFinished(output)) {
        const auto paths = delivery::pathsOf(member.output, encode::containerOf(member.output));
        const RenderWish wish =
            wishOfManifest(delivery::readManifest(paths.manifest).head.wish, member.output);
        const std::string word = versionWord(member.words, wish.chapter);
        const auto same = [&](const Version& layer) { return layer.word == word; };
        if (layerOf(wish) != Layer::all && std::ranges::none_of(layers, same))
            layers.push_back({nullptr, word, layerOf(wish)});
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
    const Version version{film.plan, {}, layerOf(film.wish)};
    for (const RenderPaper& paper : captionsOf(film.wish, version, film.order)) write(paper);
}

void writeLists(const std::filesystem::path& output, bool overwrite,
                const std::vector<JoinedFilm>& films) {
    const PaperPlace place{output, overwrite};
    std::set<std::string> listed;
    std::vector<std::string> chapters;
    bool layers = false;
    for (const JoinedFilm& film : films) {
        layers = layers || layerOf(film.wish) != Layer::all;
        const std::string& chapter = film.wish.chapter;
        const std::string word = versionWord(film.words, chapter);
        if (chapter.empty() || !listed.insert(word).second) continue;
        chapters = chapterIds(*film.plan, film.order.settings.rate);
        write(editListOf(place, {film.plan, word, layerOf(film.wish)}, film.order.settings.rate));
    }
    if (layers) write(layerSheetOf(place, layersOn(output), chapters));
}

}  // namespace ebbflow::produce
