#pragma once
// How many pixels of a frame lie outside what EBU R 103 tolerates in a signal of limited range. It
// counts; what is too many is the gate's to say.

#include <cstddef>
#include <cstdint>

#include "core/image.hpp"

namespace ebbflow::quality {

/// EBU R 103: luma may overshoot by a hundredth below and three above, R′, G′ and B′ by a twentieth
/// either way; what does so on less than a hundredth of the picture is no fault.
inline constexpr double kLumaLow = -0.01, kLumaHigh = 1.03;
inline constexpr double kRgbLow = -0.05, kRgbHigh = 1.05;
inline constexpr double kLevelShare = 0.01;

/// Samples of one frame in BT.709 limited range, chroma at full size, 16 bits a sample whatever
/// the film's depth: black is 16 × 256, white 235 × 256.
struct SignalPlanes {
    const std::uint16_t* luma = nullptr;
    const std::uint16_t* blue = nullptr;  ///< Cb
    const std::uint16_t* red = nullptr;   ///< Cr
    std::size_t stride = 0;               ///< samples from row to row
    int width = 0;
    int height = 0;
};

struct LevelCount {
    std::int64_t pixels = 0;
    std::int64_t outside = 0;          ///< by luma or by any of R′, G′, B′
    double lumaLow = 1, lumaHigh = 0;  ///< 0 = black, 1 = white
    double rgbLow = 1, rgbHigh = 0;    ///< of the three, the least and the most
    [[nodiscard]] double share() const {
        return pixels > 0 ? static_cast<double>(outside) / static_cast<double>(pixels) : 0;
    }
};

[[nodiscard]] LevelCount countLevels(const SignalPlanes& planes);
/// Of a picture that is yet to become a signal, as it will at 8 bits.
[[nodiscard]] LevelCount levelsOf(const core::Image& picture);

}  // namespace ebbflow::quality
