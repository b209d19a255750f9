#include "encode/plane_difference.hpp"

#include <algorithm>
#include <cassert>

namespace ebbflow::encode {

namespace {

/// What an integer sample is when nothing shines, and the largest it can be.
struct Level {
    int black = 0;
    int most = 255;
};

Level levelOf(const FormatInfo& format, int plane) {
    const int most = (1 << format.bits) - 1;
    if (format.rgb) return {0, most};
    return {(plane == 0 ? 16 : 128) << (format.bits - 8), most};
}

bool isAlpha(const FormatInfo& format, int plane) {
    return format.alpha && plane == format.planes - 1 && format.planes > 1;
}

template <class Sample>
void subtractRow(Sample* whole, const Sample* part, std::size_t count, const Level& level) {
    for (std::size_t i = 0; i < count; ++i) {
        const int rest = static_cast<int>(whole[i]) - static_cast<int>(part[i]) + level.black;
        whole[i] = static_cast<Sample>(std::clamp(rest, 0, level.most));
    }
}

template <class Sample>
void subtractPlane(Planes& whole, const Planes& part, int plane) {
    const FormatInfo& format = formatInfo(whole.format());
    const Level level = levelOf(format, plane);
    const std::size_t count = whole.rowBytes(plane) / sizeof(Sample);
    for (int y = 0; y < whole.planeHeight(plane); ++y) {
        auto* to = reinterpret_cast<Sample*>(whole.row(plane, y));
        const auto* what = reinterpret_cast<const Sample*>(part.row(plane, y));
        if (isAlpha(format, plane)) {
            std::fill_n(to, count, static_cast<Sample>(level.most));
            continue;
        }
        subtractRow(to, what, count, level);
        // Interleaved pixels have their alpha last.
        for (std::size_t i = 3; format.rgb && format.planes == 1 && i < count; i += 4)
            to[i] = static_cast<Sample>(level.most);
    }
}

void subtractFloats(Planes& whole, const Planes& part, int plane) {
    const bool alpha = isAlpha(formatInfo(whole.format()), plane);
    const std::size_t count = whole.rowBytes(plane) / sizeof(float);
    for (int y = 0; y < whole.planeHeight(plane); ++y) {
        auto* to = reinterpret_cast<float*>(whole.row(plane, y));
        const auto* what = reinterpret_cast<const float*>(part.row(plane, y));
        for (std::size_t i = 0; i < count; ++i) to[i] = alpha ? 1 : to[i] - what[i];
    }
}

}  // namespace

void subtract(Planes& whole, const Planes& part) {
    assert(whole.format() == part.format() && whole.width() == part.width() &&
           whole.height() == part.height());
    const int bits = formatInfo(whole.format()).bits;
    for (int plane = 0; plane < whole.planeCount(); ++plane) {
        if (bits == 32)
            subtractFloats(whole, part, plane);
        else if (bits > 8)
            subtractPlane<std::uint16_t>(whole, part, plane);
        else
            subtractPlane<std::uint8_t>(whole, part, plane);
    }
}

void layOver(Planes& own, const Planes& under, const Planes& whole) {
    assert(own.format() == PixelFormat::gbrapf32 && formatInfo(under.format()).bits == 32 &&
           formatInfo(whole.format()).bits == 32);
    const auto count = static_cast<std::size_t>(own.width());
    for (int y = 0; y < own.height(); ++y) {
        const auto* alpha = reinterpret_cast<const float*>(own.row(3, y));
        for (int plane = 0; plane < 3; ++plane) {
            auto* to = reinterpret_cast<float*>(own.row(plane, y));
            const auto* below = reinterpret_cast<const float*>(under.row(plane, y));
            const auto* all = reinterpret_cast<const float*>(whole.row(plane, y));
            for (std::size_t x = 0; x < count; ++x) to[x] = all[x] - (1 - alpha[x]) * below[x];
        }
    }
}

}  // namespace ebbflow::encode
