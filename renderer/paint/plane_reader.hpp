#pragma once
// Turns a picture into BT.709 limited-range planes on the GPU and reads them back through a ring of
// mapped buffers, so that drawing goes on meanwhile. The same R'G'B' through the matrix: no second
// transfer curve.

#include <array>
#include <cstddef>
#include <span>

#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/programs.hpp"
#include "paint/tile_painter.hpp"
#include "raster/plane_format.hpp"
#include "raster/tile_set.hpp"

namespace ebbflow::paint {

class PlaneReader {
public:
    explicit PlaneReader(const Fullscreen& fullscreen);
    /// Starts a read. `changed`: the tiles of the picture that are not as they were at the last
    /// start. Throws std::logic_error when the ring is full.
    void start(const Programs& programs, const gl::Texture& picture, raster::PlaneLayout layout,
               raster::PlaneSamples samples, const raster::TileSet& changed);
    /// Waits for the oldest read and copies it out. Throws std::logic_error when there is none.
    void finish(std::span<const raster::PlaneTarget> planes);
    [[nodiscard]] int inFlight() const { return count_; }

private:
    /// Samples of one plane, and its bytes in the buffer: rows are multiples of four samples.
    struct Plane {
        int width = 0;
        int height = 0;
        std::size_t sample = 1;  ///< bytes
        std::size_t offset = 0;
        [[nodiscard]] std::size_t stride() const {
            return (static_cast<std::size_t>(width) + 3) / 4 * 4 * sample;
        }
        [[nodiscard]] std::size_t bytes() const {
            return stride() * static_cast<std::size_t>(height);
        }
    };
    struct Slot {
        gl::Buffer buffer;
        std::size_t size = 0;
        std::array<Plane, 4> planes;
        std::size_t count = 3;
        gl::Fence fence;
    };
    /// Whether it had to make the planes anew.
    bool resize(int width, int height, raster::PlaneLayout layout, raster::PlaneSamples samples);
    void convert(const Programs& programs, const gl::Texture& picture,
                 const raster::TileSet& changed);
    void convertPlanes(const Programs& programs, Pass pass, const gl::Framebuffer& target,
                       std::span<const glm::ivec4> rectangles, const gl::Texture& picture,
                       glm::ivec2 block);
    [[nodiscard]] std::size_t planeCount() const { return samples_.alpha ? 4 : 3; }

    TilePainter tiles_;
    std::array<Plane, 4> planes_;
    glm::ivec2 block_{0};  ///< pixels to a sample of chroma
    raster::PlaneSamples samples_;
    std::array<gl::Texture, 4> packed_;
    gl::Framebuffer luma_, chroma_, alpha_;
    std::array<Slot, raster::kReadsInFlight> slots_;
    int oldest_ = 0;
    int count_ = 0;
};

}  // namespace ebbflow::paint
