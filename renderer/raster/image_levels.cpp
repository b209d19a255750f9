#include "raster/image_levels.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

namespace ebbflow::raster {
namespace {

constexpr std::uint64_t kKeptFrames = 100;

core::Image halved(const core::Image& from) {
    core::Image to(std::max(from.width / 2, 1), std::max(from.height / 2, 1));
    for (int y = 0; y < to.height; ++y) {
        for (int x = 0; x < to.width; ++x) {
            const int right = std::min(2 * x + 1, from.width - 1);
            const int below = std::min(2 * y + 1, from.height - 1);
            for (int c = 0; c < 4; ++c) {
                const int sum = from.pixel(2 * x, 2 * y)[c] + from.pixel(right, 2 * y)[c] +
                                from.pixel(2 * x, below)[c] + from.pixel(right, below)[c];
                to.pixel(x, y)[c] = static_cast<std::uint8_t>((sum + 2) / 4);
            }
        }
    }
    return to;
}

glm::vec4 colourAt(const core::Image& image, int x, int y) {
    const std::uint8_t* p =
        image.pixel(std::clamp(x, 0, image.width - 1), std::clamp(y, 0, image.height - 1));
    return glm::vec4(p[0], p[1], p[2], p[3]) / 255.0F;
}

}  // namespace

ImageLevels::ImageLevels(const core::Image& picture) {
    levels_.push_back(picture);
    while (levels_.back().width > 1 || levels_.back().height > 1)
        levels_.push_back(halved(levels_.back()));
}

glm::vec4 ImageLevels::sampleIn(const core::Image& level, glm::vec2 at) const {
    const float x = at.x * static_cast<float>(level.width) - 0.5F;
    const float y = at.y * static_cast<float>(level.height) - 0.5F;
    const float left = std::floor(x), top = std::floor(y);
    const int i = static_cast<int>(left), j = static_cast<int>(top);
    const glm::vec4 above = glm::mix(colourAt(level, i, j), colourAt(level, i + 1, j), x - left);
    const glm::vec4 below =
        glm::mix(colourAt(level, i, j + 1), colourAt(level, i + 1, j + 1), x - left);
    return glm::mix(above, below, y - top);
}

glm::vec4 ImageLevels::sample(glm::vec2 at, float level) const {
    const auto last = static_cast<float>(levels_.size() - 1);
    const float held = std::clamp(level, 0.0F, last), whole = std::floor(held);
    const auto i = static_cast<std::size_t>(whole);
    const glm::vec4 fine = sampleIn(levels_[i], at);
    if (held == whole) return fine;
    return glm::mix(fine, sampleIn(levels_[i + 1], at), held - whole);
}

float ImageLevels::levelFor(glm::vec2 size) const {
    const core::Image& own = levels_.front();
    const float across = static_cast<float>(own.width) / std::max(size.x, 1e-3F);
    const float down = static_cast<float>(own.height) / std::max(size.y, 1e-3F);
    return std::log2(std::max(across, down));
}

const ImageLevels& ImageLevelCache::find(const std::shared_ptr<const core::Image>& picture) {
    Kept& kept = kept_[picture.get()];
    if (!kept.picture) {
        kept.picture = picture;
        kept.levels = std::make_unique<const ImageLevels>(*picture);
    }
    kept.lastUsed = frame_ + 1;
    return *kept.levels;
}

void ImageLevelCache::endFrame() {
    ++frame_;
    std::erase_if(kept_,
                  [&](const auto& entry) { return entry.second.lastUsed + kKeptFrames < frame_; });
}

}  // namespace ebbflow::raster
