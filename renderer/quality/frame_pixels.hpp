#pragma once
// A decoded frame of any of libav's formats as the gate wants it: a small sRGB picture, and its
// samples counted by level. Buffers are kept from frame to frame, to save time only.

#include <memory>
#include <optional>
#include <vector>

#include "core/image.hpp"
#include "quality/levels.hpp"

struct AVFrame;
struct SwsContext;

namespace ebbflow::quality {

class FramePixels {
public:
    /// `width`, `height`: of the small pictures.
    FramePixels(int width, int height) : width_(width), height_(height) {}

    /// By the frame's own matrix and range; BT.709 and limited where it has none. Throws
    /// core::Failure for a format that cannot be converted.
    [[nodiscard]] core::Image small(const AVFrame& frame);
    /// Nothing for R′G′B′ and for full range.
    [[nodiscard]] std::optional<LevelCount> levels(const AVFrame& frame);

private:
    struct Free {
        void operator()(SwsContext* context) const noexcept;
    };
    void readPlane(const AVFrame& frame, int plane, std::vector<std::uint16_t>& to);

    int width_, height_;
    std::unique_ptr<SwsContext, Free> scaler_;
    std::vector<std::uint16_t> row_, luma_, blue_, red_;
};

}  // namespace ebbflow::quality
