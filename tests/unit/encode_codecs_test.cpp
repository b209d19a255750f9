// The rows of all codecs: whole, each its own, and the page about delivery held against them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "core/enum_size.hpp"
#include "core/error.hpp"
#include "encode/codec_info.hpp"
#include "encode/codec_page.hpp"

namespace ebbflow::encode {
namespace {

using testing::HasSubstr;

std::string pageText() {
    std::ostringstream text;
    text << std::ifstream(EBBFLOW_SOURCE_DIR "/docs/delivery.md", std::ios::binary).rdbuf();
    return text.str();
}

TEST(Codecs, HaveARowEachAndANameEach) {
    std::set<Codec> codecs;
    std::set<std::string_view> names;
    for (const CodecInfo& row : allCodecs()) {
        EXPECT_TRUE(codecs.insert(row.codec).second) << row.name;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_EQ(findCodec(row.name), &row);
    }
    EXPECT_EQ(codecs.size(), core::enumSize<Codec>());
    EXPECT_EQ(findCodec("h264 "), nullptr);
}

TEST(Codecs, AreWholeOrDoNotCompile) {
    using Lose = std::function<void(CodecInfo&)>;
    const std::vector<std::pair<std::string_view, Lose>> losses{
        {"name", [](CodecInfo& row) { row.name = {}; }},
        {"use", [](CodecInfo& row) { row.words.use = {}; }},
        {"containers", [](CodecInfo& row) { row.containers = {}; }},
        {"formats", [](CodecInfo& row) { row.formats = {}; }},
        {"worst crf", [](CodecInfo& row) { row.worstCrf = 0; }},
        {"usual rates", [](CodecInfo& row) { row.usual = {}; }},
        {"options", [](CodecInfo& row) { row.options = nullptr; }},
        {"library", [](CodecInfo& row) { row.library = {}; }},
        {"rate by codec, without words", [](CodecInfo& row) { row.rate = RateControl::byCodec; }},
        {"what readers say", [](CodecInfo& row) { row.readAs = {}; }}};
    for (const auto& [what, lose] : losses) {
        CodecInfo row = codecInfo(Codec::h264);
        ASSERT_TRUE(isWhole(row));
        lose(row);
        EXPECT_FALSE(isWhole(row)) << what;
    }
}

TEST(Codecs, AreUsualInTheirContainers) {
    EXPECT_EQ(usualCodec(Container::mp4), Codec::h264);
    EXPECT_EQ(usualCodec(Container::mov), Codec::h264);
    EXPECT_EQ(usualCodec(Container::mkv), Codec::h264);
    EXPECT_EQ(usualCodec(Container::webm), Codec::vp9);
    EXPECT_EQ(usualCodec(Container::pngFrames), Codec::png);
    EXPECT_EQ(usualCodec(Container::exrFrames), Codec::exr);
    EXPECT_EQ(usualCodec(Container::webp), Codec::webp);
    EXPECT_EQ(usualCodec(Container::gif), Codec::gif);
}

TEST(Codecs, HaveTagsOfFourCharacters) {
    for (const CodecInfo& row : allCodecs()) {
        for (const std::string_view tag : {row.tag, row.vendor, row.nutTag})
            EXPECT_TRUE(tag.empty() || tag.size() == 4) << row.name << ' ' << tag;
    }
}

TEST(CodecPage, SaysWhatTheRowsSay) {
    const std::string page = pageText();
    EXPECT_THAT(page, HasSubstr("<!-- codecs -->"));
    EXPECT_TRUE(withCodecTable(page) == page) << "tools/pages writes its table anew";
}

TEST(CodecPage, KeepsWhatStandsAroundItsTable) {
    const std::string page =
        withCodecTable("before\n<!-- codecs -->\nbygone\n<!-- end of codecs -->\nbehind\n");
    EXPECT_TRUE(page.starts_with("before\n<!-- codecs -->\n\n| `--codec` |")) << page;
    EXPECT_TRUE(page.ends_with("|\n\n<!-- end of codecs -->\nbehind\n")) << page;
    EXPECT_THAT(page, testing::Not(HasSubstr("bygone")));
    EXPECT_THAT(page, HasSubstr("| `vp9` | .webm .mkv | 8, 10; alpha at 8 | 4:2:0 |"));
    EXPECT_EQ(withCodecTable("a page without"), "a page without");
    EXPECT_THROW((void)withCodecTable("<!-- codecs -->\n"), core::Failure);
}

}  // namespace
}  // namespace ebbflow::encode
