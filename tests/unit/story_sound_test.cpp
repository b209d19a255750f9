// Sounds begin on the sample of the film that the script means, end with the film, and set the
// lengths of the steps that they narrate.

#include <gmock/gmock.h>

#include "sound/sample_time.hpp"
#include "story/sound_plan.hpp"
#include "support/film_fixture.hpp"
#include "support/sound_files.hpp"

namespace ebbflow::story::test {
namespace {

using namespace ebbflow::test;

using ebbflow::test::clickAt;
using ebbflow::test::writeWav;
using testing::HasSubstr;

constexpr std::int64_t kSecond = sound::kSampleRate;

class SoundPlan : public testing::Test {
protected:
    void SetUp() override {
        for (const auto& [name, seconds] : {std::pair{"short", 3}, {"long", 40}, {"longer", 41}})
            writeWav(folder_ / (std::string(name) + ".wav"), seconds * kSecond, clickAt(0));
    }

    [[nodiscard]] std::shared_ptr<const frame::Plan> planWith(const std::string& sound,
                                                              const std::string& step,
                                                              const story::StoryOptions& options = {
                                                                  "en"}) {
        std::ofstream(folder_ / "film.yaml") << "title: x\nlanguages: [en, ru]\n" + sound +
                                                    "\nchapters:\n"
                                                    "  - {id: one, date: 1950, length: 5.5}\n"
                                                    "  - id: two\n    steps:\n"
                                                    "      - {date: 1951, length: 4}\n"
                                                    "      - {date: 1952" +
                                                    step + "}\n";
        core::Diagnostics diagnostics;
        auto plan = frame::makePlan(filmAt(folder_ / "film.yaml"),
                                    std::make_shared<const text::Typesetter>(text::defaultFonts()),
                                    options, diagnostics);
        said_ = words(diagnostics);
        return plan;
    }

    ebbflow::test::TemporaryFolder folder_;
    std::string said_;
};

TEST_F(SoundPlan, ClipsBeginWhereTheScriptSays) {
    const auto clips = mixOf(*planWith("sound: [{file: short.wav, at: 2.5, offset: 1, gain: -6},"
                                       " {file: long.wav, at: two.2+0.5, fade_out: 2},"
                                       " {file: long.wav, at: two, length: 1}]",
                                       ", length: 10"))
                           .clips;
    ASSERT_EQ(clips.size(), 3U);
    EXPECT_EQ(clips[0].start, kSecond * 5 / 2);
    EXPECT_EQ(clips[0].offset, kSecond);
    EXPECT_EQ(clips[0].length, 2 * kSecond);
    EXPECT_EQ(clips[0].gain, -6);
    EXPECT_EQ(clips[1].start, 10 * kSecond);
    EXPECT_EQ(clips[1].length, kSecond * 19 / 2) << "to the film's end";
    EXPECT_EQ(clips[1].fadeOut, 2 * kSecond);
    EXPECT_EQ(clips[2].start, kSecond * 11 / 2);
    EXPECT_EQ(clips[2].length, kSecond);
}

TEST_F(SoundPlan, NarrationSetsTheLengthTheLongestOfAllLanguages) {
    const std::string narration = ", narration: {en: long.wav, ru: longer.wav}";
    const auto plan = planWith("", narration);
    EXPECT_EQ(plan->timeline.steps.back().length.seconds(), 41.5);
    const auto clips = mixOf(*plan).clips;
    ASSERT_EQ(clips.size(), 1U);
    EXPECT_EQ(clips[0].start, kSecond * 19 / 2);
    EXPECT_EQ(clips[0].length, 40 * kSecond);
    const auto fitted = planWith("", narration, {"en", false, true});
    EXPECT_EQ(fitted->timeline.steps.back().length.seconds(), 40.5);
}

TEST_F(SoundPlan, NarrationLongerThanItsStepIsSaid) {
    EXPECT_TRUE(planWith("", ", length: 10, narration: long.wav"));
    EXPECT_THAT(said_, HasSubstr("lasts 40.0 s and goes on when its step of 10 s is over"));
}

TEST_F(SoundPlan, WithoutSpeechOnlyWhatIsForAllLanguagesIsHeard) {
    const auto plan = planWith("sound: [{file: short.wav}, {file: {en: short.wav}}]",
                               ", narration: {en: short.wav}");
    EXPECT_EQ(mixOf(*plan).clips.size(), 3U);
    EXPECT_EQ(mixOf(*plan, false).clips.size(), 1U);
    EXPECT_EQ(mixOf(*planWith("sound: [{file: {ru: short.wav}}]", "")).clips.size(), 0U);
}

}  // namespace
}  // namespace ebbflow::story::test
