#include "story/ground_in_view.hpp"

#include <algorithm>
#include <cmath>

#include "story/camera_move.hpp"
#include "story/plan_lights.hpp"
#include "story/timeline.hpp"
#include "text/reading.hpp"

namespace ebbflow::story {

namespace {

constexpr int kSamples = 8;       // of each camera move, and of each second of a longer way
constexpr double kMargin = 0.03;  // of the box: between two samples a move may swing out a little

bool include(std::optional<core::MapBox>& box, const picture::CameraView& view, double aspect) {
    const auto seen = picture::groundSeen(view, aspect);
    if (!seen) return false;
    if (!box) box = *seen;
    *box = {std::min(box->minX, seen->minX), std::min(box->minY, seen->minY),
            std::max(box->maxX, seen->maxX), std::max(box->maxY, seen->maxY)};
    return true;
}

}  // namespace

std::optional<core::MapBox> groundInView(const film::Film& film) {
    core::Diagnostics toldLater;
    Timeline timeline = planTimeline(film, text::captionSeconds, film.scene.languages, toldLater);
    if (std::ranges::any_of(timeline.steps, [](const auto& s) { return !s.follows.empty(); }))
        planFollowing(film, timeline, planLights(film, timeline, toldLater));
    const double aspect = static_cast<double>(film.scene.frame.width) / film.scene.frame.height;
    std::optional<core::MapBox> box;
    for (const PlannedStep& step : timeline.steps) {
        const int samples =
            step.way.empty() ? kSamples : static_cast<int>(std::ceil(kSamples * step.moveSeconds));
        for (int i = 0; i <= samples; ++i) {
            const double share = static_cast<double>(i) / samples;
            const picture::CameraView view = step.way.empty()
                                                 ? between(step.from, step.to, share)
                                                 : viewAt(step, share * step.moveSeconds);
            if (!include(box, view, aspect)) return std::nullopt;
        }
    }
    if (!box) return box;
    const double margin = kMargin * std::max(box->width(), box->height());
    return core::MapBox{box->minX - margin, box->minY - margin, box->maxX + margin,
                        box->maxY + margin};
}

}  // namespace ebbflow::story
