#pragma once
// A first screening for regular patterns that can set off seizures: stripes in any of four
// directions. It judges each frame by itself and how long that goes on; it knows no radial or
// curved stripes as such, which it finds where they are straight enough over six pairs.

#include <cstdint>
#include <vector>

#include "core/film_time.hpp"
#include "core/image.hpp"

namespace ebbflow::quality {

/// ITU-R BT.1702 and Ofcom's guidance: clearly discernible stripes, more than five pairs of light
/// and dark, the lighter above 50 cd/m² and the difference 20 or more (of a white of 200), for half
/// a second; on up to 40 % of the picture where they rest, 25 % where they move.
inline constexpr int kStripePairs = 5;
inline constexpr double kStripeLight = 0.25;
inline constexpr double kStripeChange = 0.1;
inline constexpr double kStripesAtRest = 0.40;
inline constexpr double kStripesMoving = 0.25;
inline constexpr double kStripeSeconds = 0.5;

/// Frames one after another with too many stripes, from 0, both included.
struct StripedFrames {
    std::int64_t first = 0, last = 0;
    double share = 0;      ///< of the picture, the largest
    bool harmful = false;  ///< more than what is allowed at rest, or they move
};

struct StripeReport {
    double largestShare = 0;
    std::vector<StripedFrames> runs;  ///< of half a second or more
};

/// Share of a picture, sRGB-encoded and small (as for FlashMeter), that regular stripes cover.
[[nodiscard]] double stripedShare(const core::Image& picture);

/// Takes the frames of a film in order.
class StripeMeter {
public:
    explicit StripeMeter(const core::FrameRate& rate) : rate_(rate) {}
    void add(const core::Image& picture);
    /// Of all frames so far.
    [[nodiscard]] StripeReport report() const;

private:
    [[nodiscard]] bool isLong(const StripedFrames& run) const;

    core::FrameRate rate_;
    std::int64_t frame_ = -1;
    core::Image before_{0, 0};
    double shareBefore_ = 0;
    StripeReport report_;  ///< with runs of any length
};

}  // namespace ebbflow::quality
