// Layers of the picture put together as an edit puts them together, against the picture in one
// piece: in display values at 10 bits, and in linear light.

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>

#include "support/program.hpp"
#include "support/read_video.hpp"

namespace ebbflow::test {
namespace {

using testing::HasSubstr;

// Of the default film: lights under way, names, furniture, a caption.
const Arguments kMoment{"--from", "0:40", "--to", "0:40.04", "--size", "480x270"};

class PutTogether : public ProgramTest {
protected:
    void make(const std::string& output, Arguments more) {
        Arguments all{"render", defaultFilm(), "-o", at(output), "--software", "--quiet"};
        all.insert(all.end(), kMoment.begin(), kMoment.end());
        all.insert(all.end(), more.begin(), more.end());
        const Said said = run(all);
        ASSERT_EQ(said.status, 0) << said.err;
    }
    [[nodiscard]] encode::Planes frame(const std::string& name) const {
        return std::move(readFrames(at(name)).at(0));
    }
};

int word(const encode::Planes& planes, int p, int x, int y) {
    return reinterpret_cast<const std::uint16_t*>(planes.row(p, y))[x];
}

float light(const encode::Planes& planes, int p, int x, int y) {
    return reinterpret_cast<const float*>(planes.row(p, y))[x];
}

struct Difference {
    double largest = 0, squares = 0, count = 0;
    void add(double difference) {
        largest = std::max(largest, std::abs(difference));
        squares += difference * difference;
        ++count;
    }
    [[nodiscard]] double rms() const { return std::sqrt(squares / count); }
};

TEST_F(PutTogether, WhatLiesBelowTheWordsHasNoAlpha) {
    make("film.mov", {"--preset", "overlay-alpha", "--layers", "map,text"});
    EXPECT_EQ(frame("film.map.mov").format(), encode::PixelFormat::yuv444p10);
    EXPECT_EQ(frame("film.text.mov").format(), encode::PixelFormat::yuva444p10);
}

TEST_F(PutTogether, LayersAreTheWholePictureAtTenBits) {
    make("whole.mkv", {"--codec", "ffv1", "--depth", "10"});
    make("film.mkv", {"--codec", "ffv1", "--depth", "10", "--layers", "map,lights,text"});
    const auto whole = frame("whole.mkv"), map = frame("film.map.mkv"),
               lights = frame("film.lights.mkv"), text = frame("film.text.mkv");
    ASSERT_EQ(text.format(), encode::PixelFormat::yuva444p10);
    Difference difference;
    std::int64_t lit = 0, written = 0;
    for (int plane = 0; plane < 3; ++plane) {
        const int black = plane == 0 ? 64 : 512;
        for (int y = 0; y < whole.height(); ++y) {
            for (int x = 0; x < whole.width(); ++x) {
                const double added = word(map, plane, x, y) + word(lights, plane, x, y) - black;
                const double alpha = word(text, 3, x, y) / 1023.0;
                const double over = alpha * word(text, plane, x, y) + (1 - alpha) * added;
                difference.add(over - word(whole, plane, x, y));
                lit += plane == 0 && word(lights, plane, x, y) > black + 16;
                written += plane == 0 && alpha > 0.5;
            }
        }
    }
    EXPECT_GT(lit, 200);
    EXPECT_GT(written, 1000);
    // Each layer is rounded for itself, and dithered.
    EXPECT_LE(difference.largest, 4);
    EXPECT_LT(difference.rms(), 1);
}

TEST_F(PutTogether, ExrLayersAddUpExactlyInLinearLight) {
    make("whole-%05d.exr", {});
    make("film-%05d.exr", {"--layers", "map,lights,text"});
    const auto whole = frame("whole-01000.exr"), map = frame("map/film-01000.exr"),
               lights = frame("lights/film-01000.exr"), text = frame("text/film-01000.exr");
    ASSERT_EQ(text.format(), encode::PixelFormat::gbrapf32);
    double worst = 0;
    for (int plane = 0; plane < 3; ++plane) {
        for (int y = 0; y < whole.height(); ++y) {
            for (int x = 0; x < whole.width(); ++x) {
                const float under = light(map, plane, x, y) + light(lights, plane, x, y);
                const float over = light(text, plane, x, y) + (1 - light(text, 3, x, y)) * under;
                const float expected = light(whole, plane, x, y);
                // Half floats have eleven bits.
                worst = std::max(
                    worst, std::abs(double{over} - expected) / std::max(0.02, double{expected}));
            }
        }
    }
    EXPECT_LT(worst, 3.0 / 2048);
}

TEST_F(PutTogether, LayersSayHowTheyAreLaid) {
    make("film.mov", {"--codec", "prores-4444", "--layers", "lights,text", "--language", "en,ru"});
    EXPECT_EQ(readText(at("film.layers.txt")),
              "From the bottom up:\n"
              "film.lights.mov: layer: lights on black; blend: add\n"
              "film.text.en.mov: layer: text, names and marks with alpha; blend: over (normal)\n"
              "film.text.ru.mov: layer: text, names and marks with alpha; blend: over (normal)\n");
    EXPECT_THAT(readText(at("film.lights.mov")), HasSubstr("blend: add"));
    const Said verified = run({"verify", at("film.lights.mov"), "--sample", "1"});
    EXPECT_EQ(verified.status, 0) << verified.out << verified.err;
    const Said unknown = run({"render", defaultFilm(), "-o", at("a.mov"), "--layers", "light"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.err, HasSubstr("did you mean `lights`"));
}

}  // namespace
}  // namespace ebbflow::test
