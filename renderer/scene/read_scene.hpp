#pragma once
// From a scene script to a Scene. Every fault of the author is a diagnostic with its place, all of
// them in one pass as far as the YAML can be made out; nothing is thrown and no data file is
// opened.

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "core/diagnostic.hpp"
#include "scene/picture_size.hpp"
#include "scene/scene.hpp"

namespace ebbflow::scene {

/// Reads a script, or `film.yaml` of a folder. Nothing when there were errors. Where the picture is
/// higher than wide, the steps' `portrait` cameras take the place of their others.
[[nodiscard]] std::optional<Scene> readScene(const std::string& pathOrFolder,
                                             core::Diagnostics& diagnostics, PictureSize size = {});

/// A script as far as it could be read.
struct SceneParts {
    Scene scene;
    bool whole = true;  ///< nothing was wrong
    /// Keys of the film that are there in part or not at all, by a fault in them or in their names.
    std::set<std::string, std::less<>> lacking;
};

/// As readScene(), but also what can be made out of a script with errors, so that the data which it
/// names can be checked with it. It is not for films: what is missing looks as if it were left out.
[[nodiscard]] std::optional<SceneParts> readSceneParts(const std::string& pathOrFolder,
                                                       core::Diagnostics& diagnostics,
                                                       PictureSize size = {});

/// As readScene() for a script at hand: `fileName` is named in diagnostics, relative paths in it
/// start from `folder`.
[[nodiscard]] std::optional<Scene> readSceneText(const std::string& text,
                                                 const std::string& fileName,
                                                 const std::string& folder,
                                                 core::Diagnostics& diagnostics,
                                                 PictureSize size = {});

}  // namespace ebbflow::scene
