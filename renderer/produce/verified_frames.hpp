#pragma once
// Frames drawn again and held against the hashes that a manifest has of them. It keeps no pixels.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "delivery/frame_taker.hpp"
#include "delivery/manifest.hpp"
#include "encode/settings.hpp"

namespace ebbflow::produce {

/// Numbers of the recorded frames, ascending: all, or so many evenly spread with first and last.
[[nodiscard]] std::vector<std::int64_t> allFrames(
    std::span<const delivery::SegmentRecord> segments);
[[nodiscard]] std::vector<std::int64_t> sampledFrames(
    std::span<const delivery::SegmentRecord> segments, int count);

class VerifiedFrames final : public delivery::FrameTaker {
public:
    VerifiedFrames(const encode::Settings& settings,
                   std::span<const delivery::SegmentRecord> segments);

    [[nodiscard]] encode::Planes acquire() override;
    void submit(std::int64_t frame, encode::Planes planes) override;
    /// Frames that are not as they were, in the order that they were submitted in.
    [[nodiscard]] const std::vector<std::int64_t>& different() const { return different_; }

private:
    encode::Settings settings_;
    std::unordered_map<std::int64_t, std::string> hashes_;
    std::vector<std::int64_t> different_;
};

}  // namespace ebbflow::produce
