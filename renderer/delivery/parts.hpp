#pragma once
// How a film is cut: into segments on absolute frame numbers, and into parts of whole segments for
// several machines. It renders nothing.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::delivery {

/// Frames [first, end) of the film, counted from 0.
struct FrameRange {
    std::int64_t first = 0;
    std::int64_t end = 0;
    [[nodiscard]] std::int64_t count() const { return end - first; }
    friend bool operator==(const FrameRange&, const FrameRange&) = default;
};

/// Part `index` of `count`, from 1.
struct Part {
    int index = 1;
    int count = 1;
    friend bool operator==(const Part&, const Part&) = default;
};

/// `3/8`. Throws core::Failure for anything else, and for parts that there cannot be.
[[nodiscard]] Part partNamed(std::string_view text);

/// The segments of `length` frames that the range touches, the outer ones cut to it.
[[nodiscard]] std::vector<FrameRange> segmentsOf(const FrameRange& range, int length);

/// The part's share of the range in whole segments, all shares alike but for one segment. It is
/// empty (first = end) where there are more parts than segments.
[[nodiscard]] FrameRange shareOf(const FrameRange& range, int length, const Part& part);

}  // namespace ebbflow::delivery
