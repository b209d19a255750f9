#include "screen/object_sheet.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/scripts.hpp"

namespace ebbflow::screen {

namespace {

// Paper by lamplight: bright enough to be read at once, far from the white of a screen.
constexpr core::Colour kPaper{0.76F, 0.72F, 0.63F, 1};
constexpr core::Colour kLitPaper{0.84F, 0.81F, 0.73F, 1};
constexpr double kLight = 150;  // from the edge to where it is lit, reference pixels
constexpr core::Colour kPrint{0.10F, 0.09F, 0.08F, 1};
constexpr core::Colour kFaintPrint{0.30F, 0.27F, 0.23F, 1};
constexpr core::Colour kRedPrint{0.52F, 0.11F, 0.08F, 1};
constexpr double kMargin = 34;
constexpr double kCorner = 2;
constexpr double kLeastWidth = 240;
constexpr double kNoteGap = 12, kNoteWidth = 320;
// A masthead.
constexpr double kMastheadWidth = 470;
constexpr double kLargestName = 116, kSmallestName = 44, kNameStep = 2;
// A primer.
constexpr double kColumnsApart = 52;
constexpr double kLargestWords = 36, kSmallestWords = 26;  // as large as two columns allow
// A poem.
constexpr double kVerse = 38, kOtherVerse = 27;
constexpr double kFewWords = 54;  // of a line or two that stand alone
// A picture on its mount.
constexpr double kMount = 14;
constexpr double kPictureWidth = 460, kPictureHeight = 420;

enum class Across { start, second, middle, end };

struct SetWords {
    text::Paragraph words;
    core::Colour colour;
    Across across = Across::start;
};

/// Words side by side on one baseline, or a rule.
struct SheetRow {
    double above = 0;
    std::vector<SetWords> words{};
    double rule = 0;  ///< how thick
    core::Colour ruled = kPrint;
    double ruleWidth = 0;  ///< 0 = from margin to margin
};

using Printed = std::pair<std::string, std::string>;  ///< language, words

class SheetSetter {
public:
    explicit SheetSetter(const Page& page) : page_(page), pen_(page, items_) {}

    Sheet paper(const scene::Paper& paper) {
        if (!paper.masthead.empty())
            setMasthead(paper);
        else if (!paper.primer.empty())
            setPrimer(paper);
        else
            setPoem(paper);
        return layOut();
    }

private:
    [[nodiscard]] text::Paragraph set(const Printed& printed, text::Family family, double size,
                                      int weight = 400, double room = 0) const {
        Type type;
        type.family = family;
        type.size = size;
        type.weight = weight;
        type.halo = 0;
        type.maxWidth = room;
        text::Paragraph words = pen_.paragraph(printed.second, type);
        words.language = printed.first;
        words.align = isRightToLeft(printed) ? text::Align::right : text::Align::left;
        return words;
    }

    [[nodiscard]] static bool isRightToLeft(const Printed& printed) {
        return text::directionOf(printed.second, printed.first) == text::Direction::rightToLeft;
    }

    [[nodiscard]] double widthOf(const text::Paragraph& words) const {
        return page_.ruler.measure(words).width;
    }

    [[nodiscard]] double room() const { return kMostSheetWidth - 2 * kMargin; }

    void take(double width) { width_ = std::max(width_, width + 2 * kMargin); }

    void addRule(double above, double thick, core::Colour colour, double width = 0) {
        rows_.push_back({above, {}, thick, colour, width});
    }

    void addLine(double above, text::Paragraph words, core::Colour colour, Across across) {
        take(widthOf(words));
        rows_.push_back({above, {{std::move(words), colour, across}}});
    }

    /// In a title's languages, one under the other; the first is the large one.
    void addTitle(const core::LocalText& title, Across across) {
        bool first = true;
        for (const Printed& printed : title.words) {
            text::Paragraph words =
                set(printed, text::Family::serif, first ? 40 : 28, first ? 600 : 400, room());
            if (across == Across::middle) words.align = text::Align::centre;
            addLine(first ? 0 : 2, std::move(words), first ? kPrint : kFaintPrint, across);
            first = false;
        }
    }

    void addAuthor(const core::LocalText& author) {
        double above = 20;
        for (const Printed& printed : author.words) {
            addLine(above, set(printed, text::Family::sans, 22, 400, room()), kFaintPrint,
                    isRightToLeft(printed) ? Across::start : Across::end);
            above = 2;
        }
    }

    // ---- A masthead ----

