#pragma once
// What is to be set, and what came of it: plain data in and out of the typesetter. Sizes are in
// reference pixels (the picture is always 1080 of them high), so the same paragraph has the same
// lines at every real size. No colours: a raster is coverage, and the painter colours it.

#include <cstdint>
#include <string>
#include <vector>

#include "text/fonts.hpp"

namespace ebbflow::text {

enum class Align { left, centre, right };

struct Style {
    Family family = Family::serif;
    double size = 40;             ///< the em, reference pixels
    int weight = 400;             ///< 600 and more is set in bold
    bool italic = false;          ///< Latin and Cyrillic only: Han has no italic
    bool tabularFigures = false;  ///< all digits equally wide
    double letterSpacing = 0;     ///< added between letters, em
    double lineSpacing = 1.25;    ///< from baseline to baseline, em
    friend bool operator==(const Style&, const Style&) = default;
};

struct Paragraph {
    std::string text;      ///< UTF-8; `\n` starts a new line
    std::string language;  ///< BCP 47: chooses the forms of Han glyphs, and where lines may break
    Style style;
    double maxWidth = 0;  ///< reference pixels; 0 = a line ends only at `\n`
    Align align = Align::left;
    double halo = 0;      ///< how far the soft edge reaches, reference pixels; 0 = none
    bool marked = false;  ///< `text` has the markup of markup.hpp; else an asterisk is one
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// Reference pixels, y down, origin at the top left of the layout box. The box is as wide as its
/// widest line (never stretched to `maxWidth`) and as high as lines × line spacing.
struct Measure {
    double width = 0;
    double height = 0;
    double firstBaseline = 0;
    int lines = 0;
    std::vector<std::string> lineTexts;  ///< without the spaces that a line break swallowed
    double inkLeft = 0, inkTop = 0, inkRight = 0, inkBottom = 0;  ///< what letters touch; no halo
    friend bool operator==(const Measure&, const Measure&) = default;
};

/// Coverage in real pixels, rows from the top.
struct Raster {
    int width = 0;
    int height = 0;
    double originX = 0;  ///< real pixels from the layout origin to the bitmap's top left; whole
    double originY = 0;
    /// Two bytes a pixel: coverage of the letters, coverage of the halo (which holds the letters).
    std::vector<std::uint8_t> fillAndHalo;
    friend bool operator==(const Raster&, const Raster&) = default;
};

}  // namespace ebbflow::text
