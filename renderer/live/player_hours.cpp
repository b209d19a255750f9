// A kiosk by the clock on the wall: closed outside of its hall's hours, and what visitors choose
// counted by the day.

#include <chrono>

#include "gl/display_power.hpp"
#include "live/opening.hpp"
#include "live/player_impl.hpp"

namespace ebbflow::live {

namespace {

std::int64_t secondsOfTheWorld() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

}  // namespace

void Player::Impl::lookAtHours() {
    if (options.mode != Mode::kiosk) return;
    const auto& kiosk = stage.plan().film->scene.kiosk;
    const bool open = !kiosk || isOpenAt(kiosk->hours, minuteOfWeek(secondsOfTheWorld()));
    if (open == closed) openOrClose(open);
}

/// In the morning it begins as it began on its first day.
void Player::Impl::openOrClose(bool open) {
    closed = !open;
    log.info(open ? "open" : "closed: the screen is black until the hall opens");
    gl::setDisplayPower(open);
    visit.toInvite();
    playback.seekTo(visit.isOpen() ? visit.loopStart() : core::FilmTime{});
}

void Player::Impl::count(std::string_view what, std::string_view which) {
    if (options.mode == Mode::kiosk) counts.add(localDay(secondsOfTheWorld()), what, which);
}

void Player::Impl::saveCounts() {
    const bool good = counts.save(clock.now());
    if (!good && !std::exchange(countsFailed, true))
        log.error("the counts cannot be written: " + options.countsFile.string());
    if (good) countsFailed = false;
}

}  // namespace ebbflow::live
