#include "produce/verified_frames.hpp"

#include "core/byte_hash.hpp"

namespace ebbflow::produce {

std::vector<std::int64_t> allFrames(std::span<const delivery::SegmentRecord> segments) {
    std::vector<std::int64_t> frames;
    for (const delivery::SegmentRecord& segment : segments) {
        for (std::int64_t i = 0; i < segment.count; ++i) frames.push_back(segment.first + i);
    }
    return frames;
}

std::vector<std::int64_t> sampledFrames(std::span<const delivery::SegmentRecord> segments,
                                        int count) {
    std::vector<std::int64_t> all = allFrames(segments);
    const auto wanted = static_cast<std::size_t>(count);
    if (all.size() <= wanted) return all;
    if (wanted == 1) return {all[all.size() / 2]};
    std::vector<std::int64_t> frames;
    for (std::size_t i = 0; i < wanted; ++i) {
        frames.push_back(all[i * (all.size() - 1) / (wanted - 1)]);
    }
    return frames;
}

VerifiedFrames::VerifiedFrames(const encode::Settings& settings,
                               std::span<const delivery::SegmentRecord> segments)
    : settings_(settings) {
    for (const delivery::SegmentRecord& segment : segments) {
        for (std::size_t i = 0; i < segment.frames.size(); ++i) {
            hashes_[segment.first + static_cast<std::int64_t>(i)] = segment.frames[i];
        }
    }
}

encode::Planes VerifiedFrames::acquire() {
    return {settings_.format, settings_.size.width, settings_.size.height};
}

void VerifiedFrames::submit(std::int64_t frame, encode::Planes planes) {
    const auto recorded = hashes_.find(frame);
    if (recorded == hashes_.end() || recorded->second != core::hexOf(hashOf(planes))) {
        different_.push_back(frame);
    }
}

}  // namespace ebbflow::produce
