// Cameras that look where the map's projection shows nothing.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "film/check_domain.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::film {
namespace {

using namespace ebbflow::test;

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// What checkDomain() says of one camera under a projection.
core::Diagnostics domainOf(const std::string& projection, const std::string& camera) {
    const ebbflow::test::TemporaryFolder folder;
    std::ofstream(folder / "film.yaml")
        << "title: Film\nmap: {projection: \"" << projection
        << "\"}\nchapters:\n  - title: One\n    date: 1951\n    " << camera << "\n";
    core::Diagnostics diagnostics, found;
    const story::LoadOptions options{EBBFLOW_SOURCE_DIR "/geodata", {}, false};
    const auto film = story::loadFilm(folder / "film.yaml", options, diagnostics);
    if (!film || diagnostics.hasErrors()) throw std::runtime_error(words(diagnostics));
    checkDomain(*film, found);
    return found;
}

const std::string kZone33 = "+proj=utm +zone=33 +datum=WGS84";

TEST(MapDomain, PlacesOutsideAreNamed) {
    const auto some = domainOf(kZone33, "show: [Moscow, Sydney, Santiago]");
    EXPECT_FALSE(some.hasErrors());
    EXPECT_THAT(words(some),
                AllOf(HasSubstr("film.yaml:6:"), HasSubstr("warning"),
                      HasSubstr("`Sydney`, `Santiago` are outside"), Not(HasSubstr("`Moscow`"))));
    EXPECT_TRUE(domainOf(kZone33, "show: [Sydney, Santiago]").hasErrors());
    EXPECT_TRUE(domainOf(kZone33, "camera: {center: {lat: -33, lon: 151}}").hasErrors());
    EXPECT_THAT(words(domainOf(kZone33,
                               "camera: {path: [{center: Moscow, width: 900 km}, "
                               "{center: Sydney}]}")),
                HasSubstr("`Sydney` is outside"));
}

TEST(MapDomain, WhatTheProjectionShowsIsInside) {
    const std::string all = "show: [Moscow, Sydney, Santiago, {lat: 66, lon: -170}]";
    for (const char* projection : {"+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84", "+proj=merc",
                                   "+proj=robin +lon_0=150", "+proj=eqc +lon_0=-170"})
        EXPECT_EQ(words(domainOf(projection, all)), "") << projection;
    EXPECT_EQ(words(domainOf(kZone33, "show: [Moscow, Paris]")), "");
}

}  // namespace
}  // namespace ebbflow::film
