#pragma once
// What a script wants of a picture: whether something moves in it, whether it is meant to be dark.
// Read from the descriptions of frames, one after another.

#include <optional>

#include "picture/description.hpp"
#include "quality/picture_gate.hpp"

namespace ebbflow::quality {

class IntentReader {
public:
    /// `lights`: of the film; kept.
    explicit IntentReader(std::shared_ptr<const picture::Lights> lights)
        : lights_(std::move(lights)) {}
    /// Of the next frame in order.
    [[nodiscard]] Intent next(picture::FrameDescription description);

private:
    std::shared_ptr<const picture::Lights> lights_;
    std::optional<picture::FrameDescription> last_;
};

}  // namespace ebbflow::quality
