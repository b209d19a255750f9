#pragma once
// What a script wants of a picture: whether something moves in it, whether it is meant to be dark.
// Read from the descriptions of frames, one after another.

#include <optional>

#include "frame/description.hpp"
#include "quality/picture_gate.hpp"

namespace ebbflow::quality {

class IntentReader {
public:
    /// `lights`: of the film; kept.
    explicit IntentReader(std::shared_ptr<const frame::Lights> lights)
        : lights_(std::move(lights)) {}
    /// Of the next frame in order.
    [[nodiscard]] Intent next(frame::FrameDescription description);

private:
    std::shared_ptr<const frame::Lights> lights_;
    std::optional<frame::FrameDescription> last_;
};

}  // namespace ebbflow::quality
