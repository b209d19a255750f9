#include "text/scripts.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "text/code_points.hpp"

namespace ebbflow::text {
namespace {

UChar32 character(char32_t c) {
    return static_cast<UChar32>(c);
}

bool isAnyScript(UScriptCode script) {
    return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

UScriptCode scriptCode(const std::string& code) {
    return static_cast<UScriptCode>(u_getPropertyValueEnum(UCHAR_SCRIPT, code.c_str()));
}

/// The direction of a letter; nothing for what has none of its own.
std::optional<Direction> ownDirection(char32_t c) {
    const UCharDirection own = u_charDirection(character(c));
    if (own == U_LEFT_TO_RIGHT) return Direction::leftToRight;
    if (own == U_RIGHT_TO_LEFT || own == U_RIGHT_TO_LEFT_ARABIC) return Direction::rightToLeft;
    return std::nullopt;
}

}  // namespace

std::vector<std::string> scriptsOf(char32_t c) {
    std::array<UScriptCode, 32> found{};
    UErrorCode status = U_ZERO_ERROR;
    const int count = uscript_getScriptExtensions(character(c), found.data(),
                                                  static_cast<int>(found.size()), &status);
    std::vector<std::string> codes;
    for (int i = 0; i < count && U_SUCCESS(status); ++i) {
        const UScriptCode script = found.at(static_cast<std::size_t>(i));
        if (!isAnyScript(script)) codes.emplace_back(uscript_getShortName(script));
    }
    return codes;
}

std::string scriptCalled(const std::string& name) {
    const UScriptCode script = scriptCode(name);
    return script == USCRIPT_INVALID_CODE || isAnyScript(script) ? std::string()
                                                                 : uscript_getShortName(script);
}

std::string nameOfScript(const std::string& code) {
    return uscript_getName(scriptCode(code));
}

char32_t sampleOf(const std::string& code) {
    return static_cast<char32_t>(uscript_getSampleUnicodeString(scriptCode(code)).char32At(0));
}

bool isJoined(char32_t c) {
    constexpr std::array kHangFromALine{USCRIPT_DEVANAGARI, USCRIPT_BENGALI, USCRIPT_GURMUKHI};
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(character(c), &status);
    if (std::ranges::find(kHangFromALine, script) != kHangFromALine.end()) return true;
    const auto joining =
        static_cast<UJoiningType>(u_getIntPropertyValue(character(c), UCHAR_JOINING_TYPE));
    return joining == U_JT_DUAL_JOINING || joining == U_JT_RIGHT_JOINING ||
           joining == U_JT_LEFT_JOINING;
}

bool isRightToLeft(std::string_view language) {
    std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
    UErrorCode status = U_ZERO_ERROR;
    int parsed = 0;
    uloc_forLanguageTag(std::string(language).c_str(), locale.data(),
                        static_cast<int>(locale.size()), &parsed, &status);
    return U_SUCCESS(status) && parsed > 0 && uloc_isRightToLeft(locale.data()) != 0;
}

Direction directionOf(std::string_view text, std::string_view language) {
    const Direction usual =
        isRightToLeft(language) ? Direction::rightToLeft : Direction::leftToRight;
    std::optional<Direction> first;
    for (const CodePoint& point : codePoints(text)) {
        const auto own = ownDirection(point.value);
        if (own == usual) return usual;
        if (!first) first = own;
    }
    return first.value_or(usual);
}

}  // namespace ebbflow::text
