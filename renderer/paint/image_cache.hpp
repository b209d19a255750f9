#pragma once
// Pictures as textures, sent to the GPU when first shown and kept while they are in use. What it
// returns depends on the picture alone; keeping only saves time.

#include <cstdint>
#include <map>
#include <memory>

#include "core/image.hpp"
#include "gl/objects.hpp"

namespace ebbflow::paint {

class ImageCache {
public:
    /// Valid until the next endFrame().
    [[nodiscard]] const gl::Texture& find(const std::shared_ptr<const core::Image>& picture);
    /// Drops what has not been used for long.
    void endFrame();

private:
    struct Kept {
        // Holding the picture keeps its address from being another's.
        std::shared_ptr<const core::Image> picture;
        gl::Texture texture;
        std::uint64_t lastUsed = 0;
    };
    std::map<const core::Image*, Kept> kept_;
    std::uint64_t frame_ = 0;
};

}  // namespace ebbflow::paint
