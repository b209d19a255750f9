#include "live/away.hpp"

#include <algorithm>
#include <cmath>

#include "picture/easing.hpp"

namespace ebbflow::live {

namespace {

constexpr double kIdleSeconds = 5;
constexpr double kGlideSeconds = 1.2;
constexpr double kClosest = 12, kFurthest = 0.4;
constexpr double kFarthestAside = 1;  // of the width that the film shows

/// What lies under a place of the picture, by shares of its height from its middle.
core::MapPoint under(const picture::CameraView& view, double aspect, double right, double down) {
    const double height = core::kReferenceHeight;
    const core::PixelPoint at{height * (aspect / 2 + right), height * (0.5 + down)};
    return picture::unproject(view, aspect, at).value_or(view.center);
}

core::MapPoint within(core::MapPoint aside, double most) {
    return {std::clamp(aside.x, -most, most), std::clamp(aside.y, -most, most)};
}

}  // namespace

void Away::pan(const picture::CameraView& film, double aspect, double right, double down,
               double now) {
    kept_ = at(now);
    touch(now);
    const picture::CameraView view = kept_.from(film);
    const core::MapPoint middle = under(view, aspect, -right, -down);
    kept_.aside =
        within({kept_.aside.x + middle.x - view.center.x, kept_.aside.y + middle.y - view.center.y},
               kFarthestAside * film.widthKm);
}

void Away::zoom(const picture::CameraView& film, double aspect, double closer, double right,
                double down, double now) {
    kept_ = at(now);
    touch(now);
    const core::MapPoint before = under(kept_.from(film), aspect, right, down);
    kept_.closer = std::clamp(kept_.closer * closer, kFurthest, kClosest);
    const core::MapPoint after = under(kept_.from(film), aspect, right, down);
    kept_.aside = within({kept_.aside.x + before.x - after.x, kept_.aside.y + before.y - after.y},
                         kFarthestAside * film.widthKm);
}

void Away::back(double now) {
    leaves_ = std::min(leaves_, now);
}

void Away::touch(double now) {
    leaves_ = now + kIdleSeconds;
}

picture::Excursion Away::at(double now) const {
    const double left = 1 - picture::smooth((now - leaves_) / kGlideSeconds);
    if (now <= leaves_) return kept_;
    if (left <= 0) return {};
    return {{kept_.aside.x * left, kept_.aside.y * left}, std::pow(kept_.closer, left)};
}

}  // namespace ebbflow::live
