#pragma once
// How much of anything a scene may make the program read: more than any film needs, less than a
// machine has. Whoever reads asks before memory goes; docs/security.md states the same numbers.

#include <cstdint>
#include <limits>

namespace ebbflow::core {

struct Limits {
    std::uint64_t rows = 2'000'000;                  ///< of a table or a map layer
    std::uint64_t bytes = std::uint64_t{512} << 20;  ///< of a file, unpacked where it is packed
    std::uint64_t picturePixels = std::uint64_t{1} << 28;  ///< of a picture, before it is reduced
    std::uint64_t reliefPixels = std::uint64_t{1} << 32;   ///< of a relief
    std::uint64_t blockBytes = std::uint64_t{1} << 28;     ///< that a raster unpacks in one go
    std::uint64_t vertices = 20'000'000;                   ///< of a map layer
    std::uint64_t crossings = 50'000;  ///< of a map layer's polygons with themselves
    std::uint64_t soundSeconds = std::uint64_t{6} * 60 * 60;  ///< of a sound file

    [[nodiscard]] static constexpr Limits none() {
        // One may be added to it.
        constexpr std::uint64_t kAny = std::numeric_limits<std::uint64_t>::max() - 1;
        return {kAny, kAny, kAny, kAny, kAny, kAny, kAny, kAny};
    }
    friend bool operator==(const Limits&, const Limits&) = default;
};

/// How every message that names a limit ends.
inline constexpr const char* kLiftLimits = "--no-limits reads it all the same";

}  // namespace ebbflow::core