    void setMasthead(const scene::Paper& paper) {
        width_ = kMastheadWidth;
        addDay(paper);
        addRule(rows_.empty() ? 0 : 8, 2, kPrint);
        for (const Printed& name : paper.masthead.words) addName(name);
        addRule(12, 3.5, kRedPrint);
        addRule(3, 1, kRedPrint);
        for (const Printed& headline : paper.headline.words) {
            auto words = set(headline, text::Family::serif, 34, 600, room());
            words.align = text::Align::centre;
            addLine(16, std::move(words), kPrint, Across::middle);
        }
    }

    /// Number and day at both ends, where they fit, else one under the other.
    void addDay(const scene::Paper& paper) {
        std::vector<SetWords> all;
        for (const auto* text : {&paper.issue, &paper.date}) {
            for (const Printed& printed : text->words)
                all.push_back({set(printed, text::Family::sans, 22), kFaintPrint, Across::middle});
        }
        if (all.size() == 2 &&
            widthOf(all[0].words) + widthOf(all[1].words) + 24 <= width_ - 2 * kMargin) {
            const bool turned = isRightToLeft({all[0].words.language, all[0].words.text});
            all[0].across = turned ? Across::end : Across::start;
            all[1].across = turned ? Across::start : Across::end;
            rows_.push_back({0, std::move(all)});
            return;
        }
        for (SetWords& one : all) addLine(2, std::move(one.words), kFaintPrint, Across::middle);
    }

    /// As large as the card is wide.
    void addName(const Printed& name) {
        const double wide = kMastheadWidth - 2 * kMargin;
        double size = kLargestName;
        while (size > kSmallestName && widthOf(set(name, text::Family::serif, size, 600)) > wide)
            size -= kNameStep;
        addLine(6, set(name, text::Family::serif, size, 600), kPrint, Across::middle);
    }

    // ---- A primer ----

    struct Columns {
        double first = 0, second = 0;  ///< how wide
    };

    [[nodiscard]] text::Paragraph primerWord(const core::LocalText& row,
                                             const std::string& language, double size) const {
        const std::string* words = row.find(language);
        return set({language, words == nullptr ? std::string() : *words}, text::Family::serif,
                   size);
    }

    [[nodiscard]] Columns columnsAt(double size, const scene::Paper& paper,
                                    const std::vector<std::string>& languages) const {
        Columns columns;
        for (const core::LocalText& row : paper.primer) {
            columns.first =
                std::max(columns.first, widthOf(primerWord(row, languages.front(), size)));
            columns.second =
                std::max(columns.second, widthOf(primerWord(row, languages.back(), size)));
        }
        return columns;
    }

    void setPrimer(const scene::Paper& paper) {
        addTitle(paper.title, Across::middle);
        if (!rows_.empty()) addRule(12, 2.5, kRedPrint);
        const auto languages = scene::languagesOf(paper.primer);
        double size = kLargestWords;
        Columns columns = columnsAt(size, paper, languages);
        while (size > kSmallestWords && columns.first + kColumnsApart + columns.second > room()) {
            size -= 1;
            columns = columnsAt(size, paper, languages);
        }
        for (const core::LocalText& row : paper.primer) {
            if (&row != &paper.primer.front()) addRule(8, 1, kFaintPrint.withAlpha(0.35F));
            rows_.push_back({8,
                             {{primerWord(row, languages.front(), size), kPrint, Across::start},
                              {primerWord(row, languages.back(), size), kPrint, Across::second}}});
        }
        second_ = kMargin + columns.first + kColumnsApart;
        take(columns.first + kColumnsApart + columns.second);
        addAuthor(paper.author);
    }

    // ---- A poem ----

    void setPoem(const scene::Paper& paper) {
        addTitle(paper.title, Across::start);
        if (!rows_.empty()) addRule(10, 2.5, kRedPrint, 60);
        bool first = true;
        const auto languages = scene::languagesOf(paper.poem);
        const double large = languages.size() == 1 && paper.poem.size() <= 2 ? kFewWords : kVerse;
        for (const std::string& language : languages) {
            double above = rows_.empty() ? 0 : 22;
            for (const core::LocalText& line : paper.poem) {
                const std::string* words = line.find(language);
                if (words == nullptr) continue;
                const Printed printed{language, *words};
                addLine(above,
                        set(printed, text::Family::serif, first ? large : kOtherVerse, 400, room()),
                        first ? kPrint : kFaintPrint,
                        isRightToLeft(printed) ? Across::end : Across::start);
                above = first ? 2 : 0;
            }
            first = false;
        }
        addAuthor(paper.author);
    }

    // ---- All of them ----

