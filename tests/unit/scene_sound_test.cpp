// What is heard, as a script has it.

#include <gmock/gmock.h>

#include "scene/check_scene.hpp"
#include "unit/scene_support.hpp"

namespace ebbflow::scene::test {
namespace {

using testing::Contains;
using testing::HasSubstr;

constexpr const char* kTail = "languages: [en, ru]\nchapters:\n  - id: one\n    date: 1951\n";

Scene soundOf(const std::string& keys) {
    return sceneOf("sound:\n  - {file: a.wav" + keys + "}\n" + kTail);
}

std::vector<std::string> checked(const std::string& script) {
    core::Diagnostics diagnostics;
    const auto scene = readSceneText(script, "film.yaml", ".", diagnostics);
    if (scene)
        checkSound(*scene, {.kinds = {"students"}, .counters = {}, .sources = {}}, diagnostics);
    return said(diagnostics);
}

TEST(SoundOfFilm, HasPlaceLevelAndFades) {
    const Scene scene = soundOf(
        ", at: 1:20, offset: 2, length: 8.5, gain: -12, fade_in: 1, "
        "fade_out: 3");
    ASSERT_EQ(scene.sound.size(), 1U);
    const SoundTrack& track = scene.sound.front();
    EXPECT_TRUE(track.file.inOrAny("en").ends_with("/a.wav"));
    EXPECT_EQ(track.at.time.seconds(), 80);
    EXPECT_TRUE(track.at.chapter.empty());
    EXPECT_EQ(track.offset.seconds(), 2);
    EXPECT_EQ(track.length->seconds(), 8.5);
    EXPECT_EQ(track.gain, -12);
    EXPECT_EQ(track.fadeIn->seconds(), 1);
    EXPECT_EQ(track.fadeOut->seconds(), 3);
}

TEST(SoundOfFilm, BeginsWithAChapterOrAStep) {
    const auto at = [](const std::string& words) {
        return soundOf(", at: " + words).sound.front().at;
    };
    EXPECT_EQ(at("one").chapter, "one");
    EXPECT_EQ(at("one").step, 0U);
    EXPECT_EQ(at("one.2").step, 2U);
    EXPECT_EQ(at("one.2+1.5").step, 2U);
    EXPECT_EQ(at("one.2+1.5").time.seconds(), 1.5);
    EXPECT_EQ(at("one+f50").time.seconds(), 2);
}

TEST(SoundOfFilm, HasAFilePerLanguage) {
    const Scene scene = sceneOf(std::string("sound: {file: {en: a.wav, ru: b.wav}}\n") + kTail);
    EXPECT_TRUE(scene.sound.front().file.find("ru")->ends_with("/b.wav"));
}

TEST(SoundOfFilm, WithFaultsSaysWhatWasExpected) {
    const auto faults = [](const std::string& keys) {
        return faultsOf("sound:\n  - {file: a.wav" + keys + "}\n" + kTail);
    };
    EXPECT_THAT(faults(", at: one.0"), Contains(HasSubstr("estrangement.2+1.5")));
    EXPECT_THAT(faults(", gain: 90"), Contains(HasSubstr("24")));
    EXPECT_THAT(faults(", volume: 3"), Contains(HasSubstr("did you mean `gain`")));
    EXPECT_THAT(faults(", length: 0"), Contains(HasSubstr("more than 0")));
    EXPECT_THAT(faultsOf(std::string("sound: [{gain: 3}]\n") + kTail),
                Contains(HasSubstr("needs its `file`")));
    EXPECT_THAT(faultsOf(std::string("sound: a.wav\n") + kTail),
                Contains(HasSubstr("begin with `- `")));
}

TEST(SoundOfFilm, IsComputedOrACue) {
    const auto track = [](const std::string& keys) {
        return sceneOf("sound: [{" + keys + "}]\n" + kTail).sound.front();
    };
    using What = SoundTrack::What;
    EXPECT_EQ(track("synth: bells").what, What::bells);
    EXPECT_EQ(track("synth: pulse, apart: 0.5").apart, 0.5);
    EXPECT_EQ(track("synth: drone, notes: [D2, F#3, Bb2, A4]").notes,
              (std::vector<int>{38, 54, 46, 69}));
    EXPECT_EQ(track("synth: drone").what, What::drone);
    EXPECT_EQ(track("cue: duck, gain: -9").gain, -9);
    EXPECT_EQ(track("cue: silence").what, What::silence);
    EXPECT_EQ(track("file: a.wav").what, What::file);
    EXPECT_EQ(track("synth: bells, kinds: [a, b]").kinds, (std::vector<std::string>{"a", "b"}));
}

TEST(SoundOfFilm, ThatMixesWhatDoesNotBelongTogetherSaysSo) {
    const auto faults = [](const std::string& keys) {
        return faultsOf("sound: [{" + keys + "}]\n" + kTail);
    };
    EXPECT_THAT(faults("synth: gong"), Contains(HasSubstr("bells")));
    EXPECT_THAT(faults("synth: drone, notes: [H2]"), Contains(HasSubstr("`H2` is no note")));
    EXPECT_THAT(faults("synth: drone, notes: D9"), Contains(HasSubstr("`D9` is no note")));
    EXPECT_THAT(faults("synth: bells, file: a.wav"), Contains(HasSubstr("an entry of each")));
    EXPECT_THAT(faults("synth: bells, offset: 2"), Contains(HasSubstr("belongs to a `file`")));
    EXPECT_THAT(faults("synth: drone, kinds: a"), Contains(HasSubstr("`kinds` belongs to")));
    EXPECT_THAT(faults("file: a.wav, notes: D2"), Contains(HasSubstr("`notes` belongs to")));
    EXPECT_THAT(faults("cue: silence, gain: -3"), Contains(HasSubstr("`cue: duck`")));
    EXPECT_THAT(faults("cue: duck, gain: 3"), Contains(HasSubstr("below 0, such as -12")));
}

TEST(SoundOfFilm, IsOfKindsThatThereAre) {
    const auto fault = [](const std::string& kind) {
        return checked("sound: [{synth: bells, kinds: " + kind + "}]\n" + kTail);
    };
    EXPECT_THAT(fault("students"), testing::IsEmpty());
    EXPECT_THAT(fault("studnets"), Contains(HasSubstr("did you mean `students`")));
}

TEST(SoundOfFilm, BeginsWhereThereIsAChapterAndAStep) {
    const auto fault = [](const std::string& at) {
        return checked("sound: [{file: a.wav, at: " + at + "}]\n" + kTail);
    };
    EXPECT_THAT(fault("one.1"), testing::IsEmpty());
    EXPECT_THAT(fault("oen"), Contains(HasSubstr("did you mean `one`")));
    EXPECT_THAT(fault("one.2"), Contains(HasSubstr("has no step 2; it has 1")));
}

TEST(SoundOfStep, IsItsNarration) {
    const Scene scene = sceneOf(std::string(kTail) + "    narration: {en: a.wav, ru: b.wav}\n");
    const Step& step = scene.chapters.front().steps.front();
    EXPECT_TRUE(step.narration.find("en")->ends_with("/a.wav"));
    EXPECT_EQ(step.narrationPlace.line, 5);
}

}  // namespace
}  // namespace ebbflow::scene::test
