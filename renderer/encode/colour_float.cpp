// From pictures in floats to every format of frame.

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/colour.hpp"
#include "core/error.hpp"
#include "encode/colour.hpp"

namespace ebbflow::encode {

namespace {

struct Colour {
    float r = 0, g = 0, b = 0, a = 0;
};

/// The sum over a block of pixels, straight; edge pixels stand for what is beyond.
Colour straightMean(const core::FloatImage& picture, int x, int y, int wide, int high, bool alpha) {
    Colour sum;
    for (int j = 0; j < high; ++j) {
        for (int i = 0; i < wide; ++i) {
            const float* p = picture.pixel(std::min(x + i, picture.width - 1),
                                           std::min(y + j, picture.height - 1));
            sum.r += p[0];
            sum.g += p[1];
            sum.b += p[2];
            sum.a += p[3];
        }
    }
    const auto pixels = static_cast<float>(wide * high);
    const float by = alpha ? sum.a : pixels;
    if (by <= 0) return {};
    return {sum.r / by, sum.g / by, sum.b / by, sum.a / pixels};
}

template <typename Sample>
void put(Planes& planes, int plane, int x, int y, double value, int bits) {
    const double most = (1U << static_cast<unsigned>(bits)) - 1.0;
    const auto code = static_cast<Sample>(std::lround(std::clamp(value, 0.0, most)));
    reinterpret_cast<Sample*>(planes.row(plane, y))[x] = code;
}

/// ITU-R BT.709-6, item 3; a deeper format's codes are the 8-bit ones times a power of two.
template <typename Sample>
void toYcc(const core::FloatImage& picture, Planes& planes) {
    const FormatInfo& info = formatInfo(planes.format());
    const double unit = 1U << static_cast<unsigned>(info.bits - 8);
    const auto luma = [](const Colour& c) { return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b; };
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const Colour c = straightMean(picture, x, y, 1, 1, info.alpha);
            put<Sample>(planes, 0, x, y, unit * (16 + 219 * luma(c)), info.bits);
            if (info.alpha) put<Sample>(planes, 3, x, y, c.a * (256 * unit - 1), info.bits);
        }
    }
    const int wide = 1 << info.chromaShiftX, high = 1 << info.chromaShiftY;
    for (int y = 0; y < planes.planeHeight(1); ++y) {
        for (int x = 0; x < planes.planeWidth(1); ++x) {
            const Colour c = straightMean(picture, x * wide, y * high, wide, high, info.alpha);
            const double l = luma(c);
            put<Sample>(planes, 1, x, y, unit * (128 + 224 * (c.b - l) / 1.8556), info.bits);
            put<Sample>(planes, 2, x, y, unit * (128 + 224 * (c.r - l) / 1.5748), info.bits);
        }
    }
}

template <typename Sample>
void toRgba(const core::FloatImage& picture, Planes& planes) {
    const int bits = formatInfo(planes.format()).bits;
    const double most = (1U << static_cast<unsigned>(bits)) - 1.0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const Colour c = straightMean(picture, x, y, 1, 1, true);
            int at = 4 * x;
            for (const float value : {c.r, c.g, c.b, c.a})
                put<Sample>(planes, 0, at++, y, value * most, bits);
        }
    }
}

void toLinear(const core::FloatImage& picture, Planes& planes) {
    const bool alpha = formatInfo(planes.format()).alpha;
    for (int y = 0; y < picture.height; ++y) {
        const auto plane = [&](int p) { return reinterpret_cast<float*>(planes.row(p, y)); };
        for (int x = 0; x < picture.width; ++x) {
            const Colour c = straightMean(picture, x, y, 1, 1, alpha);
            const float by = alpha ? c.a : 1;
            plane(0)[x] = core::linearFromSrgb(c.g) * by;
            plane(1)[x] = core::linearFromSrgb(c.b) * by;
            plane(2)[x] = core::linearFromSrgb(c.r) * by;
            if (alpha) plane(3)[x] = c.a;
        }
    }
}

}  // namespace

void convert(const core::FloatImage& picture, Planes& planes) {
    if (picture.width != planes.width() || picture.height != planes.height()) {
        throw core::Failure(fmt::format("a picture of {}×{} does not fit a frame of {}×{}",
                                        picture.width, picture.height, planes.width(),
                                        planes.height()));
    }
    const FormatInfo& info = formatInfo(planes.format());
    const bool words = info.bits > 8;
    if (info.bits == 32) {
        toLinear(picture, planes);
    } else if (info.rgb) {
        words ? toRgba<std::uint16_t>(picture, planes) : toRgba<std::uint8_t>(picture, planes);
    } else {
        words ? toYcc<std::uint16_t>(picture, planes) : toYcc<std::uint8_t>(picture, planes);
    }
}

Planes planesFromFloats(const core::FloatImage& picture, PixelFormat format) {
    Planes planes(format, picture.width, picture.height);
    convert(picture, planes);
    return planes;
}

}  // namespace ebbflow::encode
