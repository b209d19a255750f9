#include "core/printable.hpp"

#include <cstdint>
#include <iterator>

#include <fmt/format.h>

#include "core/utf8.hpp"

namespace ebbflow::core {

namespace {

/// Unicode 15, Bidi_Control, and what begins a line or is no character at all.
bool isSpelledOut(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

void spellOut(char32_t c, std::string& out) {
    const auto value = static_cast<std::uint32_t>(c);
    if (c == U'\n') {
        out += "\\n";
    } else if (c == U'\r') {
        out += "\\r";
    } else if (c == U'\t') {
        out += "\\t";
    } else if (c < 0x100) {
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", value);
    } else if (value < 0x10000) {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", value);
    } else {
        fmt::format_to(std::back_inserter(out), "\\U{:08x}", value);
    }
}

}  // namespace

std::string printable(std::string_view text, bool lines) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Character c = characterAt(text, i);
        if (c.length == 0) {
            fmt::format_to(std::back_inserter(out), "\\x{:02x}",
                           static_cast<unsigned>(static_cast<unsigned char>(text[i])));
            ++i;
            continue;
        }
        if (isSpelledOut(c.value) && !(lines && c.value == U'\n')) {
            spellOut(c.value, out);
        } else {
            out += text.substr(i, c.length);
        }
        i += c.length;
    }
    return out;
}

}  // namespace ebbflow::core
