#pragma once
// The frames of a render from the painter to whoever takes them, of all versions side by side. It
// draws ahead of what is read back, so that GPU, bus and encoders all have work, and copies nothing
// that the GPU can put where it belongs.

#include <cstdint>
#include <deque>
#include <vector>

#include "delivery/film_order.hpp"
#include "delivery/frame_taker.hpp"
#include "produce/layer.hpp"
#include "produce/studio.hpp"

namespace ebbflow::produce {

class FramePipeline {
public:
    /// Keeps a reference.
    explicit FramePipeline(Studio& studio) : studio_(studio) {}

    /// A film that gets frames, as its plan describes them; its number, from 0. Keeps references
    /// to all three.
    std::size_t add(const frame::Plan& plan, delivery::FrameTaker& taker,
                    const delivery::FilmOrder& order, Layer layer = Layer::all);

    /// Draws a frame of one film; earlier ones may go where they go meanwhile. What versions have
    /// in common, as the ground, the painter keeps from one to the next.
    void draw(std::size_t film, std::int64_t frame);
    /// Hands over what was drawn and not yet read.
    void drain();

private:
    struct Film {
        const frame::Plan& plan;
        delivery::FrameTaker& taker;
        const delivery::FilmOrder& order;
        Layer layer;
        raster::PictureDepth depth;
    };
    struct Reading {
        std::size_t film;
        std::int64_t frame;
    };

    void readOldest();
    /// Draws, and waits for what was drawn.
    [[nodiscard]] encode::Planes drawn(const Film& film, const raster::Layers& layers,
                                       std::int64_t frame, encode::Planes planes);
    [[nodiscard]] encode::Planes pass(const Film& film, std::int64_t frame);

    Studio& studio_;
    std::vector<Film> films_;
    std::deque<Reading> underWay_;
};

}  // namespace ebbflow::produce
