// The colours that kinds get when nobody chose one: whatever the kinds are called, lights of the
// first four are told apart by everybody who watches.

#include <gtest/gtest.h>

#include "story/kinds.hpp"
#include "support/colour_difference.hpp"

namespace ebbflow::story {
namespace {

using ebbflow::test::colourDifference;
using ebbflow::test::labOf;
using ebbflow::test::Sight;

std::vector<Kind> kindsOf(const std::vector<std::string>& names) {
    film::Film film;
    for (const std::string& name : names) {
        flow::Movement movement;
        movement.kind = name;
        movement.count = 1;
        film.tables.movements.push_back(movement);
    }
    core::Diagnostics diagnostics;
    return planKinds(film, diagnostics);
}

double apart(const Kind& one, const Kind& other, Sight sight) {
    const auto seen = [&](const Kind& kind) {
        return labOf(seenBy(sight, glm::dvec3(core::linear(kind.look.colour))));
    };
    return colourDifference(seen(one), seen(other));
}

class KindColours : public ::testing::TestWithParam<std::vector<std::string>> {};

TEST_P(KindColours, StayApartForEverySight) {
    const std::vector<Kind> kinds = kindsOf(GetParam());
    ASSERT_EQ(kinds.size(), GetParam().size());
    for (const Sight sight : {Sight::normal, Sight::deuteranope, Sight::protanope}) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                EXPECT_GE(apart(kinds[i], kinds[j], sight), 15)
                    << kinds[i].name << " and " << kinds[j].name << ", sight "
                    << static_cast<int>(sight);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Films, KindColours,
    ::testing::Values(std::vector<std::string>{"a", "b", "c", "d"},
                      std::vector<std::string>{"students", "advisers", "aid", "ideas"},
                      std::vector<std::string>{"ideas", "students", "letters", "goods"}));

}  // namespace
}  // namespace ebbflow::story
