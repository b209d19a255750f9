// Facts of a file and of its sound: each wrong one gives exactly one finding.

#include <gtest/gtest.h>

#include <functional>

#include "quality/film_facts.hpp"

namespace ebbflow::quality {
namespace {

FilmFacts goodFacts() {
    FilmFacts facts;
    facts.container = "mov,mp4,m4a,3gp,3g2,mj2";
    facts.codec = "h264";
    facts.pixelFormat = "yuv420p";
    facts.grade = "High";
    facts.width = 1920;
    facts.height = 1080;
    facts.rate = facts.nominalRate = {30000, 1001};
    facts.range = "tv";
    facts.primaries = facts.transfer = facts.matrix = "bt709";
    facts.timecode = "10:00:00;00";
    facts.frames = 300;
    facts.sound.push_back({"aac", "eng", 48000, 2, 10.01, 0, {-23.2, 7, -3}});
    return facts;
}

Promise fullPromise() {
    Promise promise;
    promise.by = "its manifest";
    promise.rate = core::FrameRate{30000, 1001};
    promise.width = 1920;
    promise.height = 1080;
    promise.bits = 8;
    promise.frames = 300;
    promise.codec = "h264";
    promise.pixelFormat = "yuv420p";
    promise.grade = "High";
    promise.alpha = false;
    promise.container = "mov";
    promise.timecode = "10:00:00;00";
    promise.sound = true;
    return promise;
}

Report told(const FilmFacts& facts) {
    Report report;
    tellContainer(facts, fullPromise(), report);
    tellSound(facts, {}, report);
    return report;
}

TEST(ContainerFacts, OfAGoodFileAreNoFindings) {
    EXPECT_TRUE(told(goodFacts()).findings.empty());
    Report report;
    tellContainer(goodFacts(), {}, report);
    EXPECT_TRUE(report.findings.empty()) << "nothing is promised, nothing is held against it";
}

struct Wrong {
    const char* name;
    std::function<void(FilmFacts&)> change;
    core::Severity severity;
    Rule rule;
    const char* says;
};

void PrintTo(const Wrong& wrong, std::ostream* out) {
    *out << wrong.name;
}

class WrongFact : public testing::TestWithParam<Wrong> {};

TEST_P(WrongFact, IsOneFinding) {
    FilmFacts facts = goodFacts();
    GetParam().change(facts);
    const Report report = told(facts);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].severity, GetParam().severity);
    EXPECT_EQ(report.findings[0].rule, GetParam().rule);
    EXPECT_NE(report.findings[0].message.find(GetParam().says), std::string::npos)
        << report.findings[0].message;
}

constexpr auto kError = core::Severity::error;
constexpr auto kWarning = core::Severity::warning;

INSTANTIATE_TEST_SUITE_P(
    Facts, WrongFact,
    testing::Values(
        Wrong{"start", [](auto& f) { f.startSeconds = 0.04; }, kError, Rule::container,
              "starts at 0.0400 s"},
        Wrong{"declared_rate",
              [](auto& f) {
                  f.nominalRate = {30, 1};
              },
              kError, Rule::container, "30 as declared"},
        Wrong{"uneven", [](auto& f) { f.uneven = 3, f.firstUneven = 17; }, kError, Rule::container,
              "3 frames"},
        Wrong{"damaged", [](auto& f) { f.damaged = 1; }, kError, Rule::container, "damaged"},
        Wrong{"interlaced", [](auto& f) { f.interlaced = true; }, kError, Rule::container,
              "interlaced"},
        Wrong{"aspect", [](auto& f) { f.pixelAspect = 16.0 / 15; }, kError, Rule::container,
              "not square"},
        Wrong{"untagged", [](auto& f) { f.transfer = "unknown"; }, kWarning, Rule::container,
              "transfer is not tagged"},
        Wrong{"matrix", [](auto& f) { f.matrix = "smpte170m"; }, kError, Rule::container,
              "smpte170m instead of bt709"},
        Wrong{"range", [](auto& f) { f.range = "pc"; }, kWarning, Rule::container, "full range"},
        Wrong{"width", [](auto& f) { f.width = 1440; }, kError, Rule::container,
              "1440 instead of 1920"},
        Wrong{"bits", [](auto& f) { f.bits = 10; }, kError, Rule::container, "10 instead of 8"},
        Wrong{"frames", [](auto& f) { f.frames = 299; }, kError, Rule::container,
              "299 instead of 300"},
        Wrong{"grade", [](auto& f) { f.grade = "Main"; }, kError, Rule::container,
              "Main instead of High"},
        Wrong{"alpha", [](auto& f) { f.alpha = true; }, kError, Rule::container,
              "there instead of missing"},
        Wrong{"codec", [](auto& f) { f.codec = "hevc"; }, kError, Rule::container,
              "hevc instead of h264"},
        Wrong{"pixel_format", [](auto& f) { f.pixelFormat = "yuv422p10le"; }, kError,
              Rule::container, "yuv422p10le instead of yuv420p"},
        Wrong{"container", [](auto& f) { f.container = "matroska,webm"; }, kError, Rule::container,
              "instead of mov"},
        Wrong{"timecode", [](auto& f) { f.timecode = ""; }, kError, Rule::container,
              "none instead of 10:00:00;00"},
        Wrong{"no_sound", [](auto& f) { f.sound.clear(); }, kError, Rule::container,
              "missing instead of there"},
        Wrong{"loud", [](auto& f) { f.sound[0].loudness.integrated = -22.4; }, kError,
              Rule::loudness, "-22.4 LUFS"},
        Wrong{"soft", [](auto& f) { f.sound[0].loudness.integrated = -30; }, kError, Rule::loudness,
              "-30.0 LUFS"},
        Wrong{"silent",
              [](auto& f) {
                  f.sound[0].loudness = {-70, 0, -120};
              },
              kWarning, Rule::loudness, "silent"},
        Wrong{"peak", [](auto& f) { f.sound[0].loudness.truePeak = -0.4; }, kError, Rule::truePeak,
              "-0.4 dBTP"},
        Wrong{"short_sound", [](auto& f) { f.sound[0].seconds = 9; }, kWarning, Rule::container,
              "lasts 9.00 s"}),
    [](const auto& row) { return row.param.name; });

TEST(ContainerFacts, ARateThatNobodyUsesIsWarnedOf) {
    FilmFacts facts = goodFacts();
    facts.rate = facts.nominalRate = {27, 1};
    Report report;
    tellContainer(facts, {}, report);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].severity, kWarning);
}

TEST(Report, PutsErrorsFirstAndThenGoesByTime) {
    Report report;
    report.add(core::Severity::note, Rule::frozen, {1, 2}, "a");
    report.add(core::Severity::error, Rule::flash, {50, 60}, "b");
    report.add(core::Severity::error, Rule::levels, {5, 6}, "c");
    EXPECT_TRUE(report.hasErrors());
    report.sort();
    EXPECT_EQ(report.findings[0].message + report.findings[1].message + report.findings[2].message,
              "cba");
}

}  // namespace
}  // namespace ebbflow::quality
