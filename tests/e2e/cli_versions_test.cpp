// One scene, all versions: languages, the film without words, chapters with handles, captions, edit
// lists and sound, each asked of the program and read back.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cmath>

#include "support/program.hpp"
#include "support/read_side.hpp"
#include "support/read_video.hpp"
#include "support/sound_files.hpp"

namespace ebbflow::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kScene = R"(title: {en: Film, ru: Фильм}
languages: [en, ru]
frame: {size: 320x180, rate: 25}
source: A register
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
SOUND
chapters:
  - id: one
    title: {en: One, ru: Один}
    date: 1951
    length: 1
    show: [Peking, Moscow]
    caption: {en: They leave., ru: Они уезжают.}
  - id: two
    title: {en: Two, ru: Два}
    date: 1952
    length: 1
NARRATION
)";

class Versions : public ProgramTest {
protected:
    void writeScene(const std::string& sound = {}, const std::string& narration = {}) {
        std::string script = kScene;
        script.replace(script.find("SOUND"), 5, sound);
        script.replace(script.find("NARRATION"), 9, narration);
        writeText(at("film.yaml"), script);
    }

    Said render(const std::string& output, const Arguments& more) {
        Arguments all{"render", at("film.yaml"), "-o", at(output), "--software", "--quiet"};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    }
};

std::int64_t loudest(const SoundOf& sound) {
    const auto quieter = [](float a, float b) { return std::abs(a) < std::abs(b); };
    return std::ranges::max_element(sound.left, quieter) - sound.left.begin();
}

TEST_F(Versions, OfOneRunAreThoseOfRunsOfTheirOwn) {
    writeScene();
    const Arguments part{"--from", "f10", "--to", "f14", "--codec", "ffv1"};
    const auto with = [&](Arguments more) {
        more.insert(more.end(), part.begin(), part.end());
        return more;
    };
    const Said all = render("all.mkv", with({"--language", "en,ru", "--textless"}));
    ASSERT_EQ(all.status, 0) << all.err;
    ASSERT_EQ(render("en.mkv", with({})).status, 0);
    ASSERT_EQ(render("ru.mkv", with({"--language", "ru"})).status, 0);
    ASSERT_EQ(render("bare.mkv", with({"--textless"})).status, 0);
    const auto english = readFrames(at("all.en.mkv"));
    ASSERT_EQ(english.size(), 4U);
    EXPECT_TRUE(english == readFrames(at("en.mkv")));
    EXPECT_TRUE(readFrames(at("all.ru.mkv")) == readFrames(at("ru.mkv")));
    EXPECT_TRUE(readFrames(at("all.textless.mkv")) == readFrames(at("bare.mkv")));
    EXPECT_FALSE(english == readFrames(at("ru.mkv")));
    EXPECT_EQ(readVideo(at("all.ru.mkv")).title, "Фильм");
    EXPECT_EQ(render("all.mkv", with({"--language", "en,fr"})).status, 2);
}

TEST_F(Versions, HaveCaptionsBesideAndInTheFilm) {
    writeScene();
    const Said said = render("film.mp4", {"--language", "all", "--textless", "--captions",
                                          "srt,vtt", "--subtitles", "all"});
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(readText(at("film.en.srt")),
                HasSubstr("1\n00:00:00,000 --> 00:00:01,000\nThey leave.\n"));
    EXPECT_THAT(readText(at("film.ru.vtt")),
                AllOf(HasSubstr("Language: ru"), HasSubstr("Они уезжают.")));
    EXPECT_FALSE(std::filesystem::exists(at("film.textless.srt")));
    const auto tracks = readSubtitles(at("film.textless.mp4"));
    ASSERT_THAT(tracks, SizeIs(2));
    EXPECT_EQ(tracks[1].language, "rus");
    ASSERT_THAT(tracks[1].captions, SizeIs(1));
    EXPECT_EQ(tracks[1].captions[0].words, "Они уезжают.");
    EXPECT_EQ(render("new.mp4", {"--captions", "sub"}).status, 2);
}

