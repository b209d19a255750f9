#include "text/runs.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <utility>

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

/// Where in the text it stands is not said yet.
Run runOf(char32_t c, bool hanLanguage, const Faces& faces, const std::string& previous) {
    if (std::string chosen = faces.before(c); !chosen.empty())
        return {0, 0, Script::other, std::move(chosen)};
    const bool shared = std::ranges::find(kSharedMarks, c) != kSharedMarks.end();
    if (isHan(c) || (hanLanguage && shared)) return {0, 0, Script::han};
    if (faces.alphabetHas(c)) return {0, 0, Script::alphabet};
    if (std::string other = faces.behind(c, previous); !other.empty())
        return {0, 0, Script::other, std::move(other)};
    return {0, 0, Script::han};
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

std::vector<Run> splitRuns(std::string_view text, std::string_view language, const Faces& faces) {
    std::vector<Run> runs;
    const bool hanLanguage = isHanLanguage(language);
    for (const CodePoint& point : codePoints(text)) {
        const bool stays = !runs.empty() && staysWithPrevious(point.value) && !isHan(point.value);
        if (stays) {
            runs.back().end = point.end;
            continue;
        }
        Run run = runOf(point.value, hanLanguage, faces, runs.empty() ? "" : runs.back().face);
        const bool same =
            !runs.empty() && runs.back().script == run.script && runs.back().face == run.face;
        if (same) {
            runs.back().end = point.end;
        } else {
            run.begin = point.begin;
            run.end = point.end;
            runs.push_back(std::move(run));
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
