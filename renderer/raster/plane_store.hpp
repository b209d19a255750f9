#pragma once
// A plane of samples in the processor's memory.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ebbflow::raster {

/// One plane: rows from the top.
struct PlaneStore {
    int width = 0, height = 0;
    std::size_t sample = 1;  ///< bytes
    std::size_t stride = 0;  ///< bytes
    std::vector<std::uint8_t> bytes;
    [[nodiscard]] std::uint8_t* row(int y) {
        return bytes.data() + static_cast<std::size_t>(y) * stride;
    }
};

}  // namespace ebbflow::raster
