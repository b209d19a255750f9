#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "live/bar.hpp"
#include "live/clock_text.hpp"
#include "screen/overlay.hpp"
#include "text/cldr.hpp"

namespace ebbflow::live {

namespace {

// Reference pixels, from the picture's foot upwards: buttons, the line, the chapters' names.
constexpr double kFoot = 14;
constexpr double kButton = 64;
constexpr double kLine = 40;
constexpr double kChapterNames = 34;
constexpr double kHead = 22;  // of the ground, above the names
constexpr double kBarGap = 20;

double widthOf(const frame::Plan& plan, const std::string& words) {
    std::vector<picture::OverlayItem> none;
    return screen::Overlay(plan, none).widthOf(words, {.size = kBarType, .halo = 0});
}

std::vector<core::PixelBox> chapterBoxes(const BarLayout& bar, const story::Timeline& timeline) {
    std::vector<core::PixelBox> boxes;
    if (timeline.chapters.size() < 2) return boxes;
    for (const story::PlannedChapter& chapter : timeline.chapters) {
        const double left = bar.xOf(chapter.start), right = bar.xOf(chapter.end);
        boxes.push_back({left, bar.seek.y - kChapterNames, right - left, kChapterNames});
    }
    return boxes;
}

/// From the left: play, clock, title; from the right: full screen, language.
void placeButtons(BarLayout& bar, const frame::Plan& plan) {
    const double top = core::kReferenceHeight - kFoot - kButton;
    const double left = bar.seek.x, right = bar.seek.x + bar.seek.width;
    const auto at = [&](double x, double width) { return core::PixelBox{x, top, width, kButton}; };
    bar.play = at(left - kBarGap, kButton + kBarGap);
    bar.clock = at(left + kButton + kBarGap / 2,
                   widthOf(plan, barClock(plan, plan.timeline.length)) + kBarGap);
    bar.fullScreen = at(right - kButton, kButton + kBarGap);
    const bool several = plan.film->scene.languages.size() > 1;
    const double label = several ? widthOf(plan, languageLabel(plan)) + 2 * kBarGap : 0;
    bar.language = at(bar.fullScreen.x - label, label);
    const double from = bar.clock.x + bar.clock.width + kBarGap;
    bar.title = at(from, std::max(0.0, bar.language.x - kBarGap - from));
}

}  // namespace

core::FilmTime BarLayout::timeAt(double x) const {
    const double share = std::clamp((x - seek.x) / seek.width, 0.0, 1.0);
    const auto last =
        std::max<std::int64_t>(0, core::frameAt(length - core::FilmTime::fromTicks(1), rate));
    const core::FilmTime time = core::FilmTime::fromSeconds(share * length.seconds());
    return core::frameStart(std::min(last, core::frameAt(time, rate)), rate);
}

double BarLayout::xOf(core::FilmTime time) const {
    return seek.x + seek.width * std::clamp(time.seconds() / length.seconds(), 0.0, 1.0);
}

BarSpot BarLayout::spotAt(core::PixelPoint point) const {
    if (seek.holds(point)) return {BarPart::seek};
    if (play.holds(point)) return {BarPart::play};
    if (language.holds(point)) return {BarPart::language};
    if (fullScreen.holds(point)) return {BarPart::fullScreen};
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        if (chapters[i].holds(point)) return {BarPart::chapter, i};
    }
    return {ground.holds(point) ? BarPart::ground : BarPart::none};
}

BarLayout barLayout(const frame::Plan& plan) {
    const double width = core::kReferenceHeight * plan.aspect;
    const double margin = screen::safeArea(plan.aspect).x;
    BarLayout bar;
    bar.length = plan.timeline.length;
    bar.rate = plan.film->scene.frame.rate;
    const double line = core::kReferenceHeight - kFoot - kButton - kLine;
    bar.seek = {margin, line, width - 2 * margin, kLine};
    bar.chapters = chapterBoxes(bar, plan.timeline);
    placeButtons(bar, plan);
    const double top = line - kHead - (bar.chapters.empty() ? 0 : kChapterNames);
    bar.ground = {0, top, width, core::kReferenceHeight - top};
    return bar;
}

std::string languageLabel(const frame::Plan& plan) {
    return text::ownName(plan.language);
}

std::string barClock(const frame::Plan& plan, core::FilmTime time) {
    return fmt::format("{} / {}", timeText(time), timeText(plan.timeline.length));
}

}  // namespace ebbflow::live
