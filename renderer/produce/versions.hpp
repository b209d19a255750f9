#pragma once
// The versions of a film that one wish asks for: its languages, the one without words, and layers
// of the picture. They share everything that is loaded; each has a plan of its own, and a word that
// tells its files apart.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "frame/plan.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// A version before it is planned.
struct VersionChoice {
    story::StoryOptions plan;
    std::string word;  ///< in the names of its files: `en`, `textless`; empty for the only one
    Layer layer = Layer::all;
};

struct Version {
    std::shared_ptr<const frame::Plan> plan;
    std::string word;
    Layer layer = Layer::all;
};

/// Those of a wish for a film that has these languages. Throws Refusal for a language that it has
/// not, and for what does not go together.
[[nodiscard]] std::vector<VersionChoice> versionsOf(const RenderWish& wish,
                                                    const std::vector<std::string>& languages);

/// Loads once and plans each; empty when `diagnostics` then has errors. Throws as versionsOf().
[[nodiscard]] std::vector<Version> loadVersions(const RenderWish& wish,
                                                core::Diagnostics& diagnostics,
                                                bool geometry = true);

/// The plan of a wish for one film, as alone() makes them; null when there were errors.
[[nodiscard]] std::shared_ptr<const frame::Plan> loadVersion(const RenderWish& wish,
                                                             core::Diagnostics& diagnostics,
                                                             bool geometry = true);

/// Full tags of the named languages among `known`, each once: `zh` is `zh-Hans`, `all` are all, of
/// no names the first. Throws Refusal.
[[nodiscard]] std::vector<std::string> languagesNamed(const std::vector<std::string>& names,
                                                      const std::vector<std::string>& known);

/// The wish for this version alone, and for this chapter of it unless that is empty.
[[nodiscard]] RenderWish alone(const RenderWish& wish, const Version& version,
                               const std::string& chapter);

/// `film.mp4` and `en` → `film.en.mp4`; numbered frames get a folder of the word's name. Empty
/// words change nothing.
[[nodiscard]] std::filesystem::path nameWith(const std::filesystem::path& output,
                                             const std::string& word);

}  // namespace ebbflow::produce
