// Sounds begin where the film has a chapter or a step of that name.

#include <algorithm>

#include <fmt/format.h>

#include "scene/check_scene.hpp"

namespace ebbflow::scene {

namespace {

void checkMoment(const Scene& scene, const SoundMoment& at, core::Diagnostics& diagnostics) {
    if (at.chapter.empty()) return;
    const auto chapter = std::ranges::find(scene.chapters, at.chapter, &Chapter::id);
    if (chapter == scene.chapters.end()) {
        std::vector<std::string> ids;
        for (const Chapter& known : scene.chapters) ids.push_back(known.id);
        diagnostics.error(at.place, fmt::format("`{}` is neither a time nor a chapter's id{}",
                                                at.chapter, core::didYouMean(at.chapter, ids)));
    } else if (at.step > chapter->steps.size()) {
        diagnostics.error(at.place, fmt::format("the chapter `{}` has no step {}; it has {}",
                                                at.chapter, at.step, chapter->steps.size()));
    }
}

}  // namespace

void checkSound(const Scene& scene, core::Diagnostics& diagnostics) {
    for (const SoundTrack& track : scene.sound) checkMoment(scene, track.at, diagnostics);
}

}  // namespace ebbflow::scene
