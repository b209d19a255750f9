#pragma once
// Rasterised words as textures, sent to the GPU when first shown and kept while they are in use.

#include <cstdint>
#include <map>

#include "gl/objects.hpp"
#include "raster/text_cache.hpp"

namespace ebbflow::paint {

class WordTextures {
public:
    /// Letters, and letters with halo. Valid until the next endFrame(). The words have ink.
    [[nodiscard]] const gl::Texture& find(const raster::TextCache::Words& words);
    /// Drops what has not been used for long.
    void endFrame();

private:
    struct Kept {
        gl::Texture texture;
        std::uint64_t lastUsed = 0;
    };
    std::map<std::uint64_t, Kept> kept_;
    std::uint64_t frame_ = 0;
};

}  // namespace ebbflow::paint
