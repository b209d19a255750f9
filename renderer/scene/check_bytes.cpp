#include <fmt/format.h>

#include "core/utf8.hpp"
#include "scene/scan_script.hpp"

namespace ebbflow::scene {

namespace {

unsigned byteAt(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

bool isControl(char c) {
    return (static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\r') || c == '\x7F';
}

/// The first thing in a line that is no text, as a sentence; empty when there is none.
std::string faultIn(std::string_view line, std::size_t& at) {
    for (at = 0; at < line.size();) {
        if (isControl(line[at])) {
            return fmt::format("a control character (0x{:02x}) has no place in a script",
                               byteAt(line, at));
        }
        const std::size_t length = core::utf8Length(line, at);
        if (length == 0) {
            return fmt::format("this is not UTF-8 (byte 0x{:02x}); save the script as UTF-8",
                               byteAt(line, at));
        }
        at += length;
    }
    return {};
}

bool looksLikeUtf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

}  // namespace

bool checkBytes(const ScriptText& script, const std::string& file, core::Diagnostics& diagnostics) {
    // Nobody writes such a line; the time to place faults in one grows with its square.
    constexpr std::size_t longestLine = 64U << 10U;
    if (looksLikeUtf16(script.all())) {
        diagnostics.error({file, 1, 1}, "this is UTF-16; save the script as UTF-8");
        return false;
    }
    bool good = true;
    for (int number = 1; number <= script.lineCount(); ++number) {
        const std::string_view line = script.line(number);
        if (line.size() > longestLine) {
            diagnostics.error(
                {file, number, 1},
                fmt::format("a line of {} bytes is too long for a script (at most {})", line.size(),
                            longestLine));
            return false;
        }
        std::size_t at = 0;
        const std::string fault = faultIn(line, at);
        if (fault.empty()) continue;
        diagnostics.error({file, number, script.column(number, at)}, fault);
        good = false;
    }
    return good;
}

}  // namespace ebbflow::scene
