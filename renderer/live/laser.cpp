#include "live/laser.hpp"

#include <algorithm>

namespace ebbflow::live {

namespace {

constexpr double kGlideSeconds = 0.08;
constexpr double kUnheardSeconds = 2;
constexpr double kGoingOutSeconds = 0.3;

}  // namespace

void Laser::point(core::PixelPoint at, double now) {
    from_ = this->at(now) ? placeAt(now) : at;
    to_ = at;
    since_ = now;
    until_ = now + kUnheardSeconds;
}

void Laser::letGo(double now) {
    until_ = std::min(until_, now);
}

std::optional<LaserSpot> Laser::at(double now) const {
    const double gone = std::max(0.0, (now - until_) / kGoingOutSeconds);
    if (gone >= 1) return std::nullopt;
    return LaserSpot{placeAt(now), 1 - gone};
}

core::PixelPoint Laser::placeAt(double now) const {
    const double share = std::clamp((now - since_) / kGlideSeconds, 0.0, 1.0);
    return {from_.x + share * (to_.x - from_.x), from_.y + share * (to_.y - from_.y)};
}

}  // namespace ebbflow::live
