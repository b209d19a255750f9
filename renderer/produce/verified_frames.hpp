#pragma once
// Frames drawn again and held against the hashes that a manifest has of them. It keeps no pixels.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "video/frame_taker.hpp"
#include "video/manifest.hpp"
#include "video/settings.hpp"

namespace ebbflow::produce {

/// Numbers of the recorded frames, ascending: all, or so many evenly spread with first and last.
[[nodiscard]] std::vector<std::int64_t> allFrames(std::span<const video::SegmentRecord> segments);
[[nodiscard]] std::vector<std::int64_t> sampledFrames(
    std::span<const video::SegmentRecord> segments, int count);

class VerifiedFrames final : public video::FrameTaker {
public:
    VerifiedFrames(const video::Settings& settings, std::span<const video::SegmentRecord> segments);

    [[nodiscard]] video::Planes acquire() override;
    void submit(std::int64_t frame, video::Planes planes) override;
    /// Frames that are not as they were, in the order that they were submitted in.
    [[nodiscard]] const std::vector<std::int64_t>& different() const { return different_; }

private:
    video::Settings settings_;
    std::unordered_map<std::int64_t, std::string> hashes_;
    std::vector<std::int64_t> different_;
};

}  // namespace ebbflow::produce
