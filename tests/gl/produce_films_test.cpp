// Films and frames made by the library alone, without the program: what a program of one's own
// gets.

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <map>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "produce/frames.hpp"
#include "produce/load.hpp"
#include "produce/refusal.hpp"
#include "produce/render.hpp"
#include "produce/studio.hpp"
#include "produce/verify.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::produce {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Keeps what it is told, and wants an end after so many frames.
class Listener final : public Watcher {
public:
    void found(const core::Diagnostics& diagnostics) override { faults.append(diagnostics); }
    void begin(const std::string& /*name*/, std::int64_t count) override {
        announced += count;
        sinceBegin = 0;
    }
    bool wantsEnd() override { return endAfter >= 0 && frames >= endAfter; }
    void drawn(std::int64_t before) override {
        EXPECT_EQ(before, sinceBegin++);
        ++frames;
    }

    core::Diagnostics faults;
    std::int64_t announced = 0, frames = 0, sinceBegin = 0, endAfter = -1;
};

class Made : public testing::Test {
protected:
    Made() {
        setenv("EBBFLOW_ATLAS", EBBFLOW_SOURCE_DIR "/geodata", 1);
        std::ofstream(folder_ / "film.yaml") << test::kFilm;
        wish_.scene = folder_ / "film.yaml";
        wish_.output = folder_ / "out" / "a.mkv";
        std::filesystem::create_directory(folder_ / "out");
        wish_.size = encode::FrameSize{320, 180};
        wish_.from = FrameNumber{70};
        wish_.to = FrameNumber{76};
        wish_.device = Device::software;
    }
    std::vector<std::string> outputs() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder_ / "out"))
            names.push_back(entry.path().filename());
        std::ranges::sort(names);
        return names;
    }
    std::map<std::int64_t, core::Image> framesOf(const RenderWish& wish) {
        std::map<std::int64_t, core::Image> frames;
        EXPECT_TRUE(drawFrames(
            wish, [&](std::int64_t frame, const core::Image& image) { frames[frame] = image; },
            listener_));
        return frames;
    }

    const test::TemporaryFolder folder_;
    RenderWish wish_;
    Listener listener_;
};

TEST_F(Made, FramesForASinkAreTheStillsAtTheirTimes) {
    const auto frames = framesOf(wish_);
    ASSERT_EQ(frames.size(), 6U);
    EXPECT_EQ(frames.begin()->first, 70);
    EXPECT_EQ(listener_.announced, 6);
    EXPECT_EQ(listener_.frames, 6);
    core::Diagnostics diagnostics;
    const auto plan =
        loadPlan(SceneChoice{wish_.scene, encode::FrameSize{320, 180}}, {}, diagnostics);
    ASSERT_TRUE(plan) << test::words(diagnostics);
    StudioOptions options;
    options.device = Device::software;
    Studio studio(plan, options);
    for (const auto& [frame, image] : frames) {
        const auto time = core::frameStart(frame, plan->film->scene.frame.rate);
        EXPECT_TRUE(studio.picture(time, 320, 180) == image) << frame;
    }
}

TEST_F(Made, FramesOfAPartKeepTheirNumbersAndLook) {
    const auto whole = framesOf(wish_);
    wish_.from = FrameNumber{73};
    const auto part = framesOf(wish_);
    ASSERT_EQ(part.size(), 3U);
    for (const auto& [frame, image] : part) EXPECT_TRUE(image == whole.at(frame)) << frame;
}

TEST_F(Made, FramesAreOfOneFilmAtATime) {
    wish_.languages = {"all"};
    EXPECT_THROW((void)drawFrames(
                     wish_, [](auto, const auto&) { FAIL(); }, listener_),
                 Refusal);
}

TEST_F(Made, FilmIsWholeAndTrueToItsManifest) {
    ASSERT_TRUE(render(wish_, {}, listener_)) << test::words(listener_.faults);
    EXPECT_THAT(outputs(), ElementsAre("a.mkv", "a.mkv.manifest.json"));
    const auto verified = verify({wish_.output, {}, {}}, listener_);
    ASSERT_TRUE(verified);
    EXPECT_TRUE(verified->isSame());
    EXPECT_EQ(verified->drawn, 6U);
}

TEST_F(Made, FilmIsTheSameHoweverManySegmentsAreMadeAtATime) {
    wish_.segment = 4;
    wish_.from = FrameNumber{60};
    wish_.to = FrameNumber{93};
    std::map<int, std::string> films, manifests;
    for (const int jobs : {1, 2, 3, 20}) {
        Listener listener;
        ASSERT_TRUE(render(wish_, {.overwrite = true, .jobs = jobs}, listener));
        EXPECT_EQ(listener.frames, 33) << jobs;
        films[jobs] = core::readWhole(wish_.output);
        manifests[jobs] = core::readWhole(wish_.output.string() + ".manifest.json");
    }
    for (const int jobs : {2, 3, 20}) {
        EXPECT_TRUE(films[jobs] == films[1]) << jobs;
        EXPECT_TRUE(manifests[jobs] == manifests[1]) << jobs;
    }
}

