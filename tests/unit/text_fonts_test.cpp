// Which glyphs are shown: forms by language, figures, what is missing, what cannot be read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "core/error.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::text {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TextFonts : public testing::Test {
protected:
    Typesetter typesetter{defaultFonts()};

    Raster shown(const std::string& text, const std::string& language,
                 const Style& style = {}) const {
        Paragraph paragraph;
        paragraph.text = text;
        paragraph.language = language;
        paragraph.style = style;
        return typesetter.rasterise(paragraph, 1);
    }
    double width(const std::string& text, const Style& style) const {
        Paragraph paragraph;
        paragraph.text = text;
        paragraph.style = style;
        return typesetter.measure(paragraph).width;
    }
};

Style styleOf(Family family, int weight = 400, bool italic = false) {
    Style style;
    style.family = family;
    style.weight = weight;
    style.italic = italic;
    return style;
}

TEST_F(TextFonts, HanFormsFollowTheLanguageOfTheText) {
    for (const Family family : {Family::serif, Family::sans}) {
        const Style style = styleOf(family);
        for (const std::string han : {"骨", "直"}) {
            EXPECT_NE(shown(han, "zh-Hans", style), shown(han, "ja", style)) << han;
            EXPECT_EQ(shown(han, "zh-Hans", style), shown(han, "zh", style)) << han;
            EXPECT_EQ(shown(han, "zh-Hans", style), shown(han, "ru", style)) << han;
        }
        EXPECT_NE(shown("骨", "zh-Hans", style), shown("骨", "zh-Hant", style));
    }
}

TEST_F(TextFonts, AllTenFiguresAreEquallyWide) {
    for (const Family family : {Family::serif, Family::sans}) {
        for (const int weight : {400, 700}) {
            for (const bool italic : {false, true}) {
                Style style = styleOf(family, weight, italic);
                style.tabularFigures = true;
                const double zeros = width("0000", style);
                for (const std::string number : {"1111", "1907", "4747", "1960", "8563", "2171"}) {
                    EXPECT_DOUBLE_EQ(width(number, style), zeros) << number;
                }
            }
        }
    }
}

TEST_F(TextFonts, WeightAndItalicChooseOtherFaces) {
    EXPECT_NE(width("Moscow", styleOf(Family::serif, 700)),
              width("Moscow", styleOf(Family::serif)));
    EXPECT_NE(width("Moscow", styleOf(Family::sans, 700)), width("Moscow", styleOf(Family::sans)));
    EXPECT_NE(width("Moscow", styleOf(Family::serif)), width("Moscow", styleOf(Family::sans)));
    const Raster upright = shown("a", "en", styleOf(Family::serif));
    EXPECT_NE(upright, shown("a", "en", styleOf(Family::serif, 400, true)));
    EXPECT_NE(shown("国", "zh", styleOf(Family::serif)), shown("国", "zh", styleOf(Family::sans)));
    EXPECT_NE(shown("国", "zh", styleOf(Family::sans)),
              shown("国", "zh", styleOf(Family::sans, 700)));
}

TEST_F(TextFonts, HanIsNeverSlanted) {
    EXPECT_EQ(shown("中国", "zh", styleOf(Family::serif)),
              shown("中国", "zh", styleOf(Family::serif, 400, true)));
}

TEST_F(TextFonts, QuotesAreFullWidthInChineseOnly) {
    Paragraph paragraph;
    paragraph.text = "“国”";
    paragraph.language = "zh-Hans";
    const double chinese = typesetter.measure(paragraph).width;
    paragraph.language = "en";
    EXPECT_GT(chinese, typesetter.measure(paragraph).width + 20);
}

TEST_F(TextFonts, TheChineseDashIsTwoHanWide) {
    Paragraph paragraph;
    paragraph.language = "zh-Hans";
    paragraph.text = "国国国国";
    const double four = typesetter.measure(paragraph).width;
    paragraph.text = "国——国";
    EXPECT_NEAR(typesetter.measure(paragraph).width, four, 0.01);
}

TEST_F(TextFonts, NothingIsMissingFromTheThreeLanguages) {
    for (const Family family : {Family::serif, Family::sans}) {
        EXPECT_THAT(typesetter.missingGlyphs("Façade, naïve – “Peking” 1,390 №", "en", family),
                    IsEmpty());
        EXPECT_THAT(typesetter.missingGlyphs("Хрущёв — «Правда»\u00A0№\n5", "ru", family),
                    IsEmpty());
        EXPECT_THAT(typesetter.missingGlyphs("赫鲁晓夫：“照会”——1390人。", "zh-Hans", family),
                    IsEmpty());
    }
}

