// What a ruler says stays true however much is measured after it, and whoever asks at the same
// time.

#include <gtest/gtest.h>

#include <thread>

#include "text/ruler.hpp"

namespace ebbflow::text {
namespace {

Paragraph numbered(int number) {
    Paragraph paragraph;
    paragraph.text = "Reading " + std::to_string(number) + " of a clock";
    paragraph.language = "en";
    return paragraph;
}

Ruler makeRuler() {
    return Ruler(std::make_shared<const Typesetter>(defaultFonts()));
}

TEST(Ruler, AMeasureStandsHoweverManyFollow) {
    const Ruler ruler = makeRuler();
    const auto& first = ruler.measure(numbered(0));
    const Measure asItWas = first;
    // More than it remembers.
    for (int i = 1; i <= 4200; ++i) (void)ruler.measure(numbered(i));
    EXPECT_EQ(first, asItWas);
    EXPECT_EQ(ruler.measure(numbered(0)), asItWas);
}

TEST(Ruler, ManyThreadsAreToldTheSame) {
    const Ruler ruler = makeRuler();
    const Typesetter alone(defaultFonts());
    std::vector<Measure> expected;
    for (int i = 0; i < 40; ++i) expected.push_back(alone.measure(numbered(i)));
    std::vector<std::vector<Measure>> told(4);
    {
        std::vector<std::jthread> threads;
        for (auto& mine : told) {
            threads.emplace_back([&mine, &ruler] {
                for (int i = 0; i < 40; ++i) mine.push_back(ruler.measure(numbered(i)));
            });
        }
    }
    for (const auto& mine : told) EXPECT_EQ(mine, expected);
}

}  // namespace
}  // namespace ebbflow::text
