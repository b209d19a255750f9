// The default film on the screen, in each of its languages: nothing lies over anything else.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "screen/furniture.hpp"
#include "support/film_fixture.hpp"
#include "unit/screen_faults.hpp"

namespace ebbflow::screen::test {
namespace {

using namespace ebbflow::test;

using testing::IsEmpty;

class DefaultFilmOnScreen : public testing::TestWithParam<std::string> {};

TEST_P(DefaultFilmOnScreen, HasNothingOverAnythingElse) {
    const auto plan = planOf(defaultFilm(), GetParam());
    EXPECT_THAT(namesOverNames(*plan).told, IsEmpty());
    EXPECT_THAT(piecesOverPieces(*plan).told, IsEmpty());
}

TEST_P(DefaultFilmOnScreen, ThePlayheadCrossesNoYear) {
    const auto plan = planOf(defaultFilm(), GetParam());
    std::size_t looked = 0;
    for (const auto time : everyHalfSecond(*plan)) {
        for (const Block& block : furnitureAt(Moment(*plan, time)).blocks) {
            if (block.name != "years") continue;
            const double foot = std::get<picture::PolylineItem>(block.items.back()).points.back().y;
            for (const auto& item : block.items) {
                const auto* year = std::get_if<picture::TextItem>(&item);
                if (year == nullptr) continue;
                EXPECT_GT(year->at.y + plan->ruler.measure(year->paragraph).inkTop, foot)
                    << year->paragraph.text;
                ++looked;
            }
        }
    }
    EXPECT_GT(looked, 1000U);
}

INSTANTIATE_TEST_SUITE_P(Languages, DefaultFilmOnScreen, testing::Values("en", "zh-Hans", "ru"),
                         [](const auto& language) { return language.param.substr(0, 2); });

}  // namespace
}  // namespace ebbflow::screen::test
