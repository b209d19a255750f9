#include "text/typesetter.hpp"

#include <glib.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "text/code_points.hpp"
#include "text/draw.hpp"
#include "text/font_map.hpp"
#include "text/halo.hpp"
#include "text/layout.hpp"
#include "text/typesetter_state.hpp"

namespace ebbflow::text {
namespace {

/// Real pixels from the layout origin's pixel to the bitmap, ink and halo inside.
Bitmap bitmapFor(const Measure& measure, double halo, const Scale& scale) {
    const int margin = haloReach(halo * scale.factor) + 1;
    const auto low = [&](double at, double shift) {
        return static_cast<int>(std::floor(at * scale.factor + shift)) - margin;
    };
    const auto high = [&](double at, double shift) {
        return static_cast<int>(std::ceil(at * scale.factor + shift)) + margin;
    };
    Bitmap bitmap;
    bitmap.left = low(measure.inkLeft, scale.shiftX);
    bitmap.top = low(measure.inkTop, scale.shiftY);
    bitmap.width = high(measure.inkRight, scale.shiftX) - bitmap.left;
    bitmap.height = high(measure.inkBottom, scale.shiftY) - bitmap.top;
    return bitmap;
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

Typesetter::Typesetter(const FontSet& fonts) : state_(std::make_unique<State>(fonts)) {}
Typesetter::~Typesetter() = default;
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;

Measure Typesetter::measure(const Paragraph& paragraph) const {
    const Lease lease(*state_);
    return setParagraph(paragraph, lease.fonts()).measure;
}

Raster Typesetter::rasterise(const Paragraph& paragraph, double scale, double subpixelX,
                             double subpixelY) const {
    const Lease lease(*state_);
    const SetParagraph set = setParagraph(paragraph, lease.fonts());
    const Measure& measure = set.measure;
    if (measure.inkLeft >= measure.inkRight) return {};
    const Scale toReal{scale, subpixelX, subpixelY};
    const Bitmap bitmap = bitmapFor(measure, paragraph.halo, toReal);
    const std::vector<std::uint8_t> letters = drawLetters(set, bitmap, toReal);
    Raster raster;
    raster.width = bitmap.width;
    raster.height = bitmap.height;
    raster.originX = bitmap.left;
    raster.originY = bitmap.top;
    raster.fillAndHalo =
        interleave(letters, haloOf(letters, bitmap.width, bitmap.height, paragraph.halo * scale));
    return raster;
}

std::vector<std::string> Typesetter::missingGlyphs(std::string_view text, std::string_view language,
                                                   Family family) const {
    std::vector<std::string> missing;
    const std::string valid = validUtf8(text), tag(language);
    const Lease lease(*state_);
    FontMap& fonts = lease.fonts();
    // A Han font has Latin and Cyrillic too, but words in two typefaces are no choice of anybody's.
    const auto lettersOf = [&](char32_t c) {
        return fonts.alphabetIsChosen(family) && g_unichar_isalpha(c) != 0 && !isHan(c);
    };
    for (const CodePoint& point : codePoints(valid)) {
        if (isInvisible(point.value)) continue;
        if (fonts.alphabetHas(family, point.value)) continue;
        if (!fonts.faceBefore(family, tag, point.value).empty()) continue;
        if (!isHan(point.value) && !fonts.faceBehind(family, point.value, {}).empty()) continue;
        if (!lettersOf(point.value) && fonts.hanHas(family, language, point.value)) continue;
        const std::string glyph = valid.substr(point.begin, point.end - point.begin);
        if (std::ranges::find(missing, glyph) == missing.end()) missing.push_back(glyph);
    }
    return missing;
}

}  // namespace ebbflow::text
