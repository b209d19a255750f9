#include "core/encoding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/likely_encodings.hpp"

namespace ebbflow::core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Written {
    std::string name;
    std::string encoding;
    std::string bytes;
    std::string text;
};

class EncodingsOf : public testing::TestWithParam<Written> {};

std::string nameOf(const testing::TestParamInfo<Written>& info) {
    return info.param.name;
}

TEST_P(EncodingsOf, FilesReadAsTheirWords) {
    EXPECT_EQ(toUtf8(GetParam().bytes, GetParam().encoding), GetParam().text);
}

TEST_P(EncodingsOf, FilesAreAmongTheLikelyAndTheFirst) {
    ForeignWords words;
    words.add(GetParam().bytes);
    const auto likely = likelyEncodings(words);
    ASSERT_THAT(likely, Not(IsEmpty()));
    EXPECT_EQ(likely.front().name, GetParam().encoding) << inWords(likely);
    EXPECT_EQ(likely.front().sample, GetParam().text.substr(0, GetParam().text.find('\n')));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, EncodingsOf,
    testing::Values(
        Written{"capitals", "windows-1251",
                "\xD1\xC8\xC1\xC8\xD0\xDC\n\xCA\xC0\xC7\xC0\xD5\xC8\xDF", "СИБИРЬ\nКАЗАХИЯ"},
        Written{
            "cities", "windows-1251",
            "\xCC\xEE\xF1\xEA\xE2\xE0\n\xD1\xE0\xED\xEA\xF2-\xCF\xE5\xF2\xE5\xF0\xE1\xF3\xF0\xE3",
            "Москва\nСанкт-Петербург"},
        Written{"oneInCapitals", "windows-1251", "\xD1\xC8\xC1\xC8\xD0\xDC", "СИБИРЬ"},
        Written{"oneProvince", "GBK", "\xCB\xC4\xB4\xA8", "四川"},
        Written{"provinces", "GBK", "\xCB\xC4\xB4\xA8\n\xC3\xC9\xB9\xC5", "四川\n蒙古"},
        Written{"western", "windows-1252", "C\xF3rdoba\nS\xE3o Paulo\nZ\xFCrich",
                "Córdoba\nSão Paulo\nZürich"},
        Written{"oneCity", "windows-1252", "M\xFCnchen", "München"},
        Written{"polish", "windows-1250", "\xA3\xF3\x64\x9F\nPozna\xF1\nGda\xF1sk",
                "Łódź\nPoznań\nGdańsk"},
        Written{"koi", "KOI8-R", "\xED\xCF\xD3\xCB\xD7\xC1\n\xEB\xC9\xC5\xD7\n\xED\xC9\xCE\xD3\xCB",
                "Москва\nКиев\nМинск"},
        Written{"dos", "IBM866", "\x8C\xAE\xE1\xAA\xA2\xA0\n\x8A\xA8\xA5\xA2", "Москва\nКиев"},
        Written{"greek", "windows-1253", "\xC1\xE8\xDE\xED\xE1\n\xD0\xE5\xE9\xF1\xE1\xE9\xDC\xF2",
                "Αθήνα\nΠειραιάς"},
        Written{"hebrew", "windows-1255", "\xE7\xE9\xF4\xE4\n\xE9\xF8\xE5\xF9\xEC\xE9\xED",
                "חיפה\nירושלים"},
        Written{"arabic", "windows-1256", "\xC7\xE1\xDE\xC7\xE5\xD1\xC9\n\xCF\xE3\xD4\xDE",
                "القاهرة\nدمشق"},
        Written{"japanese", "Shift_JIS", "\x93\x8C\x8B\x9E\n\x91\xE5\x8D\xE3", "東京\n大阪"}),
    nameOf);

TEST(Encodings, GoByAnyOfTheirNames) {
    for (const char* name : {"windows-1251", "cp1251", "CP936", "gbk", "latin1", "ISO-8859-1",
                             "koi8-r", "utf-16", "utf8", "shift_jis"})
        EXPECT_TRUE(knowsEncoding(name)) << name;
    EXPECT_FALSE(knowsEncoding("cp9999"));
    EXPECT_FALSE(knowsEncoding(""));
}

TEST(Encodings, WhatIsNoTextInThemIsNone) {
    EXPECT_EQ(toUtf8("\xCB", "GBK"), std::nullopt);
    EXPECT_EQ(toUtf8("\xD1\xC8", "utf-8"), std::nullopt);
}

TEST(Encodings, BytesThatAreNoWordsAreInNoneOfThem) {
    ForeignWords words;
    words.add("\x89PNG\r\n\x1A\n\x80\xFF\x81\xFE\x90\x9D");
    EXPECT_THAT(likelyEncodings(words), IsEmpty());
}

TEST(Encodings, OnlyWhatIsNotUtf8IsLookedAt) {
    ForeignWords words;
    words.add("id,name\n1,\xCC\xE8\xF0\n2,Peking\n3,北京\n");
    EXPECT_EQ(words.lines(), "\xCC\xE8\xF0\n");
    EXPECT_THAT(inWords(likelyEncodings(words)), HasSubstr("windows-1251 (Мир)"));
}

TEST(Encodings, Utf8IsTold) {
    EXPECT_TRUE(isUtf8("plain, Москва, 四川"));
    EXPECT_FALSE(isUtf8("C\xF3rdoba"));
    EXPECT_FALSE(isUtf8("cut off \xD0"));
}

}  // namespace
}  // namespace ebbflow::core
