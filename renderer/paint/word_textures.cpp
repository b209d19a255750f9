#include "paint/word_textures.hpp"

#include <epoxy/gl.h>

#include <vector>

namespace ebbflow::paint {
namespace {

constexpr std::uint64_t kKeptWordFrames = 100;

gl::Texture textureOf(const raster::TextCache::Words& words) {
    std::vector<std::uint8_t> both;
    both.reserve(2 * static_cast<std::size_t>(words.width) *
                 static_cast<std::size_t>(words.height));
    for (int y = 0; y < words.height; ++y) {
        const std::uint8_t *letters = words.letters.row(y), *all = words.lettersAndHalo.row(y);
        for (int x = 0; x < words.width; ++x) both.insert(both.end(), {letters[x], all[x]});
    }
    auto texture = gl::Texture::image(GL_RG8, words.width, words.height, "words");
    texture.upload(GL_RG, GL_UNSIGNED_BYTE, both.data());
    return texture;
}

}  // namespace

const gl::Texture& WordTextures::find(const raster::TextCache::Words& words) {
    Kept& kept = kept_[words.number];
    if (!kept.texture) kept.texture = textureOf(words);
    kept.lastUsed = frame_ + 1;
    return kept.texture;
}

void WordTextures::endFrame() {
    ++frame_;
    std::erase_if(
        kept_, [&](const auto& entry) { return entry.second.lastUsed + kKeptWordFrames < frame_; });
}

}  // namespace ebbflow::paint
