#include "text/runs.hpp"

#include <glib.h>

#include <algorithm>
#include <array>

#include "text/cldr.hpp"
#include "text/code_points.hpp"
#include "text/languages.hpp"

namespace ebbflow::text {
namespace {

// ‘ ’ “ ” — … ‥ ·: in both fonts; full-width and centred only in the Han one.
constexpr std::array<char32_t, 8> kSharedMarks{0x2018, 0x2019, 0x201C, 0x201D,
                                               0x2014, 0x2026, 0x2025, 0x00B7};

bool staysWithPrevious(char32_t c) {
    return isInvisible(c) || g_unichar_ismark(c) != 0;
}

Script scriptOf(char32_t c, bool hanLanguage, const HasGlyph& alphabetHas) {
    if (isHan(c)) return Script::han;
    if (hanLanguage && std::ranges::find(kSharedMarks, c) != kSharedMarks.end()) return Script::han;
    return alphabetHas(c) ? Script::alphabet : Script::han;
}

bool isDash(char32_t c) {
    return c == 0x2013 || c == 0x2014;
}

bool isSpace(char32_t c) {
    return c == U' ';
}

bool isWordLetter(char32_t c) {
    return g_unichar_isalpha(c) != 0 && !isHan(c);
}

}  // namespace

std::vector<Run> splitRuns(std::string_view text, std::string_view language,
                           const HasGlyph& alphabetHas) {
    std::vector<Run> runs;
    const bool hanLanguage = isHanLanguage(language);
    for (const CodePoint& point : codePoints(text)) {
        const bool stays = !runs.empty() && staysWithPrevious(point.value) && !isHan(point.value);
        const Script script =
            stays ? runs.back().script : scriptOf(point.value, hanLanguage, alphabetHas);
        if (!runs.empty() && runs.back().script == script) {
            runs.back().end = point.end;
        } else {
            runs.push_back({point.begin, point.end, script});
        }
    }
    return runs;
}

std::vector<Bytes> unbreakable(std::string_view text, std::string_view language) {
    std::vector<Bytes> stretches;
    const std::vector<CodePoint> points = codePoints(text);
    const LanguageWords* const own = languageOf(language);
    const bool keepsOneLetter = own != nullptr && own->keepsOneLetterWords;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const char32_t c = points[i].value;
        const char32_t next = points[i + 1].value;
        if (isDigit(c) && isHanLetter(next)) {
            stretches.push_back({points[i].begin, points[i + 1].end});
        }
        if (i + 2 >= points.size() || !isSpace(next)) continue;
        const char32_t after = points[i + 2].value;
        const bool oneLetter = isWordLetter(c) && (i == 0 || !isWordLetter(points[i - 1].value));
        if (isDash(after) || (keepsOneLetter && oneLetter)) {
            stretches.push_back({points[i].begin, points[i + 2].end});
        }
    }
    return stretches;
}

}  // namespace ebbflow::text
