#include "text/code_points.hpp"

#include <glib.h>

#include <algorithm>
#include <array>

#include "core/utf8.hpp"

namespace ebbflow::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool within(char32_t c, char32_t first, char32_t last) {
    return first <= c && c <= last;
}

}  // namespace

std::vector<CodePoint> codePoints(std::string_view text) {
    std::vector<CodePoint> points;
    points.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const core::Character c = core::characterAt(text, at);
        const bool good = c.length > 0 && c.value != 0;
        const std::size_t length = good ? c.length : 1;
        points.push_back({good ? c.value : kReplacement, at, at + length});
        at += length;
    }
    return points;
}

std::string validUtf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (const CodePoint& point : codePoints(text)) {
        if (point.value == kReplacement) {
            valid += "\xEF\xBF\xBD";
        } else {
            valid += text.substr(point.begin, point.end - point.begin);
        }
    }
    return valid;
}

bool isHanLetter(char32_t c) {
    return within(c, 0x2E80, 0x2FDF) || within(c, 0x3005, 0x3007) || within(c, 0x3021, 0x3029) ||
           within(c, 0x3041, 0x318F) || within(c, 0x31A0, 0x4DBF) || within(c, 0x4E00, 0x9FFF) ||
           within(c, 0xA960, 0xA97F) || within(c, 0xAC00, 0xD7FF) || within(c, 0xF900, 0xFAFF) ||
           within(c, 0x1100, 0x11FF) || within(c, 0x1B000, 0x1B16F) || within(c, 0x20000, 0x3FFFF);
}

bool isHan(char32_t c) {
    return isHanLetter(c) || within(c, 0x2FF0, 0x303F) || within(c, 0x3190, 0x319F) ||
           within(c, 0xFE30, 0xFE4F) || within(c, 0xFF00, 0xFFEF);
}

bool isInvisible(char32_t c) {
    constexpr std::array kBlank{G_UNICODE_CONTROL, G_UNICODE_FORMAT, G_UNICODE_LINE_SEPARATOR,
                                G_UNICODE_PARAGRAPH_SEPARATOR, G_UNICODE_SPACE_SEPARATOR};
    const bool variationSelector = within(c, 0xFE00, 0xFE0F) || within(c, 0xE0100, 0xE01EF);
    return variationSelector || std::ranges::find(kBlank, g_unichar_type(c)) != kBlank.end();
}

bool isDigit(char32_t c) {
    return within(c, U'0', U'9');
}

}  // namespace ebbflow::text