    [[nodiscard]] double leftOf(const SetWords& one, double wide) const {
        switch (one.across) {
            case Across::start:
                return kMargin;
            case Across::second:
                return second_;
            case Across::middle:
                return (width_ - wide) / 2;
            case Across::end:
                return width_ - kMargin - wide;
        }
        return kMargin;
    }

    /// Returns how high it is.
    double layRow(const SheetRow& row, double y) {
        if (row.rule > 0) {
            const double wide = row.ruleWidth > 0 ? row.ruleWidth : width_ - 2 * kMargin;
            pen_.box({kMargin, y, wide, row.rule}, row.ruled, 1);
            return row.rule;
        }
        double baseline = 0, below = 0;
        for (const SetWords& one : row.words) {
            const text::Measure size = page_.ruler.measure(one.words);
            baseline = std::max(baseline, size.firstBaseline);
            below = std::max(below, size.height - size.firstBaseline);
        }
        for (const SetWords& one : row.words) {
            const text::Measure size = page_.ruler.measure(one.words);
            Type type;
            type.colour = one.colour;
            pen_.text(one.words, type, {leftOf(one, size.width), y + baseline - size.firstBaseline},
                      1);
        }
        return baseline + below;
    }

    Sheet layOut() {
        width_ = std::max(width_, kLeastWidth);
        double y = kMargin - 8;
        for (const SheetRow& row : rows_) {
            y += row.above;
            y += layRow(row, y);
        }
        Sheet sheet;
        sheet.width = width_;
        sheet.height = y + kMargin - 4;
        const core::PixelBox all{0, 0, sheet.width, sheet.height};
        sheet.card.emplace_back(picture::BoxItem{all, kPaper, kCorner});
        // Round at its corners, which would show where its edges meet.
        picture::BoxItem light{all, kLitPaper, 0};
        light.fade = static_cast<float>(std::min(kLight, std::min(sheet.width, sheet.height) / 2));
        light.radius = light.fade;
        sheet.card.emplace_back(light);
        for (picture::OverlayItem& item : items_) sheet.card.push_back(std::move(item));
        if (sheet.width > kMostSheetWidth + 0.5)
            sheet.fault = fmt::format("{:.0f} px wide, where the largest card has {:.0f}",
                                      sheet.width, kMostSheetWidth);
        else if (sheet.height > kMostSheetHeight + 0.5)
            sheet.fault = fmt::format("{:.0f} px high, where the largest card has {:.0f}",
                                      sheet.height, kMostSheetHeight);
        return sheet;
    }

    const Page& page_;
    std::vector<picture::OverlayItem> items_;
    Overlay pen_;
    std::vector<SheetRow> rows_;
    double width_ = 0, second_ = 0;
};

/// A print with a margin of its paper about it.
Sheet mounted(const Page& page, const scene::Image& image) {
    Sheet sheet;
    const auto found = page.film->pictures.find(image.file);
    if (found == page.film->pictures.end() || !found->second) return sheet;
    const core::Image& picture = *found->second;
    const double fit = std::min(kPictureWidth / picture.width, kPictureHeight / picture.height);
    const core::PixelBox box{kMount, kMount, picture.width * fit, picture.height * fit};
    sheet.width = box.width + 2 * kMount;
    sheet.height = box.height + 2 * kMount;
    sheet.card.emplace_back(
        picture::BoxItem{{0, 0, sheet.width, sheet.height}, kLitPaper, kCorner});
    sheet.card.emplace_back(picture::ImageItem{found->second, box});
    return sheet;
}

void addNote(const Page& page, const std::string& words, double size, core::Colour colour,
             Sheet& sheet) {
    if (words.empty()) return;
    Overlay pen(page, sheet.note);
    Type type;
    type.size = size;
    type.colour = colour;
    type.maxWidth = std::max(sheet.width, kNoteWidth);
    const auto set = pen.paragraph(words, type);
    sheet.noteBottom += kNoteGap;
    pen.text(set, type, {0, sheet.noteBottom}, 1);
    const text::Measure measured = pen.measure(set);
    sheet.noteBottom += measured.height;
    sheet.noteWidth = std::max(sheet.noteWidth, measured.width);
}

}  // namespace

Sheet sheetOf(const Page& page, const scene::Object& object) {
    Sheet sheet =
        object.paper ? SheetSetter(page).paper(*object.paper) : mounted(page, object.image);
    sheet.noteWidth = sheet.width;
    sheet.noteBottom = sheet.height;
    addNote(page, object.text.inOrAny(page.shownLanguage), 24, kInk, sheet);
    addNote(page, object.image.credit.inOrAny(page.shownLanguage), kSmallType, kQuietInk, sheet);
    return sheet;
}

}  // namespace ebbflow::screen
