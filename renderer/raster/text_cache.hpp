#pragma once
// Rasterised words, kept while they are in use. What it returns depends on the paragraph and the
// scale alone; keeping only saves time.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/typesetter.hpp"

namespace ebbflow::raster {

/// How much of each pixel ink covers, 0…255; rows from the top. A pixel of the edge lies beyond it
/// on every side, and room for a register after that.
class Coverage {
public:
    static constexpr int kRoom = 16;
    Coverage() = default;
    Coverage(int width, int height);
    /// From −1 to the height; columns from −1 to the width and kRoom on.
    [[nodiscard]] const std::uint8_t* row(int y) const {
        return bytes_.data() + static_cast<std::ptrdiff_t>(y + 1) * stride_ + 1;
    }
    [[nodiscard]] std::uint8_t* row(int y) {
        return bytes_.data() + static_cast<std::ptrdiff_t>(y + 1) * stride_ + 1;
    }
    /// Fills what lies beyond from the edge.
    void spreadEdge();

private:
    int width_ = 0, height_ = 0, stride_ = 0;
    std::vector<std::uint8_t> bytes_;
};

class TextCache {
public:
    explicit TextCache(std::shared_ptr<const text::Typesetter> typesetter);

    struct Words {
        std::uint64_t number = 0;   ///< no other words ever have the same
        int width = 0, height = 0;  ///< real pixels; 0 when there is no ink
        Coverage letters;
        Coverage lettersAndHalo;
        double originX = 0;  ///< real pixels from the layout's origin
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
    std::uint64_t frame_ = 0, made_ = 0;
};

}  // namespace ebbflow::raster
