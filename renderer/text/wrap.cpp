#include "text/wrap.hpp"

#include <pango/pango.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/cldr.hpp"
#include "text/code_points.hpp"
#include "text/runs.hpp"

namespace ebbflow::text {

namespace {

constexpr double kAlphabetLine = 42;
constexpr double kHanLine = 16;
constexpr std::u32string_view kMarks = U".,;:!?…–—)»”。，、；：！？）》」』";

/// A stretch that no line may end within.
struct Piece {
    std::size_t begin = 0, end = 0;  ///< bytes, without the blanks after it
    double width = 0;                ///< characters of the line's measure
    double blank = 0;                ///< width of the blanks after it
    bool marked = false;             ///< a mark ends it
    bool small = false;              ///< a word of up to three letters, which leads to the next
};

bool isGap(char32_t c) {
    return g_unichar_isspace(c) != 0;
}

double widthOf(char32_t c, bool hanLanguage) {
    if (g_unichar_ismark(c) != 0 || (isInvisible(c) && !isGap(c))) return 0;
    if (hanLanguage) return isHan(c) ? 1 : 0.5;
    return isHan(c) ? 2 : 1;
}

/// For each character, whether a line may end before it.
std::vector<bool> breaksIn(std::string_view text, const std::string& language,
                           const std::vector<CodePoint>& points) {
    std::vector<PangoLogAttr> attributes(points.size() + 1);
    pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1,
                        pango_language_from_string(language.c_str()), attributes.data(),
                        static_cast<int>(attributes.size()));
    const std::vector<Bytes> whole = unbreakable(text, language);
    std::vector<bool> breaks(points.size(), false);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const bool inside = std::ranges::any_of(whole, [&](const Bytes& stretch) {
            return stretch.begin < points[i].begin && points[i].begin < stretch.end;
        });
        breaks[i] = attributes[i].is_line_break != 0 && !inside;
    }
    return breaks;
}

std::vector<Piece> piecesOf(std::string_view text, const std::string& language) {
    const std::vector<CodePoint> points = codePoints(text);
    const std::vector<bool> breaks = breaksIn(text, language, points);
    const bool hanLanguage = isHanLanguage(language);
    std::vector<Piece> pieces;
    int letters = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const CodePoint& point = points[i];
        if (pieces.empty() || breaks[i]) {
            pieces.push_back({point.begin, point.begin, 0, 0, false, false});
            letters = 0;
        }
        Piece& piece = pieces.back();
        const double width = widthOf(point.value, hanLanguage);
        if (isGap(point.value)) {
            piece.blank += width;
            continue;
        }
        piece.width += piece.blank + width;
        piece.blank = 0;
        piece.end = point.end;
        piece.marked = kMarks.find(point.value) != std::u32string_view::npos;
        if (g_unichar_isalpha(point.value) != 0 && !isHan(point.value)) ++letters;
        piece.small = letters > 0 && letters <= 3 && !piece.marked;
    }
    return pieces;
}

/// The cheapest way to cut pieces into lines: first as few as can be, then even ones that end with
/// a mark and not with a small word.
class LineCutter {
public:
    LineCutter(const std::vector<Piece>& pieces, double limit) : pieces_(pieces), limit_(limit) {
        double all = 0;
        for (const Piece& piece : pieces) all += piece.width + piece.blank;
        even_ = all / std::max(1.0, std::ceil(all / limit));
    }

    /// Index of the first piece of each line.
    std::vector<std::size_t> cut() const {
        const std::size_t n = pieces_.size();
        std::vector<double> cost(n + 1, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> from(n + 1, 0);
        cost.at(0) = 0;
        for (std::size_t end = 1; end <= n; ++end) {
            double width = 0;
            for (std::size_t begin = end; begin-- > 0;) {
                width += pieces_[begin].width + (begin + 1 < end ? pieces_[begin].blank : 0);
                if (width > limit_ && begin + 1 < end) break;
                const double total = cost[begin] + costOf(width, end);
                if (total < cost[end]) {
                    cost[end] = total;
                    from[end] = begin;
                }
            }
        }
        std::vector<std::size_t> starts;
        for (std::size_t end = n; end > 0; end = from[end]) starts.push_back(from[end]);
        std::ranges::reverse(starts);
        return starts;
    }

private:
    [[nodiscard]] double costOf(double width, std::size_t end) const {
        constexpr double kOneMoreLine = 1e6;
        const double uneven = (width - even_) / limit_;
        double cost = kOneMoreLine + uneven * uneven;
        if (end == pieces_.size()) return cost;
        if (!pieces_[end - 1].marked) cost += 0.05;
        if (pieces_[end - 1].small) cost += 0.05;
        return cost;
    }

    const std::vector<Piece>& pieces_;
    double limit_;
    double even_ = 0;
};

void wrapParagraph(std::string_view text, const std::string& language,
                   std::vector<std::string>& lines) {
    const std::vector<Piece> pieces = piecesOf(text, language);
    if (pieces.empty()) return;
    const auto starts = LineCutter(pieces, lineWidth(language)).cut();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t last = (i + 1 < starts.size() ? starts[i + 1] : pieces.size()) - 1;
        std::size_t begin = pieces[starts[i]].begin;
        while (begin < pieces[last].end && text[begin] == ' ') ++begin;
        if (begin < pieces[last].end)
            lines.emplace_back(text.substr(begin, pieces[last].end - begin));
    }
}

}  // namespace

double lineWidth(std::string_view language) {
    return isHanLanguage(language) ? kHanLine : kAlphabetLine;
}

std::vector<std::string> wrapBySense(std::string_view text, std::string_view language) {
    std::vector<std::string> lines;
    const std::string tag(language);
    const std::string valid = validUtf8(text);
    for (std::size_t begin = 0; begin <= valid.size();) {
        const std::size_t end = std::min(valid.find('\n', begin), valid.size());
        wrapParagraph(std::string_view(valid).substr(begin, end - begin), tag, lines);
        begin = end + 1;
    }
    return lines;
}

}  // namespace ebbflow::text
