#include "story/date_track.hpp"

#include <algorithm>
#include <cassert>

namespace ebbflow::story {

namespace {

double secant(const DateKey& a, const DateKey& b) {
    return b.seconds > a.seconds ? (b.day - a.day) / (b.seconds - a.seconds) : 0;
}

// Fritsch & Butland (1984): the harmonic mean of the neighbouring secants keeps the curve monotone.
double innerSlope(double before, double after) {
    return before <= 0 || after <= 0 ? 0 : 2 * before * after / (before + after);
}

}  // namespace

DateTrack::DateTrack(std::vector<DateKey> keys) : keys_(std::move(keys)) {
    assert(keys_.size() >= 2);
    assert(std::ranges::is_sorted(keys_, {}, &DateKey::seconds));
    assert(std::ranges::is_sorted(keys_, {}, &DateKey::day));
    const std::size_t n = keys_.size();
    slopes_.resize(n);
    slopes_.front() = secant(keys_[0], keys_[1]);
    slopes_.back() = secant(keys_[n - 2], keys_[n - 1]);
    for (std::size_t i = 1; i + 1 < n; ++i) {
        slopes_[i] = innerSlope(secant(keys_[i - 1], keys_[i]), secant(keys_[i], keys_[i + 1]));
    }
}

double DateTrack::evaluate(std::size_t segment, double seconds) const {
    const DateKey &a = keys_[segment], &b = keys_[segment + 1];
    const double h = b.seconds - a.seconds;
    if (h <= 0) return b.day;
    const double x = (seconds - a.seconds) / h;
    const double x2 = x * x, x3 = x2 * x;
    return (2 * x3 - 3 * x2 + 1) * a.day + (x3 - 2 * x2 + x) * h * slopes_[segment] +
           (3 * x2 - 2 * x3) * b.day + (x3 - x2) * h * slopes_[segment + 1];
}

double DateTrack::dayAt(double seconds) const {
    if (seconds <= keys_.front().seconds) return keys_.front().day;
    if (seconds >= keys_.back().seconds) return keys_.back().day;
    const auto next = std::ranges::upper_bound(keys_, seconds, {}, &DateKey::seconds);
    return evaluate(static_cast<std::size_t>(next - keys_.begin()) - 1, seconds);
}

double DateTrack::secondsAt(double day) const {
    if (day <= keys_.front().day) return keys_.front().seconds;
    if (day > keys_.back().day) return keys_.back().seconds;
    const auto next = std::ranges::lower_bound(keys_, day, {}, &DateKey::day);
    const auto segment = static_cast<std::size_t>(next - keys_.begin()) - 1;
    double low = keys_[segment].seconds, high = keys_[segment + 1].seconds;
    // Monotone within the segment: 50 halvings reach the last bit of any film's length.
    for (int i = 0; i < 50; ++i) {
        const double middle = (low + high) / 2;
        (evaluate(segment, middle) < day ? low : high) = middle;
    }
    return high;
}

}  // namespace ebbflow::story