TEST_F(Made, VersionsMadeSeveralSegmentsAtATimeAreEachWhole) {
    wish_.segment = 3;
    wish_.from = FrameNumber{60};
    wish_.to = FrameNumber{76};
    wish_.languages = {"all"};
    ASSERT_TRUE(render(wish_, {.jobs = 1}, listener_));
    std::map<std::string, std::string> alone;
    for (const std::string& name : outputs()) alone[name] = core::readWhole(folder_ / "out" / name);
    ASSERT_GT(alone.size(), 3U) << "two films at least";
    ASSERT_TRUE(render(wish_, {.overwrite = true, .jobs = 3}, listener_));
    for (const auto& [name, bytes] : alone)
        EXPECT_TRUE(core::readWhole(folder_ / "out" / name) == bytes) << name;
}

TEST_F(Made, VersionsThatKeptDifferentSegmentsAreEachTakenUp) {
    wish_.segment = 2;
    wish_.from = FrameNumber{60};
    wish_.to = FrameNumber{80};
    wish_.languages = {"all"};
    ASSERT_TRUE(render(wish_, {.jobs = 1}, listener_));
    std::map<std::string, std::string> whole;
    for (const std::string& name : outputs()) whole[name] = core::readWhole(folder_ / "out" / name);
    // One film's first segments alone are there already: the others' lanes begin elsewhere.
    for (const std::int64_t kept : {62, 66, 70}) {
        for (const std::string& name : outputs())
            std::filesystem::remove_all(folder_ / "out" / name);
        RenderWish first = wish_;
        first.languages = {"en"};
        first.output = folder_ / "out" / "a.en.mkv";
        listener_.endAfter = listener_.frames + (kept - 60) + 8;
        EXPECT_THROW((void)render(first, {.jobs = 1}, listener_), core::Failure);
        listener_.endAfter = -1;
        ASSERT_TRUE(render(wish_, {.resume = true, .jobs = 3}, listener_));
        for (const auto& [name, bytes] : whole) {
            if (name.ends_with(".json")) continue;
            EXPECT_TRUE(core::readWhole(folder_ / "out" / name) == bytes) << name << kept;
        }
    }
}

TEST_F(Made, FilmThatIsEndedWhileSeveralSegmentsAreMadeIsTakenUp) {
    wish_.segment = 2;
    wish_.to = FrameNumber{110};
    listener_.endAfter = 25;
    EXPECT_THROW((void)render(wish_, {.jobs = 3}, listener_), core::Failure);
    EXPECT_THAT(outputs(), ElementsAre("a.mkv.part.d"));
    Listener second;
    ASSERT_TRUE(render(wish_, {.resume = true, .jobs = 2}, second));
    EXPECT_LT(second.frames, 40);
    const std::string film = core::readWhole(wish_.output);
    ASSERT_TRUE(render(wish_, {.overwrite = true, .jobs = 1}, second));
    EXPECT_TRUE(core::readWhole(wish_.output) == film);
}

TEST_F(Made, FilmThatIsEndedInItsMidstIsNotThere) {
    listener_.endAfter = 3;
    EXPECT_THROW((void)render(wish_, {}, listener_), core::Failure);
    EXPECT_EQ(listener_.frames, 3);
    EXPECT_THAT(outputs(), IsEmpty());
}

TEST_F(Made, FilmThatIsEndedKeepsItsSegmentsForTheNextTime) {
    wish_.segment = 2;
    // Some frames are always still on their way to the encoder.
    wish_.to = FrameNumber{90};
    listener_.endAfter = 16;
    try {
        (void)render(wish_, {}, listener_);
        FAIL() << "it was to end";
    } catch (const core::Failure& failure) {
        EXPECT_THAT(failure.what(), HasSubstr("interrupted"));
    }
    EXPECT_THAT(outputs(), ElementsAre("a.mkv.part.d"));
    Listener second;
    ASSERT_TRUE(render(wish_, RenderManner{.resume = true}, second));
    EXPECT_LT(second.frames, 20);
    EXPECT_THAT(outputs(), ElementsAre("a.mkv", "a.mkv.manifest.json"));
    Listener third;
    ASSERT_TRUE(render(wish_, RenderManner{.resume = true}, third));
    EXPECT_EQ(third.frames, 0) << "an equal wish is finished";
    wish_.sound = false;
    EXPECT_THROW((void)render(wish_, RenderManner{.resume = true}, third), core::Failure);
}

TEST_F(Made, FaultsOfTheSceneAreToldAndNothingIsWritten) {
    std::ofstream(folder_ / "film.yaml")
        << "title: x\nchapters:\n  - {date: 1951, shwo: [Peking]}\n";
    EXPECT_FALSE(render(wish_, {}, listener_));
    EXPECT_TRUE(listener_.faults.hasErrors());
    EXPECT_FALSE(drawFrames(
        wish_, [](auto, const auto&) { FAIL(); }, listener_));
    EXPECT_THAT(outputs(), IsEmpty());
}

}  // namespace
}  // namespace ebbflow::produce