TEST_F(Versions, AreMadeInPartsJoinedAndVerifiedEachByItself) {
    writeWav(at("click.wav"), 96'000, clickAt(30'011));
    writeScene("sound: [{file: {en: click.wav}}]");
    const Arguments all{"--language", "en,ru",     "--codec", "ffv1",      "--segment",
                        "5",          "--chapter", "one",     "--handles", "5"};
    ASSERT_EQ(render("whole.mkv", all).status, 0);
    for (const char* part : {"1/2", "2/2"}) {
        Arguments some = all;
        some.insert(some.end(), {"--part", part});
        const Said said = render("film.mkv", some);
        ASSERT_EQ(said.status, 0) << said.err;
    }
    for (const char* name : {"film.en.mkv", "film.ru.mkv"}) {
        const Said joined = run({"join", "-o", at(name)});
        ASSERT_EQ(joined.status, 0) << joined.err;
        const Said verified = run({"verify", at(name), "--sample", "3"});
        EXPECT_EQ(verified.status, 0) << verified.out << verified.err;
    }
    EXPECT_TRUE(readFrames(at("film.ru.mkv")) == readFrames(at("whole.ru.mkv")));
    EXPECT_EQ(loudest(readSound(at("film.en.mkv"))), 30'011);
    EXPECT_EQ(readSound(at("film.ru.mkv")).codec, "");
}

TEST_F(Versions, FitTheirLanguageWhenAsked) {
    std::string script = kScene;
    script.replace(script.find("SOUND"), 5, "");
    script.replace(script.find("NARRATION"), 9,
                   "  - {date: 1953, caption: {en: Short., ru: Здесь слов так много что читать их "
                   "приходится очень долго и ещё дольше}}");
    writeText(at("film.yaml"), script);
    const Arguments small{"--size", "64x36", "--codec", "ffv1"};
    const auto framesOf = [&](const std::string& name, Arguments more) {
        more.insert(more.end(), small.begin(), small.end());
        EXPECT_EQ(render(name, more).status, 0);
        return readVideo(at(name)).frameStarts.size();
    };
    const auto fitting = framesOf("fit.mkv", {"--fit-language"});
    EXPECT_LT(fitting, framesOf("all.mkv", {}));
    // Papers made apart from the render count as it does.
    const std::string scene = at("film.yaml");
    const std::string end = fmt::format("00:00:{:02}:{:02}", fitting / 25, fitting % 25);
    EXPECT_THAT(run({"edl", scene, "--fit-language"}).out, HasSubstr(end));
    EXPECT_THAT(run({"edl", scene}).out, testing::Not(HasSubstr(end)));
    EXPECT_NE(run({"captions", scene, "--fit-language"}).out, run({"captions", scene}).out);
}

TEST_F(Versions, LastAsLongAsATalkDid) {
    writeScene();
    writeText(at("talk.csv"), "chapter,step,seconds\n1,1,2.4\n2,1,0.6\n");
    const Arguments as{"--timing", at("talk.csv"), "--size", "64x36", "--codec", "ffv1"};
    ASSERT_EQ(render("film.mkv", as).status, 0);
    EXPECT_EQ(readVideo(at("film.mkv")).frameStarts.size(), 60U + 15U);
    const Said verified = run({"verify", at("film.mkv"), "--sample", "3"});
    EXPECT_EQ(verified.status, 0) << verified.out << verified.err;
    // Papers made apart from the render count as it does.
    const std::string scene = at("film.yaml"), end = "00:00:03:00";
    EXPECT_THAT(run({"edl", scene, "--timing", at("talk.csv")}).out, HasSubstr(end));
    EXPECT_THAT(run({"edl", scene}).out, testing::Not(HasSubstr(end)));
    EXPECT_NE(run({"captions", scene, "--timing", at("talk.csv")}).out,
              run({"captions", scene}).out);
    writeText(at("talk.csv"), "chapter,step,seconds\n1,1,2.4\n3,1,0.6\n");
    const Said wrong = render("other.mkv", as);
    EXPECT_EQ(wrong.status, 3);
    EXPECT_EQ(run({"edl", scene, "--timing", at("talk.csv")}).status, 3);
    EXPECT_THAT(wrong.err, HasSubstr("talk.csv:3:1: error: `3` is no chapter"));
    // What the film was made from has changed.
    EXPECT_NE(run({"verify", at("film.mkv"), "--sample", "3"}).status, 0);
}

using Chapters = Versions;

