#include "text/draw.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "core/error.hpp"

namespace ebbflow::text {
namespace {

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceRelease>;

struct ContextRelease {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Context = std::unique_ptr<cairo_t, ContextRelease>;

/// Letters are filled as outlines, not blitted as glyphs: cairo 1.16 rounds glyphs to whole pixels,
/// which makes small text uneven and moving text shiver. A thickened letter is filled, then its
/// outline stroked over it; where the two overlap in a pixel of the edge, coverage is off by a
/// little (2 % of a small letter's weight), which nobody sees.
void drawRun(cairo_t* cairo, const SetRun& run) {
    cairo_move_to(cairo, run.x, run.baseline);
    pango_cairo_glyph_string_path(cairo, run.glyphs->item->analysis.font, run.glyphs->glyphs);
    cairo_fill_preserve(cairo);
    if (run.embolden > 0) {
        cairo_set_line_width(cairo, run.embolden);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

std::vector<std::uint8_t> bytesOf(cairo_surface_t* surface, const Bitmap& bitmap) {
    const auto width = static_cast<std::size_t>(bitmap.width);
    const auto height = static_cast<std::size_t>(bitmap.height);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const std::span<const std::uint8_t> data(cairo_image_surface_get_data(surface),
                                             stride * height);
    std::vector<std::uint8_t> bytes(width * height);
    for (std::size_t y = 0; y < height; ++y) {
        std::ranges::copy(data.subspan(y * stride, width),
                          bytes.begin() + static_cast<std::ptrdiff_t>(y * width));
    }
    return bytes;
}

}  // namespace

std::vector<std::uint8_t> drawLetters(const SetParagraph& set, const Bitmap& bitmap,
                                      const Scale& scale) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, bitmap.width, bitmap.height));
    const Context cairo(cairo_create(surface.get()));
    cairo_translate(cairo.get(), scale.shiftX - bitmap.left, scale.shiftY - bitmap.top);
    cairo_scale(cairo.get(), scale.factor, scale.factor);
    for (const SetRun& run : set.runs) drawRun(cairo.get(), run);
    cairo_surface_flush(surface.get());
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
        throw core::Failure("a text of " + std::to_string(bitmap.width) + " by " +
                            std::to_string(bitmap.height) + " pixels cannot be drawn");
    }
    return bytesOf(surface.get(), bitmap);
}

}  // namespace ebbflow::text
