// Colours, hashes, words per language, and the nearest name.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "core/colour.hpp"
#include "core/diagnostic.hpp"
#include "core/hash.hpp"
#include "core/text_value.hpp"

namespace ebbflow::core::test {
namespace {

TEST(Colours, EveryCodeComesBackThroughLinearLight) {
    for (int code = 0; code < 256; ++code) {
        const float encoded = static_cast<float>(code) / 255;
        EXPECT_NEAR(srgbFromLinear(linearFromSrgb(encoded)), encoded, 1e-5);
    }
    EXPECT_NEAR(linearFromSrgb(0.5F), 0.21404, 1e-5);  // IEC 61966-2-1
}

TEST(Colours, AreReadAsWritten) {
    EXPECT_EQ(parseColour("#F2B441"), parseColour("gold"));
    EXPECT_EQ(toString(parseColour("#0f8").value()), "#00ff88");
    EXPECT_EQ(toString(parseColour("#12345678").value()), "#12345678");
    for (const char* text : {"", "#", "#12", "#12345", "#gggggg", "goldish", "F2B441"}) {
        EXPECT_EQ(parseColour(text), std::nullopt) << text;
    }
}

TEST(Hashes, AreThePublishedFunctions) {
    EXPECT_EQ(hashText(""), 0xCBF29CE484222325ULL);
    EXPECT_EQ(hashText("a"), 0xAF63DC4C8601EC8CULL);  // FNV-1a's own test vectors
    EXPECT_EQ(hashText("foobar"), 0x85944171F73967E8ULL);
    EXPECT_EQ(mixBits(0), 0xE220A8397B1DCDAFULL);  // SplitMix64 seeded with 0
    std::set<std::uint64_t> seen;
    for (std::uint64_t i = 0; i < 10000; ++i) {
        seen.insert(mixBits(i));
        EXPECT_GE(unitInterval(mixBits(i)), 0);
        EXPECT_LT(unitInterval(mixBits(i)), 1);
    }
    EXPECT_EQ(seen.size(), 10000U);
    EXPECT_LT(unitInterval(~0ULL), 1);
}

TEST(LocalTexts, FindTheLanguageOrStandForAll) {
    const LocalText text{{{"en", "Peking"}, {"zh-Hans", "北京"}}};
    EXPECT_EQ(*text.find("en"), "Peking");
    EXPECT_EQ(*text.find("zh"), "北京");
    EXPECT_EQ(*text.find("en-GB"), "Peking");
    EXPECT_EQ(text.find("ru"), nullptr);
    EXPECT_EQ(text.inOrAny("ru"), "Peking");
    EXPECT_EQ((*LocalText{{{"", "x"}}}.find("ru")), "x");
    EXPECT_EQ(LocalText{}.inOrAny("en"), "");
    EXPECT_TRUE(sameLanguage("zh", "zh-Hans"));
    EXPECT_FALSE(sameLanguage("z", "zh"));
    EXPECT_FALSE(sameLanguage("zh-Hans", "zh-Hant"));
}

TEST(NearestName, IsWhatWasMeantOrNothing) {
    const std::vector<std::string> names{"students", "advisers", "show", "length"};
    EXPECT_EQ(nearestName("studnets", names), "students") << "a swap";
    EXPECT_EQ(nearestName("Shwo", names), "show") << "case does not count";
    EXPECT_EQ(nearestName("lenght", names), "length");
    EXPECT_EQ(nearestName("borders", names), "");
    EXPECT_EQ(didYouMean("adviser", names), "; did you mean `advisers`?");
    EXPECT_EQ(didYouMean("xyz", {}), "");
}

TEST(Diagnostics, AreWrittenAsCompilersDo) {
    Diagnostics all;
    all.warning({"a.csv", 3, 0}, "odd");
    EXPECT_FALSE(all.hasErrors());
    all.error({"film.yaml", 4, 7}, "wrong");
    EXPECT_TRUE(all.hasErrors());
    EXPECT_EQ(toString(all.all()[0]), "a.csv:3: warning: odd");
    EXPECT_EQ(toString(all.all()[1]), "film.yaml:4:7: error: wrong");
    EXPECT_EQ(toString({Severity::note, {"x", 0, 0}, "so"}), "x: note: so");
}

}  // namespace
}  // namespace ebbflow::core::test
