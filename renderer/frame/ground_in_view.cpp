#include "frame/ground_in_view.hpp"

#include <algorithm>

#include "frame/camera_move.hpp"
#include "frame/timeline.hpp"
#include "text/reading.hpp"

namespace ebbflow::frame {

namespace {

constexpr int kSamples = 8;       // of each camera move
constexpr double kMargin = 0.03;  // of the box: between two samples a move may swing out a little

bool include(std::optional<core::MapBox>& box, const CameraView& view, double aspect) {
    const auto seen = groundSeen(view, aspect);
    if (!seen) return false;
    if (!box) box = *seen;
    *box = {std::min(box->minX, seen->minX), std::min(box->minY, seen->minY),
            std::max(box->maxX, seen->maxX), std::max(box->maxY, seen->maxY)};
    return true;
}

}  // namespace

std::optional<core::MapBox> groundInView(const Film& film) {
    core::Diagnostics toldLater;
    const Timeline timeline = planTimeline(film, text::captionSeconds, toldLater);
    const double aspect = static_cast<double>(film.scene.frame.width) / film.scene.frame.height;
    std::optional<core::MapBox> box;
    for (const PlannedStep& step : timeline.steps) {
        for (int i = 0; i <= kSamples; ++i) {
            if (!include(box, between(step.from, step.to, static_cast<double>(i) / kSamples),
                         aspect))
                return std::nullopt;
        }
    }
    if (!box) return box;
    const double margin = kMargin * std::max(box->width(), box->height());
    return core::MapBox{box->minX - margin, box->minY - margin, box->maxX + margin,
                        box->maxY + margin};
}

}  // namespace ebbflow::frame
