#include "produce/contact_sheet.hpp"

#include <algorithm>
#include <cmath>

namespace ebbflow::produce {

namespace {

constexpr int kMargin = 24;
constexpr int kTitleHeight = 64;
constexpr int kWordsHeight = 92;  // one heading and two lines
constexpr std::uint8_t kGround = 18;

struct Ink {
    std::uint8_t r, g, b;
};
constexpr Ink kBright{236, 238, 241};
constexpr Ink kQuiet{160, 168, 178};

std::uint8_t mixed(std::uint8_t under, std::uint8_t over, int coverage) {
    return static_cast<std::uint8_t>((under * (255 - coverage) + over * coverage + 127) / 255);
}

void drawRaster(core::Image& image, const text::Raster& raster, int x0, int y0, Ink ink) {
    const int left = x0 + static_cast<int>(raster.originX),
              top = y0 + static_cast<int>(raster.originY);
    for (int y = std::max(0, -top); y < raster.height && top + y < image.height; ++y) {
        for (int x = std::max(0, -left); x < raster.width && left + x < image.width; ++x) {
            const auto index =
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width) +
                 static_cast<std::size_t>(x)) *
                2;
            const int coverage = raster.fillAndHalo[index];
            std::uint8_t* pixel = image.pixel(left + x, top + y);
            pixel[0] = mixed(pixel[0], ink.r, coverage);
            pixel[1] = mixed(pixel[1], ink.g, coverage);
            pixel[2] = mixed(pixel[2], ink.b, coverage);
        }
    }
}

text::Paragraph paragraph(const std::string& words, const std::string& language, double size,
                          double width) {
    text::Paragraph p;
    p.text = words;
    p.language = language;
    p.style.family = text::Family::sans;
    p.style.size = size;
    p.maxWidth = width;
    return p;
}

void copyPicture(core::Image& sheet, const core::Image& picture, int x, int y) {
    for (int row = 0; row < picture.height; ++row) {
        std::copy_n(picture.pixel(0, row), static_cast<std::size_t>(picture.width) * 4,
                    sheet.pixel(x, y + row));
    }
}

}  // namespace

text::Paragraph atMost(text::Paragraph p, int lines, const text::Typesetter& typesetter) {
    const text::Measure measure = typesetter.measure(p);
    if (measure.lines <= lines) return p;
    p.text.clear();
    for (int i = 0; i < lines; ++i) {
        p.text += (i > 0 ? "\n" : "") + measure.lineTexts[static_cast<std::size_t>(i)];
    }
    p.text += "…";
    p.maxWidth = 0;
    return p;
}

core::Image drawSheet(const Sheet& sheet, const text::Typesetter& typesetter) {
    const int width = sheet.cells.front().picture.width,
              height = sheet.cells.front().picture.height;
    const int count = static_cast<int>(sheet.cells.size());
    const int columns = std::min(sheet.columns, count);
    const int rows = (count + columns - 1) / columns;
    core::Image image(kMargin + columns * (width + kMargin),
                      kTitleHeight + rows * (height + kWordsHeight + kMargin) + kMargin);
    std::ranges::fill(image.rgba, kGround);
    for (std::size_t alpha = 3; alpha < image.rgba.size(); alpha += 4) image.rgba[alpha] = 255;
    drawRaster(image, typesetter.rasterise(paragraph(sheet.title, sheet.language, 30, 0), 1),
               kMargin, 14, kBright);
    for (int i = 0; i < count; ++i) {
        const SheetCell& cell = sheet.cells[static_cast<std::size_t>(i)];
        const int x = kMargin + i % columns * (width + kMargin);
        const int y = kTitleHeight + i / columns * (height + kWordsHeight + kMargin);
        copyPicture(image, cell.picture, x, y);
        const auto heading =
            atMost(paragraph(cell.heading, sheet.language, 19, width), 1, typesetter);
        const auto words = atMost(paragraph(cell.words, sheet.language, 19, width), 2, typesetter);
        drawRaster(image, typesetter.rasterise(heading, 1), x, y + height + 6, kBright);
        drawRaster(image, typesetter.rasterise(words, 1), x, y + height + 32, kQuiet);
    }
    return image;
}

}  // namespace ebbflow::produce
