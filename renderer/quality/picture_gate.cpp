#include "quality/picture_gate.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace ebbflow::quality {

using core::Severity;

namespace {

/// One more frame of the kind that `runs` are made of; those at most `gap` apart are one run.
void extend(std::vector<Span>& runs, std::int64_t frame, std::int64_t gap = 1) {
    if (runs.empty() || frame - runs.back().last > gap) runs.push_back({frame, frame});
    runs.back().last = frame;
}

}  // namespace

SmallSize smallSize(int width, int height) {
    const double longer = std::max(width, height), shorter = std::min(width, height);
    const int little =
        std::max(1, static_cast<int>(std::lround(quality::kFlashWidth * shorter / longer)));
    return width >= height ? SmallSize{quality::kFlashWidth, little}
                           : SmallSize{little, quality::kFlashWidth};
}

PictureGate::PictureGate(SmallSize size, const core::FrameRate& rate)
    : rate_(rate), flash_(size.width, size.height, rate), stripes_(rate) {}

void PictureGate::add(const LookedAt& frame) {
    flash_.add(frame.picture);
    stripes_.add(frame.picture);
    rest_.add(frame.picture);
    if (frame.intent) intents_.push_back(*frame.intent);
    if (frame.levels) {
        const LevelCount& levels = *frame.levels;
        if (levels.share() > kLevelShare) extend(loud_, frames_);
        worstShare_ = std::max(worstShare_, levels.share());
        extremes_.pixels += levels.pixels;
        extremes_.lumaLow = std::min(extremes_.lumaLow, levels.lumaLow);
        extremes_.lumaHigh = std::max(extremes_.lumaHigh, levels.lumaHigh);
        extremes_.rgbLow = std::min(extremes_.rgbLow, levels.rgbLow);
        extremes_.rgbHigh = std::max(extremes_.rgbHigh, levels.rgbHigh);
    }
    ++frames_;
}

double PictureGate::seconds(const Span& frames) const {
    return core::frameStart(frames.last - frames.first + 1, rate_).seconds();
}

/// Frames of the span of which the script says so.
std::int64_t PictureGate::count(const Span& frames, bool Intent::*what) const {
    const auto at = intents_.begin();
    return std::count_if(at + frames.first, at + frames.last + 1,
                         [&](const Intent& intent) { return intent.*what; });
}

void PictureGate::tell(Report& report) {
    if (frames_ == 0) return;
    tellFlashes(flash_.report(), false, report);
    tellFlashes(flash_.redReport(), true, report);
    tellExtended(flash_.report(), false, report);
    tellExtended(flash_.redReport(), true, report);
    tellStripes(report);
    tellLevels(report);
    tellRest(report);
    tellBlack(report);
}

void PictureGate::tellFlashes(const quality::FlashReport& flashes, bool red, Report& report) const {
    const std::string what = red ? "flashes of saturated red" : "flashes";
    report.figures.push_back({"most " + what + " in a second", flashes.mostFlashes, ""});
    report.figures.push_back(
        {"largest share of the picture that " + std::string(red ? "flashes red" : "flashes"),
         flashes.largestShare * 100, "%"});
    std::vector<Span> runs;
    const auto second = static_cast<std::int64_t>(std::ceil(rate_.perSecond()));
    for (const std::int64_t frame : flashes.bad) extend(runs, frame, second);
    for (const Span& run : runs) {
        report.add(Severity::error, red ? Rule::redFlash : Rule::flash, run,
                   fmt::format("more than {} {} in a second on more than a quarter of the picture "
                               "(ITU-R BT.1702): up to {:.1f}, on up to {:.0f} % of it",
                               quality::kFlashesAllowed, what, flashes.mostFlashes,
                               flashes.largestShare * 100));
    }
}

void PictureGate::tellExtended(const quality::FlashReport& flashes, bool red,
                               Report& report) const {
    std::vector<Span> runs;
    const auto window = static_cast<std::int64_t>(std::ceil(rate_.perSecond() * kLongWindow));
    for (const std::int64_t frame : flashes.extended) extend(runs, frame, window);
    for (Span run : runs) {
        // From where it began: it is against the rule only when it has gone on for so long.
        run.first = std::max<std::int64_t>(0, run.first - window);
        report.add(Severity::error, red ? Rule::redFlash : Rule::flash, run,
                   fmt::format("{} or more {} a second for {} of {} seconds on more than a quarter "
                               "of the picture (ITU-R BT.1702, sequences that go on for long)",
                               kFlashesForLong, red ? "flashes of saturated red" : "flashes",
                               kLongSeconds, kLongWindow));
    }
}

void PictureGate::tellStripes(Report& report) const {
    const StripeReport stripes = stripes_.report();
    report.figures.push_back(
        {"largest share of the picture in stripes", stripes.largestShare * 100, "%"});
    for (const StripedFrames& run : stripes.runs) {
        report.add(
            run.harmful ? Severity::error : Severity::warning, Rule::pattern, {run.first, run.last},
            fmt::format("more than {} pairs of light and dark stripes on up to {:.0f} % of "
                        "the picture (ITU-R BT.1702 allows {:.0f} % where they rest, {:.0f} "
                        "% where they move)",
                        kStripePairs, run.share * 100, kStripesAtRest * 100, kStripesMoving * 100));
    }
}

void PictureGate::tellLevels(Report& report) const {
    if (extremes_.pixels == 0) return;
    report.figures.push_back({"lowest luma", extremes_.lumaLow * 100, "%"});
    report.figures.push_back({"highest luma", extremes_.lumaHigh * 100, "%"});
    report.figures.push_back({"lowest of R′, G′, B′", extremes_.rgbLow * 100, "%"});
    report.figures.push_back({"highest of R′, G′, B′", extremes_.rgbHigh * 100, "%"});
    report.figures.push_back({"most of a picture outside the levels", worstShare_ * 100, "%"});
    for (const Span& run : loud_) {
        report.add(Severity::error, Rule::levels, run,
                   fmt::format("up to {:.1f} % of the picture is outside the levels of EBU R 103: "
                               "luma −1…103 %, R′G′B′ −5…105 %, but for 1 % of the picture",
                               worstShare_ * 100));
    }
}

void PictureGate::tellRest(Report& report) {
    double longest = 0;
    for (const Span& run : rest_.still()) {
        const double length = seconds(run);
        longest = std::max(longest, length);
        if (length <= kRestAllowed) continue;
        if (intents_.empty()) {
            report.add(Severity::note, Rule::frozen, run,
                       fmt::format("the picture stands still for {:.1f} s", length));
        } else if (count(run, &Intent::moves) * 2 > run.last - run.first) {
            report.add(Severity::warning, Rule::frozen, run,
                       fmt::format("the picture stands still for {:.1f} s, where by the script "
                                   "something moves: nothing of it is to be seen",
                                   length));
        }
    }
    report.figures.push_back({"longest rest", longest, "s"});
}

void PictureGate::tellBlack(Report& report) const {
    for (const Span& run : rest_.black()) {
        const double length = seconds(run);
        const bool atEnd = run.first == 0 || run.last == frames_ - 1;
        const std::int64_t frames = run.last - run.first + 1;
        if (!intents_.empty()) {
            if (count(run, &Intent::dark) < frames)
                report.add(Severity::error, Rule::black, run,
                           fmt::format("{} black frames, where the script fades nothing", frames));
        } else if (!atEnd || length > kBlackAllowed) {
            report.add(Severity::warning, Rule::black, run,
                       fmt::format("{} black frames ({:.2f} s){}", frames, length,
                                   atEnd ? "" : " inside the film"));
        }
    }
}

}  // namespace ebbflow::quality
