#include "story/crowd_dots.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "picture/easing.hpp"

namespace ebbflow::story {

namespace {

constexpr double kDotRadius = 1.6;   // reference pixels
constexpr double kDotSpacing = 2.5;  // of √(slot): a dot has as much room as one and a half of it
constexpr double kSlotsOfCity = 3.2;  // slots that the city's own dot takes
constexpr double kCrowdFade = 0.8;
constexpr double kStrollSeconds = 0.35;  // from the slot to the city, and from the city to the slot
constexpr double kSocketSeconds = 6;     // that an empty slot is seen
constexpr double kDotRingSeconds = 0.7;

/// How sure it looks.
double strengthOfDot(core::Confidence confidence) {
    return confidence == core::Confidence::documented ? 0.95 : 0.68;
}

/// Draws the dots of one crowd.
class CrowdPen {
public:
    CrowdPen(const PlaceCrowd& crowd, const core::Colour& colour, double seconds, double strength,
             picture::MapPicture& frame)
        : crowd_(crowd), colour_(colour), seconds_(seconds), strength_(strength), frame_(frame) {}

    void draw(const CrowdDot& dot) {
        if (seconds_ < dot.from) return;
        const core::PixelPoint slot = slotOffset(dot.slot);
        socket(slot, seconds_ - (dot.until - kStrollSeconds));
        if (!dot.stands(static_cast<float>(seconds_))) return;
        ++standing_;
        const double here = picture::smooth((seconds_ - dot.from) / kStrollSeconds) *
                            picture::smooth((dot.until - seconds_) / kStrollSeconds);
        add({slot.x * here, slot.y * here}, kDotRadius,
            strength_ * strengthOfDot(crowd_.confidence));
        ring(slot, seconds_ - dot.from);
    }

    /// The city is lit by who is there.
    void glow() {
        if (crowd_.dots.empty()) return;
        const double share =
            static_cast<double>(standing_) / static_cast<double>(crowd_.dots.size());
        frame_.glows.push_back({crowd_.at, colour_, static_cast<float>(1.2 * radiusOf(crowd_) + 8),
                                static_cast<float>(0.22 * share * strength_)});
    }

private:
    void add(core::PixelPoint offset, double radius, double strength) {
        frame_.crowd.push_back(
            {crowd_.at, colour_, static_cast<float>(radius), static_cast<float>(strength), offset});
    }

    void socket(core::PixelPoint slot, double left) {
        if (left <= 0 || left >= kSocketSeconds) return;
        const double fading = 1 - left / kSocketSeconds;
        add(slot, 0.55 * kDotRadius, 0.32 * fading * strength_);
    }

    void ring(core::PixelPoint slot, double since) {
        const double age = since / kDotRingSeconds;
        if (age >= 1) return;
        frame_.rings.push_back({crowd_.at, colour_, static_cast<float>(kDotRadius + 5 * age), 0.9F,
                                static_cast<float>(0.6 * (1 - age) * strength_), slot});
    }

    const PlaceCrowd& crowd_;
    const core::Colour& colour_;
    double seconds_, strength_;
    std::int64_t standing_ = 0;
    picture::MapPicture& frame_;
};

bool standsIn(const PresenceRun& run, std::size_t step) {
    return run.first <= step && step <= run.last;
}

/// 0…1 of a run at a time. It comes and goes with its steps, at once where those are cut.
double shareThere(const Moment& m, const PresenceRun& run) {
    const auto& steps = m.story.timeline.steps;
    double on = 1;
    if (steps[run.first].goesOn())
        on = picture::smooth((m.seconds - steps[run.first].start.seconds()) / kCrowdFade);
    if (run.last + 1 < steps.size() && steps[run.last + 1].goesOn())
        on *= picture::smooth((steps[run.last].end().seconds() - m.seconds) / kCrowdFade);
    return on;
}

}  // namespace

core::PixelPoint slotOffset(std::uint32_t slot) {
    constexpr double kGoldenAngle = std::numbers::pi * (3 - 2.2360679774997896964);
    const double radius = kDotSpacing * std::sqrt(kSlotsOfCity + slot);
    const double angle = kGoldenAngle * slot;
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

double radiusOf(const PlaceCrowd& crowd) {
    const core::PixelPoint edge = slotOffset(crowd.endSlot);
    return std::hypot(edge.x, edge.y);
}

void describeCrowds(const Moment& m, picture::MapPicture& frame) {
    for (const PresenceRun& run : m.story.presence) {
        if (!standsIn(run, m.stepIndex)) continue;
        const double on = shareThere(m, run);
        for (const PlaceCrowd& crowd : run.crowds) {
            if (!crowd.onMap || on <= 0) continue;
            CrowdPen pen(crowd, m.story.lightPlan.kinds[crowd.kind].look.colour, m.lightSeconds,
                         on * frame.brightness.at(crowd.kind), frame);
            for (const CrowdDot& dot : crowd.dots) pen.draw(dot);
            pen.glow();
        }
    }
}

double crowdRadius(const Story& story, std::size_t step, std::string_view placeId) {
    double radius = 0;
    for (const PresenceRun& run : story.presence) {
        if (!standsIn(run, step)) continue;
        for (const PlaceCrowd& crowd : run.crowds) {
            if (placeId.empty() || crowd.placeId != placeId || crowd.dots.empty()) continue;
            radius = std::max(radius, radiusOf(crowd));
        }
    }
    return radius;
}

double squareDrop(const Story& story, std::size_t step, std::string_view placeId) {
    constexpr double kGap = 5;
    const double radius = crowdRadius(story, step, placeId);
    return radius <= 0 ? 0 : std::max(0.0, radius + kGap - (kSquaresBelowDot - kSquareSide / 2));
}

double squareDropAt(const Moment& m, std::string_view placeId) {
    const double now = squareDrop(m.story, m.stepIndex, placeId);
    if (m.stepIndex == 0) return now;
    return picture::mix(squareDrop(m.story, m.stepIndex - 1, placeId), now, m.entered(kCrowdFade));
}

}  // namespace ebbflow::story
