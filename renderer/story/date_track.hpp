#pragma once
// Historical time as a track of a chapter: film seconds to days and back. Monotone, so that every
// date of the chapter comes exactly once, and smooth, so that time eases into a pause and out of
// it.

#include <span>
#include <vector>

namespace ebbflow::story {

/// At `seconds` of film the date is `day` (days since 1970-01-01, with fractions).
struct DateKey {
    double seconds = 0;
    double day = 0;
};

class DateTrack {
public:
    DateTrack() = default;
    /// Keys in order; neither coordinate may go back. Needs at least two.
    explicit DateTrack(std::vector<DateKey> keys);

    /// The date at a film time; before the first key and after the last it stands.
    [[nodiscard]] double dayAt(double seconds) const;
    /// The film time at which `day` is reached (the first, where the date stands); clamped to the
    /// track.
    [[nodiscard]] double secondsAt(double day) const;
    [[nodiscard]] bool empty() const { return keys_.empty(); }
    [[nodiscard]] double firstDay() const { return keys_.front().day; }
    [[nodiscard]] double lastDay() const { return keys_.back().day; }

private:
    [[nodiscard]] double evaluate(std::size_t segment, double seconds) const;
    std::vector<DateKey> keys_;
    std::vector<double> slopes_;  ///< days per second at each key
};

}  // namespace ebbflow::story
