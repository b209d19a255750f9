#include "produce/film_family.hpp"

#include <algorithm>
#include <system_error>

#include "core/whole_file.hpp"
#include "delivery/output_paths.hpp"

namespace ebbflow::produce {

namespace fs = std::filesystem;

namespace {

/// `film.mp4` and `.part.d`: of every `film.*.mp4.part.d`.
std::vector<FamilyMember> besideFilm(const fs::path& film, const std::string& ending) {
    const std::string before = film.stem().string() + ".";
    const std::string after = film.extension().string() + ending;
    std::vector<FamilyMember> members;
    std::error_code gone;
    for (const auto& entry : fs::directory_iterator(core::folderOf(film), gone)) {
        const std::string name = entry.path().filename().string();
        if (name.size() <= before.size() + after.size() || !name.starts_with(before) ||
            !name.ends_with(after)) {
            continue;
        }
        members.push_back({film.parent_path() / name.substr(0, name.size() - ending.size()),
                           name.substr(before.size(), name.size() - before.size() - after.size())});
    }
    return members;
}

/// `frames/%05d.png` and `frames.part.d`: of every one in the folders below.
std::vector<FamilyMember> belowFrames(const fs::path& pattern, const fs::path& wanted) {
    const fs::path folder = core::folderOf(pattern);
    std::vector<FamilyMember> members;
    std::error_code gone;
    for (const auto& entry : fs::recursive_directory_iterator(folder, gone)) {
        const fs::path within = entry.path().parent_path().lexically_relative(folder);
        if (entry.path().filename() != wanted || within == ".") continue;
        members.push_back({entry.path().parent_path() / pattern.filename(), within.string()});
    }
    return members;
}

std::vector<FamilyMember> membersWith(const fs::path& output, bool finished) {
    const auto container = encode::containerOf(output);
    const delivery::OutputPaths paths = delivery::pathsOf(output, container);
    const fs::path wanted = finished ? paths.manifest : paths.segments;
    std::vector<FamilyMember> members;
    if (encode::isNumbered(container)) {
        members = belowFrames(paths.film, wanted.filename());
    } else {
        const std::string film = paths.film.string();
        members = besideFilm(paths.film, wanted.string().substr(film.size()));
    }
    std::ranges::sort(members, {}, &FamilyMember::output);
    return members;
}

}  // namespace

std::vector<FamilyMember> membersInParts(const fs::path& output) {
    return membersWith(output, false);
}

std::vector<FamilyMember> membersFinished(const fs::path& output) {
    return membersWith(output, true);
}

}  // namespace ebbflow::produce
