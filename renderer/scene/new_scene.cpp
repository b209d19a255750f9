#include "scene/new_scene.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "core/new_files.hpp"

namespace ebbflow::scene {

// Made of the folders of templates/ by cmake/embed_files.cmake.
std::span<const core::EmbeddedFile> firstTemplate();
std::span<const core::EmbeddedFile> talkTemplate();
std::span<const core::EmbeddedFile> exhibitTemplate();
std::span<const core::EmbeddedFile> documentaryTemplate();
std::span<const core::EmbeddedFile> dayTemplate();

namespace {

struct Template {
    std::string_view name;
    std::span<const core::EmbeddedFile> (*files)();
};

constexpr std::array<Template, 5> kTemplates{{{kFirstTemplate, firstTemplate},
                                              {"talk", talkTemplate},
                                              {"exhibit", exhibitTemplate},
                                              {"documentary", documentaryTemplate},
                                              {"day", dayTemplate}}};

}  // namespace

std::vector<std::string> templateNames() {
    std::vector<std::string> names;
    for (const Template& known : kTemplates) names.emplace_back(known.name);
    return names;
}

std::span<const core::EmbeddedFile> templateFiles(std::string_view name) {
    const auto known = std::ranges::find(kTemplates, name, &Template::name);
    assert(known != kTemplates.end());
    return known->files();
}

std::vector<std::string> writeNewScene(std::string_view name, const std::string& folder) {
    const auto files = templateFiles(name);
    std::vector<core::NewFile> fresh;
    for (const core::EmbeddedFile& file : files)
        fresh.push_back({std::string(file.name), std::string(file.text)});
    return core::writeNewFiles(folder, fresh);
}

}  // namespace ebbflow::scene
