#include "text/capitals.hpp"

#include <glib.h>

#include "text/code_points.hpp"

namespace ebbflow::text {

std::string capitals(std::string_view words) {
    std::string result;
    // Invalid bytes would end the walk astray.
    const std::string valid = validUtf8(words);
    const char* const end = valid.data() + valid.size();
    for (const char* at = valid.data(); at < end; at = g_utf8_next_char(at)) {
        char bytes[6];
        const int length = g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(at)), bytes);
        result.append(bytes, static_cast<std::size_t>(length));
    }
    return result;
}

std::string withCapital(std::string_view words) {
    const auto points = codePoints(words);
    if (points.empty()) return {};
    const std::size_t rest = points.front().end;
    return capitals(words.substr(0, rest)) + std::string(words.substr(rest));
}

}  // namespace ebbflow::text
