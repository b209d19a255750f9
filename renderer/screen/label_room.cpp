#include "screen/label_room.hpp"

#include <algorithm>
#include <cmath>

#include "flow/paths.hpp"
#include "picture/easing.hpp"
#include "screen/furniture.hpp"
#include "screen/label_names.hpp"
#include "story/crowd_dots.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kClearance = 4;         // between one name and another
constexpr double kDotReach = 3;          // a place's dot, from its middle
constexpr double kSamplesPerSecond = 6;  // of a camera move
constexpr int kFewestSamples = 12;
constexpr double kFurnitureGap = 22;   // between a name and a piece of furniture
constexpr double kNameGap = 44;        // between a piece and what might be read as part of it
constexpr double kHeadroom = 60;       // y over which no name stands
constexpr double kSettled = 0.7;       // seconds after which the pieces of a step have come
constexpr int kLooks = 5;              // at the furniture of a step
constexpr double kShortestStay = 2.4;  // seconds: a name on a long way that is read

bool crowds(const core::PixelBox& a, const core::PixelBox& b) {
    return a.x < b.x + b.width + kClearance && b.x < a.x + a.width + kClearance &&
           a.y < b.y + b.height + kClearance && b.y < a.y + a.height + kClearance;
}

bool fitsIn(const core::PixelBox& a, const core::PixelBox& b) {
    return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width &&
           a.y + a.height <= b.y + b.height;
}

double sharedArea(const core::PixelBox& a, const core::PixelBox& b) {
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return std::max(0.0, width) * std::max(0.0, height);
}

core::PixelBox dotAt(core::PixelPoint anchor) {
    return {anchor.x - kDotReach, anchor.y - kDotReach, 2 * kDotReach, 2 * kDotReach};
}

}  // namespace

LabelRoom::LabelRoom(const Page& page, std::size_t index, const Pinned& pinned)
    : isLongWay_(!page.timeline.steps[index].way.empty()) {
    const story::PlannedStep& step = page.timeline.steps[index];
    const int count =
        std::max(kFewestSamples, static_cast<int>(std::ceil(step.moveSeconds * kSamplesPerSecond)));
    for (int i = 0; i <= count; ++i) {
        seconds_.push_back(step.moveSeconds * i / count);
        views_.emplace_back(story::viewAt(step, seconds_.back()), page.aspect);
    }
    gatherSquares(page, index);
    gatherFurniture(page, index);
    furniture_.insert(furniture_.end(), pinned.cards.begin(), pinned.cards.end());
    hairlines_ = pinned.hairlines;
    if (!isLongWay_) gatherLight(page, index);
}

/// At several times of the step: counters and charts grow, titles and pictures come and go.
void LabelRoom::gatherFurniture(const Page& page, std::size_t index) {
    const story::PlannedStep& step = page.timeline.steps[index];
    const double length = step.length.seconds();
    const double edge = std::min(kSettled, length / 4);
    for (int i = 0; i < kLooks; ++i) {
        const double since =
            picture::mix(edge, length - edge, static_cast<double>(i) / (kLooks - 1));
        const Moment moment(page, step.start + core::FilmTime::fromSeconds(since), index);
        const Furniture at = furnitureAt(moment);
        area_ = {at.stage.safe.x, std::max(kHeadroom, at.placed.ceiling), at.stage.safe.width, 0};
        area_.height = at.placed.floor - area_.y;
        for (const Block& block : at.blocks) {
            if (!block.band) furniture_.push_back(block.box);
        }
        if (!step.captions.empty()) furniture_.push_back(at.stage.captions(at.placed.floor));
    }
}

void LabelRoom::gatherSquares(const Page& page, std::size_t index) {
    const core::Day lastDay = story::lastDayOf(page.timeline, index);
    for (const story::SiteBlock& block : page.sites.blocks) {
        if (lastDay < block.first) continue;
        core::PixelBox box = block.box;
        box.y += story::squareDrop(page, index, block.placeId);
        squares_.push_back({block.at, box});
    }
    for (const story::PresenceRun& run : page.presence) {
        if (index < run.first || run.last < index) continue;
        for (const story::PlaceCrowd& crowd : run.crowds) {
            if (!crowd.onMap || crowd.dots.empty()) continue;
            const double half = story::radiusOf(crowd);
            squares_.push_back({crowd.at, {-half, -half, 2 * half, 2 * half}});
        }
    }
}

