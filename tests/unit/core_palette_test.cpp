// The four colours of the flows stay apart for everybody who watches.

#include <array>
#include <tuple>

#include <gtest/gtest.h>

#include <glm/common.hpp>

#include "core/colour.hpp"
#include "support/colour_difference.hpp"

namespace ebbflow::core::test {
namespace {

using ebbflow::test::colourDifference;
using ebbflow::test::Lab;
using ebbflow::test::labOf;
using ebbflow::test::Sight;

// Sharma, Wu and Dalal (2005), table 1, whole.
constexpr std::array<std::tuple<Lab, Lab, double>, 34> kPublishedPairs{{
    {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
    {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
    {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
    {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
    {{50, -1.1848, -84.8006}, {50, 0, -82.7485}, 1.0000},
    {{50, -0.9009, -85.5211}, {50, 0, -82.7485}, 1.0000},
    {{50, 0, 0}, {50, -1, 2}, 2.3669},
    {{50, -1, 2}, {50, 0, 0}, 2.3669},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0010}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0012}, 7.2195},
    {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0010, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0011, -2.4900}, 4.7461},
    {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
    {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
    {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
    {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
    {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
    {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2972, 0}, 1.0000},
    {{50, 2.5, 0}, {50, 1.8634, 0.5757}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2592, 0.3350}, 1.0000},
    {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
    {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
    {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
    {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
    {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
    {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
    {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
    {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
    {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
    {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
}};

TEST(Palette, TheYardstickGivesThePublishedDifferences) {
    for (const auto& [one, other, published] : kPublishedPairs) {
        EXPECT_NEAR(colourDifference(one, other), published, 1e-4);
        EXPECT_NEAR(colourDifference(other, one), published, 1e-4) << "the other way round";
    }
}

TEST(Palette, GreysAreSeenAlikeByAll) {
    for (const double grey : {0.0, 0.2, 0.7, 1.0}) {
        for (const Sight sight : {Sight::deuteranope, Sight::protanope}) {
            const Lab seen = labOf(seenBy(sight, glm::dvec3(grey)));
            EXPECT_LT(colourDifference(seen, labOf(glm::dvec3(grey))), 0.1);
        }
    }
}

TEST(Palette, RedAndGreenMeetForADeuteranope) {
    const glm::dvec3 red{0.55, 0.08, 0.02}, green{0.1, 0.33, 0.01};
    const auto apart = [&](Sight sight) {
        return colourDifference(labOf(seenBy(sight, red)), labOf(seenBy(sight, green)));
    };
    EXPECT_GT(apart(Sight::normal), 50);
    EXPECT_LT(apart(Sight::deuteranope), apart(Sight::normal) / 2);
}

/// How far apart two colours of the palette are, CIEDE2000.
double apart(std::string_view one, std::string_view other, Sight sight) {
    const auto seen = [&](std::string_view name) {
        return labOf(seenBy(sight, glm::dvec3(linear(parseColour(name).value()))));
    };
    return colourDifference(seen(one), seen(other));
}

TEST(Palette, TheFourHuesStayApartForEverySightAndTheOthersFromThem) {
    constexpr std::array kHues{"gold", "cyan", "vermilion", "violet"};
    constexpr std::array kOthers{"jade", "rose", "sand", "white"};
    for (const Sight sight : {Sight::normal, Sight::deuteranope, Sight::protanope}) {
        for (const char* hue : kHues) {
            for (const char* other : kHues) {
                if (hue == other) continue;
                EXPECT_GE(apart(hue, other, sight), 15)
                    << hue << " and " << other << ", sight " << static_cast<int>(sight);
            }
            for (const char* other : kOthers) {
                EXPECT_GE(apart(hue, other, sight), 10)
                    << hue << " and " << other << ", sight " << static_cast<int>(sight);
            }
        }
    }
}

}  // namespace
}  // namespace ebbflow::core::test