TEST_F(TextFonts, MissingGlyphsAreNamedOnceInOrder) {
    EXPECT_THAT(typesetter.missingGlyphs("\uE000 a \U0001F600 \uE000 \uE001", "en", Family::sans),
                ElementsAre("\uE000", "\U0001F600", "\uE001"));
}

TEST_F(TextFonts, AMissingFileIsNamed) {
    FontSet fonts;
    fonts.files.push_back({.path = "/nowhere/absent.ttf"});
    try {
        const Typesetter broken(fonts);
        FAIL() << "a typesetter without fonts";
    } catch (const core::Failure& failure) {
        EXPECT_THAT(failure.what(), HasSubstr("/nowhere/absent.ttf"));
    }
}

TEST_F(TextFonts, AFileThatIsNoFontIsRefused) {
    const auto path = std::filesystem::temp_directory_path() / "ebbflow-not-a-font.ttf";
    std::ofstream(path) << "this is not a font";
    FontSet fonts;
    fonts.files.push_back({.path = path.string()});
    EXPECT_THROW(Typesetter{fonts}, core::Failure);
    std::filesystem::remove(path);
}

TEST(TextFontChoice, SetsOneFamilyInTheTypefaceOfAnother) {
    FontSet set = defaultFonts();
    EXPECT_EQ(chooseFonts(set, Family::serif, {"PT Sans"}), "");
    const Typesetter chosen(set), usual(defaultFonts());
    Paragraph serif, sans;
    serif.text = sans.text = "From Moscow to Peking";
    sans.style.family = Family::sans;
    EXPECT_EQ(chosen.measure(serif).width, usual.measure(sans).width);
    EXPECT_NE(chosen.measure(serif).width, usual.measure(serif).width);
    EXPECT_EQ(chosen.measure(sans).width, usual.measure(sans).width);
}

TEST(TextFontChoice, TakesFilesOfItsOwn) {
    const std::string folder = "/usr/share/fonts/truetype/paratype/";
    FontSet set = defaultFonts();
    EXPECT_EQ(chooseFonts(set, Family::sans, {folder + "PTF75F.ttf", folder + "PTF55F.ttf"}), "");
    const Typesetter chosen(set), usual(defaultFonts());
    Paragraph sans, serif;
    sans.text = serif.text = "From Moscow to Peking";
    sans.style.family = Family::sans;
    EXPECT_EQ(chosen.measure(sans).width, usual.measure(serif).width);
    sans.style.weight = serif.style.weight = 700;
    EXPECT_EQ(chosen.measure(sans).width, usual.measure(serif).width) << "the bold one is bold";
}

TEST(TextFontChoice, MustHaveEveryLetter) {
    FontSet set = defaultFonts();
    EXPECT_EQ(chooseFonts(set, Family::serif, {"/usr/share/fonts/truetype/paratype/PTF55F.ttf"}),
              "");
    const Typesetter chosen(set), usual(defaultFonts());
    const auto missing = [](const Typesetter& set_, const char* text) {
        return set_.missingGlyphs(text, "en", Family::serif);
    };
    // PT has Latin without Vietnamese; the Han font has it, but nobody chose it for letters.
    EXPECT_THAT(missing(usual, "ạ"), IsEmpty());
    EXPECT_THAT(missing(chosen, "Москва ạ, 莫斯科"), ElementsAre("ạ"));
}

const std::string kNoto = "/usr/share/fonts/truetype/noto/";

TEST(TextFontChoice, LeavesScriptsThatItHasNothingOfToTheUsualFonts) {
    FontSet set = defaultFonts();
    EXPECT_EQ(chooseFonts(set, Family::serif, {kNoto + "NotoSansHebrew-Regular.ttf"}), "");
    const Typesetter chosen(set), usual(defaultFonts());
    Paragraph words;
    words.text = "From Moscow, Москва";
    EXPECT_EQ(chosen.measure(words).width, usual.measure(words).width) << "Latin as ever";
    words.text = "חיפה";
    EXPECT_NE(chosen.measure(words).width, usual.measure(words).width) << "Hebrew as chosen";
    EXPECT_THAT(chosen.missingGlyphs("חיפה α Москва ไทย 莫斯科", "he", Family::serif), IsEmpty());
}

