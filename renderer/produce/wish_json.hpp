#pragma once
// A wish as JSON: how it lies in a file, in a manifest and in a farm's task. It has a version and a
// schema; what is as usual is left out. It loads no film: names that only a film can know are not
// looked up here.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

/// Its paths are absolute, so that it says the same wherever it lies.
[[nodiscard]] std::string toJson(const RenderWish& wish);

/// What is wrong is reported with its place, all at once, also what does not go together; then
/// there is no wish. Paths in it are relative to `folder`; where that is empty, as for a wish that
/// comes without a file, they must be absolute.
[[nodiscard]] std::optional<RenderWish> readWish(std::string_view text, const std::string& file,
                                                 const std::filesystem::path& folder,
                                                 core::Diagnostics& diagnostics);
/// The same of a file that lies somewhere.
[[nodiscard]] std::optional<RenderWish> readWishFile(const std::filesystem::path& file,
                                                     core::Diagnostics& diagnostics);

/// The wish that stands in the manifest of `film`. Throws core::Failure for one that this program
/// does not understand.
[[nodiscard]] RenderWish wishOfManifest(const std::string& json, const std::filesystem::path& film);

/// Draft 07 of JSON Schema: takes every wish that readWish() takes, and names, values and kinds of
/// what it refuses are refused, but for what does not go together.
[[nodiscard]] std::string wishSchema();

/// One thing of a wish in words, as presets and options have it; yes and no of flags. Throws
/// Refusal for a word that it does not take.
void takeWord(RenderWish& wish, std::string_view name, const std::string& word);

}  // namespace ebbflow::produce
