#include "text/layout.hpp"

#include <pango/pango.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "text/attributes.hpp"
#include "text/code_points.hpp"
#include "text/markup.hpp"
#include "text/scripts.hpp"

namespace ebbflow::text {

void LayoutRelease::operator()(PangoLayout* layout) const {
    g_object_unref(layout);
}

namespace {

/// Noto Serif CJK is drawn lighter than PT Serif; thickened by so much of an em it holds its own.
constexpr double kHanSerifStroke = 0.012;
/// Height above the baseline of the middle of a line: half a capital's height.
constexpr double kMiddle = 0.35;
double pixels(int pangoUnits) {
    return static_cast<double>(pangoUnits) / PANGO_SCALE;
}
int units(double referencePixels) {
    return static_cast<int>(std::lround(referencePixels * PANGO_SCALE));
}

int linesAt(PangoLayout* layout, int width) {
    pango_layout_set_width(layout, width);
    return pango_layout_get_line_count(layout);
}

/// The narrowest width, to a reference pixel, that needs no more lines than the widest allowed:
/// lines of like length, and no last word left alone where it can be helped.
void balance(PangoLayout* layout, int widest) {
    const int lines = pango_layout_get_line_count(layout);
    int tooNarrow = widest / (lines + 1);
    int enough = widest;
    while (enough - tooNarrow > PANGO_SCALE) {
        const int middle = tooNarrow + (enough - tooNarrow) / 2;
        (linesAt(layout, middle) <= lines ? enough : tooNarrow) = middle;
    }
    linesAt(layout, enough);
}

/// Breaks between words, evenly; only where a word is wider than the column, inside words too.
void breakLines(PangoLayout* layout, int widest) {
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    if (linesAt(layout, widest) < 2) return;
    int width = 0;
    pango_layout_get_size(layout, &width, nullptr);
    if (width <= widest) {
        balance(layout, widest);
    } else {
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    }
}

/// A stretch of the paragraph between two line ends that were written.
struct Part {
    std::string text;
    std::vector<MarkedSpan> spans;  ///< in bytes of `text`
};

LayoutHandle layOut(const Part& part, const Paragraph& paragraph, Direction direction,
                    FontMap& fonts) {
    LayoutHandle layout(pango_layout_new(fonts.context(direction)));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_text(layout.get(), part.text.c_str(), static_cast<int>(part.text.size()));
    setAttributes(layout.get(), part.text, paragraph, part.spans, fonts);
    if (paragraph.maxWidth > 0) breakLines(layout.get(), units(paragraph.maxWidth));
    return layout;
}

std::vector<MarkedSpan> spansWithin(const std::vector<MarkedSpan>& spans, std::size_t begin,
                                    std::size_t end) {
    std::vector<MarkedSpan> result;
    for (const MarkedSpan& span : spans) {
        const std::size_t from = std::max(span.begin, begin), to = std::min(span.end, end);
        if (from < to) result.push_back({from - begin, to - begin, span.strong});
    }
    return result;
}

std::vector<Part> partsOf(const Paragraph& paragraph) {
    const std::string valid = validUtf8(paragraph.text);
    const MarkedText whole = paragraph.marked ? readMarkup(valid) : MarkedText{valid, {}};
    std::vector<Part> parts;
    for (std::size_t begin = 0; begin <= whole.plain.size();) {
        const std::size_t end = std::min(whole.plain.find('\n', begin), whole.plain.size());
        parts.push_back(
            {whole.plain.substr(begin, end - begin), spansWithin(whole.spans, begin, end)});
        begin = end + 1;
    }
    return parts;
}

std::string wordsOf(PangoLayoutLine* line, const std::string& text) {
    const auto begin = static_cast<std::size_t>(pango_layout_line_get_start_index(line));
    const auto length = static_cast<std::size_t>(pango_layout_line_get_length(line));
    std::string words = text.substr(begin, length);
    words.erase(words.find_last_not_of(' ') + 1);
    return words;
}

/// One line before it has its place: runs' x counts from the line's left end.
struct Line {
    std::string words;
    double width = 0;
    PangoRectangle ink{};
    std::vector<SetRun> runs;
};

bool isHanFont(const PangoGlyphItem* run) {
    PangoFontDescription* font = pango_font_describe(run->item->analysis.font);
    const bool han = FontMap::isHanName(pango_font_description_get_family(font));
    pango_font_description_free(font);
    return han;
}

std::vector<Line> linesOf(PangoLayout* layout, const std::string& text, const Style& style) {
    std::vector<Line> lines;
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    PangoRectangle logical;
    do {
        Line line;
        PangoLayoutLine* found = pango_layout_iter_get_line_readonly(at);
        pango_layout_line_get_extents(found, &line.ink, &logical);
        line.words = wordsOf(found, text);
        line.width = pixels(logical.width);
        // Where Pango puts the line within the width to break at is of no account.
        pango_layout_iter_get_line_extents(at, nullptr, &logical);
        const int left = logical.x;
        // The iterator ends each line with an empty run, which also parts it from the next.
        do {
            PangoGlyphItem* run = pango_layout_iter_get_run_readonly(at);
            if (run == nullptr) break;
            pango_layout_iter_get_run_extents(at, nullptr, &logical);
            const bool thin = style.family == Family::serif && isHanFont(run);
            line.runs.push_back(
                {run, pixels(logical.x - left), 0, thin ? kHanSerifStroke * style.size : 0});
        } while (pango_layout_iter_next_run(at));
        lines.push_back(std::move(line));
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
    return lines;
}

void growInk(Measure& measure, const Line& line, double x, double baseline) {
    const PangoRectangle& ink = line.ink;
    if (ink.width <= 0 || ink.height <= 0) return;
    double beyond = 0;
    for (const SetRun& run : line.runs) beyond = std::max(beyond, run.embolden / 2);
    measure.inkLeft = std::min(measure.inkLeft, x + pixels(ink.x) - beyond);
    measure.inkTop = std::min(measure.inkTop, baseline + pixels(ink.y) - beyond);
    measure.inkRight = std::max(measure.inkRight, x + pixels(ink.x + ink.width) + beyond);
    measure.inkBottom = std::max(measure.inkBottom, baseline + pixels(ink.y + ink.height) + beyond);
}

/// Width, height and first baseline of the box; ink turned inside out, ready to grow.
Measure boxOf(const std::vector<Line>& lines, const Style& style) {
    constexpr double kNever = std::numeric_limits<double>::infinity();
    Measure measure;
    measure.inkLeft = measure.inkTop = kNever;
    measure.inkRight = measure.inkBottom = -kNever;
    const double pitch = style.lineSpacing * style.size;
    measure.firstBaseline = pitch / 2 + kMiddle * style.size;
    measure.lines = static_cast<int>(lines.size());
    measure.height = pitch * measure.lines;
    for (const Line& line : lines) measure.width = std::max(measure.width, line.width);
    return measure;
}

double shareBefore(Align align) {
    switch (align) {
        case Align::left:
            break;
        case Align::centre:
            return 0.5;
        case Align::right:
            return 1;
    }
    return 0;
}

void place(SetParagraph& set, const std::vector<Line>& lines, const Paragraph& paragraph) {
    const Style& style = paragraph.style;
    set.measure = boxOf(lines, style);
    Measure& measure = set.measure;
    double baseline = measure.firstBaseline;
    for (const Line& line : lines) {
        const double x = (measure.width - line.width) * shareBefore(paragraph.align);
        growInk(measure, line, x, baseline);
        measure.lineTexts.push_back(line.words);
        for (SetRun run : line.runs) {
            run.x += x;
            run.baseline = baseline;
            set.runs.push_back(run);
        }
        baseline += style.lineSpacing * style.size;
    }
    if (measure.inkLeft > measure.inkRight) {
        measure.inkLeft = measure.inkTop = measure.inkRight = measure.inkBottom = 0;
    }
}

}  // namespace

SetParagraph setParagraph(const Paragraph& paragraph, FontMap& fonts) {
    SetParagraph set;
    std::vector<Line> lines;
    const Style& style = paragraph.style;
    const Direction direction = directionOf(paragraph.text, paragraph.language);
    for (const Part& part : partsOf(paragraph)) {
        LayoutHandle layout = layOut(part, paragraph, direction, fonts);
        std::ranges::move(linesOf(layout.get(), part.text, style), std::back_inserter(lines));
        set.layouts.push_back(std::move(layout));
    }
    place(set, lines, paragraph);
    return set;
}

}  // namespace ebbflow::text
