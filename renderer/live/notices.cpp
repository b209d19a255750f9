#include "live/notices.hpp"

#include <utility>

#include <fmt/format.h>

#include "live/clock_text.hpp"
#include "live/hud_words.hpp"

namespace ebbflow::live {

void Notices::glance(double now) {
    if (mode_ == Mode::play) glanceUntil_ = now + kShownSeconds;
}

void Notices::say(std::string message, double now) {
    message_ = std::move(message);
    messageUntil_ = now + kShownSeconds;
}

std::string Notices::problem() const {
    if (!filmFaults_.empty()) return filmFaults_.front();
    return shaderFaults_.empty() ? std::string() : shaderFaults_.front();
}

std::string Notices::message(double now) const {
    return now < messageUntil_ ? message_ : std::string();
}

std::vector<std::string> Notices::faults() const {
    std::vector<std::string> all = filmFaults_;
    all.insert(all.end(), shaderFaults_.begin(), shaderFaults_.end());
    if (all.size() <= kMostFaults) return all;
    const std::size_t more = all.size() - kMostFaults + 1;
    all.resize(kMostFaults - 1);
    all.push_back(fmt::format("… +{}", more));
    return all;
}

Hud Notices::hud(const frame::Plan& plan, const Playback& playback, double now) const {
    Hud hud;
    if (mode_ == Mode::kiosk) return hud;
    hud.mode = mode_;
    hud.keys = keys_;
    hud.message = message(now);
    if (clock_ || now < glanceUntil_) {
        const std::string_view state = playback.isOver() ? hudWord(HudWord::end, plan.language)
                                       : playback.isPaused()
                                           ? hudWord(HudWord::paused, plan.language)
                                           : std::string_view();
        hud.clock = clockText(plan, playback.time(), playback.isPaused(), state);
    }
    if (mode_ == Mode::play) hud.faults = faults();
    if (!hud.faults.empty()) hud.heading = hudWord(HudWord::broken, plan.language);
    return hud;
}

}  // namespace ebbflow::live
