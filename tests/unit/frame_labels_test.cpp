// Names on the map over the whole default film: none runs into another, none swaps sides or pops.

#include <gtest/gtest.h>

#include <set>

#include "frame/describe.hpp"
#include "unit/frame_fixture.hpp"

namespace ebbflow::frame::test {
namespace {

class Labels : public testing::TestWithParam<std::string> {};

struct Seen {
    std::string text;
    core::PixelBox box;
};

std::vector<Seen> seenAt(const Plan& plan, core::FilmTime time) {
    std::vector<Seen> seen;
    const CameraView view = cameraAt(plan.timeline, time);
    for (const PlannedLabel& label : plan.labels) {
        const double t = time.seconds();
        if (t <= label.start || t >= label.end) continue;
        const auto anchor = project(view, plan.aspect, label.at);
        if (anchor) seen.push_back({label.paragraph.text, labelBox(label, *anchor)});
    }
    return seen;
}

/// Pixels by which two boxes share both width and height.
double shared(const core::PixelBox& a, const core::PixelBox& b) {
    const double x = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double y = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return std::min(x, y);
}

bool inPicture(const core::PixelBox& box) {
    return box.x < 1920 && box.x + box.width > 0 && box.y < 1080 && box.y + box.height > 0;
}

TEST_P(Labels, NeverOverlapAtAnyFifthFrame) {
    const auto plan = planOf(defaultFilm(), GetParam());
    const core::FrameRate rate{25, 1};
    std::set<std::string> reported;
    std::size_t looked = 0;
    for (std::int64_t frame = 0; frame < plan->frameCount(rate); frame += 5) {
        const auto seen = seenAt(*plan, core::frameStart(frame, rate));
        looked += seen.size();
        for (std::size_t i = 0; i < seen.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (!inPicture(seen[i].box) || !inPicture(seen[j].box)) continue;
                if (shared(seen[i].box, seen[j].box) <= 0) continue;
                if (reported.insert(seen[i].text + "/" + seen[j].text).second)
                    ADD_FAILURE() << seen[i].text << " over " << seen[j].text << " in frame "
                                  << frame;
            }
        }
    }
    EXPECT_GT(looked, 2000U);
}

TEST_P(Labels, FadeInAndOutAndStayLongEnough) {
    const auto plan = planOf(defaultFilm(), GetParam());
    for (const PlannedLabel& label : plan->labels) {
        EXPECT_GE(label.end - label.start, 2 * kLabelFade) << label.paragraph.text;
        EXPECT_FALSE(label.paragraph.text.empty());
        EXPECT_GE(label.paragraph.style.size, 0.019 * core::kReferenceHeight);
    }
    EXPECT_TRUE(std::ranges::is_sorted(plan->labels, {}, &PlannedLabel::start));
}

INSTANTIATE_TEST_SUITE_P(Languages, Labels, testing::Values("en", "zh-Hans", "ru"),
                         [](const auto& language) { return language.param.substr(0, 2); });

TEST(LabelBoxes, LieBesideTheirPlace) {
    PlannedLabel label;
    label.width = 100;
    label.height = 20;
    const core::PixelPoint anchor{500, 400};
    const auto boxOf = [&](LabelSide side) {
        label.side = side;
        return labelBox(label, anchor);
    };
    EXPECT_GT(boxOf(LabelSide::right).x, 500);
    EXPECT_LT(boxOf(LabelSide::left).x + 100, 500);
    EXPECT_LT(boxOf(LabelSide::above).y + 20, 400);
    EXPECT_GT(boxOf(LabelSide::below).y, 400);
}

}  // namespace
}  // namespace ebbflow::frame::test
