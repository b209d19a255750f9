// More than a scene may make the program read is refused by what is counted, told with the option
// that lifts it; what just fits is read.

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "geo/elevation_raster.hpp"
#include "geo/gdal_access.hpp"
#include "geo/packed_files.hpp"
#include "geo/picture_file.hpp"
#include "geo/self_crossings.hpp"
#include "geo/vector_source.hpp"
#include "support/video_fixture.hpp"

namespace ebbflow::geo {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

/// Points at random in a square of ten degrees.
Ring scribble(int points, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> degrees(40, 50);
    Ring ring;
    for (int i = 0; i < points; ++i) ring.emplace_back(degrees(random), degrees(random));
    return ring;
}

std::string geoJson(const std::vector<Ring>& rings) {
    std::string features;
    for (const Ring& ring : rings) {
        std::string points;
        for (std::size_t i = 0; i <= ring.size(); ++i) {
            const auto& point = ring[i % ring.size()];
            points +=
                (i ? ",[" : "[") + std::to_string(point.x) + "," + std::to_string(point.y) + "]";
        }
        features += (features.empty() ? "" : ",") +
                    (R"({"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Polygon",)"
                     R"("coordinates":[[)" +
                     points + "]]}}");
    }
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

/// Pairs of edges that cross, each compared with each.
std::uint64_t crossingsByPairs(const Ring& ring) {
    const auto side = [](const auto& a, const auto& b, const auto& c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
    };
    const std::size_t count = ring.size();
    std::uint64_t crossings = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 2; j < count; ++j) {
            if (i == 0 && j == count - 1) continue;
            const auto &a = ring[i], &b = ring[i + 1], &c = ring[j], &d = ring[(j + 1) % count];
            crossings += side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
        }
    }
    return crossings;
}

TEST(SelfCrossings, AreAsManyAsPairsOfEdgesThatCross) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const Ring ring = scribble(3 + static_cast<int>(seed) * 2, seed);
        EXPECT_EQ(selfCrossings({{ring}}, 1'000'000), crossingsByPairs(ring)) << seed;
    }
    EXPECT_EQ(selfCrossings({{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}}}, 10), 1u);
    EXPECT_EQ(selfCrossings({{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}}}, 10), 0u);
}

TEST(SelfCrossings, AreGivenUpOnWhereThereAreTooMany) {
    EXPECT_GT(selfCrossings({{scribble(100'000, 1)}}, 1000), 1000u);
    // Edges that lie over one another, as often as there are pairs of them.
    Ring comb;
    for (int i = 0; i < 100'000; ++i) comb.emplace_back(i % 2 ? 50 : 40, 45);
    EXPECT_GT(selfCrossings({{comb}}, 1000), 1000u);
}

class DataLimits : public testing::Test {
protected:
    [[nodiscard]] std::size_t featuresOf(const std::vector<Ring>& rings) {
        std::ofstream(folder_ / "a.geojson") << geoJson(rings);
        VectorRequest request;
        request.role = "states";
        request.file = {folder_ / "a.geojson", "", {}, {"film.yaml", 7, 12}};
        request.fields = {"id"};
        request.access = access_;
        diagnostics_ = {};
        return readVector(request, diagnostics_).size();
    }
    [[nodiscard]] std::string said() const {
        std::string all;
        for (const core::Diagnostic& d : diagnostics_.all()) all += toString(d) + "\n";
        return all;
    }
    void expectRefusal(const std::string& words) const {
        EXPECT_THAT(said(), AllOf(HasSubstr("film.yaml:7:12: error"), HasSubstr(words),
                                  HasSubstr("--no-limits")));
    }

    test::TemporaryFolder folder_;
    core::Access access_ = core::Access::within({folder_ / ""});
    core::Diagnostics diagnostics_;
};

const Ring kTriangle{{40, 40}, {50, 40}, {45, 50}};

TEST_F(DataLimits, HoldForTheFeaturesOfALayer) {
    access_.limits.rows = 3;
    EXPECT_EQ(featuresOf({3, kTriangle}), 3u) << said();
    EXPECT_EQ(featuresOf({4, kTriangle}), 0u);
    expectRefusal("more than 3 features");
}

TEST_F(DataLimits, HoldForItsPoints) {
    access_.limits.vertices = 200;
    EXPECT_EQ(featuresOf({10, kTriangle}), 10u) << said();
    EXPECT_EQ(featuresOf({100, kTriangle}), 0u);
    expectRefusal("more than 200 points");
}

TEST_F(DataLimits, HoldForOutlinesThatCrossThemselves) {
    access_.limits.crossings = 1000;
    EXPECT_EQ(featuresOf({scribble(20, 1)}), 1u) << said();
    EXPECT_EQ(featuresOf({kTriangle, scribble(400, 1)}), 0u);
    expectRefusal("feature 1: its outline crosses itself");
}

TEST_F(DataLimits, AreLiftedWhereThereAreNone) {
    access_.limits = core::Limits::none();
    EXPECT_EQ(featuresOf({200, kTriangle}), 200u) << said();
}

/// A grey grid of 20 × 10.
constexpr const char* kGrid =
    "ncols 20\nnrows 10\nxllcorner -180\nyllcorner -90\ncellsize 18\nNODATA_value -9999\n";

TEST_F(DataLimits, HoldForThePixelsOfAPictureAndOfARelief) {
    std::ofstream pgm(folder_ / "a.pgm", std::ios::binary);
    pgm << "P5\n20 10\n255\n" << std::string(200, 'x');
    pgm.close();
    std::ofstream grid(folder_ / "a.asc");
    grid << kGrid;
    for (int i = 0; i < 10; ++i) grid << "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2\n";
    grid.close();
    const auto relief = [&] {
        ElevationRaster(folder_ / "a.asc", access_).load({{0, 0}, {9, 9}}, 1);
    };
    EXPECT_NO_THROW(relief());
    access_.limits.reliefPixels = 199;
    access_.limits.picturePixels = 199;
    try {
        relief();
        ADD_FAILURE() << "the relief was read";
    } catch (const core::Failure& failure) {
        EXPECT_THAT(failure.what(), HasSubstr("--no-limits"));
    }
}

/// An archive whose one file holds `bytes` zeros.
void writeZip(const std::string& path, const std::string& member, std::size_t bytes) {
    VSILFILE* file = VSIFOpenL(("/vsizip/" + path + "/" + member).c_str(), "wb");
    ASSERT_NE(file, nullptr);
    const std::string zeros(bytes, '0');
    EXPECT_EQ(VSIFWriteL(zeros.data(), 1, bytes, file), bytes);
    VSIFCloseL(file);
}

TEST_F(DataLimits, HoldForWhatAnArchiveUnpacks) {
    writeZip(folder_ / "a.zip", "a.csv", 100'000);
    const GdalSession session(access_, Role::table);
    ASSERT_LT(fs::file_size(folder_ / "a.zip"), 1000u);
    const std::string name = "/vsizip/" + (folder_ / "a.zip").string() + "/a.csv";
    core::Limits limits;
    limits.bytes = 100'000;
    EXPECT_EQ(packedFault(name, limits), "");
    limits.bytes = 99'999;
    EXPECT_THAT(packedFault(name, limits), HasSubstr("--no-limits"));
    EXPECT_EQ(packedFault(name, core::Limits::none()), "");
}

}  // namespace
}  // namespace ebbflow::geo
