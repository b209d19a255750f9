#include "text/typesetter.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/error.hpp"
#include "text/code_points.hpp"
#include "text/font_map.hpp"
#include "text/halo.hpp"
#include "text/layout.hpp"

namespace ebbflow::text {
namespace {

struct Frame {
    int left = 0, top = 0, width = 0, height = 0;  // real pixels from the layout origin's pixel
    double scale = 1, subpixelX = 0, subpixelY = 0;
};

Frame frameOf(const Measure& measure, double halo, double scale, double subpixelX,
              double subpixelY) {
    const int margin = haloReach(halo * scale) + 1;
    const auto low = [&](double at, double shift) {
        return static_cast<int>(std::floor(at * scale + shift)) - margin;
    };
    const auto high = [&](double at, double shift) {
        return static_cast<int>(std::ceil(at * scale + shift)) + margin;
    };
    Frame frame{.left = low(measure.inkLeft, subpixelX),
                .top = low(measure.inkTop, subpixelY),
                .scale = scale,
                .subpixelX = subpixelX,
                .subpixelY = subpixelY};
    frame.width = high(measure.inkRight, subpixelX) - frame.left;
    frame.height = high(measure.inkBottom, subpixelY) - frame.top;
    return frame;
}

/// Letters are filled as outlines, not blitted as glyphs: cairo 1.16 rounds glyphs to whole pixels,
/// which makes small text uneven and moving text shiver.
void drawLines(cairo_surface_t* surface, const SetParagraph& set, const Frame& frame) {
    cairo_t* cairo = cairo_create(surface);
    cairo_translate(cairo, frame.subpixelX - frame.left, frame.subpixelY - frame.top);
    cairo_scale(cairo, frame.scale, frame.scale);
    for (const SetLine& line : set.lines) {
        cairo_move_to(cairo, line.x, line.baseline);
        pango_cairo_layout_line_path(cairo, line.line);
        cairo_fill(cairo);
    }
    cairo_destroy(cairo);
}

std::vector<std::uint8_t> lettersOf(const SetParagraph& set, const Frame& frame) {
    cairo_surface_t* surface =
        cairo_image_surface_create(CAIRO_FORMAT_A8, frame.width, frame.height);
    drawLines(surface, set, frame);
    cairo_surface_flush(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(surface);
        throw core::Failure("a text of " + std::to_string(frame.width) + " by " +
                            std::to_string(frame.height) + " pixels cannot be drawn");
    }
    const auto width = static_cast<std::size_t>(frame.width);
    const auto height = static_cast<std::size_t>(frame.height);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const std::span<const std::uint8_t> data(cairo_image_surface_get_data(surface),
                                             stride * height);
    std::vector<std::uint8_t> letters(width * height);
    for (std::size_t y = 0; y < height; ++y) {
        std::ranges::copy(data.subspan(y * stride, width),
                          letters.begin() + static_cast<std::ptrdiff_t>(y * width));
    }
    cairo_surface_destroy(surface);
    return letters;
}

std::vector<std::uint8_t> interleave(const std::vector<std::uint8_t>& first,
                                     const std::vector<std::uint8_t>& second) {
    std::vector<std::uint8_t> both(first.size() * 2);
    for (std::size_t i = 0; i < first.size(); ++i) {
        both[2 * i] = first[i];
        both[2 * i + 1] = second[i];
    }
    return both;
}

}  // namespace

struct Typesetter::State {
    FontMap fonts;
    explicit State(const FontSet& set) : fonts(set) {}
};

Typesetter::Typesetter(const FontSet& fonts) : state_(std::make_unique<State>(fonts)) {}
Typesetter::~Typesetter() = default;
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;

Measure Typesetter::measure(const Paragraph& paragraph) const {
    return setParagraph(paragraph, state_->fonts).measure;
}

Raster Typesetter::rasterise(const Paragraph& paragraph, double scale, double subpixelX,
                             double subpixelY) const {
    const SetParagraph set = setParagraph(paragraph, state_->fonts);
    const Measure& measure = set.measure;
    if (measure.inkLeft >= measure.inkRight) return {};
    const Frame frame = frameOf(measure, paragraph.halo, scale, subpixelX, subpixelY);
    const std::vector<std::uint8_t> letters = lettersOf(set, frame);
    Raster raster;
    raster.width = frame.width;
    raster.height = frame.height;
    raster.originX = frame.left;
    raster.originY = frame.top;
    raster.fillAndHalo =
        interleave(letters, haloOf(letters, frame.width, frame.height, paragraph.halo * scale));
    return raster;
}

std::vector<std::string> Typesetter::missingGlyphs(std::string_view text, std::string_view language,
                                                   Family family) const {
    std::vector<std::string> missing;
    const std::string valid = validUtf8(text);
    for (const CodePoint& point : codePoints(valid)) {
        if (isInvisible(point.value)) continue;
        if (state_->fonts.alphabetHas(family, point.value)) continue;
        if (state_->fonts.hanHas(family, language, point.value)) continue;
        const std::string glyph = valid.substr(point.begin, point.end - point.begin);
        if (std::ranges::find(missing, glyph) == missing.end()) missing.push_back(glyph);
    }
    return missing;
}

}  // namespace ebbflow::text
