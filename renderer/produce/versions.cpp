#include "produce/versions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "encode/settings.hpp"
#include "produce/load.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::produce {

namespace {

/// The map and the lights are the same in every language, words are not.
std::vector<VersionChoice> layersOf(const RenderWish& wish,
                                    const std::vector<std::string>& languages) {
    std::vector<VersionChoice> choices;
    for (const Layer layer : wish.layers) {
        const std::string name(nameOf(layer));
        if (std::ranges::count(wish.layers, layer) > 1)
            throw Refusal(fmt::format("--layers names `{}` more than once", name));
        if (layer != Layer::text) {
            choices.push_back({{languages.front(), false, wish.fitLanguage}, name, layer});
            continue;
        }
        for (const std::string& tag : languages) {
            choices.push_back({{tag, false, wish.fitLanguage},
                               languages.size() > 1 ? name + "." + tag : name,
                               layer});
        }
    }
    return choices;
}

}  // namespace

std::vector<std::string> languagesNamed(const std::vector<std::string>& names,
                                        const std::vector<std::string>& known) {
    if (names.empty()) return {known.front()};
    if (names == std::vector<std::string>{kAllLanguages}) return known;
    std::vector<std::string> tags;
    for (const std::string& wanted : names) {
        const std::string& tag = languageNamed(wanted, known);
        if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(tag);
    }
    return tags;
}

std::vector<VersionChoice> versionsOf(const RenderWish& wish,
                                      const std::vector<std::string>& known) {
    const auto languages = languagesNamed(wish.languages, known);
    if (wish.alpha && wish.textless) throw Refusal(std::string(kNothingLeft));
    if (!wish.layers.empty()) {
        if (wish.textless)
            throw Refusal("--layers has the words apart already; leave out --textless");
        return layersOf(wish, languages);
    }
    if (languages.size() == 1) return {{{languages.front(), wish.textless, wish.fitLanguage}, {}}};
    std::vector<VersionChoice> choices;
    for (const std::string& tag : languages)
        choices.push_back({{tag, false, wish.fitLanguage}, tag});
    if (wish.textless) choices.push_back({{languages.front(), true, wish.fitLanguage}, "textless"});
    return choices;
}

std::vector<Version> loadVersions(const RenderWish& wish, core::Diagnostics& diagnostics,
                                  bool geometry) {
    LoadedFilm loaded = load({.scene = wish.scene.string(),
                              .size = wish.size,
                              .startTimecode = wish.timecode,
                              .permissions = wish.permissions,
                              .noCache = wish.noCache,
                              .timing = wish.timing},
                             geometry);
    std::vector<Version> versions;
    if (loaded.film) {
        for (const VersionChoice& choice : versionsOf(wish, loaded.film->scene.languages)) {
            versions.push_back(
                {planOf(loaded.film, choice.plan, loaded.diagnostics), choice.word, choice.layer});
        }
    }
    if (loaded.diagnostics.hasErrors()) versions.clear();
    diagnostics.append(loaded.diagnostics);
    return versions;
}

std::shared_ptr<const frame::Plan> loadVersion(const RenderWish& wish,
                                               core::Diagnostics& diagnostics, bool geometry) {
    const auto versions = loadVersions(wish, diagnostics, geometry);
    return versions.empty() ? nullptr : versions.front().plan;
}

RenderWish alone(const RenderWish& wish, const Version& version, const std::string& chapter) {
    RenderWish own = wish;
    own.languages = {version.plan->language};
    if (!version.word.empty()) {
        own.textless = version.plan->textless;
        own.layers.clear();
        if (version.layer != Layer::all) own.layers = {version.layer};
        // The film with the words has them.
        if (own.textless || version.layer == Layer::map || version.layer == Layer::lights)
            own.captions.clear();
    }
    if (wish.perChapter && !chapter.empty()) {
        own.output = nameWith(own.output, chapter);
        own.chapter = chapter;
        own.perChapter = false;
    }
    own.output = nameWith(own.output, version.word);
    return own;
}

std::filesystem::path nameWith(const std::filesystem::path& output, const std::string& word) {
    if (word.empty()) return output;
    if (output.filename().empty() || std::filesystem::is_directory(output))
        return output / word / "";
    if (output.filename().string().find('%') != std::string::npos)
        return output.parent_path() / word / output.filename();
    std::filesystem::path name = output;
    name.replace_extension("." + word + output.extension().string());
    return name;
}

}  // namespace ebbflow::produce
