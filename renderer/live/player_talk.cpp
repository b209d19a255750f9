// What a presenter's console is told, and what it points at.

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
}

Prompt Player::Impl::prompt() const {
    return {book, stage.plan().timeline.stepAt(playback.time()), nextDoes(playback),
            timer.elapsed(clock.now())};
}

}  // namespace ebbflow::live
