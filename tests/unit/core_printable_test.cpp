// Texts of somebody's files on a terminal: nothing in them may steer it.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/diagnostic.hpp"
#include "core/printable.hpp"
#include "core/utf8.hpp"

namespace ebbflow::core {
namespace {

using testing::HasSubstr;

std::string utf8(char32_t c) {
    std::string out;
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
    } else if (c < 0x10000) {
        out += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                static_cast<char>(0x80 | (c & 0x3F))};
    }
    return out;
}

/// What ECMA-48 and Unicode's bidirectional algorithm act upon.
bool steers(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

TEST(Printable, LetsNoCharacterThroughThatSteersATerminal) {
    for (char32_t c = 0; c < 0x3000; ++c) {
        const std::string shown = printable("a" + utf8(c) + "b");
        for (std::size_t i = 0; i < shown.size();) {
            const Character one = characterAt(shown, i);
            ASSERT_GT(one.length, 0U) << static_cast<unsigned>(c);
            ASSERT_FALSE(steers(one.value)) << static_cast<unsigned>(c);
            i += one.length;
        }
        if (steers(c)) {
            EXPECT_THAT(shown, HasSubstr("\\")) << static_cast<unsigned>(c);
        }
    }
}

TEST(Printable, SpellsOutAndKeepsTheRest) {
    EXPECT_EQ(printable("\x1b]0;x\x07"), "\\x1b]0;x\\x07");
    EXPECT_EQ(printable(std::string_view("a\0b", 3)), "a\\x00b");
    EXPECT_EQ(printable("a\r\nb\tc"), "a\\r\\nb\\tc");
    EXPECT_EQ(printable("a\nb\n", true), "a\nb\n");
    EXPECT_EQ(printable("\u202Eabc\u2066"), "\\u202eabc\\u2066");
    EXPECT_EQ(printable("\xC2\x9B"
                        "31m"),
              "\\x9b31m")
        << "a control sequence in one character";
    EXPECT_EQ(printable("P\xE9kin \xFF"), "P\\xe9kin \\xff");
    for (const std::string text : {"北京 → Москва", "שלום", "café", "ก็", "e\u0301", "👩‍🌾"})
        EXPECT_EQ(printable(text), text);
}

TEST(Printable, IsWhatADiagnosticIs) {
    const Diagnostic fault{Severity::error, {"a\x1b[2J.yaml", 1, 2}, "there is no `\x1b]0;x\x07`"};
    EXPECT_EQ(toString(fault), "a\\x1b[2J.yaml:1:2: error: there is no `\\x1b]0;x\\x07`");
}

}  // namespace
}  // namespace ebbflow::core
