#pragma once
// Two pictures of one moment held against each other: by how much they differ, and a picture of
// where. It does not know what is on them.

#include "core/image.hpp"

namespace ebbflow::produce {

struct PictureDifference {
    int largest = 0;   ///< of any channel of any pixel, levels of 255
    double share = 0;  ///< of the pixels that differ at all
};

/// Both of one size.
[[nodiscard]] PictureDifference differenceOf(const core::Image& a, const core::Image& b);

/// The difference of each channel, as many times as strong, on black.
[[nodiscard]] core::Image amplified(const core::Image& a, const core::Image& b, int times);

}  // namespace ebbflow::produce
