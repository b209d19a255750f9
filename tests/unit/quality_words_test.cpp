// What the plan of a film tells: words too small, out of the safe area, too short on the screen,
// each with its line of the script; and what a script wants of its pictures.

#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "quality/intent.hpp"
#include "quality/words_gate.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::quality {
namespace {

using namespace ebbflow::test;

const core::FrameRate kPal{25, 1};

const std::string kScript = R"(title: Film
source: A register
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
chapters:
  - title: One
    steps:
      - date: 1951
        show: [Peking, Moscow]
        length: 8
        caption: They leave in August.
      - date: 1952
        length: 6
        caption: Some of them return.
)";

class Words : public testing::Test {
protected:
    std::shared_ptr<const frame::Plan> plan_ =
        ebbflow::test::planOf(ebbflow::test::filmOf(kScript));

    [[nodiscard]] picture::FrameDescription at(std::int64_t frame) const {
        return frame::describe(*plan_, core::frameStart(frame, kPal));
    }

    /// One finding at most, after `change` of the frames 250 to 259, which show the second step.
    template <class Change>
    Report told(Change change) {
        WordsGate gate(*plan_);
        for (std::int64_t frame = 240; frame < 270; ++frame) {
            picture::FrameDescription description = at(frame);
            if (frame >= 250 && frame < 260) change(description);
            gate.add(frame, core::frameStart(frame, kPal), description);
        }
        Report report;
        gate.tell(report);
        return report;
    }

    picture::TextItem words(const std::string& text) {
        picture::TextItem item;
        item.paragraph.text = text;
        item.paragraph.language = "en";
        item.paragraph.style.size = 30;
        item.at = {400, 400};
        return item;
    }
};

TEST_F(Words, OfACleanFilmNothingIsSaid) {
    EXPECT_TRUE(told([](auto&) {}).findings.empty());
    EXPECT_TRUE(told([&](auto& d) { d.overlay.push_back(words("Inside")); }).findings.empty());
    Report report;
    tellReading(*plan_, kPal, report);
    EXPECT_TRUE(report.findings.empty());
}

TEST_F(Words, TooSmallAreFoundWithTimeAndLine) {
    const Report report = told([&](auto& d) {
        picture::TextItem small = words("Small print");
        small.paragraph.style.size = 20;
        d.overlay.push_back(small);
    });
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].rule, Rule::textHeight);
    EXPECT_EQ(report.findings[0].frames, (Span{250, 259}));
    EXPECT_EQ(report.findings[0].place.line, 12) << "the second step";
}

TEST_F(Words, OutsideTheSafeAreaAreFound) {
    const Report report = told([&](auto& d) {
        picture::TextItem outside = words("Too far left");
        outside.at.x = 1920 * 0.05 - 10;
        d.overlay.push_back(outside);
    });
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].rule, Rule::safeArea);
    EXPECT_EQ(report.findings[0].severity, core::Severity::error);
}

TEST_F(Words, ThatGlideWithTheMapOrCannotBeSeenMayCrossTheEdge) {
    EXPECT_TRUE(told([&](auto& d) {
                    picture::TextItem gliding = words("Peking"), unseen = words("Gone");
                    gliding.at.x = unseen.at.x = 0;
                    gliding.glides = true;
                    unseen.opacity = 0.05F;
                    d.overlay.push_back(gliding);
                    d.overlay.push_back(unseen);
                }).findings.empty());
}

TEST_F(Words, ACaptionOutsideIsFoundAtItsOwnLine) {
    const Report report = told([](auto& d) {
        for (auto& item : d.overlay) {
            auto* text = std::get_if<picture::TextItem>(&item);
            if (text != nullptr && text->paragraph.text.starts_with("Some")) text->at.y = 1060;
        }
    });
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].place.line, 14) << report.findings[0].message;
}

TEST_F(Words, ThatStandTooShortAreFound) {
    const std::string long_ =
        "Some of them return home by the railway that brought them here in the first place.";
    std::string script = kScript;
    script.replace(script.find("Some of them return."), 20, long_);
    const auto plan = ebbflow::test::planOf(ebbflow::test::filmOf(script));
    Report report;
    tellReading(*plan, kPal, report);
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings[0].rule, Rule::reading);
    EXPECT_EQ(report.findings[0].severity, core::Severity::warning);
    EXPECT_EQ(report.findings[0].place.line, 14);
    EXPECT_GE(report.findings[0].frames.first, 200);
    EXPECT_LE(report.findings[0].frames.last, 349);
}

TEST_F(Words, WhatOthersFoundGetsTheStepOfItsTime) {
    Report report;
    report.add(core::Severity::error, Rule::flash, {10, 20}, "early");
    report.add(core::Severity::error, Rule::flash, {210, 220}, "late");
    report.add(core::Severity::error, Rule::container, {}, "never");
    addPlaces(*plan_, kPal, 0, report);
    EXPECT_EQ(report.findings[0].place.line, 8);
    EXPECT_EQ(report.findings[1].place.line, 12);
    EXPECT_EQ(report.findings[2].place.line, 0);
    // A part of the film that begins at its second step.
    Report part;
    part.add(core::Severity::error, Rule::flash, {0, 1}, "late");
    addPlaces(*plan_, kPal, 200, part);
    EXPECT_EQ(part.findings[0].place.line, 12);
}

TEST_F(Words, WhatCheckSaysStandsAtItsStep) {
    core::Diagnostics said;
    said.warning({plan_->film->scene.file, 13, 3}, "a warning");
    said.note({"elsewhere.csv", 3, 1}, "a note");
    Report report;
    tellScript(*plan_, kPal, said, report);
    ASSERT_EQ(report.findings.size(), 2U);
    EXPECT_EQ(report.findings[0].frames, (Span{200, 349}));
    EXPECT_EQ(report.findings[0].severity, core::Severity::warning);
    EXPECT_FALSE(report.findings[1].frames.known());
}

TEST_F(Words, IntentKnowsRestFromMovement) {
    IntentReader reader(plan_->lights);
    const auto intentAt = [&](std::int64_t frame) { return reader.next(at(frame)); };
    (void)intentAt(20);
    EXPECT_TRUE(intentAt(60).moves) << "lights leave in 1951";
    EXPECT_TRUE(intentAt(0).dark) << "the film comes out of black";
    EXPECT_FALSE(intentAt(100).dark);
    picture::FrameDescription rests = at(300);
    rests.lights.clear();
    (void)reader.next(rests);
    rests.filmSeconds += 0.04;
    EXPECT_FALSE(reader.next(rests).moves) << "only the clock went on";
    rests.base.camera.bearing += 0.01;
    EXPECT_TRUE(reader.next(rests).moves);
}

}  // namespace
}  // namespace ebbflow::quality
