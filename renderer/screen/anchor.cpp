#include "screen/anchor.hpp"

namespace ebbflow::screen {

std::optional<core::LonLat> positionOf(const story::Story& story, const scene::PlaceRef& ref) {
    if (ref.position) return ref.position;
    const geo::Place* place = story.film->world->gazetteer.find(ref.name);
    return place == nullptr ? std::nullopt : std::optional(place->position);
}

std::optional<core::PixelPoint> anchorOf(const story::Story& story, const picture::CameraView& view,
                                         const scene::PlaceRef& ref) {
    const auto position = positionOf(story, ref);
    const auto point = position ? story.film->world->projection.forward(*position) : std::nullopt;
    return point ? picture::project(view, story.aspect, *point) : std::nullopt;
}

}  // namespace ebbflow::screen
