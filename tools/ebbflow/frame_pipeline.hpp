#pragma once
// The frames of a render from the painter to the writer, or to whoever takes them. It draws ahead
// of what is read back, so that GPU, bus and encoder all have work, and copies nothing that the GPU
// can put where it belongs.

#include <cstdint>

#include "ebbflow/studio.hpp"
#include "video/film_order.hpp"
#include "video/frame_taker.hpp"

namespace ebbflow::tools {

class FramePipeline {
public:
    /// Keeps references to all three.
    FramePipeline(Studio& studio, video::FrameTaker& writer, const video::FilmOrder& order)
        : studio_(studio), writer_(writer), order_(order) {}

    /// Draws frames that follow one another, or the first after a drain(); earlier ones may go to
    /// the writer meanwhile.
    void draw(std::int64_t frame);
    /// Hands over what was drawn and not yet read; `end` is one past the last frame.
    void drain(std::int64_t end);

private:
    void readOldest(std::int64_t frame);
    void submitPicture(std::int64_t frame);

    Studio& studio_;
    video::FrameTaker& writer_;
    const video::FilmOrder& order_;
    int inFlight_ = 0;
};

}  // namespace ebbflow::tools