TEST_F(Chapters, ComeAloneWithHandlesAndTimecode) {
    writeScene();
    const Said said = render("two.mov", {"--chapter", "two", "--handles", "5"});
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("5 frames fewer of handle after"));
    const VideoFile file = readVideo(at("two.mov"));
    EXPECT_EQ(file.frameStarts.size(), 30U);
    EXPECT_EQ(file.timecode, "00:00:00:20");
    EXPECT_THAT(render("x.mov", {"--chapter", "tow"}).err, HasSubstr("did you mean `two`"));
    EXPECT_EQ(render("x.mov", {"--handles", "5"}).status, 2);
    EXPECT_EQ(render("x.mov", {"--chapter", "two", "--from", "1"}).status, 2);
}

TEST_F(Chapters, EachHaveAFileAndAnEditListThatFits) {
    writeScene();
    const Said said = render("film.mov", {"--per-chapter", "--handles", "5", "--captions", "srt"});
    ASSERT_EQ(said.status, 0) << said.err;
    const VideoFile one = readVideo(at("film.one.mov")), two = readVideo(at("film.two.mov"));
    EXPECT_EQ(one.frameStarts.size(), 30U);
    EXPECT_EQ(two.timecode, "00:00:00:20");
    const std::string edl = readText(at("film.edl"));
    EXPECT_THAT(edl, HasSubstr("001  AX       V     C        00:00:00:00 00:00:01:00 00:00:00:00 "
                               "00:00:01:00\n* FROM CLIP NAME: film.one.mov\n"));
    EXPECT_THAT(edl, HasSubstr("002  AX       V     C        00:00:01:00 00:00:02:00 00:00:01:00 "
                               "00:00:02:00\n* FROM CLIP NAME: film.two.mov\n"));
    EXPECT_THAT(readText(at("film.one.en.srt")), HasSubstr("They leave."));
    EXPECT_THAT(readText(at("film.two.en.srt")), HasSubstr("00:00:00,000 --> 00:00:00,200"));
}

using Sound = Versions;

TEST_F(Sound, OfTheScriptIsInTheFilmOnItsSample) {
    writeWav(at("click.wav"), 96'000, clickAt(30'011));
    writeScene("sound: [{file: click.wav, at: two+0.1, offset: 0.5}]");
    ASSERT_EQ(render("film.mkv", {"--codec", "ffv1"}).status, 0);
    const SoundOf whole = readSound(at("film.mkv"));
    EXPECT_EQ(whole.codec, "flac");
    EXPECT_EQ(whole.left.size(), 96'000U);
    constexpr std::int64_t kExpected = 48'000 + 4800 + 30'011 - 24'000;
    EXPECT_EQ(loudest(whole), kExpected);
    ASSERT_EQ(render("part.mp4", {"--from", "f30"}).status, 0);
    const SoundOf part = readSound(at("part.mp4"));
    EXPECT_EQ(part.codec, "aac");
    EXPECT_NEAR(static_cast<double>(loudest(part)), kExpected - 30LL * 1920, 2);
    ASSERT_EQ(render("silent.mp4", {"--no-sound"}).status, 0);
    EXPECT_EQ(readSound(at("silent.mp4")).codec, "");
}

TEST_F(Sound, LiesBesideNumberedFrames) {
    writeWav(at("click.wav"), 96'000, clickAt(30'011));
    writeScene("sound: [{file: click.wav}]");
    ASSERT_EQ(render("frames/%05d.png", {"--from", "f10", "--to", "f20"}).status, 0);
    EXPECT_EQ(loudest(readSound(at("frames/frames.wav"))), 30'011 - 10 * 1920);
}

TEST_F(Sound, ThatSlidesHaveNoRoomForIsMissedAloud) {
    writeWav(at("click.wav"), 96'000, clickAt(30'011));
    writeScene("sound: [{file: click.wav}]");
    const Arguments few{"--from", "f10", "--to", "f12"};
    for (const char* name : {"a.gif", "a.webp"}) {
        const Said said = render(name, few);
        EXPECT_EQ(said.status, 0) << said.err;
        EXPECT_THAT(said.err, HasSubstr("no room for sound")) << name;
    }
    const Said asked = render("b.gif", {"--from", "f10", "--to", "f12", "--no-sound"});
    EXPECT_THAT(asked.err, testing::Not(HasSubstr("no room")));
}

