#include "paint/plane_reader.hpp"

#include <epoxy/gl.h>

#include <cstring>
#include <stdexcept>

#include "gl/debug.hpp"

namespace ebbflow::paint {

namespace {

constexpr int kPacked = 4;  // samples of a plane in one texel

/// The texels of a plane, whose rows begin at the top, that hold the rectangles of a picture;
/// `block`: pixels of the picture to a sample, each way.
std::vector<glm::ivec4> texelsOf(std::span<const glm::ivec4> rectangles, int height, int block) {
    const int across = kPacked * block;
    std::vector<glm::ivec4> result;
    result.reserve(rectangles.size());
    for (const glm::ivec4& r : rectangles) {
        result.emplace_back(r.x / across, (height - r.w) / block, (r.z + across - 1) / across,
                            (height - r.y + block - 1) / block);
    }
    return result;
}

}  // namespace

PlaneReader::PlaneReader(const Fullscreen& fullscreen) : tiles_(fullscreen) {}

bool PlaneReader::resize(int width, int height, PlaneLayout layout) {
    const int block = layout == PlaneLayout::yuv420 ? 2 : 1;
    if (planes_[0].width == width && planes_[0].height == height && block == block_) return false;
    block_ = block;
    const int chromaWidth = (width + block - 1) / block,
              chromaHeight = (height + block - 1) / block;
    planes_[0] = {width, height, 0};
    planes_[1] = {chromaWidth, chromaHeight, planes_[0].bytes()};
    planes_[2] = {chromaWidth, chromaHeight, planes_[0].bytes() + planes_[1].bytes()};
    constexpr std::array names{"luma", "blue chroma", "red chroma"};
    for (std::size_t i = 0; i < 3; ++i) {
        // Four samples travel as one RGBA texel: a quarter of the fragments, and rows that copy
        // whole.
        packed_[i] = gl::Texture::image(GL_RGBA8, static_cast<int>(planes_[i].stride() / 4),
                                        planes_[i].height, names[i]);
    }
    luma_ = gl::Framebuffer::of({&packed_[0]}, "luma");
    chroma_ = gl::Framebuffer::of({&packed_[1], &packed_[2]}, "chroma");
    return true;
}

void PlaneReader::convert(const Programs& programs, const gl::Texture& picture,
                          const TileSet& changed) {
    const std::vector<glm::ivec4> rectangles = changed.rectangles();
    glDisable(GL_BLEND);
    picture.bind(0);
    programs[Pass::luma].use();
    programs[Pass::luma].set("picture", 0);
    luma_.bind();
    tiles_.draw(programs[Pass::luma], texelsOf(rectangles, picture.height(), 1), packed_[0].width(),
                packed_[0].height());
    programs[Pass::chroma].use();
    programs[Pass::chroma].set("picture", 0);
    programs[Pass::chroma].set("block", block_);
    chroma_.bind();
    tiles_.draw(programs[Pass::chroma], texelsOf(rectangles, picture.height(), block_),
                packed_[1].width(), packed_[1].height());
}

void PlaneReader::start(const Programs& programs, const gl::Texture& picture, PlaneLayout layout,
                        const TileSet& changed) {
    if (count_ == Painter::kReadsInFlight) throw std::logic_error("too many reads under way");
    const gl::DebugGroup group("planes");
    TileSet tiles = changed;
    if (resize(picture.width(), picture.height(), layout)) tiles.markAll();
    convert(programs, picture, tiles);
    Slot& slot = slots_[static_cast<std::size_t>((oldest_ + count_) % Painter::kReadsInFlight)];
    const std::size_t size = planes_[2].offset + planes_[2].bytes();
    if (slot.size != size) slot.buffer = gl::Buffer::readable(size, "planes read back");
    slot.size = size;
    slot.planes = planes_;
    glBindBuffer(GL_PIXEL_PACK_BUFFER, slot.buffer.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    for (std::size_t i = 0; i < 3; ++i) {
        glGetTextureImage(packed_[i].name(), 0, GL_RGBA, GL_UNSIGNED_BYTE,
                          static_cast<GLsizei>(planes_[i].bytes()),
                          reinterpret_cast<void*>(planes_[i].offset));
    }
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    slot.fence = gl::Fence::here();
    glFlush();
    ++count_;
}

void PlaneReader::finish(std::span<const PlaneTarget, 3> targets) {
    if (count_ == 0) throw std::logic_error("no read is under way");
    const Slot& slot = slots_[static_cast<std::size_t>(oldest_)];
    slot.fence.wait();
    oldest_ = (oldest_ + 1) % Painter::kReadsInFlight;
    --count_;
    for (std::size_t i = 0; i < 3; ++i) {
        const Plane& plane = slot.planes[i];
        const std::byte* from = slot.buffer.mapped() + plane.offset;
        for (int row = 0; row < plane.height; ++row) {
            const auto r = static_cast<std::size_t>(row);
            std::memcpy(targets[i].data + r * targets[i].stride, from + r * plane.stride(),
                        static_cast<std::size_t>(plane.width));
        }
    }
}

}  // namespace ebbflow::paint
