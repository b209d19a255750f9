// Wishes as values and as JSON: nothing is lost on the way, every fault has its place, and what
// decides a film is what is compared.

#include <gmock/gmock.h>

#include <fstream>
#include <map>
#include <set>

#include "produce/refusal.hpp"
#include "produce/wish_fields.hpp"
#include "produce/wish_json.hpp"
#include "support/video_fixture.hpp"
#include "unit/produce_random_wish.hpp"

namespace ebbflow::produce {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string toText(const core::Diagnostics& diagnostics) {
    std::string all;
    for (const auto& d : diagnostics.all()) all += core::toString(d) + "\n";
    return all;
}

/// What is said of a wish in the file `w.json` of /orders.
std::string faultsOf(const std::string& text) {
    core::Diagnostics diagnostics;
    const auto wish = readWish(text, "w.json", "/orders", diagnostics);
    EXPECT_NE(wish.has_value(), diagnostics.hasErrors()) << text;
    return toText(diagnostics);
}

RenderWish wishIn(const std::string& members, const std::filesystem::path& folder = "/orders") {
    core::Diagnostics diagnostics;
    const auto wish = readWish(R"({"format": "ebbflow wish", "version": 1)" + members + "}",
                               "w.json", folder, diagnostics);
    EXPECT_TRUE(wish) << toText(diagnostics);
    return wish.value_or(RenderWish{});
}

TEST(Wish, ComesBackFromJsonAsItWas) {
    test::RandomWishes wishes(1);
    for (int i = 0; i < 2000; ++i) {
        const RenderWish wish = wishes.next();
        core::Diagnostics diagnostics;
        const auto back = readWish(toJson(wish), "w.json", {}, diagnostics);
        ASSERT_TRUE(back) << toText(diagnostics) << toJson(wish);
        EXPECT_EQ(*back, wish) << toJson(wish) << toJson(*back);
    }
}

TEST(Wish, AsUsualSaysNothingButWhatItIs) {
    const Json json = Json::parse(toJson({}));
    EXPECT_EQ(json, (Json{{"format", "ebbflow wish"}, {"version", 1}}));
}

TEST(Wish, PathsAreRelativeToItsFile) {
    const RenderWish wish =
        wishIn(R"(, "scene": "my/film.yaml", "output": "../out/a.mp4", "shader-dir": "/s")");
    EXPECT_EQ(wish.scene, "/orders/my/film.yaml");
    EXPECT_EQ(wish.output, "/out/a.mp4");
    EXPECT_EQ(wish.shaders, "/s");
}

TEST(Wish, WrittenDownHasAbsolutePaths) {
    RenderWish wish;
    wish.scene = "scenes/mine";
    wish.output = "./a.mp4";
    const Json json = Json::parse(toJson(wish));
    EXPECT_EQ(json.at("scene"), (std::filesystem::current_path() / "scenes/mine").string());
    EXPECT_EQ(json.at("output"), (std::filesystem::current_path() / "a.mp4").string());
}

TEST(Wish, OfAFileIsReadWhereverOneStands) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "w.json") << R"({"format": "ebbflow wish", "version": 1, "scene": "s"})";
    core::Diagnostics diagnostics;
    const auto wish = readWishFile(folder / "w.json", diagnostics);
    ASSERT_TRUE(wish) << toText(diagnostics);
    EXPECT_EQ(wish->scene, folder / "s");
}

