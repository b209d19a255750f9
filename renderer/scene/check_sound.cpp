// Sounds begin where the film has a chapter or a step of that name, and are of kinds that it has.

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

void checkSoundKinds(const SoundTrack& track, const std::vector<std::string>& kinds,
                     core::Diagnostics& diagnostics) {
    for (const std::string& kind : track.kinds) {
        if (std::ranges::find(kinds, kind) != kinds.end()) continue;
        diagnostics.error(track.kindsPlace,
                          fmt::format("`kinds`: there are no movements of a kind `{}`{}", kind,
                                      core::didYouMean(kind, kinds)));
    }
}

}  // namespace

void checkSound(const Scene& scene, const KnownNames& known, core::Diagnostics& diagnostics) {
    std::vector<std::string> kinds = known.kinds;
    for (const Flow& flow : scene.flows) kinds.push_back(flow.kind);
    for (const SoundTrack& track : scene.sound) {
        checkMoment(scene, track.at, diagnostics);
        checkSoundKinds(track, kinds, diagnostics);
    }
}

}  // namespace ebbflow::scene
