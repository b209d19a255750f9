#pragma once
// Runs of frames that stand still, and runs that are black. It says where they are; whether a film
// may rest there is the gate's to say.

#include <cstdint>
#include <vector>

#include "core/image.hpp"
#include "quality/finding.hpp"

namespace ebbflow::quality {

/// A frame stands still when none of its values differs by more than this from the first frame of
/// the run: what an encoder does to a picture at rest stays below it, a light that moves does not.
inline constexpr int kStillDifference = 6;
/// A frame is black when 99 % of its pixels have no channel above this.
inline constexpr int kBlackLevel = 10;
inline constexpr double kBlackShare = 0.99;

class RestMeter {
public:
    /// The next frame; all of one size, best small.
    void add(const core::Image& picture);
    /// After the last frame.
    [[nodiscard]] const std::vector<Span>& still();
    [[nodiscard]] const std::vector<Span>& black() const { return black_; }

private:
    std::int64_t frame_ = -1;
    core::Image first_;  ///< of the run that is under way
    std::int64_t since_ = 0;
    std::vector<Span> still_, black_;
};

[[nodiscard]] bool isBlack(const core::Image& picture);

}  // namespace ebbflow::quality
