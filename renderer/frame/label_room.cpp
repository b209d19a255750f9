#include "frame/label_room.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "flow/paths.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kClearance = 4;         // between one name and another
constexpr double kDotReach = 3;          // a place's dot, from its middle
constexpr double kSamplesPerSecond = 6;  // of a camera move
constexpr int kFewestSamples = 12;
constexpr double kShortestStay = 2.4;  // seconds: a name on a long way that is read

bool overlap(const core::PixelBox& a, const core::PixelBox& b) {
    return a.x < b.x + b.width + kClearance && b.x < a.x + a.width + kClearance &&
           a.y < b.y + b.height + kClearance && b.y < a.y + a.height + kClearance;
}

bool inside(const core::PixelBox& a, const core::PixelBox& b) {
    return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width &&
           a.y + a.height <= b.y + b.height;
}

core::PixelBox dotAt(core::PixelPoint anchor) {
    return {anchor.x - kDotReach, anchor.y - kDotReach, 2 * kDotReach, 2 * kDotReach};
}

/// Lights of a stream under way at some time of a step.
double lightsDuring(const Stream& stream, const PlannedStep& step) {
    const auto begin = static_cast<float>(step.start.seconds());
    const auto end = static_cast<float>(step.end().seconds());
    const auto left = std::ranges::upper_bound(stream.departures, end) - stream.departures.begin();
    const auto over = std::ranges::lower_bound(stream.arrivals, begin) - stream.arrivals.begin();
    return static_cast<double>(std::max<std::ptrdiff_t>(0, left - over));
}

}  // namespace

LabelRoom::LabelRoom(const PlannedStep& step, double aspect, std::size_t counters,
                     core::Day lastDay, const LightPlan& lights, const SitePlan& sites)
    : aspect_(aspect),
      counters_(counters),
      lastDay_(lastDay),
      sites_(sites),
      isLongWay_(!step.way.empty()) {
    const int count =
        std::max(kFewestSamples, static_cast<int>(std::ceil(step.moveSeconds * kSamplesPerSecond)));
    for (int i = 0; i <= count; ++i) {
        seconds_.push_back(step.moveSeconds * i / count);
        views_.emplace_back(viewAt(step, seconds_.back()), aspect);
    }
    if (!isLongWay_) gatherLight(step, lights);
}

void LabelRoom::gatherLight(const PlannedStep& step, const LightPlan& lights) {
    for (const Stream& stream : lights.streams) {
        const double count = lightsDuring(stream, step);
        if (count <= 0) continue;
        const glm::vec3* path = &lights.lights.paths[stream.path * std::size_t{flow::kPathSamples}];
        for (int i = 0; i < flow::kPathSamples; ++i) {
            if (const auto at = views_.back()({path[i].x, path[i].y}, path[i].z))
                strokes_.push_back({*at, count / flow::kPathSamples});
        }
    }
}

LabelRoom::Span LabelRoom::from(double since) const {
    const auto first = std::ranges::lower_bound(seconds_, since) - seconds_.begin();
    return {std::min(static_cast<std::size_t>(first), seconds_.size() - 1), seconds_.size() - 1};
}

std::optional<LabelRoom::Span> LabelRoom::spanFor(const PlannedLabel& label, Span wanted,
                                                  bool strict) const {
    Span best{1, 0}, run{wanted.first, wanted.first};
    bool open = false;
    for (std::size_t i = wanted.first; i <= wanted.last; ++i) {
        if (!isFree(label, i, strict)) {
            if (!isLongWay_) return std::nullopt;
            open = false;
            continue;
        }
        if (!open) run.first = i;
        open = true;
        run.last = i;
        if (best.first > best.last || run.last - run.first > best.last - best.first) best = run;
    }
    if (best.first > best.last) return std::nullopt;
    const bool staysOn = isLast(best.last);
    const double stay = seconds_[best.last] - seconds_[best.first];
    if (isLongWay_ && !staysOn && stay < kShortestStay) return std::nullopt;
    return best;
}

double LabelRoom::lightUnder(const PlannedLabel& label) const {
    const auto anchor = views_.back()(label.at);
    if (!anchor) return 0;
    const core::PixelBox box = labelBox(label, *anchor);
    double sum = 0;
    for (const Stroke& stroke : strokes_) {
        if (overlap(box, {stroke.at.x, stroke.at.y, 0, 0})) sum += stroke.lights;
    }
    return sum;
}

void LabelRoom::take(const PlannedLabel& label, Span span) {
    taken_.push_back({label, span});
}

bool LabelRoom::isFree(const PlannedLabel& label, std::size_t sample, bool strict) const {
    const auto anchor = views_[sample](label.at);
    if (!anchor) return false;
    const core::PixelBox box = labelBox(label, *anchor);
    const bool matters = isLongWay_ || isLast(sample);
    if (matters && (!inside(box, area()) || hitsFurniture(box))) return false;
    return !hitsLabel(box, *anchor, sample) && !(strict && hitsSquares(box, sample));
}

bool LabelRoom::hitsLabel(const core::PixelBox& box, core::PixelPoint own,
                          std::size_t sample) const {
    return std::ranges::any_of(taken_, [&](const Taken& other) {
        if (sample < other.span.first || sample > other.span.last) return false;
        const auto anchor = views_[sample](other.label.at);
        if (!anchor) return false;
        const core::PixelBox name = labelBox(other.label, *anchor);
        return overlap(box, name) || overlap(box, dotAt(*anchor)) || overlap(dotAt(own), name);
    });
}

bool LabelRoom::hitsSquares(const core::PixelBox& box, std::size_t sample) const {
    return std::ranges::any_of(sites_.blocks, [&](const SiteBlock& block) {
        if (lastDay_ < block.first) return false;
        const auto anchor = views_[sample](block.at);
        if (!anchor) return false;
        return overlap(box, {anchor->x + block.box.x, anchor->y + block.box.y, block.box.width,
                             block.box.height});
    });
}

/// The date, the counters and the legend at their usual places; a scene that moves them has the
/// map's own names to think of.
bool LabelRoom::hitsFurniture(const core::PixelBox& box) const {
    const double right = core::kReferenceHeight * aspect_ * 0.95;
    const auto rows = static_cast<double>(counters_);
    const std::array zones{core::PixelBox{0, 0, 690, 150},
                           core::PixelBox{right - 470, 0, 600, rows > 0 ? 60 + 104 * rows : 0},
                           core::PixelBox{right - 320, 722, 600, 300}};
    return std::ranges::any_of(zones,
                               [&](const core::PixelBox& zone) { return overlap(box, zone); });
}

/// The part of the picture where names may stand: not under the date, the counters or the captions.
core::PixelBox LabelRoom::area() const {
    const double width = core::kReferenceHeight * aspect_;
    return {width * 0.05, 60, width * 0.9, 730};
}

}  // namespace ebbflow::frame
