#include "delivery/parts.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::delivery {

namespace {

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

}  // namespace

Part partNamed(std::string_view text) {
    const auto slash = text.find('/');
    const auto index = wholeNumber(text.substr(0, slash));
    const auto count =
        slash == std::string_view::npos ? std::nullopt : wholeNumber(text.substr(slash + 1));
    if (!index || !count || *index < 1 || *count < *index) {
        throw core::Failure(fmt::format(
            "`{}` is no part: write 3/8 for the third of eight, from 1/8 to 8/8", text));
    }
    return {*index, *count};
}

std::vector<FrameRange> segmentsOf(const FrameRange& range, int length) {
    std::vector<FrameRange> segments;
    for (std::int64_t first = range.first; first < range.end;) {
        const std::int64_t end = std::min(range.end, (first / length + 1) * length);
        segments.push_back({first, end});
        first = end;
    }
    return segments;
}

FrameRange shareOf(const FrameRange& range, int length, const Part& part) {
    const std::vector<FrameRange> segments = segmentsOf(range, length);
    const auto startOf = [&](int index) {
        const std::size_t at = segments.size() * static_cast<std::size_t>(index) /
                               static_cast<std::size_t>(part.count);
        return at < segments.size() ? segments[at].first : range.end;
    };
    return {startOf(part.index - 1), startOf(part.index)};
}

}  // namespace ebbflow::delivery
