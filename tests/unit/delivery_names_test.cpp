#include <gmock/gmock.h>

#include "core/error.hpp"
#include "delivery/language_code.hpp"
#include "delivery/output_paths.hpp"

namespace ebbflow::delivery {
namespace {

using testing::HasSubstr;

std::string failureOf(const std::filesystem::path& output) {
    try {
        (void)pathsOf(output, encode::Container::pngFrames);
    } catch (const core::Failure& failure) {
        return failure.what();
    }
    return "";
}

TEST(OutputPaths, LieBesideTheFilm) {
    const OutputPaths film = pathsOf("out/film.mp4", encode::Container::mp4);
    EXPECT_EQ(film.manifest, "out/film.mp4.manifest.json");
    EXPECT_EQ(film.segments, "out/film.mp4.part.d");
    const OutputPaths frames = pathsOf("out/", encode::Container::pngFrames);
    EXPECT_EQ(frames.film, "out/%05d.png");
    EXPECT_EQ(frames.manifest, "out/frames.manifest.json");
    EXPECT_EQ(pathsOf("out/shot-%04d.png", encode::Container::pngFrames).manifest,
              "out/shot.manifest.json");
}

TEST(OutputPaths, NumberedFrames) {
    EXPECT_EQ(framePath("a/%05d.png", 42), "a/00042.png");
    EXPECT_EQ(framePath("a/f%d_x.png", 42), "a/f42_x.png");
    EXPECT_EQ(framePath("%03d.png", 123456), "123456.png");
    for (const char* bad : {"%s.png", "%05d-%d.png", "%.png", "%0d%%.png", "%05.png"}) {
        EXPECT_THAT(failureOf(bad), HasSubstr("one number")) << bad;
    }
}

TEST(LanguageCode, AsContainersHaveThem) {
    EXPECT_EQ(languageCode("en"), "eng");
    EXPECT_EQ(languageCode("zh-Hans"), "chi");
    EXPECT_EQ(languageCode("ru"), "rus");
    EXPECT_EQ(languageCode("cmn-Hans"), "cmn");
    EXPECT_EQ(languageCode("fr"), "fre");
    EXPECT_EQ(languageCode("sv"), "swe");
    EXPECT_EQ(languageCode(""), "und");
    EXPECT_EQ(languageCode("qq"), "und");
}

}  // namespace
}  // namespace ebbflow::delivery
