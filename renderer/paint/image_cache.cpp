#include "paint/image_cache.hpp"

#include <epoxy/gl.h>

namespace ebbflow::paint {
namespace {

constexpr std::uint64_t kKeptFrames = 100;

}  // namespace

const gl::Texture& ImageCache::find(const std::shared_ptr<const core::Image>& picture) {
    Kept& kept = kept_[picture.get()];
    if (!kept.picture) {
        kept.picture = picture;
        kept.texture =
            gl::Texture::image(GL_RGBA8, picture->width, picture->height, "picture", true);
        kept.texture.upload(GL_RGBA, GL_UNSIGNED_BYTE, picture->rgba.data());
        kept.texture.buildMipmaps();
    }
    kept.lastUsed = frame_ + 1;
    return kept.texture;
}

void ImageCache::endFrame() {
    ++frame_;
    std::erase_if(kept_,
                  [&](const auto& entry) { return entry.second.lastUsed + kKeptFrames < frame_; });
}

}  // namespace ebbflow::paint