void LabelRoom::gatherLight(const Page& page, std::size_t index) {
    const story::PlannedStep& step = page.timeline.steps[index];
    for (const story::Stream& stream : page.lightPlan.streams) {
        const double count = story::lightsDuring(stream, page.timeline, index);
        if (count > 0) addStrokes(page, stream.path, count);
    }
    const auto& script = page.film->scene.chapters[step.chapter].steps[step.step];
    if (script.accumulate != scene::Accumulate::no) gatherThreads(page);
}

void LabelRoom::gatherThreads(const Page& page) {
    for (const story::Way& way : page.lightPlan.ways) {
        double count = 0;
        for (const story::Ramp& row : way.rows) count += row.count;
        addStrokes(page, way.path, count);
    }
}

void LabelRoom::addStrokes(const Page& page, std::uint32_t first, double count) {
    for (std::uint32_t path = first; path < page.lights->endOfWay(first); ++path) {
        const picture::PathPart part = page.lights->part(path);
        const double each = count * (part.end - part.begin) / flow::kPathSamples;
        const glm::vec3* points = &page.lights->paths[path * std::size_t{flow::kPathSamples}];
        for (int i = 0; i < flow::kPathSamples; ++i) {
            if (const auto at = views_.back()({points[i].x, points[i].y}, points[i].z))
                strokes_.push_back({*at, each});
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
        if (crowds(box, {stroke.at.x, stroke.at.y, 0, 0})) sum += stroke.lights;
    }
    return sum;
}

double LabelRoom::squaresUnder(const PlannedLabel& label) const {
    const auto anchor = views_.back()(label.at);
    if (!anchor) return 0;
    const core::PixelBox box = labelBox(label, *anchor);
    double covered = 0;
    for (const core::PixelBox& squares : squaresAt(views_.size() - 1))
        covered += sharedArea(box, squares);
    return std::min(1.0, covered / (box.width * box.height));
}

void LabelRoom::take(const PlannedLabel& label, Span span) {
    taken_.push_back({label, span});
}

bool LabelRoom::isFree(const PlannedLabel& label, std::size_t sample, bool strict) const {
    const auto anchor = views_[sample](label.at);
    if (!anchor) return false;
    const core::PixelBox box = labelBox(label, *anchor);
    const bool matters = isLongWay_ || isLast(sample);
    if (matters && (!fitsIn(box, area_) || hitsFurniture(box, label.look))) return false;
    return !hitsLabel(box, label, *anchor, sample) && !(strict && hitsSquares(box, sample));
}

bool LabelRoom::hitsLabel(const core::PixelBox& box, const PlannedLabel& label,
                          core::PixelPoint own, std::size_t sample) const {
    const auto hasDot = [](const PlannedLabel& l) { return l.look == LabelLook::place; };
    return std::ranges::any_of(taken_, [&](const Taken& other) {
        if (sample < other.span.first || sample > other.span.last) return false;
        const auto anchor = views_[sample](other.label.at);
        if (!anchor) return false;
        const core::PixelBox name = labelBox(other.label, *anchor);
        return crowds(box, name) || (hasDot(other.label) && crowds(box, dotAt(*anchor))) ||
               (hasDot(label) && crowds(dotAt(own), name));
    });
}

std::vector<core::PixelBox> LabelRoom::squaresAt(std::size_t sample) const {
    std::vector<core::PixelBox> boxes;
    for (const MapBox& squares : squares_) {
        if (const auto anchor = views_[sample](squares.at))
            boxes.push_back({anchor->x + squares.box.x, anchor->y + squares.box.y,
                             squares.box.width, squares.box.height});
    }
    return boxes;
}

bool LabelRoom::hitsSquares(const core::PixelBox& box, std::size_t sample) const {
    return std::ranges::any_of(squaresAt(sample),
                               [&](const core::PixelBox& squares) { return crowds(box, squares); });
}

bool LabelRoom::hitsFurniture(const core::PixelBox& box, LabelLook look) const {
    const double gap = look == LabelLook::place ? kFurnitureGap : kNameGap;
    const core::PixelBox wide{box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap};
    return std::ranges::any_of(furniture_,
                               [&](const core::PixelBox& piece) { return crowds(wide, piece); }) ||
           std::ranges::any_of(hairlines_,
                               [&](const core::PixelBox& line) { return crowds(box, line); });
}

}  // namespace ebbflow::screen
