#pragma once
// A picture in ever smaller sizes, and what it looks like drawn at some size: between four pixels
// of the two nearest sizes, as GL's trilinear filter has it.

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

#include "core/image.hpp"

namespace ebbflow::raster {

class ImageLevels {
public:
    explicit ImageLevels(const core::Image& picture);
    /// `at`: shares of its sides, from the top left. `level`: 0 its own size, 1 half of it and so
    /// on. Straight alpha, 0…1.
    [[nodiscard]] glm::vec4 sample(glm::vec2 at, float level) const;
    /// The level whose pixels are as large as the ones drawn; `size`: pixels that all of it would
    /// have.
    [[nodiscard]] float levelFor(glm::vec2 size) const;

private:
    [[nodiscard]] glm::vec4 sampleIn(const core::Image& level, glm::vec2 at) const;
    std::vector<core::Image> levels_;
};

/// Pictures, prepared when first shown and kept while they are in use.
class ImageLevelCache {
public:
    /// Valid until the next endFrame().
    [[nodiscard]] const ImageLevels& find(const std::shared_ptr<const core::Image>& picture);
    /// Drops what has not been used for long.
    void endFrame();

private:
    struct Kept {
        // Holding the picture keeps its address from being another's.
        std::shared_ptr<const core::Image> picture;
        std::unique_ptr<const ImageLevels> levels;
        std::uint64_t lastUsed = 0;
    };
    std::map<const core::Image*, Kept> kept_;
    std::uint64_t frame_ = 0;
};

}  // namespace ebbflow::raster
