#include "scene/line_shapes.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ebbflow::scene {

namespace {

constexpr auto kNone = std::string_view::npos;

bool isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

bool isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool blankOrEnd(std::string_view text, std::size_t at) {
    return at >= text.size() || isBlank(text[at]);
}

/// Byte after the quoted text beginning at `at`, or kNone when it is not closed on the line.
std::size_t afterQuoted(std::string_view line, std::size_t at) {
    const char quote = line[at++];
    for (; at < line.size(); ++at) {
        if (quote == '"' && line[at] == '\\')
            ++at;
        else if (line[at] == quote)
            return at + 1;
    }
    return kNone;
}

}  // namespace

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

bool isFlowIndicator(char c) {
    return std::string_view(",[]{}").find(c) != kNone;
}

std::string badBeginning(std::string_view text) {
    switch (text.front()) {
        case '&':
            return "`&` marks an anchor in YAML, which scripts do not use; a text that begins with "
                   "it needs quotes";
        case '*':
            return "`*` refers to an anchor in YAML, which scripts do not use; a text that begins "
                   "with it needs quotes";
        case '!':
            return "`!` begins a tag in YAML, which scripts do not use; a text that begins with it "
                   "needs quotes";
        case '%':
        case '@':
        case '`':
            return fmt::format("a text that begins with `{}` needs quotes", text.front());
        default:
            return {};
    }
}

std::size_t oddBlankLength(std::string_view text) {
    // No-break, figure, narrow no-break and ideographic space, and a byte order mark inside the
    // text.
    constexpr std::array<std::string_view, 5> odd{"\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\xAF",
                                                  "\xE3\x80\x80", "\xEF\xBB\xBF"};
    for (const std::string_view blank : odd) {
        if (text.starts_with(blank)) return blank.size();
    }
    return 0;
}

bool looksLikeKey(std::string_view line) {
    std::size_t at = std::min(line.find_first_not_of(' '), line.size());
    if (line.substr(at).starts_with("- "))
        at = std::min(line.find_first_not_of(' ', at + 1), line.size());
    const std::size_t begin = at;
    while (at < line.size() && isWordCharacter(line[at])) ++at;
    return at > begin && at < line.size() && line[at] == ':' && blankOrEnd(line, at + 1);
}

std::size_t keyColon(std::string_view line, std::size_t at) {
    if (at >= line.size()) return kNone;
    if (line[at] == '"' || line[at] == '\'') {
        const std::size_t after = afterQuoted(line, at);
        if (after == kNone) return kNone;
        const std::size_t colon = line.find_first_not_of(" \t", after);
        return colon != kNone && line[colon] == ':' && blankOrEnd(line, colon + 1) ? colon : kNone;
    }
    if (std::string_view("[]{},#&*!|>%@`").find(line[at]) != kNone) return kNone;
    // `key:<no-break space>` is meant as a key too.
    for (std::size_t i = at; i < plainEnd(line, at); ++i) {
        if (line[i] != ':') continue;
        const bool oddBlank = i + 1 < line.size() && oddBlankLength(line.substr(i + 1)) > 0;
        if (blankOrEnd(line, i + 1) || oddBlank) return i;
    }
    return kNone;
}

std::size_t plainEnd(std::string_view line, std::size_t at) {
    for (std::size_t i = at; i < line.size(); ++i) {
        if (line[i] == '#' && i > 0 && isBlank(line[i - 1])) return i;
    }
    return line.size();
}

std::size_t colonInside(std::string_view text, std::size_t at) {
    for (std::size_t i = at; i < text.size(); ++i) {
        if (text[i] == ':' && blankOrEnd(text, i + 1)) return i;
    }
    return kNone;
}

bool isBlockHeader(std::string_view text) {
    std::size_t at = 1;
    while (at < text.size() && at < 3 && std::string_view("+-123456789").find(text[at]) != kNone)
        ++at;
    if (!blankOrEnd(text, at)) return false;
    const std::size_t next = text.find_first_not_of(" \t", at);
    return next == kNone || text[next] == '#';
}

std::string colourIn(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && isHex(text[end])) ++end;
    return std::string(text.substr(0, end));
}

bool looksLikeColour(std::string_view text) {
    const std::size_t digits = colourIn(text).size() - 1;
    const bool wordGoesOn = digits + 1 < text.size() && isWordCharacter(text[digits + 1]);
    return text.starts_with('#') && (digits == 3 || digits == 6 || digits == 8) && !wordGoesOn;
}

}  // namespace ebbflow::scene
