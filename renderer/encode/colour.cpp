#include "encode/colour.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::encode {

namespace {

// The matrix in units of 1/10000, which BT.709 states exactly.
constexpr std::int64_t kRed = 2126, kGreen = 7152, kBlue = 722, kOne = 10000;

constexpr std::int64_t lumaOf(const std::uint8_t* p) {
    return kRed * p[0] + kGreen * p[1] + kBlue * p[2];
}

// floor(n / d + 1/2) for d > 0; the offset keeps the numerator positive.
template <std::int64_t divisor>
constexpr std::uint8_t quantised(std::int64_t numerator, std::int64_t offset) {
    return static_cast<std::uint8_t>((2 * (numerator + offset * divisor) + divisor) /
                                     (2 * divisor));
}

constexpr std::uint8_t lumaCode(const std::uint8_t* p) {
    return quantised<255 * kOne>(219 * lumaOf(p), 16);
}

// The sum over `pixels` of 10000 (B′ − Y′), or of R′, to a chroma code: (B′ − Y′) is divided by
// 2 (1 − 0.0722) = 1.8556, (R′ − Y′) by 2 (1 − 0.2126) = 1.5748.
template <std::int64_t pixels>
void writeChroma(std::int64_t blueLess, std::int64_t redLess, std::uint8_t* cb, std::uint8_t* cr) {
    *cb = quantised<2 * (kOne - kBlue) * 255 * pixels>(224 * blueLess, 128);
    *cr = quantised<2 * (kOne - kRed) * 255 * pixels>(224 * redLess, 128);
}

struct Chroma {
    std::int64_t blue = 0, red = 0;
    void add(const std::uint8_t* p) {
        const std::int64_t luma = lumaOf(p);
        blue += kOne * p[2] - luma;
        red += kOne * p[0] - luma;
    }
};

void convertLuma(const core::Image& image, Planes& planes) {
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* in = image.pixel(0, y);
        std::uint8_t* out = planes.row(0, y);
        for (int x = 0; x < image.width; ++x, in += 4) out[x] = lumaCode(in);
    }
}

void convertFullChroma(const core::Image& image, Planes& planes) {
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* in = image.pixel(0, y);
        for (int x = 0; x < image.width; ++x, in += 4) {
            Chroma sum;
            sum.add(in);
            writeChroma<1>(sum.blue, sum.red, planes.row(1, y) + x, planes.row(2, y) + x);
        }
    }
}

void convertHalfChroma(const core::Image& image, Planes& planes) {
    for (int y = 0; y < planes.planeHeight(1); ++y) {
        const std::uint8_t* upper = image.pixel(0, 2 * y);
        const std::uint8_t* lower = image.pixel(0, std::min(2 * y + 1, image.height - 1));
        for (int x = 0; x < planes.planeWidth(1); ++x) {
            const int left = 4 * 2 * x, right = 4 * std::min(2 * x + 1, image.width - 1);
            Chroma sum;
            for (const std::uint8_t* row : {upper, lower}) {
                sum.add(row + left);
                sum.add(row + right);
            }
            writeChroma<4>(sum.blue, sum.red, planes.row(1, y) + x, planes.row(2, y) + x);
        }
    }
}

core::FloatImage floatsFrom(const core::Image& image) {
    core::FloatImage picture(image.width, image.height);
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const float alpha = static_cast<float>(image.rgba[i + 3]) / 255;
        for (std::size_t c = 0; c < 3; ++c)
            picture.rgba[i + c] = static_cast<float>(image.rgba[i + c]) / 255 * alpha;
        picture.rgba[i + 3] = alpha;
    }
    return picture;
}

std::uint8_t toByte(double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

}  // namespace

void convert(const core::Image& image, Planes& planes) {
    if (image.width != planes.width() || image.height != planes.height()) {
        throw core::Failure(fmt::format("a picture of {}×{} does not fit a frame of {}×{}",
                                        image.width, image.height, planes.width(),
                                        planes.height()));
    }
    const FormatInfo& info = formatInfo(planes.format());
    if (info.bits > 8 || info.planes == 4) return convert(floatsFrom(image), planes);
    if (info.rgb) {
        for (int y = 0; y < image.height; ++y) {
            std::memcpy(planes.row(0, y), image.pixel(0, y), planes.rowBytes(0));
        }
        return;
    }
    convertLuma(image, planes);
    if (formatInfo(planes.format()).chromaShiftX == 0) {
        convertFullChroma(image, planes);
    } else {
        convertHalfChroma(image, planes);
    }
}

Planes planesFromImage(const core::Image& image, PixelFormat format) {
    Planes planes(format, image.width, image.height);
    convert(image, planes);
    return planes;
}

core::Image imageFromPlanes(const Planes& planes) {
    core::Image image(planes.width(), planes.height());
    const FormatInfo& info = formatInfo(planes.format());
    for (int y = 0; y < image.height; ++y) {
        if (info.rgb) {
            std::memcpy(image.pixel(0, y), planes.row(0, y), planes.rowBytes(0));
            continue;
        }
        for (int x = 0; x < image.width; ++x) {
            const double luma = (planes.row(0, y)[x] - 16) * 255.0 / 219;
            const int cx = x >> info.chromaShiftX, cy = y >> info.chromaShiftY;
            const double cb = (planes.row(1, cy)[cx] - 128) * 255.0 / 224;
            const double cr = (planes.row(2, cy)[cx] - 128) * 255.0 / 224;
            const double red = luma + 1.5748 * cr, blue = luma + 1.8556 * cb;
            const double green = (luma - 0.2126 * red - 0.0722 * blue) / 0.7152;
            std::uint8_t* out = image.pixel(x, y);
            out[0] = toByte(red);
            out[1] = toByte(green);
            out[2] = toByte(blue);
            out[3] = 255;
        }
    }
    return image;
}

}  // namespace ebbflow::encode
