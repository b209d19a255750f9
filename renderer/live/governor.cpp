#include "live/governor.hpp"

#include <algorithm>

namespace ebbflow::live {

namespace {

constexpr std::size_t kPicturesKept = 5, kPicturesNeeded = 3;
constexpr double kLeastBudget = 1.0 / 30;
// A finer step has to fit with this much of the budget to spare, a coarser one with that much.
constexpr double kRoom = 0.7, kFit = 0.85;
constexpr double kLeastPatience = 2, kMostPatience = 32;
// A finer step that is given up so soon was a mistake.
constexpr double kTrialSeconds = 5;

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// By how much more a picture takes at one step than at another, where all its time goes to pixels.
double dearer(std::size_t step, std::size_t than) {
    const double times = Governor::kScales.at(step) / Governor::kScales.at(than);
    return times * times;
}

}  // namespace

double pictureBudget(core::FrameRate rate) {
    return std::max(core::frameStart(1, rate).seconds(), kLeastBudget);
}

double Governor::scaleAt(double now, bool moves) {
    if (moves) movedAt_ = now;
    return !moves && !pinned_ && now - movedAt_ >= kRestSeconds ? kScales.front() : scale();
}

void Governor::drew(double seconds, double now, bool usual) {
    if (pinned_ || !usual) return;
    if (took_.size() == kPicturesKept) took_.erase(took_.begin());
    took_.push_back(seconds);
    if (took_.size() < kPicturesNeeded) return;
    // One picture with much to set up is no slow machine.
    const double took = median(took_);
    if (took > budget_) {
        lower(took, now);
    } else {
        raise(took, now);
    }
}

void Governor::lower(double took, double now) {
    roomSince_ = -1;
    if (step_ + 1 == kScales.size()) return;
    patience_ =
        now - raisedAt_ < kTrialSeconds ? std::min(2 * patience_, kMostPatience) : kLeastPatience;
    std::size_t step = step_ + 1;
    while (step + 1 < kScales.size() && took * dearer(step, step_) > kFit * budget_) ++step;
    to(step);
}

void Governor::raise(double took, double now) {
    const bool room = step_ > 0 && took * dearer(step_ - 1, step_) < kRoom * budget_;
    if (!room) {
        roomSince_ = -1;
        return;
    }
    if (roomSince_ < 0) roomSince_ = now;
    if (now - roomSince_ < patience_) return;
    raisedAt_ = now;
    to(step_ - 1);
}

void Governor::to(std::size_t step) {
    step_ = step;
    took_.clear();
    roomSince_ = -1;
}

}  // namespace ebbflow::live
