// --samples and --shutter from outside: off is as ever, a frame of a film is the still of its time,
// and what cannot be is refused.

#include <gmock/gmock.h>

#include "encode/png.hpp"
#include "support/program.hpp"

namespace ebbflow::test {
namespace {

using BetterPixels = ProgramTest;

const Arguments kSmall{"--size", "320x180"};

Arguments small(const Arguments& more) {
    Arguments all = kSmall;
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

TEST_F(BetterPixels, OffAreThePicturesAsEver) {
    const core::Image plain = still(smallScene(), "2.5", kSmall);
    EXPECT_EQ(still(smallScene(), "2.5", small({"--samples", "1", "--shutter", "0"})), plain);
    EXPECT_NE(still(smallScene(), "2.5", small({"--samples", "4"})), plain);
    EXPECT_NE(still(smallScene(), "2.5", small({"--shutter", "180"})), plain);
}

TEST_F(BetterPixels, FramesOfAFilmAreTheStillsAtTheirTimes) {
    const Arguments how{"--samples", "4", "--shutter", "180", "--shutter-moments", "4"};
    Arguments film{"render",     smallScene(), "-o",     at("frames/%05d.png"),
                   "--software", "--quiet",    "--from", "f60",
                   "--to",       "f63"};
    for (const std::string& word : small(how)) film.push_back(word);
    const Said said = run(film);
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_EQ(encode::readPng(at("frames/00062.png")), still(smallScene(), "f62", small(how)));
    EXPECT_THAT(readText(at("frames/frames.manifest.json")),
                testing::AllOf(testing::HasSubstr("\"samples\""), testing::HasSubstr("180°")));
}

TEST_F(BetterPixels, WhatCannotBeIsRefused) {
    for (const Arguments& how : {Arguments{"--samples", "3"}, Arguments{"--shutter", "400"}}) {
        Arguments all{"still", smallScene(), "--at", "1", "-o", at("a.png")};
        all.insert(all.end(), how.begin(), how.end());
        EXPECT_EQ(run(all).status, 2);
    }
    const Said said = run({"still", smallScene(), "--at", "1", "-o", at("a.png"), "--software",
                           "--size", "8000x4500", "--samples", "16"});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.err, testing::HasSubstr("32000 × 18000 pixels"));
    EXPECT_THAT(names(), testing::IsEmpty());
}

}  // namespace
}  // namespace ebbflow::test
