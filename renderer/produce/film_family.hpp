#pragma once
// The films that one run of `render` makes of one output, found by what lies on the disk: versions,
// layers and chapters, each with a word or two in its name. It opens none of them.

#include <filesystem>
#include <string>
#include <vector>

namespace ebbflow::produce {

struct FamilyMember {
    std::filesystem::path output;  ///< as it would be given to `render` or `join`
    std::string words;             ///< what its name has more: `en`, `one.text.ru`, `one/en`
};

/// Members of whose segments folders lie there (`film.en.mp4.part.d` for `film.mp4`), by name; the
/// film itself is none. Throws core::Failure for an output that is no film's name.
[[nodiscard]] std::vector<FamilyMember> membersInParts(const std::filesystem::path& output);
/// Members whose manifests lie there: those that are finished.
[[nodiscard]] std::vector<FamilyMember> membersFinished(const std::filesystem::path& output);

}  // namespace ebbflow::produce
