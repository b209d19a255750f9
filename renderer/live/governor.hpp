#pragma once
// How finely a window's pictures are drawn, so that a weak machine keeps the film's rate: fewer
// pixels while pictures take too long, more where there is room, all of them as soon as a picture
// rests. A plain state machine; what pictures took and what time it is are handed in.

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/film_time.hpp"

namespace ebbflow::live {

class Governor {
public:
    /// Each has 0.71 times the pixels of the one before; below half, words are not to be read.
    static constexpr std::array<double, 5> kScales{1, 0.84, 0.71, 0.59, 0.5};
    /// Seconds after which a picture that rests is drawn with all its pixels.
    static constexpr double kRestSeconds = 0.3;

    /// `budget`: seconds that a picture may take. `pinned`: that scale whatever happens, 0…1.
    explicit Governor(double budget, std::optional<double> pinned = std::nullopt)
        : budget_(budget), pinned_(pinned) {}

    void setBudget(double budget) { budget_ = budget; }

    /// Picture pixels to a window pixel for what is to be seen at `now` (seconds that never go
    /// back); `moves`: it is another picture than the one seen.
    [[nodiscard]] double scaleAt(double now, bool moves);

    /// A moving picture was drawn in so many seconds, until `now`. Not `usual`: it was the first at
    /// its size, which takes longer and tells nothing.
    void drew(double seconds, double now, bool usual);

    /// Of the pictures that move.
    [[nodiscard]] double scale() const { return pinned_.value_or(kScales.at(step_)); }

private:
    void lower(double took, double now);
    void raise(double took, double now);
    void to(std::size_t step);

    double budget_;
    std::optional<double> pinned_;
    std::size_t step_ = 0;
    std::vector<double> took_;  ///< seconds of the last pictures at this step
    double movedAt_ = 0;
    double roomSince_ =
        -1;  ///< when pictures began to leave room for a finer step; < 0: they do not
    double raisedAt_ = -1e9;
    double patience_ = 2;  ///< seconds of room before a finer step
};

/// Seconds that a live picture may take: a frame of the film, or a thirtieth where those are
/// shorter.
[[nodiscard]] double pictureBudget(core::FrameRate rate);

}  // namespace ebbflow::live
