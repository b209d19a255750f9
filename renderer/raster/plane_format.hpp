#pragma once
// How a picture is given as planes of luma and chroma, and where each of them is written.

#include <cstddef>
#include <cstdint>

namespace ebbflow::raster {

/// Where to write a plane of a frame: rows top first, a byte a sample or a native 16-bit word.
struct PlaneTarget {
    std::uint8_t* data = nullptr;
    std::size_t stride = 0;  ///< bytes from row to row
};

enum class PlaneLayout { yuv420, yuv422, yuv444 };

/// How the planes' samples are written.
struct PlaneSamples {
    int bits = 8;        ///< 8, or 9…16 in the low bits of words
    bool alpha = false;  ///< a fourth plane of full size and range; the colours are straight then
};

/// Reads of planes that may be under way at once.
inline constexpr int kReadsInFlight = 3;

}  // namespace ebbflow::raster
