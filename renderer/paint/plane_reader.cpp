#include "paint/plane_reader.hpp"

#include <epoxy/gl.h>

#include <cstring>
#include <stdexcept>

#include "gl/debug.hpp"

namespace ebbflow::paint {

namespace {

constexpr int kPacked = 4;  // samples of a plane in one texel

/// The texels of a plane, whose rows begin at the top, that hold the rectangles of a picture;
/// `block`: pixels of the picture to a sample.
std::vector<glm::ivec4> texelsOf(std::span<const glm::ivec4> rectangles, int height,
                                 glm::ivec2 block) {
    const int across = kPacked * block.x, down = block.y;
    std::vector<glm::ivec4> result;
    result.reserve(rectangles.size());
    for (const glm::ivec4& r : rectangles) {
        result.emplace_back(r.x / across, (height - r.w) / down, (r.z + across - 1) / across,
                            (height - r.y + down - 1) / down);
    }
    return result;
}

glm::ivec2 blockOf(raster::PlaneLayout layout) {
    return {layout == raster::PlaneLayout::yuv444 ? 1 : 2,
            layout == raster::PlaneLayout::yuv420 ? 2 : 1};
}

}  // namespace

PlaneReader::PlaneReader(const Fullscreen& fullscreen) : tiles_(fullscreen) {}

bool PlaneReader::resize(int width, int height, raster::PlaneLayout layout,
                         raster::PlaneSamples samples) {
    const glm::ivec2 block = blockOf(layout);
    if (planes_[0].width == width && planes_[0].height == height && block == block_ &&
        samples.bits == samples_.bits && samples.alpha == samples_.alpha) {
        return false;
    }
    block_ = block;
    samples_ = samples;
    const bool words = samples.bits > 8;
    const int chromaWidth = (width + block.x - 1) / block.x,
              chromaHeight = (height + block.y - 1) / block.y;
    std::size_t offset = 0;
    constexpr std::array names{"luma", "blue chroma", "red chroma", "alpha"};
    for (std::size_t i = 0; i < planeCount(); ++i) {
        const bool chroma = i == 1 || i == 2;
        planes_[i] = {chroma ? chromaWidth : width, chroma ? chromaHeight : height,
                      words ? std::size_t{2} : std::size_t{1}, offset};
        offset += planes_[i].bytes();
        // Four samples travel as one RGBA texel: a quarter of the fragments, and rows that copy
        // whole.
        packed_[i] = gl::Texture::image(words ? GL_RGBA16 : GL_RGBA8,
                                        (planes_[i].width + kPacked - 1) / kPacked,
                                        planes_[i].height, names[i]);
    }
    luma_ = gl::Framebuffer::of({&packed_[0]}, "luma");
    chroma_ = gl::Framebuffer::of({&packed_[1], &packed_[2]}, "chroma");
    if (samples.alpha) alpha_ = gl::Framebuffer::of({&packed_[3]}, "alpha");
    return true;
}

void PlaneReader::convertPlanes(const Programs& programs, Pass pass, const gl::Framebuffer& target,
                                std::span<const glm::ivec4> rectangles, const gl::Texture& picture,
                                glm::ivec2 block) {
    const gl::Program& program = programs[pass];
    program.use();
    program.set("picture", 0);
    program.set("premultiplied", samples_.alpha ? 1 : 0);
    program.set("unit", static_cast<float>(1U << static_cast<unsigned>(samples_.bits - 8)));
    program.set("most", samples_.bits > 8 ? 65535.0F : 255.0F);
    // A little less than a code: what is a whole code stays one, whatever floats make of it.
    program.set("dither", samples_.bits > 8 ? 0.0F : 0.999F);
    if (pass == Pass::chroma) {
        program.set("across", block.x);
        program.set("down", block.y);
    }
    target.bind();
    const Plane& plane = planes_[pass == Pass::chroma ? 1 : 0];
    tiles_.draw(program, texelsOf(rectangles, picture.height(), block),
                (plane.width + kPacked - 1) / kPacked, plane.height);
}

void PlaneReader::convert(const Programs& programs, const gl::Texture& picture,
                          const raster::TileSet& changed) {
    const std::vector<glm::ivec4> rectangles = changed.rectangles();
    const glm::ivec2 whole(1);
    glDisable(GL_BLEND);
    picture.bind(0);
    convertPlanes(programs, Pass::luma, luma_, rectangles, picture, whole);
    convertPlanes(programs, Pass::chroma, chroma_, rectangles, picture, block_);
    if (samples_.alpha)
        convertPlanes(programs, Pass::alphaPlane, alpha_, rectangles, picture, whole);
}

void PlaneReader::start(const Programs& programs, const gl::Texture& picture,
                        raster::PlaneLayout layout, raster::PlaneSamples samples,
                        const raster::TileSet& changed) {
    if (count_ == raster::kReadsInFlight) throw std::logic_error("too many reads under way");
    const gl::DebugGroup group("planes");
    raster::TileSet tiles = changed;
    if (resize(picture.width(), picture.height(), layout, samples)) tiles.markAll();
    convert(programs, picture, tiles);
    Slot& slot = slots_[static_cast<std::size_t>((oldest_ + count_) % raster::kReadsInFlight)];
    const Plane& last = planes_[planeCount() - 1];
    const std::size_t size = last.offset + last.bytes();
    if (slot.size != size) slot.buffer = gl::Buffer::readable(size, "planes read back");
    slot.size = size;
    slot.planes = planes_;
    slot.count = planeCount();
    glBindBuffer(GL_PIXEL_PACK_BUFFER, slot.buffer.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    for (std::size_t i = 0; i < slot.count; ++i) {
        glGetTextureImage(
            packed_[i].name(), 0, GL_RGBA, samples.bits > 8 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_BYTE,
            static_cast<GLsizei>(planes_[i].bytes()), reinterpret_cast<void*>(planes_[i].offset));
    }
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    slot.fence = gl::Fence::here();
    glFlush();
    ++count_;
}

void PlaneReader::finish(std::span<const raster::PlaneTarget> targets) {
    if (count_ == 0) throw std::logic_error("no read is under way");
    const Slot& slot = slots_[static_cast<std::size_t>(oldest_)];
    if (targets.size() < slot.count) throw std::logic_error("too few planes to read into");
    slot.fence.wait();
    oldest_ = (oldest_ + 1) % raster::kReadsInFlight;
    --count_;
    for (std::size_t i = 0; i < slot.count; ++i) {
        const Plane& plane = slot.planes[i];
        const std::byte* from = slot.buffer.mapped() + plane.offset;
        for (int row = 0; row < plane.height; ++row) {
            const auto r = static_cast<std::size_t>(row);
            std::memcpy(targets[i].data + r * targets[i].stride, from + r * plane.stride(),
                        static_cast<std::size_t>(plane.width) * plane.sample);
        }
    }
}

}  // namespace ebbflow::paint
