#include "paint/text_cache.hpp"

#include <epoxy/gl.h>

#include <fmt/format.h>

namespace ebbflow::paint {
namespace {

constexpr std::uint64_t kKeptFrames = 100;

std::string keyOf(const text::Paragraph& p, double scale) {
    const text::Style& s = p.style;
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", static_cast<int>(s.family),
                       s.size, s.weight, s.italic, s.tabularFigures, s.letterSpacing, s.lineSpacing,
                       p.maxWidth, static_cast<int>(p.align), p.halo, p.marked, scale, p.language,
                       p.text);
}

}  // namespace

TextCache::TextCache(std::shared_ptr<const text::Typesetter> typesetter)
    : typesetter_(std::move(typesetter)) {}

const TextCache::Words& TextCache::find(const text::Paragraph& paragraph, double scale) {
    Words& words = words_.try_emplace(keyOf(paragraph, scale)).first->second;
    if (words.lastUsed == 0) {
        const text::Raster raster = typesetter_->rasterise(paragraph, scale);
        words.originX = raster.originX;
        words.originY = raster.originY;
        if (raster.width > 0 && raster.height > 0) {
            words.coverage = gl::Texture::image(GL_RG8, raster.width, raster.height, "words");
            words.coverage.upload(GL_RG, GL_UNSIGNED_BYTE, raster.fillAndHalo.data());
        }
    }
    words.lastUsed = frame_ + 1;
    return words;
}

void TextCache::endFrame() {
    ++frame_;
    std::erase_if(words_,
                  [&](const auto& entry) { return entry.second.lastUsed + kKeptFrames < frame_; });
}

}  // namespace ebbflow::paint
