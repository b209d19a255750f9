#pragma once
// Rasterised words as textures, kept while they are in use. What it returns depends on the
// paragraph and the scale alone; keeping only saves time.

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "gl/objects.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::paint {

class TextCache {
public:
    explicit TextCache(std::shared_ptr<const text::Typesetter> typesetter);

    struct Words {
        gl::Texture coverage;  ///< letters, and letters with halo; no name when there is no ink
        double originX = 0;    ///< real pixels from the layout's origin
        double originY = 0;
        std::uint64_t lastUsed = 0;
    };
    /// Valid until the next endFrame().
    [[nodiscard]] const Words& find(const text::Paragraph& paragraph, double scale);
    /// Drops what has not been used for long.
    void endFrame();

private:
    std::shared_ptr<const text::Typesetter> typesetter_;
    std::unordered_map<std::string, Words> words_;
    std::uint64_t frame_ = 0;
};

}  // namespace ebbflow::paint
