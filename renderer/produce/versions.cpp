#include "produce/versions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "encode/settings.hpp"
#include "produce/refusal.hpp"

namespace ebbflow::produce {

namespace {

struct Wish {
    story::StoryOptions plan;
    std::string word;
    Layer layer = Layer::all;
};

std::vector<std::string> dividedAtCommas(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// The full tag that is meant.
std::string tagOf(const film::Film& film, const std::string& wanted) {
    requireLanguage(film, wanted);
    for (const std::string& tag : film.scene.languages) {
        if (core::sameLanguage(tag, wanted)) return tag;
    }
    return film.scene.languages.front();
}

/// The map and the lights are the same in every language, words are not.
std::vector<Wish> layerWishes(const RenderOptions& options,
                              const std::vector<std::string>& languages) {
    std::vector<Wish> wishes;
    for (const std::string& name : options.layers) {
        if (std::ranges::count(options.layers, name) > 1)
            throw Refusal(fmt::format("--layers names `{}` more than once", name));
        const Layer layer = layerNamed(name);
        if (layer != Layer::text) {
            wishes.push_back({{languages.front(), false, options.fitLanguage}, name, layer});
            continue;
        }
        for (const std::string& tag : languages) {
            wishes.push_back({{tag, false, options.fitLanguage},
                              languages.size() > 1 ? name + "." + tag : name,
                              layer});
        }
    }
    return wishes;
}

std::vector<Wish> wishesOf(const RenderOptions& options, const film::Film& film) {
    const auto languages = languagesNamed(options.scene.language, film);
    if (options.alpha && options.textless) throw Refusal(std::string(kNothingLeft));
    if (!options.layers.empty()) {
        if (options.textless)
            throw Refusal("--layers has the words apart already; leave out --textless");
        return layerWishes(options, languages);
    }
    if (languages.size() == 1)
        return {{{languages.front(), options.textless, options.fitLanguage}, {}}};
    std::vector<Wish> wishes;
    for (const std::string& tag : languages)
        wishes.push_back({{tag, false, options.fitLanguage}, tag});
    if (options.textless)
        wishes.push_back({{languages.front(), true, options.fitLanguage}, "textless"});
    return wishes;
}

/// Whether a word of the command line is that option, with or without a value.
bool isOption(const std::string& word, const std::string& option) {
    return word == option || word.starts_with(option + "=");
}

}  // namespace

std::vector<std::string> languagesNamed(const std::string& text, const film::Film& film) {
    if (text == "all") return film.scene.languages;
    std::vector<std::string> tags;
    for (const std::string& wanted : dividedAtCommas(text)) {
        if (wanted.empty() && !text.empty())
            throw Refusal(fmt::format("`{}`: between the commas a language is missing", text));
        std::string tag = tagOf(film, wanted);
        if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(std::move(tag));
    }
    return tags;
}

std::vector<Version> loadVersions(const RenderOptions& options, core::Diagnostics& diagnostics,
                                  bool geometry) {
    LoadedFilm loaded = load(options.scene, geometry);
    std::vector<Version> versions;
    if (loaded.film) {
        for (const Wish& wish : wishesOf(options, *loaded.film))
            versions.push_back(
                {planOf(loaded.film, wish.plan, loaded.diagnostics), wish.word, wish.layer});
    }
    if (loaded.diagnostics.hasErrors()) versions.clear();
    diagnostics.append(loaded.diagnostics);
    return versions;
}

std::shared_ptr<const frame::Plan> loadVersion(const RenderOptions& options,
                                               core::Diagnostics& diagnostics, bool geometry) {
    const auto versions = loadVersions(options, diagnostics, geometry);
    return versions.empty() ? nullptr : versions.front().plan;
}

RenderOptions alone(const RenderOptions& options, const Version& version,
                    const std::string& chapter) {
    RenderOptions own = options;
    const auto drop = [&](const char* option) {
        std::erase_if(own.asked, [&](const std::string& word) { return isOption(word, option); });
    };
    if (!version.word.empty()) {
        own.output = nameWith(own.output, version.word).string();
        own.scene.language = version.plan->language;
        own.textless = version.plan->textless;
        drop("--language");
        drop("--textless");
        drop("--layers");
        if (version.layer != Layer::all) {
            own.layers = {std::string(nameOf(version.layer))};
            own.asked.push_back("--layers=" + own.layers.front());
        }
        if (own.textless || version.layer == Layer::map || version.layer == Layer::lights) {
            drop("--captions");  // the film with the words has them
            own.captions.clear();
        }
        own.asked.push_back("--language=" + own.scene.language);
        if (own.textless) own.asked.emplace_back("--textless");
    }
    if (!chapter.empty() && options.perChapter) {
        own.output = nameWith(options.output, chapter).string();
        own.output = nameWith(own.output, version.word).string();
        own.chapter = chapter;
        own.perChapter = false;
        drop("--per-chapter");
        own.asked.push_back("--chapter=" + chapter);
    }
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
