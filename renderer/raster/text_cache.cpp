#include "raster/text_cache.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ebbflow::raster {
namespace {

constexpr std::uint64_t kKeptWordFrames = 100;

std::string keyOf(const text::Paragraph& p, double scale) {
    const text::Style& s = p.style;
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", static_cast<int>(s.family),
                       s.size, s.weight, s.italic, s.tabularFigures, s.letterSpacing, s.lineSpacing,
                       p.maxWidth, static_cast<int>(p.align), p.halo, p.marked, scale, p.language,
                       p.text);
}

void take(const text::Raster& raster, TextCache::Words& words) {
    words.width = raster.width;
    words.height = raster.height;
    words.letters = Coverage(raster.width, raster.height);
    words.lettersAndHalo = Coverage(raster.width, raster.height);
    const std::uint8_t* from = raster.fillAndHalo.data();
    for (int y = 0; y < raster.height; ++y) {
        std::uint8_t *letters = words.letters.row(y), *all = words.lettersAndHalo.row(y);
        for (int x = 0; x < raster.width; ++x, from += 2) {
            letters[x] = from[0];
            all[x] = from[1];
        }
    }
    words.letters.spreadEdge();
    words.lettersAndHalo.spreadEdge();
}

}  // namespace

Coverage::Coverage(int width, int height)
    : width_(width),
      height_(height),
      stride_(width + 2 + kRoom),
      bytes_(static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height + 2)) {}

void Coverage::spreadEdge() {
    for (int y = 0; y < height_; ++y) {
        std::uint8_t* own = row(y);
        own[-1] = own[0];
        std::fill(own + width_, own + width_ + 1 + kRoom, own[width_ - 1]);
    }
    std::copy_n(row(0) - 1, stride_, row(-1) - 1);
    std::copy_n(row(height_ - 1) - 1, stride_, row(height_) - 1);
}

TextCache::TextCache(std::shared_ptr<const text::Typesetter> typesetter)
    : typesetter_(std::move(typesetter)) {}

const TextCache::Words& TextCache::find(const text::Paragraph& paragraph, double scale) {
    Words& words = words_.try_emplace(keyOf(paragraph, scale)).first->second;
    if (words.lastUsed == 0) {
        const text::Raster raster = typesetter_->rasterise(paragraph, scale);
        words.number = ++made_;
        words.originX = raster.originX;
        words.originY = raster.originY;
        if (raster.width > 0 && raster.height > 0) take(raster, words);
    }
    words.lastUsed = frame_ + 1;
    return words;
}

void TextCache::endFrame() {
    ++frame_;
    std::erase_if(words_, [&](const auto& entry) {
        return entry.second.lastUsed + kKeptWordFrames < frame_;
    });
}

}  // namespace ebbflow::raster
