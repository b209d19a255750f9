#include "text/reading.hpp"

#include <glib.h>

#include <algorithm>

#include "text/cldr.hpp"
#include "text/code_points.hpp"
#include "text/markup.hpp"

namespace ebbflow::text {
namespace {

constexpr double kAlphabetPerSecond = 15;
constexpr double kHanPerSecond = 5;
constexpr double kReadings = 1.5;
constexpr double kLeastSeconds = 3;

bool isBlank(char32_t c) {
    return c == U'\n' || g_unichar_isspace(c) != 0;
}

bool readsAsHan(char32_t c, bool hanLanguage) {
    if (isHan(c)) return true;
    return hanLanguage && !isBlank(c) && g_unichar_isalpha(c) == 0;
}

}  // namespace

double readingSeconds(std::string_view text, std::string_view language) {
    int alphabet = 0;
    int han = 0;
    const bool hanLanguage = isHanLanguage(language);
    const std::string words = withoutMarkup(text);
    for (const CodePoint& point : codePoints(words)) {
        const char32_t c = point.value;
        if ((isInvisible(c) && !isBlank(c)) || g_unichar_ismark(c) != 0) continue;
        ++(readsAsHan(c, hanLanguage) ? han : alphabet);
    }
    return alphabet / kAlphabetPerSecond + han / kHanPerSecond;
}

double captionSeconds(std::string_view text, std::string_view language) {
    return std::max(kLeastSeconds, kReadings * readingSeconds(text, language));
}

}  // namespace ebbflow::text
