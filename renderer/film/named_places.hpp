#pragma once
// The places that a script names or points at, one after another.

#include "scene/scene.hpp"

namespace ebbflow::film {

/// Calls `visit(ref)` for every place of every step: what cameras show, centre on and go between,
/// the ends of veils, the seats of marks and of objects.
template <typename Visit>
void eachPlaceRef(const scene::Scene& scene, Visit visit) {
    const auto all = [&](const std::vector<scene::PlaceRef>& refs) {
        for (const scene::PlaceRef& ref : refs) visit(ref);
    };
    for (const scene::Chapter& chapter : scene.chapters) {
        for (const scene::Step& step : chapter.steps) {
            for (const scene::Ambience& ambience : step.ambience) all(ambience.ends);
            for (const scene::Presence& presence : step.presence) {
                if (presence.at) visit(*presence.at);
            }
            if (step.pulse) all(step.pulse->places);
            for (const scene::Mark& mark : step.marks) all(mark.places);
            for (const scene::Object& object : step.objects) visit(object.at);
            if (!step.camera) continue;
            for (const scene::Stop& stop : step.camera->path) visit(stop.center);
            // One name alone is a kind's or a route's.
            if (step.camera->follow.size() == 2) all(step.camera->follow);
            all(step.camera->show);
            if (step.camera->center) visit(*step.camera->center);
        }
    }
}

}  // namespace ebbflow::film
