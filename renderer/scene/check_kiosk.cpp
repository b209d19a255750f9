#include <algorithm>

#include <fmt/format.h>

#include "scene/check_scene.hpp"

namespace ebbflow::scene {

namespace {

std::vector<std::string> chapterIds(const Scene& scene) {
    std::vector<std::string> ids;
    for (const Chapter& chapter : scene.chapters) ids.push_back(chapter.id);
    return ids;
}

/// Of the film's steps, counted through; nothing, and an error, where there is no such one.
std::optional<std::size_t> positionOf(const Scene& scene, const StepName& name,
                                      core::Diagnostics& diagnostics) {
    std::size_t before = 0;
    for (const Chapter& chapter : scene.chapters) {
        if (chapter.id != name.chapter) {
            before += chapter.steps.size();
            continue;
        }
        if (name.step <= chapter.steps.size()) return before + name.step;
        diagnostics.error(name.place, fmt::format("`{}` has {} steps, and no step {}", chapter.id,
                                                  chapter.steps.size(), name.step));
        return std::nullopt;
    }
    const auto ids = chapterIds(scene);
    diagnostics.error(name.place, fmt::format("`{}` is no chapter's id{}", name.chapter,
                                              core::didYouMean(name.chapter, ids)));
    return std::nullopt;
}

}  // namespace

void checkKiosk(const Scene& scene, core::Diagnostics& diagnostics) {
    if (!scene.kiosk || scene.kiosk->attract.empty()) return;
    const StepName& first = scene.kiosk->attract.front();
    const StepName& last = scene.kiosk->attract.back();
    const auto from = positionOf(scene, first, diagnostics);
    if (&first == &last || !from) return;
    const auto until = positionOf(scene, last, diagnostics);
    // All of a chapter ends after each of its steps.
    const bool whole = last.step == 0 && last.chapter == first.chapter;
    if (until && *until < *from && !whole)
        diagnostics.error(last.place, "`attract` ends before it begins");
}

}  // namespace ebbflow::scene
