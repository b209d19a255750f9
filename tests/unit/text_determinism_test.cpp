// The same input gives the same bytes, whatever was set before and whatever the machine is set to.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::text {
namespace {

std::vector<Paragraph> paragraphs() {
    std::vector<Paragraph> all;
    for (const Family family : {Family::serif, Family::sans}) {
        for (const char* language : {"en", "ru", "zh-Hans", "ja"}) {
            Paragraph paragraph;
            paragraph.text = "Moscow, Москва，莫斯科：1956年骨，“1390人” — by spring";
            paragraph.language = language;
            paragraph.style.family = family;
            paragraph.style.weight = family == Family::serif ? 400 : 700;
            paragraph.maxWidth = 500;
            paragraph.halo = 7;
            all.push_back(paragraph);
        }
    }
    return all;
}

std::uint64_t hashOf(const Raster& raster, std::uint64_t seed) {
    return core::hashText(std::string_view(reinterpret_cast<const char*>(raster.fillAndHalo.data()),
                                           raster.fillAndHalo.size()),
                          seed + static_cast<std::uint64_t>(raster.width));
}

std::string hashOfAll() {
    const Typesetter typesetter{defaultFonts()};
    std::uint64_t hash = 0;
    for (const Paragraph& paragraph : paragraphs()) {
        hash = hashOf(typesetter.rasterise(paragraph, 1.5, 0.3, 0.6), hash);
    }
    return std::to_string(hash);
}

/// Runs only PrintsItsHash below, in a fresh process with these settings, and returns what it
/// printed.
std::string hashUnder(const std::string& settings) {
    const std::string command =
        "env EBBFLOW_PRINT_HASH=1 " + settings +
        " \"$(readlink /proc/$PPID/exe)\" --gtest_filter=TextDeterminism.PrintsItsHash 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string output;
    for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) {
        output += static_cast<char>(c);
    }
    const std::size_t begin = output.find("hash=");
    if (begin == std::string::npos) return "no hash in: " + output;
    return output.substr(begin + 5, output.find('\n', begin) - begin - 5);
}

TEST(TextDeterminism, PrintsItsHash) {
    const std::string hash = hashOfAll();
    EXPECT_EQ(hash, hashOfAll());
    if (std::getenv("EBBFLOW_PRINT_HASH") != nullptr) std::printf("hash=%s\n", hash.c_str());
}

TEST(TextDeterminism, LocaleAndFontSettingsOfTheMachineDoNotMatter) {
    const std::string plain = hashOfAll();
    EXPECT_EQ(hashUnder("LANG=ja_JP.UTF-8 LC_ALL=ja_JP.UTF-8 PANGO_LANGUAGE=ja"), plain);
    EXPECT_EQ(hashUnder("FONTCONFIG_FILE=/dev/null FONTCONFIG_PATH=/nowhere HOME=/nowhere"), plain);
    EXPECT_EQ(hashUnder("FREETYPE_PROPERTIES='truetype:interpreter-version=35'"), plain);
}

TEST(TextDeterminism, WhatWasSetBeforeDoesNotMatter) {
    const Typesetter forwards{defaultFonts()};
    const Typesetter backwards{defaultFonts()};
    const auto all = paragraphs();
    std::vector<Raster> first;
    for (const Paragraph& paragraph : all) first.push_back(forwards.rasterise(paragraph, 1));
    for (std::size_t i = all.size(); i-- > 0;) {
        EXPECT_EQ(backwards.rasterise(all[i], 1), first[i]) << i;
        EXPECT_EQ(forwards.rasterise(all[i], 1), first[i]) << i;
    }
}

}  // namespace
}  // namespace ebbflow::text
