#pragma once
// The pictures and sound files that a script names, one after another.

#include "scene/scene.hpp"

namespace ebbflow::film {

/// Calls `visit(image)` for every image of every step, those of its objects too.
template <typename Visit>
void eachImage(const scene::Scene& scene, Visit visit) {
    for (const auto& chapter : scene.chapters) {
        for (const auto& step : chapter.steps) {
            for (const scene::Image& image : step.images) visit(image);
            for (const scene::Object& object : step.objects)
                if (!object.image.file.empty()) visit(object.image);
        }
    }
}

/// Calls `each(path, place)` for every sound file that the script names.
template <typename Each>
void eachSound(const scene::Scene& scene, Each each) {
    const auto all = [&](const core::LocalText& files, const core::SourcePlace& place) {
        for (const auto& [language, path] : files.words) each(path, place);
    };
    for (const scene::SoundTrack& track : scene.sound) all(track.file, track.place);
    for (const scene::Chapter& chapter : scene.chapters) {
        for (const scene::Step& step : chapter.steps) all(step.narration, step.narrationPlace);
    }
}

}  // namespace ebbflow::film
