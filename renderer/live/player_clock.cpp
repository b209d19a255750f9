// A film's clock that several machines share: told to the others, or followed.

#include <utility>

#include "live/player_impl.hpp"

namespace ebbflow::live {

void Player::Impl::takeFilmHash() {
    if (sharedClock) sharedClock->film = filmHash(files);
}

void Player::Impl::shareClock(double lap) {
    if (!sharedClock) return;
    if (sharedClock->leads) {
        tellClock();
    } else {
        follow(lap);
    }
}

void Player::Impl::tellClock() {
    SharedClock& shared = *sharedClock;
    const double now = clock.now();
    ClockNews news;
    news.session = shared.session;
    news.number = shared.number + 1;
    news.film = shared.film;
    news.time = playback.time();
    news.waiting = playback.waiting();
    news.speed = playback.speed();
    news.runs = !stands();
    news.black = playback.isBlack();
    news.language = stage.plan().language;
    if (!shared.told.due(news, now)) return;
    const bool good = shared.socket.send(news);
    if (!good && !std::exchange(shared.unsentSaid, true))
        log.error("the clock cannot be told to all of the other machines");
    if (good) shared.unsentSaid = false;
    ++shared.number;
    shared.told.told(news, now);
}

/// Without a leader it goes on by its own clock.
void Player::Impl::follow(double lap) {
    SharedClock& shared = *sharedClock;
    const double now = clock.now();
    for (const ClockSocket::Received& packet : shared.socket.receive()) {
        const auto heard = shared.followed.hear(packet.news, shared.film, packet.age, now);
        if (heard == FollowedClock::Heard::anotherFilm &&
            !std::exchange(shared.otherFilmSaid, true))
            log.error("a clock is heard of another film, or of another version of this one");
    }
    const auto leader = shared.followed.at(now);
    if (std::exchange(shared.heard, leader.has_value()) != leader.has_value())
        log.info(leader ? "following the leader's clock"
                        : "the leader is not heard any more; going on alone");
    if (!leader) return;
    shared.behind = (leader->time - playback.time()).seconds();
    playback.setSpeed(leader->speed);
    playback.follow(leader->time, leader->waiting, leader->runs, leader->black, lap);
    if (leader->language != language && leader->language != shared.language) {
        shared.language = leader->language;
        setLanguage(leader->language);
    }
}

}  // namespace ebbflow::live
