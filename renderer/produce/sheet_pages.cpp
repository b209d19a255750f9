#include "produce/sheet_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"
#include "text/pdf_pages.hpp"

namespace ebbflow::produce {

namespace {

// White paper: a dark page drinks ink, and pencil cannot be read on it.
constexpr core::Colour kPaper{1, 1, 1, 1};
constexpr core::Colour kInk{0.09F, 0.10F, 0.12F, 1};
constexpr core::Colour kQuietInk{0.36F, 0.40F, 0.44F, 1};

constexpr double kPageMargin = 30;  // points; printers leave out less
constexpr double kGap = 14;
constexpr double kPageTitleHeight = 30;
constexpr double kFootHeight = 14;
constexpr double kTitleSize = 15;
constexpr double kSize = 7.5;
constexpr int kLinesOfWords = 3;

text::Paragraph paragraph(const std::string& words, const Sheet& sheet, double size, double width,
                          text::Family family = text::Family::sans) {
    text::Paragraph p;
    p.text = words;
    p.language = sheet.language;
    p.style.family = family;
    p.style.size = size;
    p.style.tabularFigures = true;
    p.maxWidth = width;
    return p;
}

/// Where everything goes on a page.
struct Grid {
    Grid(const Sheet& sheet, const Paper& paper) : columns(sheet.columns) {
        const double inner = paper.width - 2 * kPageMargin;
        width = (inner - kGap * (columns - 1)) / columns;
        const core::Image& first = sheet.cells.front().picture;
        height = width * first.height / first.width;
        cell = height + 4 + kSize * 1.25 * (1 + kLinesOfWords) + kGap;
        const double room = paper.height - 2 * kPageMargin - kPageTitleHeight - kFootHeight;
        rows = std::max(1, static_cast<int>((room + kGap) / cell));
    }
    [[nodiscard]] std::size_t perPage() const {
        return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
    }

    int columns;
    int rows = 1;
    double width = 0, height = 0;  ///< of a picture
    double cell = 0;               ///< from row to row
};

class Pages {
public:
    Pages(const Sheet& sheet, const Paper& paper, const text::Typesetter& typesetter)
        : sheet_(sheet),
          paper_(paper),
          typesetter_(typesetter),
          grid_(sheet, paper),
          pdf_(paper.width, paper.height, typesetter) {}

    std::string draw() {
        pdf_.title(sheet_.title);
        const std::size_t pages = (sheet_.cells.size() + grid_.perPage() - 1) / grid_.perPage();
        for (std::size_t page = 0; page < pages; ++page) {
            pdf_.newPage(kPaper);
            drawHead(page + 1, pages);
            const std::size_t first = page * grid_.perPage();
            const std::size_t end = std::min(sheet_.cells.size(), first + grid_.perPage());
            for (std::size_t i = first; i < end; ++i)
                drawCell(sheet_.cells[i], static_cast<int>(i - first));
        }
        return pdf_.finish();
    }

private:
    void drawHead(std::size_t page, std::size_t pages) {
        const double inner = paper_.width - 2 * kPageMargin;
        pdf_.words(paragraph(sheet_.title, sheet_, kTitleSize, inner, text::Family::serif),
                   {kPageMargin, kPageMargin}, kInk);
        const auto number = paragraph(fmt::format("{} / {}", page, pages), sheet_, kSize, 0);
        const double right = paper_.width - kPageMargin - typesetter_.measure(number).width;
        pdf_.words(number, {right, paper_.height - kPageMargin - kSize}, kQuietInk);
    }

    void drawCell(const SheetCell& cell, int index) {
        const int column = index % grid_.columns, row = index / grid_.columns;
        const double x = kPageMargin + column * (grid_.width + kGap);
        const double y = kPageMargin + kPageTitleHeight + row * grid_.cell;
        pdf_.picture(cell.picture, {x, y, grid_.width, grid_.height});
        const auto heading =
            atMost(paragraph(cell.heading, sheet_, kSize, grid_.width), 1, typesetter_);
        pdf_.words(heading, {x, y + grid_.height + 4}, kInk);
        const auto words =
            atMost(paragraph(cell.words, sheet_, kSize, grid_.width), kLinesOfWords, typesetter_);
        pdf_.words(words, {x, y + grid_.height + 4 + kSize * 1.25}, kQuietInk);
    }

    const Sheet& sheet_;
    const Paper& paper_;
    const text::Typesetter& typesetter_;
    Grid grid_;
    text::PdfPages pdf_;
};

}  // namespace

Paper paperNamed(std::string_view name) {
    // ISO 216, 297 x 210 and 420 x 297 mm.
    if (name == "a4") return {841.89, 595.28};
    if (name == "a3") return {1190.55, 841.89};
    throw core::Failure(fmt::format("unknown paper `{}` (there are a4 and a3)", name));
}

std::string drawPages(const Sheet& sheet, const Paper& paper, const text::Typesetter& typesetter) {
    return Pages(sheet, paper, typesetter).draw();
}

}  // namespace ebbflow::produce
