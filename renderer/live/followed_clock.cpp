#include "live/followed_clock.hpp"

#include <cmath>

namespace ebbflow::live {

namespace {

constexpr double kSecondsBetweenPackets = 0.1;
constexpr double kJumpSeconds = 0.02;  // of film, more than a loop's turn may be off

/// As it is so many seconds later.
ClockNews later(ClockNews news, double seconds) {
    if (news.runs) {
        news.time = news.time + core::FilmTime::fromSeconds(seconds * news.speed);
    } else {
        news.waiting += seconds;
    }
    return news;
}

}  // namespace

FollowedClock::Heard FollowedClock::hear(const ClockNews& news, std::uint64_t film, double age,
                                         double now) {
    if (news.film != film) return Heard::anotherFilm;
    if (last_ && news.session != last_->session && at(now)) return Heard::anotherLeader;
    if (last_ && news.session == last_->session && news.number <= last_->number) return Heard::old;
    last_ = news;
    sentAt_ = now - age;
    return Heard::news;
}

std::optional<ClockNews> FollowedClock::at(double now) const {
    if (!last_ || now - sentAt_ > kLostSeconds) return std::nullopt;
    return later(*last_, now - sentAt_);
}

bool ToldClock::due(const ClockNews& news, double now) const {
    if (!last_ || now - toldAt_ >= kSecondsBetweenPackets) return true;
    const ClockNews expected = later(*last_, now - toldAt_);
    return news.runs != last_->runs || news.black != last_->black || news.speed != last_->speed ||
           news.language != last_->language ||
           std::abs((news.time - expected.time).seconds()) > kJumpSeconds;
}

void ToldClock::told(const ClockNews& news, double now) {
    last_ = news;
    toldAt_ = now;
}

}  // namespace ebbflow::live
