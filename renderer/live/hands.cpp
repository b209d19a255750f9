#include "live/hands.hpp"

#include <cmath>

#include "live/commands.hpp"

namespace ebbflow::live {

namespace {

using gl::Button;
using Kind = gl::Pointer::Kind;

constexpr double kShownSeconds = 2;
constexpr double kSecondsToANotch = 5;
// Reference pixels. A hand that trembles has not moved; two clicks on one place are a double one.
constexpr double kTremble = 3;
constexpr double kSamePlace = 16;
constexpr double kDoubleSeconds = 0.4;
constexpr double kDrag = 10;  // further than that a hand that has pressed moves the map
constexpr double kCloserToANotch = 1.25;

double distance(core::PixelPoint a, core::PixelPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

std::vector<Command> seek(const BarLayout& layout, const PointerEvent& event) {
    return {commandNamed("seek", {layout.timeAt(event.at.x)})};
}

std::vector<Command> wheel(double notches) {
    if (notches == 0) return {};
    return {commandNamed(notches > 0 ? "seek on" : "seek back",
                         {std::abs(notches) * kSecondsToANotch})};
}

std::vector<Command> zoom(const BarLayout& layout, const PointerEvent& event) {
    if (event.notches == 0) return {};
    const double right = event.at.x - layout.ground.width / 2;
    const double down = event.at.y - core::kReferenceHeight / 2;
    return {
        commandNamed("map zoom", {std::pow(kCloserToANotch, event.notches),
                                  right / core::kReferenceHeight, down / core::kReferenceHeight})};
}

std::vector<Command> clicker(Button button) {
    switch (button) {
        case Button::left:
            return {commandNamed("next")};
        case Button::right:
            return {commandNamed("back")};
        case Button::middle:
            break;
    }
    return {};
}

std::vector<Command> clickBar(BarSpot spot) {
    switch (spot.part) {
        case BarPart::chapter:
            return {commandNamed("chapter", {static_cast<std::int64_t>(spot.chapter) + 1})};
        case BarPart::play:
            return {commandNamed("pause")};
        case BarPart::language:
            return {commandNamed("language next")};
        case BarPart::fullScreen:
            return {commandNamed("fullscreen")};
        case BarPart::none:
        case BarPart::ground:
        case BarPart::seek:
            break;
    }
    return {};
}

}  // namespace

std::vector<Command> Hands::take(const PointerEvent& event, const BarLayout& layout,
                                 const Playback& playback, double now) {
    if (mode_ == Mode::presenter && event.kind == Kind::pressed) return clicker(event.button);
    if (mode_ != Mode::play) return {};
    const bool barThere = awake(now);
    switch (event.kind) {
        case Kind::moved:
            if (pressed_ && held_ == BarPart::none) return drag(event, now);
            move(event, layout, now);
            if (holdsTime()) return seek(layout, event);
            break;
        case Kind::gone:
            if (holdsTime()) break;
            at_.reset();
            onBar_ = false;
            awakeUntil_ = now;
            break;
        case Kind::wheel:
            return event.control ? zoom(layout, event) : wheel(event.notches);
        case Kind::pressed:
            at_ = event.at;
            if (event.button == Button::left) return press(event, layout, barThere);
            break;
        case Kind::released:
            if (event.button == Button::left) return release(event, layout, playback, now);
            break;
    }
    return {};
}

/// A window that comes under the pointer, or goes, has not been pointed at.
void Hands::move(const PointerEvent& event, const BarLayout& layout, double now) {
    const bool moved = at_ && distance(*at_, event.at) > kTremble;
    if (moved) awakeUntil_ = now + kShownSeconds;
    if (moved || !at_) at_ = event.at;
    onBar_ = awake(now) && layout.spotAt(event.at).part != BarPart::none;
}

/// What was under the pointer stays under it.
std::vector<Command> Hands::drag(const PointerEvent& event, double now) {
    if (!drags_ && distance(*at_, event.at) < kDrag) return {};
    const core::PixelPoint from = std::exchange(*at_, event.at);
    drags_ = true;
    awakeUntil_ = now + kShownSeconds;
    return {commandNamed("map pan", {(event.at.x - from.x) / core::kReferenceHeight,
                                     (event.at.y - from.y) / core::kReferenceHeight})};
}

std::vector<Command> Hands::press(const PointerEvent& event, const BarLayout& layout,
                                  bool barThere) {
    pressed_ = true;
    held_ = barThere ? layout.spotAt(event.at).part : BarPart::none;
    return holdsTime() ? seek(layout, event) : std::vector<Command>();
}

std::vector<Command> Hands::release(const PointerEvent& event, const BarLayout& layout,
                                    const Playback& playback, double now) {
    if (!std::exchange(pressed_, false)) return {};
    const BarPart held = std::exchange(held_, BarPart::none);
    awakeUntil_ = now + kShownSeconds;
    if (std::exchange(drags_, false)) return {};
    if (held == BarPart::none) return clickFilm(event, playback, now);
    const BarSpot spot = layout.spotAt(event.at);
    return spot.part == held ? clickBar(spot) : std::vector<Command>();
}

/// The first click pauses at once; one that makes it a double click takes that back.
std::vector<Command> Hands::clickFilm(const PointerEvent& event, const Playback& playback,
                                      double now) {
    const std::optional<Click> first = std::exchange(click_, std::nullopt);
    const bool second =
        first && now - first->at < kDoubleSeconds && distance(first->where, event.at) < kSamePlace;
    if (!second) {
        click_ = Click{now, event.at, !playback.isOver()};
        return {commandNamed("pause")};
    }
    std::vector<Command> commands{commandNamed("fullscreen")};
    if (first->paused) commands.push_back(commandNamed("pause"));
    return commands;
}

bool Hands::awake(double now) const {
    return now < awakeUntil_ || onBar_ || holdsTime();
}

std::optional<core::PixelPoint> Hands::onFilm(const BarLayout& layout, const Playback& playback,
                                              bool barThere, double now) const {
    const bool stands = playback.isPaused() || playback.isOver();
    if (mode_ != Mode::play || !at_ || pressed_ || !(stands || awake(now))) return std::nullopt;
    if (barThere && layout.spotAt(*at_).part != BarPart::none) return std::nullopt;
    return at_;
}

std::optional<Bar> Hands::bar(const BarLayout& layout, const Playback& playback, bool stays,
                              double now) const {
    if (mode_ != Mode::play || !(stays || awake(now))) return std::nullopt;
    Bar bar;
    bar.time = playback.time();
    bar.plays = !playback.isPaused() && !playback.isOver();
    if (!at_) return bar;
    bar.under = holdsTime() ? BarSpot{BarPart::seek} : layout.spotAt(*at_);
    if (bar.under.part == BarPart::seek) bar.pointed = layout.timeAt(at_->x);
    return bar;
}

}  // namespace ebbflow::live
