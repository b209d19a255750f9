#include "produce/paper_plan.hpp"

#include <algorithm>
#include <filesystem>

namespace ebbflow::produce {

namespace {

bool isPlain(const std::string& title) {
    return !title.empty() && std::ranges::all_of(title, [](unsigned char letter) {
        return letter >= 0x20 && letter < 0x7F;
    });
}

}  // namespace

std::string titleForLists(const frame::Plan& plan) {
    const scene::Scene& scene = plan.film->scene;
    const std::string& shown = scene.title.inOrAny(plan.language);
    if (isPlain(shown) || shown.empty()) return shown;
    for (const std::string& language : scene.languages) {
        const std::string* title = scene.title.find(language);
        if (title != nullptr && isPlain(*title)) return *title;
    }
    return folderOfScene(plan);
}

std::string folderOfScene(const frame::Plan& plan) {
    const auto file = std::filesystem::absolute(plan.film->scene.file).lexically_normal();
    return file.parent_path().filename().string();
}

}  // namespace ebbflow::produce
