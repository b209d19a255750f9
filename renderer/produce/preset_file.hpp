#pragma once
// A preset: a small YAML file of what a wish says of look and encoding, which a user can copy and
// change. It knows no scene, and nothing of what is said beside it.

#include <optional>
#include <string>

#include "core/diagnostic.hpp"
#include "produce/wish.hpp"

namespace ebbflow::produce {

struct Preset {
    std::string name;    ///< as it was asked for
    RenderWish wish;     ///< as usual but for what the preset says
    std::string ending;  ///< that the output's name has to have; empty: left open
};

/// `preset` is a name or the path of a .yaml file. What is wrong in the file is reported with its
/// place, also what of it does not go together: for its own codec and ending, or where it leaves
/// both open, for those of `film`. Nothing when there were errors; throws Refusal for a name that
/// there is not.
[[nodiscard]] std::optional<Preset> readPreset(const std::string& preset, const RenderWish& film,
                                               core::Diagnostics& diagnostics);

/// Throws Refusal for an output that ends otherwise than the preset makes it.
void requireEnding(const Preset& preset, const std::filesystem::path& output);

}  // namespace ebbflow::produce
