#include "story/check_scales.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace ebbflow::story {

namespace {

bool meets(const core::MapBox& a, const std::optional<core::MapBox>& seen) {
    return !seen || (a.minX <= seen->maxX && seen->minX <= a.maxX && a.minY <= seen->maxY &&
                     seen->minY <= a.maxY);
}

/// Whether anything of a layer is in the picture. Railways are schematic, and called so, at any
/// scale; land and relief are everywhere.
bool isSeen(const geo::World& world, const std::string& layer,
            const std::optional<core::MapBox>& seen) {
    const auto any = [&](const auto& shapes) {
        return std::ranges::any_of(shapes, [&](const auto& s) { return meets(s.bounds, seen); });
    };
    if (layer == "lakes") return any(world.lakes.areas);
    if (layer == "rivers") return any(world.rivers.lines);
    if (layer == "borders") return any(world.borders.lines);
    if (layer == "states") return any(world.states.areas);
    return layer == "land" || layer == "relief";
}

/// The nearest view of a step. Between two views a move only draws back, and where it begins was
/// the shot of the step before.
picture::CameraView nearest(const PlannedStep& step) {
    picture::CameraView view = step.to;
    for (const picture::CameraView& next : step.way) {
        if (next.widthKm < view.widthKm) view = next;
    }
    return view;
}

class ScaleCheck {
public:
    ScaleCheck(const Story& story, core::Diagnostics& diagnostics)
        : story_(story), diagnostics_(diagnostics), pixels_(story.film->scene.frame.width) {}

    void step(const PlannedStep& step) {
        const scene::Chapter& chapter = story_.film->scene.chapters[step.chapter];
        const scene::Step& script = chapter.steps[step.step];
        if (!script.camera) return;  // the shot is an earlier step's
        const picture::CameraView view = nearest(step);
        const auto seen = picture::groundSeen(view, story_.aspect);
        std::map<int, std::vector<std::string>> layersByWidth;
        for (const geo::LayerScale& scale : story_.film->world->scales) {
            const double fine = scale.finestMetres / 1000 * pixels_ / kPixelsOfDetail;
            if (view.widthKm >= fine || !isSeen(*story_.film->world, scale.layer, seen)) continue;
            layersByWidth[static_cast<int>(std::ceil(fine / 10) * 10)].push_back(scale.layer);
        }
        if (layersByWidth.empty()) return;
        std::vector<std::string> parts;
        parts.reserve(layersByWidth.size());
        for (const auto& [width, layers] : layersByWidth)
            parts.push_back(fmt::format("{} from {} km", fmt::join(layers, ", "), width));
        diagnostics_.warning(
            script.camera->place,
            fmt::format("`{}`, step {}: {:.0f} km across {} pixels are nearer than the map data "
                        "carries; fine are {}",
                        chapter.id, step.step + 1, view.widthKm, story_.film->scene.frame.width,
                        fmt::join(parts, ", ")));
    }

private:
    const Story& story_;
    core::Diagnostics& diagnostics_;
    double pixels_;
};

}  // namespace

void checkScales(const Story& story, core::Diagnostics& diagnostics) {
    ScaleCheck check(story, diagnostics);
    for (const PlannedStep& step : story.timeline.steps) check.step(step);
}

}  // namespace ebbflow::story