TEST(TextFontChoice, IsAListInWhichTheNextOneHelpsOut) {
    FontSet set = defaultFonts();
    EXPECT_EQ(
        chooseFonts(set, Family::sans,
                    {kNoto + "NotoSansThai-Regular.ttf", kNoto + "NotoNaskhArabic-Regular.ttf"}),
        "");
    FontSet arabic = defaultFonts();
    EXPECT_EQ(chooseScriptFonts(arabic, "arabic", {kNoto + "NotoNaskhArabic-Regular.ttf"}), "");
    Paragraph words;
    words.style.family = Family::sans;
    words.text = "القاهرة";
    EXPECT_EQ(Typesetter(set).measure(words).width, Typesetter(arabic).measure(words).width);
    EXPECT_NE(Typesetter(set).measure(words).width,
              Typesetter(defaultFonts()).measure(words).width);
}

TEST(TextFontChoice, OfAScriptTouchesNoOther) {
    FontSet set = defaultFonts();
    EXPECT_EQ(chooseScriptFonts(set, "Hebrew", {kNoto + "NotoRashiHebrew-Regular.ttf"}), "");
    const Typesetter chosen(set), usual(defaultFonts());
    Paragraph words;
    for (const char* same : {"From Moscow", "القاهرة", "莫斯科", "1951 (2)"}) {
        words.text = same;
        EXPECT_EQ(chosen.measure(words), usual.measure(words)) << same;
    }
    words.text = "ירושלים";
    EXPECT_NE(chosen.measure(words).width, usual.measure(words).width);
    EXPECT_THAT(chooseScriptFonts(set, "hebrw", {kNoto + "x.ttf"}), HasSubstr("is no script"));
}

TEST(TextFontChoice, OfALanguageHoldsInThatLanguageOnly) {
    FontSet set = defaultFonts();
    EXPECT_EQ(chooseLanguageFonts(set, "ur", {kNoto + "NotoNastaliqUrdu-Regular.ttf"}), "");
    const Typesetter chosen(set), usual(defaultFonts());
    Paragraph words;
    words.text = "لاہور";
    words.language = "ur";
    EXPECT_NE(chosen.measure(words).width, usual.measure(words).width);
    words.language = "ar";
    EXPECT_EQ(chosen.measure(words).width, usual.measure(words).width);
}

TEST_F(TextFonts, ScriptsOfManyCountriesAreThere) {
    for (const char* text :
         {"חיפה, „ירושלים”", "القاهرة؟", "ئۈرۈمچى تارىم", "शिनजियांग। दिल्ली", "กรุงเทพฯ", "አዲስ አበባ፡",
          "თბილისი", "Երևան", "Αθήνα", "ঢাকা", "ಬೆಂಗಳೂರು", "ភ្នំពេញ", "لاہور", "中文"}) {
        for (const Family family : {Family::serif, Family::sans})
            EXPECT_THAT(typesetter.missingGlyphs(text, "en", family), IsEmpty()) << text;
    }
}

TEST(TextFontChoice, IsReadAnewWhenItsFileHasChanged) {
    const std::string folder = "/usr/share/fonts/truetype/paratype/";
    const auto file = std::filesystem::temp_directory_path() /
                      ("ebbflow-own-font-" + std::to_string(::getpid()) + ".ttf");
    const auto widthWith = [&](const std::string& font) {
        std::filesystem::remove(file);
        std::filesystem::copy_file(folder + font, file);
        FontSet set = defaultFonts();
        EXPECT_EQ(chooseFonts(set, Family::serif, {file.string()}), "");
        Paragraph paragraph;
        paragraph.text = "The beacon";
        return Typesetter(set).measure(paragraph).width;
    };
    const double serif = widthWith("PTF55F.ttf");
    const double sans = widthWith("PTS55F.ttf");
    std::filesystem::remove(file);
    EXPECT_NE(serif, sans);
}

TEST(TextFontChoice, IsLeftAsItWasWhereItCannotBe) {
    FontSet set = defaultFonts();
    EXPECT_THAT(chooseFonts(set, Family::serif, {"PT Srif"}), HasSubstr("did you mean `PT Serif`"));
    EXPECT_THAT(chooseFonts(set, Family::serif, {"./none.ttf"}), HasSubstr("no such file"));
    EXPECT_THAT(chooseFonts(set, Family::serif, {EBBFLOW_SOURCE_DIR "/README.md"}),
                HasSubstr("no font that can be read"));
    EXPECT_EQ(set, defaultFonts());
}

}  // namespace
}  // namespace ebbflow::text