TEST(Wish, TakesItsWordsAsOptionsHaveThem) {
    RenderWish wish;
    takeWord(wish, "language", "en,zh");
    takeWord(wish, "bitrate", "12M");
    takeWord(wish, "size", "720p");
    takeWord(wish, "rate", "29.97");
    takeWord(wish, "alpha", "yes");
    takeWord(wish, "from", "1:23.5");
    EXPECT_EQ(wish, wishIn(R"(, "language": ["en", "zh"], "bitrate": 12000000, "size": "1280x720",
                               "rate": "30000/1001", "alpha": true, "from": "83.5")"));
    EXPECT_THROW(takeWord(wish, "codec", "h265x"), Refusal);
    EXPECT_THROW(takeWord(wish, "language", "en,,zh"), Refusal);
}

TEST(Wish, HasEveryFieldOnce) {
    std::set<std::string_view> names;
    for (const WishField& field : wishFields()) EXPECT_TRUE(names.insert(field.name).second);
    const Json properties = Json::parse(wishSchema()).at("properties");
    for (const auto& [name, schema] : properties.items()) {
        const bool frame = name == "$schema" || name == "format" || name == "version";
        EXPECT_EQ(names.contains(name), !frame) << name;
    }
    EXPECT_EQ(properties.size(), names.size() + 3);
}

TEST(WishFaults, AreToldAllAtOnceWithTheirPlaces) {
    EXPECT_THAT(faultsOf("{\"format\": \"ebbflow wish\", \"version\": 1,\n"
                         " \"sice\": \"720p\",\n"
                         " \"codec\": \"h266\",\n"
                         " \"threads\": 65,\n"
                         " \"alpha\": \"yes\",\n"
                         " \"language\": \"en\",\n"
                         " \"rate\": 26.3,\n"
                         " \"from\": \"soon\",\n"
                         " \"captions\": [\"srt\",\n"
                         "   \"sub\"]}\n"),
                AllOf(HasSubstr("w.json:2:2: error: a wish has no `sice`; did you mean `size`?"),
                      HasSubstr("w.json:3:11: error: unknown codec `h266`"),
                      HasSubstr("w.json:4:13: error: `65`: it goes from 1 to 64"),
                      HasSubstr("w.json:5:11: error: write true or false; this is \"yes\""),
                      HasSubstr("w.json:6:14: error: write a list"),
                      HasSubstr("w.json:7:10: error: `26.3` is no frame rate"),
                      HasSubstr("w.json:8:10: error: `soon` is no time"),
                      HasSubstr("w.json:9:14: error: `sub` are no captions")));
}

TEST(WishFaults, OfWhatDoesNotGoTogetherHaveTheirPlacesToo) {
    EXPECT_THAT(faultsOf("{\"format\": \"ebbflow wish\", \"version\": 1,\n"
                         " \"output\": \"a.mp4\",\n"
                         " \"codec\": \"prores-422\",\n"
                         " \"depth\": 9,\n"
                         " \"crf\": 18,\n"
                         " \"alpha\": true, \"textless\": true,\n"
                         " \"timecode\": \"banana\"}"),
                AllOf(HasSubstr("w.json:2:12: error: MP4 cannot hold prores-422"),
                      HasSubstr("w.json:4:11: error: prores-422"),
                      HasSubstr("w.json:5:9: error: prores-422 sets its rate itself"),
                      HasSubstr("w.json:6:29: error: --alpha draws words and marks alone"),
                      HasSubstr("w.json:7:14: error: `banana` is no timecode")));
}

TEST(WishFaults, OfJsonItselfHaveTheirPlace) {
    EXPECT_THAT(
        faultsOf("{\"format\": \"ebbflow wish\",\n  \"version\": 1,\n  \"codec\" \"h264\"}"),
        HasSubstr("w.json:3:11: error: this is no JSON"));
    EXPECT_THAT(
        faultsOf("{\"format\": \"ebbflow wish\", \"version\": 1,\n \"crf\": 1,\n \"crf\": 2}"),
        HasSubstr("w.json:3:2: error:"));
    EXPECT_THAT(faultsOf(""), HasSubstr("w.json:1:1: error: this is no JSON"));
    EXPECT_THAT(faultsOf("[1]"), HasSubstr("w.json:1:1: error: a wish is an object"));
}

TEST(WishFaults, OfColumnsAreCountedInLetters) {
    EXPECT_THAT(faultsOf("{\"format\": \"ebbflow wish\", \"version\": 1,\n"
                         " \"chapter\": \"глава \\\"два\\\"\", \"crf\": true}"),
                HasSubstr("w.json:2:37: error: write a number; this is true"));
}

TEST(WishFaults, OfAnotherVersionAreOne) {
    EXPECT_THAT(faultsOf(R"({"format": "ebbflow wish", "version": 2, "colour": 1})"),
                AllOf(HasSubstr("a wish of version 2; this program reads version 1"),
                      Not(HasSubstr("colour"))));
    EXPECT_THAT(faultsOf(R"({"version": 1})"), HasSubstr("this is no wish"));
    EXPECT_THAT(faultsOf(R"({"format": "ebbflow render", "version": 1})"),
                HasSubstr("w.json:1:12: error: this is no wish"));
}

TEST(WishFaults, OfAWishWithoutAFileAreItsRelativePaths) {
    core::Diagnostics diagnostics;
    EXPECT_FALSE(readWish("{\"format\": \"ebbflow wish\", \"version\": 1,\n \"scene\": \"s\"}",
                          "standard input", {}, diagnostics));
    EXPECT_THAT(toText(diagnostics), HasSubstr("standard input:2:11: error: a wish that comes "
                                               "without a file has absolute paths"));
}

/// Each field of a wish changed in turn.
RenderWish changed(const WishField& field) {
    const std::map<std::string_view, std::string> words{{"device", "software"},
                                                        {"scene", "/b"},
                                                        {"output", "/b.mkv"},
                                                        {"shader-dir", "/s"},
                                                        {"language", "ru"},
                                                        {"layers", "map"},
                                                        {"from", "f1"},
                                                        {"to", "f2"},
                                                        {"chapter", "x"},
                                                        {"handles", "3"},
                                                        {"size", "720p"},
                                                        {"rate", "50"},
                                                        {"samples", "4"},
                                                        {"shutter", "180"},
                                                        {"shutter-moments", "8"},
                                                        {"codec", "av1"},
                                                        {"depth", "10"},
                                                        {"quality", "high"},
                                                        {"crf", "20"},
                                                        {"bitrate", "1M"},
                                                        {"encoder", "x"},
                                                        {"threads", "2"},
                                                        {"segment", "10"},
                                                        {"captions", "srt"},
                                                        {"subtitles", "ru"},
                                                        {"sound", "no"},
                                                        {"encoder-preset", "x"},
                                                        {"timecode", "01:00:00:00"}};
    RenderWish wish;
    const auto word = words.find(field.name);
    takeWord(wish, field.name, word == words.end() ? "yes" : word->second);
    EXPECT_FALSE(field.write(wish).is_null())
        << field.name << " is written when it is not as usual";
    return wish;
}

TEST(SameFilm, IsWhateverLiesBesideOrElsewhere) {
    const std::set<std::string_view> beside{"scene",    "output",    "network",    "allow",
                                            "trust",    "no-limits", "shader-dir", "device",
                                            "hardware", "captions",  "no-cache",   "timing"};
    for (const WishField& field : wishFields()) {
        const RenderWish other = changed(field);
        EXPECT_NE(other, RenderWish{}) << field.name;
        EXPECT_EQ(sameFilm(other, {}), beside.contains(field.name)) << field.name;
    }
}

TEST(Moments, AreFoundByTheNamesTheyAreGiven) {
    for (const std::string text : {"83.5", "f2087", "10:01:23:12", "10:01:23;12", "0"})
        EXPECT_EQ(nameOf(momentNamed(text)), text);
    EXPECT_EQ(momentNamed("1:23.5"), momentNamed("83.5"));
    for (const std::string text : {"", "f", "f-1", "soon", "1:99", "-1"})
        EXPECT_THROW((void)momentNamed(text), Refusal) << text;
}

}  // namespace
}  // namespace ebbflow::produce
