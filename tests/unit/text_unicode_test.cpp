// Unicode's own examples (Debian's unicode-data) through our layout: the order in which letters of
// both directions stand, and where a line may end.

#include <fstream>
#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pango/pango.h>

#include "text/code_points.hpp"
#include "text/layout.hpp"
#include "text/runs.hpp"
#include "text/scripts.hpp"

namespace ebbflow::text {
namespace {

const std::string kFolder = "/usr/share/unicode/";

void append(std::string& text, char32_t c) {
    std::array<char, 6> bytes{};
    text.append(bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(c, bytes.data())));
}

std::vector<std::string> linesOf(const std::string& name) {
    std::ifstream file(kFolder + name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.front() != '#') lines.push_back(line.substr(0, line.find('#')));
    }
    return lines;
}

template <class Number>
std::vector<Number> numbersOf(const std::string& field, int base) {
    std::istringstream words(field);
    std::vector<Number> numbers;
    for (std::string word; words >> word;)
        numbers.push_back(static_cast<Number>(std::stoul(word, nullptr, base)));
    return numbers;
}

SetParagraph setIn(const std::string& text, const std::string& language) {
    static FontMap fonts{defaultFonts()};
    Paragraph paragraph;
    paragraph.text = text;
    paragraph.language = language;
    return setParagraph(paragraph, fonts);
}

/// Bytes at which what is drawn as one begins, from left to right.
std::vector<int> clustersOf(const SetParagraph& set) {
    std::vector<int> clusters;
    for (const SetRun& run : set.runs) {
        const PangoGlyphString* glyphs = run.glyphs->glyphs;
        for (int i = 0; i < glyphs->num_glyphs; ++i) {
            const int at = run.glyphs->item->offset + glyphs->log_clusters[i];
            if (clusters.empty() || clusters.back() != at) clusters.push_back(at);
        }
    }
    return clusters;
}

struct BidiCase {
    std::string text;
    std::vector<int> begins;  ///< byte of each character
    Direction direction{};    ///< of the paragraph
    std::vector<int> drawn;   ///< bytes of the characters that are drawn, from left to right
};

BidiCase bidiCaseOf(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, ';');) fields.push_back(field);
    BidiCase one;
    for (const char32_t c : numbersOf<char32_t>(fields.at(0), 16)) {
        one.begins.push_back(static_cast<int>(one.text.size()));
        append(one.text, c);
    }
    one.direction = fields.at(2) == "1" ? Direction::rightToLeft : Direction::leftToRight;
    for (const auto index : numbersOf<std::size_t>(fields.at(4), 10))
        one.drawn.push_back(one.begins.at(index));
    return one;
}

/// Of the characters drawn, those at which something of its own begins.
std::vector<int> only(const std::vector<int>& drawn, const std::vector<int>& among) {
    std::vector<int> kept;
    for (const int at : drawn)
        if (std::ranges::find(among, at) != among.end()) kept.push_back(at);
    return kept;
}

TEST(UnicodeExamples, LettersOfBothDirectionsStandInTheirOrder) {
    constexpr std::size_t kEvery = 7;  // of ninety thousand
    const auto lines = linesOf("BidiCharacterTest.txt");
    ASSERT_GT(lines.size(), 90'000U) << "tools/setup test installs unicode-data";
    std::size_t held = 0, wrong = 0;
    for (std::size_t i = 0; i < lines.size(); i += kEvery) {
        const BidiCase one = bidiCaseOf(lines[i]);
        const std::string language = one.direction == Direction::rightToLeft ? "he" : "en";
        // Ours go by the language first: those of the other direction are nobody's text.
        if (directionOf(one.text, language) != one.direction) continue;
        const auto clusters = clustersOf(setIn(one.text, language));
        ++held;
        if (only(clusters, one.drawn) == only(one.drawn, clusters)) continue;
        if (++wrong <= 20) ADD_FAILURE() << lines[i];
    }
    EXPECT_GT(held, lines.size() / kEvery / 2);
    EXPECT_EQ(wrong, 0U) << "of " << held;
}

/// What we keep together besides, such as a dash and the word before it.
bool isTied(const std::string& text, std::size_t at) {
    return std::ranges::any_of(unbreakable(text, "en"), [&](const Bytes& stretch) {
        return stretch.begin < at && at < stretch.end;
    });
}

TEST(UnicodeExamples, LinesEndWhereTheyMay) {
    const auto lines = linesOf("auxiliary/LineBreakTest.txt");
    ASSERT_GT(lines.size(), 7'000U) << "tools/setup test installs unicode-data";
    std::size_t held = 0, wrong = 0;
    for (const std::string& line : lines) {
        std::string text;
        std::vector<bool> mayEnd;
        std::istringstream words(line);
        for (std::string sign, code; words >> sign;) {
            mayEnd.push_back(sign == "÷");
            if (words >> code) append(text, static_cast<char32_t>(std::stoul(code, nullptr, 16)));
        }
        // What ends lines by itself is set in parts, and Thai is broken by a dictionary.
        const bool apart = text.find_first_of("\n\v\f\r") != std::string::npos ||
                           text.find("\u0085") != std::string::npos;
        if (apart || text.find("\u0E01") != std::string::npos) continue;
        const SetParagraph set = setIn(text, "en");
        int count = 0;
        const PangoLogAttr* attributes =
            pango_layout_get_log_attrs_readonly(set.layouts.front().get(), &count);
        ++held;
        bool same = true;
        const auto points = codePoints(text);
        for (std::size_t i = 1; i + 1 < mayEnd.size(); ++i) {
            const bool ends = mayEnd[i] && !isTied(text, points[i].begin);
            same = same && (attributes[i].is_line_break != 0) == ends;
        }
        if (!same && ++wrong <= 20) ADD_FAILURE() << line;
    }
    EXPECT_GT(held, 5'000U);
    EXPECT_EQ(wrong, 0U) << "of " << held;
}

}  // namespace
}  // namespace ebbflow::text
