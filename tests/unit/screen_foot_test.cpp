// What a step says of itself tells of that step alone: legend, line of sources, counters and title
// of what is seen there, on a foot that is dark enough for them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frame/describe.hpp"
#include "screen/furniture.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> wordsOf(const std::optional<Block>& block) {
    std::vector<std::string> words;
    if (!block) return words;
    for (const picture::OverlayItem& item : block->items) {
        const auto* text = std::get_if<picture::TextItem>(&item);
        if (text != nullptr && text->opacity > 0) words.push_back(text->paragraph.text);
    }
    return words;
}

Moment at(const frame::Plan& plan, double seconds) {
    return {plan, core::FilmTime::fromSeconds(seconds)};
}

/// Two kinds, each in a step of its own, in one chapter.
const std::string kTwoSteps = R"yaml(title: Film
sources:
  - {id: caption, citation: The caption's}
  - {id: figure, citation: The figure's}
  - {id: first, citation: The first row's}
  - {id: second, citation: The second row's}
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951, count: 50, source: first, confidence: documented}
  - {kind: advisers, from: Moscow, to: Peking, when: 1955, count: 50, source: second, confidence: estimate}
figures:
  - {id: sent, date: 1951, value: 375, label: Sent in 1951, source: figure, confidence: documented}
screen: {counters: [sent]}
chapters:
  - title: The only chapter
    steps:
      - {date: 1951, length: 8, caption: {at: 3, en: They leave.}, source: caption}
      - {date: 1952/1954, length: 8}
      - {date: 1955, length: 8}
)yaml";

/// kTwoSteps with a legend of what is new.
std::string withNewRows(std::string film) {
    const std::string screen = "screen: {counters: [sent]}";
    film.replace(film.find(screen), screen.size(),
                 "screen: {counters: [sent], legend: {when: new}}");
    return film;
}

TEST(Legends, OfWhatIsNewComeWithItAndGoAfterFourSeconds) {
    const auto plan = planOf(filmOf(withNewRows(kTwoSteps)));
    EXPECT_THAT(wordsOf(blockOf("legend", at(*plan, 2))),
                ElementsAre("students", "one light = 1 person"));
    EXPECT_THAT(wordsOf(blockOf("legend", at(*plan, 5))), IsEmpty());
    // The third step has another kind; its scale has been told before, but not lately.
    EXPECT_THAT(wordsOf(blockOf("legend", at(*plan, 18))),
                testing::Contains(HasSubstr("advisers")));
    EXPECT_THAT(wordsOf(blockOf("legend", at(*plan, 21))), IsEmpty());
}

TEST(Legends, OfWhatIsNewFadeAndNeverJump) {
    const auto plan = planOf(filmOf(withNewRows(kTwoSteps)));
    double last = 0;
    for (double seconds = 0; seconds < 24; seconds += 0.04) {
        const auto block = blockOf("legend", at(*plan, seconds));
        double now = 0;
        if (block) {
            for (const picture::OverlayItem& item : block->items) {
                if (const auto* text = std::get_if<picture::TextItem>(&item))
                    now = std::max<double>(now, text->opacity);
            }
        }
        EXPECT_LT(std::abs(now - last), 0.15) << seconds;
        last = now;
    }
}

TEST(Legends, ListWhatIsSeenInTheirStep) {
    const auto plan = planOf(filmOf(kTwoSteps));
    EXPECT_THAT(wordsOf(blockOf("legend", at(*plan, 4))),
                ElementsAre("students", "one light = 1 person"));
    EXPECT_THAT(wordsOf(blockOf("legend", at(*plan, 20))),
                ElementsAre("advisers", "one light = 1 person"));
}

TEST(SourceLines, SayWhatTheStepRestsOnTheCaptionFirst) {
    const auto plan = planOf(filmOf(kTwoSteps));
    EXPECT_THAT(wordsOf(blockOf("sources", at(*plan, 4))),
                ElementsAre("Sources: The caption's; The figure's; The first row's",
                            "students: documented"));
    EXPECT_THAT(wordsOf(blockOf("sources", at(*plan, 20))),
                ElementsAre("Source: The second row's", "advisers: estimated"));
}

TEST(SourceLines, GoOnInTheLowerRowBesideTheConfidence) {
    const std::string citation = " and a long citation that takes half of the width of the picture";
    std::string script = "title: Film\nsources:\n";
    std::string ids;
    for (const std::string id : {"one", "two", "three", "four", "five", "six"}) {
        script += "  - {id: " + id + ", citation: " + id + citation + "}\n";
        ids += (ids.empty() ? "" : ", ") + id;
    }
    const auto plan =
        planOf(filmOf(script + "chapters:\n  - {date: 1951, length: 5, source: [" + ids + "]}\n"));
    const auto rows = wordsOf(blockOf("sources", at(*plan, 2)));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_THAT(rows[0], testing::StartsWith("Sources: one"));
    EXPECT_THAT(rows[0], HasSubstr("two"));
    EXPECT_THAT(rows[1], testing::StartsWith("three"));
    EXPECT_THAT(rows[1], testing::EndsWith("; …"));
}

TEST(Counters, GoAYearAfterTheirDateAndFadeBefore) {
    const auto plan = planOf(filmOf(kTwoSteps));
    EXPECT_THAT(wordsOf(blockOf("counters", at(*plan, 4))), ElementsAre("375", "Sent in 1951"));
    // 1952 to 1954 take eight seconds: in the last three of them the count is old.
    EXPECT_THAT(wordsOf(blockOf("counters", at(*plan, 13))), IsEmpty());
    double last = 1;
    for (double seconds = 8; seconds < 13; seconds += 0.04) {
        const auto block = blockOf("counters", at(*plan, seconds));
        const double now = block ? std::get<picture::TextItem>(block->items.front()).opacity : 0;
        EXPECT_LE(now, last + 1e-6);
        EXPECT_GE(now, last - 0.2) << "at " << seconds;
        last = now;
    }
    EXPECT_EQ(last, 0);
}

TEST(Titles, LeaveBeforeTheFirstCaptionIsThere) {
    const auto plan = planOf(filmOf(kTwoSteps));
    EXPECT_TRUE(blockOf("title", at(*plan, 2)));
    EXPECT_FALSE(blockOf("title", at(*plan, 3.25)));
}

/// The soft dark ground at the foot; null where there is none.
std::optional<picture::BoxItem> scrimIn(const frame::Plan& plan, double seconds) {
    for (const picture::OverlayItem& item :
         frame::describe(plan, core::FilmTime::fromSeconds(seconds)).overlay) {
        const auto* box = std::get_if<picture::BoxItem>(&item);
        if (box != nullptr && box->soft > 0) return *box;
    }
    return std::nullopt;
}

TEST(Scrim, LiesUnderAllThatStandsAtTheFoot) {
    const auto plan = planOf(filmOf(kTwoSteps));
    const auto scrim = scrimIn(*plan, 4);
    ASSERT_TRUE(scrim);
    const Furniture furniture = furnitureAt(at(*plan, 4));
    EXPECT_LT(scrim->box.y + scrim->soft, furniture.placed.floor + 50);
    EXPECT_LT(scrim->box.y, furniture.placed.floor - plan->foot.captionHeight - 40);
    EXPECT_EQ(scrim->box.y + scrim->box.height, core::kReferenceHeight);
    EXPECT_EQ(scrim->box.width, 1920);
    EXPECT_GT(scrim->colour.a, 0.7);
}

TEST(Scrim, IsNotThereWhereTheScriptOrAnEmptyFootHasNone) {
    const auto with = [](const std::string& screen) {
        const auto plan = planOf(
            filmOf("title: Film\nscreen: {" + screen + "}\nchapters: [{date: 1951, length: 6}]\n"));
        return scrimIn(*plan, 3).has_value();
    };
    EXPECT_TRUE(with("date: yes"));
    EXPECT_TRUE(with("years: no"));
    EXPECT_FALSE(with("scrim: no"));
    EXPECT_FALSE(with("years: no, sources: no"));
    EXPECT_FALSE(with("years: top, sources: top"));
}

}  // namespace
}  // namespace ebbflow::screen::test
