#pragma once
// Sets text in any script, in either direction: shapes, breaks into balanced lines, measures,
// rasterises. Knows only the font files it was given, never the system's fonts, locale or
// environment. Any number of threads may use one at the same time: each works on fonts that it
// opened for itself.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/fonts.hpp"
#include "text/paragraph.hpp"

namespace ebbflow::text {

class Typesetter {
public:
    /// Opens the Latin and Cyrillic files; Han files are opened when first needed. Throws
    /// core::Failure when a file cannot be read as a font.
    explicit Typesetter(const FontSet& fonts);
    ~Typesetter();
    Typesetter(Typesetter&&) noexcept;
    Typesetter& operator=(Typesetter&&) noexcept;

    /// Lines and box, at reference size. Bytes that are not UTF-8 are read as U+FFFD.
    [[nodiscard]] Measure measure(const Paragraph& paragraph) const;

    /// The paragraph in real pixels: `scale` of them to a reference pixel (2 for 2160 lines). The
    /// layout origin lies at (subpixelX, subpixelY) of a real pixel, each 0…1, so that slowly
    /// moving text need not jump from pixel to pixel. Text without ink gives an empty raster.
    [[nodiscard]] Raster rasterise(const Paragraph& paragraph, double scale, double subpixelX = 0,
                                   double subpixelY = 0) const;

    /// Each character of `text` that no font of this family has for this language, once, in order
    /// of appearance; as UTF-8.
    [[nodiscard]] std::vector<std::string> missingGlyphs(std::string_view text,
                                                         std::string_view language,
                                                         Family family) const;

private:
    friend class PdfPages;  // which sets the same words on another surface
    struct State;
    class Lease;
    std::unique_ptr<State> state_;
};

}  // namespace ebbflow::text