TEST_F(Sound, OfANarrationSetsTheLengthOfItsStep) {
    writeWav(at("en.wav"), 48'000LL * 5, clickAt(100));
    writeWav(at("ru.wav"), 48'000LL * 7, clickAt(200));
    const std::string step = "  - {id: three, date: 1953, narration: {en: en.wav, ru: ru.wav}}";
    writeScene({}, step);
    const auto edl = [&](const Arguments& more) {
        Arguments all{"edl", at("film.yaml")};
        all.insert(all.end(), more.begin(), more.end());
        return run(all).out;
    };
    // Seven seconds and a half, in either language, and the frame that they end in.
    EXPECT_THAT(edl({}), HasSubstr("00:00:02:00 00:00:09:13"));
    EXPECT_THAT(edl({"--language", "ru"}), HasSubstr("00:00:02:00 00:00:09:13"));
    ASSERT_EQ(render("film.mkv", {"--language", "en,ru", "--textless", "--from", "2", "--to", "2.2",
                                  "--codec", "ffv1"})
                  .status,
              0);
    EXPECT_EQ(loudest(readSound(at("film.en.mkv"))), 100);
    EXPECT_EQ(loudest(readSound(at("film.ru.mkv"))), 200);
    EXPECT_EQ(readSound(at("film.textless.mkv")).codec, "") << "nobody speaks in it";
}

TEST_F(Sound, ThatIsNotThereIsAFaultWithItsPlace) {
    writeText(at("text.mp3"), "no sound at all");
    writeScene("sound:\n  - {file: gone.wav}\n  - {file: text.mp3, at: thre}",
               "  - {id: three, date: 1953, narration: {en: lost.flac}}");
    const Said said = render("film.mp4", {});
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.err, AllOf(HasSubstr("film.yaml:8:12: error: `"), HasSubstr("gone.wav"),
                                HasSubstr("there is no such file")));
    EXPECT_THAT(said.err, AllOf(HasSubstr("film.yaml:9:12: error: `"), HasSubstr("text.mp3")));
    EXPECT_THAT(said.err, HasSubstr("lost.flac"));
    EXPECT_THAT(said.err, HasSubstr("did you mean `three`"));
    EXPECT_FALSE(std::filesystem::exists(at("film.mp4")));
}

TEST_F(Sound, OverFullScaleIsSaid) {
    writeWav(at("click.wav"), 48'000, clickAt(24'000, 0.9));
    writeScene("sound: [{file: click.wav, gain: 7, at: one+0.5}]");
    const Said said = render("film.mp4", {});
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.err, AllOf(HasSubstr("over full scale by 6.1 dB"), HasSubstr("at 0:01.00")));
}

using Papers = Versions;

TEST_F(Papers, AreWrittenWithoutDrawing) {
    writeScene();
    const auto paper = [&](const Arguments& arguments) { return run(arguments); };
    const std::string scene = at("film.yaml");
    EXPECT_THAT(paper({"captions", scene, "--language", "ru"}).out, HasSubstr("Они уезжают."));
    ASSERT_EQ(paper({"captions", scene, "-o", at("a.vtt")}).status, 0);
    EXPECT_THAT(readText(at("a.vtt")), HasSubstr("WEBVTT"));
    EXPECT_EQ(paper({"captions", scene, "-o", at("a.vtt")}).status, 1);
    EXPECT_EQ(paper({"captions", scene, "-o", at("a.txt")}).status, 2);
    EXPECT_THAT(paper({"edl", scene, "--rate", "29.97"}).out, HasSubstr("NON-DROP FRAME"));
    EXPECT_THAT(paper({"edl", scene, "--clip", "a.mov"}).out,
                HasSubstr("* FROM CLIP NAME: a.mov\n"));
    EXPECT_THAT(paper({"edl", scene, "--markers"}).out, HasSubstr("|M:Two |D:25"));
    ASSERT_EQ(paper({"edl", scene, "-o", at("a.csv")}).status, 0);
    EXPECT_THAT(readText(at("a.csv")), HasSubstr("Two,two,00:00:01:00,00:00:02:00,00:00:01:00"));
    EXPECT_EQ(paper({"edl", scene, "-o", at("a.xml")}).status, 2);
    EXPECT_THAT(paper({"edl", scene, "--timecode", "10:00:00:00"}).out,
                HasSubstr("10:00:01:00 10:00:02:00"));
    EXPECT_THAT(paper({"edl", scene, "--language", "ru"}).out,
                AllOf(HasSubstr("TITLE: Film\n"), HasSubstr("GREEN   Два")));
    EXPECT_EQ(paper({"edl", scene, "--rate", "fast"}).status, 2);
}

}  // namespace
}  // namespace ebbflow::test
