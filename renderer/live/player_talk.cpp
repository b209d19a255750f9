// What a presenter's console is told, and what it points at.

#include <utility>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "live/player_impl.hpp"

namespace ebbflow::live {

/// On a black screen there is nothing to point at.
std::optional<LaserSpot> Player::Impl::laserSpot() const {
    return playback.isBlack() ? std::nullopt : laser.at(clock.now());
}

void Player::Impl::takeBook() {
    if (options.mode != Mode::presenter) return;
    const std::uint64_t next = book ? book->number + 1 : 1;
    book = std::make_shared<const PromptBook>(promptBookOf(stage.plan(), next));
    stepStills.take(stage.sharedPlan());
    if (options.rehearsed) rehearsedPace.emplace(*options.rehearsed, *book);
}

Prompt Player::Impl::prompt() const {
    Prompt prompt{book, stage.plan().timeline.stepAt(playback.time()), nextDoes(playback),
                  timer.elapsed(clock.now())};
    if (rehearsedPace) prompt.behind = rehearsedPace->behind(prompt.step, prompt.elapsed);
    return prompt;
}

void Player::Impl::rehearse() {
    if (options.rehearsal.empty()) return;
    const story::Timeline& timeline = stage.plan().timeline;
    const story::PlannedStep& step = timeline.steps[timeline.stepAt(playback.time())];
    if (rehearsal.at(step.chapter, step.step, timer.elapsed(clock.now()))) keepRehearsal();
}

/// At every step that is left: a machine that goes in the midst of a talk loses one step of it.
void Player::Impl::keepRehearsal() {
    if (options.rehearsal.empty()) return;
    try {
        core::writeUnsettled(options.rehearsal,
                             produce::timingText(rehearsal.timing(), stage.plan().film->scene));
        rehearsalLost = false;
    } catch (const core::Failure& failure) {
        if (!std::exchange(rehearsalLost, true)) log.error(failure.what());
    }
}

}  // namespace ebbflow::live
