#pragma once
// Exact film time. A count of 1/705,600,000 s holds every frame boundary of 23.976, 24, 25, 29.97,
// 30, 50, 59.94 and 60 frames a second without rounding, so frame i is multiplied, never summed.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ebbflow::core {

class FilmTime {
public:
    static constexpr std::int64_t kTicksPerSecond = 705'600'000;

    constexpr FilmTime() = default;
    [[nodiscard]] static constexpr FilmTime fromTicks(std::int64_t ticks) {
        return FilmTime(ticks);
    }
    /// Nearest tick to `seconds`.
    [[nodiscard]] static FilmTime fromSeconds(double seconds);

    [[nodiscard]] constexpr std::int64_t ticks() const { return ticks_; }
    [[nodiscard]] constexpr double seconds() const {
        return static_cast<double>(ticks_) / static_cast<double>(kTicksPerSecond);
    }

    friend constexpr auto operator<=>(FilmTime, FilmTime) = default;
    friend constexpr FilmTime operator+(FilmTime a, FilmTime b) {
        return FilmTime(a.ticks_ + b.ticks_);
    }
    friend constexpr FilmTime operator-(FilmTime a, FilmTime b) {
        return FilmTime(a.ticks_ - b.ticks_);
    }

private:
    constexpr explicit FilmTime(std::int64_t ticks) : ticks_(ticks) {}
    std::int64_t ticks_ = 0;
};

/// Frames a second as an exact fraction, in lowest terms.
struct FrameRate {
    std::int64_t numerator = 25;
    std::int64_t denominator = 1;
    friend bool operator==(const FrameRate&, const FrameRate&) = default;
    [[nodiscard]] double perSecond() const {
        return static_cast<double>(numerator) / static_cast<double>(denominator);
    }
};

/// `25`, `30000/1001`, `23.976`, `29.97`, `59.94` (the last three mean n×1000/1001). Nothing if it
/// is no rate from 1 to 120, or one whose frames do not fall on whole ticks.
[[nodiscard]] std::optional<FrameRate> parseFrameRate(std::string_view text);
[[nodiscard]] std::string toString(const FrameRate& rate);

/// Start of frame `index`; exact.
[[nodiscard]] FilmTime frameStart(std::int64_t index, const FrameRate& rate);
/// The frame that is on screen at `time` (the last whose start is not after it).
[[nodiscard]] std::int64_t frameAt(FilmTime time, const FrameRate& rate);
/// How many frames show the span [0, length): the last one may be cut short by the end.
[[nodiscard]] std::int64_t frameCount(FilmTime length, const FrameRate& rate);

/// `83.5`, `1:23.5`, `1:02:03.5` (seconds, minutes, hours) or `f2087` (a frame at `rate`).
[[nodiscard]] std::optional<FilmTime> parseFilmTime(std::string_view text, const FrameRate& rate);
/// `1:23.50`
[[nodiscard]] std::string toString(FilmTime time);

}  // namespace ebbflow::core
