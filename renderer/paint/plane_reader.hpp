#pragma once
// Turns a picture into BT.709 limited-range planes on the GPU and reads them back through a ring of
// mapped buffers, so that drawing goes on meanwhile. The same R'G'B' through the matrix: no second
// transfer curve.

#include <array>
#include <cstddef>
#include <span>

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/painter.hpp"
#include "paint/programs.hpp"
#include "paint/tile_painter.hpp"
#include "paint/tile_set.hpp"

namespace ebbflow::paint {

class PlaneReader {
public:
    explicit PlaneReader(const Fullscreen& fullscreen);
    /// Starts a read. `changed`: the tiles of the picture that are not as they were at the last
    /// start. Throws std::logic_error when the ring is full.
    void start(const Programs& programs, const gl::Texture& picture, PlaneLayout layout,
               const TileSet& changed);
    /// Waits for the oldest read and copies it out. Throws std::logic_error when there is none.
    void finish(std::span<const PlaneTarget, 3> planes);
    [[nodiscard]] int inFlight() const { return count_; }

private:
    /// Samples of one plane, and its bytes in the buffer: rows are multiples of four bytes.
    struct Plane {
        int width = 0;
        int height = 0;
        std::size_t offset = 0;
        [[nodiscard]] std::size_t stride() const {
            return (static_cast<std::size_t>(width) + 3) / 4 * 4;
        }
        [[nodiscard]] std::size_t bytes() const {
            return stride() * static_cast<std::size_t>(height);
        }
    };
    struct Slot {
        gl::Buffer buffer;
        std::size_t size = 0;
        std::array<Plane, 3> planes;
        gl::Fence fence;
    };
    /// Whether it had to make the planes anew.
    bool resize(int width, int height, PlaneLayout layout);
    void convert(const Programs& programs, const gl::Texture& picture, const TileSet& changed);

    TilePainter tiles_;
    std::array<Plane, 3> planes_;
    int block_ = 0;
    std::array<gl::Texture, 3> packed_;
    gl::Framebuffer luma_, chroma_;
    std::array<Slot, Painter::kReadsInFlight> slots_;
    int oldest_ = 0;
    int count_ = 0;
};

}  // namespace ebbflow::paint
