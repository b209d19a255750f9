#pragma once
// The versions of a film that one run makes: its languages, the one without words, and
// layers of the picture. They share
// everything that is loaded; each has a plan of its own, and a word that tells its files apart.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "frame/plan.hpp"
#include "produce/layer.hpp"
#include "produce/render_options.hpp"

namespace ebbflow::produce {

struct Version {
    std::shared_ptr<const frame::Plan> plan;
    std::string word;  ///< in the names of its files: `en`, `textless`; empty for the only one
    Layer layer = Layer::all;
};

/// Loads once and plans each; empty when `diagnostics` then has errors. Throws Refusal for a
/// language that the film has not.
[[nodiscard]] std::vector<Version> loadVersions(const RenderOptions& options,
                                                core::Diagnostics& diagnostics,
                                                bool geometry = true);

/// The plan of options that ask for one version, as those of alone() do; null when there were
/// errors.
[[nodiscard]] std::shared_ptr<const frame::Plan> loadVersion(const RenderOptions& options,
                                                             core::Diagnostics& diagnostics,
                                                             bool geometry = true);

/// Full tags of the languages that a list names: `en,zh`, or `all`. An empty one is the film's
/// first. Throws Refusal.
[[nodiscard]] std::vector<std::string> languagesNamed(const std::string& text,
                                                      const film::Film& film);

/// What asks for this version alone, and for this chapter unless it is empty, also in the words
/// that `join` and `verify` ask again.
[[nodiscard]] RenderOptions alone(const RenderOptions& options, const Version& version,
                                  const std::string& chapter);

/// `film.mp4` and `en` → `film.en.mp4`; numbered frames get a folder of the word's name. Empty
/// words change nothing.
[[nodiscard]] std::filesystem::path nameWith(const std::filesystem::path& output,
                                             const std::string& word);

}  // namespace ebbflow::produce
