// UTF-8, character by character: every code point there and back, and nothing that is none.
#include "core/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ebbflow::core {
namespace {

/// As RFC 3629 writes it; of a surrogate too, which must then be refused.
std::string encoded(char32_t c) {
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    const auto tail = [&](int shift) { return byte(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0U | (c >> 6U)), tail(0)};
    if (c < 0x10000) return {byte(0xE0U | (c >> 12U)), tail(6), tail(0)};
    return {byte(0xF0U | (c >> 18U)), tail(12), tail(6), tail(0)};
}

TEST(Utf8, EveryCharacterIsReadAndNoSurrogateIs) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const std::string bytes = encoded(c) + "x";
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        const Character read = characterAt(bytes, 0);
        ASSERT_EQ(read.length, surrogate ? 0 : bytes.size() - 1) << static_cast<unsigned>(c);
        ASSERT_EQ(read.value, surrogate ? 0 : c);
        ASSERT_EQ(utf8Length(bytes, 0), read.length);
    }
}

TEST(Utf8, WhatIsIllFormedHasNoLength) {
    for (const char* bytes : {"\x80", "\xC0\xAF", "\xC3", "\xC3x", "\xE0\x80\x80", "\xE6\x97",
                              "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"})
        EXPECT_EQ(utf8Length(bytes, 0), 0U) << bytes;
    EXPECT_EQ(utf8Length("", 0), 0U);
    EXPECT_EQ(utf8Length("a", 1), 0U);
}

TEST(Utf8, OnlyTheEndOfATextCanCutACharacterOff) {
    EXPECT_TRUE(isCutOff("a\xE6\x97", 1));
    EXPECT_TRUE(isCutOff("\xF0\x9F\x98", 0));
    EXPECT_FALSE(isCutOff("\xE6\x97x", 0));
    EXPECT_FALSE(isCutOff("\xE6x", 0));
    EXPECT_FALSE(isCutOff("\xFF", 0));
    EXPECT_FALSE(isCutOff("\x80", 0));
}

}  // namespace
}  // namespace ebbflow::core
