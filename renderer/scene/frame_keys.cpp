// `frame`: the size and rate of the picture.

#include <charconv>

#include <fmt/format.h>

#include "core/timecode.hpp"
#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

void readSize(const Reading& reading, const Field& field, Frame& frame) {
    // H.264 and HEVC halve the colour planes, so both sides are even; GL and the codecs end at
    // 16384.
    constexpr int largest = 16384;
    const std::string_view text = field.value.text;
    const char* const end = text.data() + text.size();
    int width = 0, height = 0;
    const auto first = std::from_chars(text.data(), end, width);
    const bool cross = first.ec == std::errc{} && first.ptr != end && *first.ptr == 'x';
    const auto second = cross ? std::from_chars(first.ptr + 1, end, height) : first;
    const bool whole = cross && second.ec == std::errc{} && second.ptr == end;
    if (!whole) return reading.wrongType(field, "width x height in pixels", "1920x1080");
    const auto bad = [](int n) { return n < 64 || n > largest || n % 2 != 0; };
    if (bad(width) || bad(height)) {
        return reading.error(
            field.value,
            fmt::format("`{}`: both sides are even numbers from 64 to {}", text, largest));
    }
    frame.width = width;
    frame.height = height;
}

std::optional<core::FrameRate> readRate(const Reading& reading, const Field& field) {
    auto rate = field.value.isText() ? core::parseFrameRate(field.value.text) : std::nullopt;
    if (!rate) reading.wrongType(field, "frames a second", "24, 25, 30000/1001 or 29.97");
    return rate;
}

/// Once the rate is known: which timecodes there are depends on it.
void readStart(const Reading& reading, const Field& field, Frame& frame) {
    if (!field.value.isText()) return reading.wrongType(field, "a timecode", "\"10:00:00:00\"");
    const auto read = core::parseTimecode(field.value.text, frame.rate);
    if (!read.fault.empty()) return reading.error(field.value, read.fault);
    frame.startTimecode = field.value.text;
}

}  // namespace

const KeyTable<Frame>& frameKeys() {
    static const KeyTable<Frame> keys{
        {.id = "frame", .title = "`frame`", .example = "{size: 1920x1080, rate: 25}"},
        {
            {"size",
             {{Shape::size}, readSize},
             "Width and height in pixels.",
             "1920x1080",
             {.leftOut = "1920x1080",
              .more = "Both are even, from 64 to 16384.",
              .otherWords = {"resolution"}}},
            {"rate",
             into(&Frame::rate, {Shape::rate}, readRate),
             "Frames a second.",
             "25",
             {.leftOut = "25",
              .more = "Such as `24`, `25`, `30000/1001` or `29.97`.",
              .otherWords = {"fps"}}},
            {"start",
             {{Shape::timecode}, readStart},
             "Timecode of the first frame.",
             "\"10:00:00:00\"",
             {.leftOut = "zero",
              .more = "It stands in quotes; with `;` before the frames it is drop-frame timecode, "
                      "which only "
                      "29.97 and 59.94 have. It is written into MP4, MOV and MKV; `cuesheet` and "
                      "`--at`, `--from`, `--to` count by it.",
              .otherWords = {"timecode"},
              .seen = false,
              .turn = Turn::later}},
        }};
    return keys;
}

}  // namespace ebbflow::scene
