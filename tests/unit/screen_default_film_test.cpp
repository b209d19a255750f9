// The default film on the screen, in each of its languages: nothing lies over anything else.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

INSTANTIATE_TEST_SUITE_P(Languages, DefaultFilmOnScreen, testing::Values("en", "zh-Hans", "ru"),
                         [](const auto& language) { return language.param.substr(0, 2); });

}  // namespace
}  // namespace ebbflow::screen::test
