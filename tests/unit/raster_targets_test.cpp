// Whatever the processor's instructions, pictures and planes are the same, bit for bit: films are
// rendered in parts on machines that differ.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

#include <hwy/targets.h>

#include "core/byte_hash.hpp"
#include "flow/paths.hpp"
#include "geo/world.hpp"
#include "raster/compose.hpp"
#include "raster/ground_raster.hpp"
#include "raster/map_raster.hpp"
#include "raster/overlay_layout.hpp"
#include "raster/overlay_raster.hpp"
#include "raster/planes.hpp"

namespace ebbflow::raster {
namespace {

/// Land, a state that is half faded in, a lake, and lines of every sort.
geo::World smallWorld() {
    geo::World world{.projection = geo::Projection("+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84")};
    const auto addArea = [](geo::AreaLayer& layer, float x, float y, float radius,
                            std::uint32_t count) {
        geo::Area area;
        area.firstIndex = static_cast<std::uint32_t>(layer.indices.size());
        area.indexCount = 3 * count;
        area.bounds = {x - radius, y - radius, x + radius, y + radius};
        const auto base = static_cast<std::uint32_t>(layer.vertices.size());
        layer.vertices.emplace_back(x, y);
        for (std::uint32_t k = 0; k < count; ++k) {
            const float angle = 6.2831853F * static_cast<float>(k) / static_cast<float>(count);
            layer.vertices.emplace_back(x + radius * std::cos(angle), y + radius * std::sin(angle));
            for (const std::uint32_t corner : {0U, 1 + k, 1 + (k + 1) % count})
                layer.indices.push_back(base + corner);
        }
        layer.areas.push_back(area);
    };
    addArea(world.land, 0, 0, 1500, 70);
    addArea(world.states, -500, 100, 600, 31);
    addArea(world.lakes, 300, -200, 200, 17);
    const auto addLine = [](geo::LineLayer& layer, const char* kind) {
        geo::Line line;
        line.kind = kind;
        line.stripCount = 1;
        line.bounds = {-1500, -1500, 1500, 1500};
        layer.lines.push_back(line);
        layer.strips.push_back({0, 40, false});
        for (int k = 0; k < 40; ++k)
            layer.points.emplace_back(
                70 * k - 1400, 300 * std::sin(0.6 * k + static_cast<double>(layer.strips.size())));
    };
    addLine(world.coast, "");
    addLine(world.borders, "republic");
    addLine(world.rivers, "");
    addLine(world.rail, "line");
    addLine(world.graticule, "");
    return world;
}

Terrain waves() {
    Terrain terrain;
    terrain.slopes.clear();
    for (int size = 128; size >= 1; size /= 2) {
        SlopeLevel level{size, size, {}};
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x)
                level.texels.push_back(static_cast<std::uint32_t>((x * 37 + y * 11) % 256 |
                                                                  ((x * 5 + y * 53) % 256) << 8 |
                                                                  ((x + y) % 256) << 16));
        }
        terrain.slopes.push_back(std::move(level));
    }
    terrain.reliefBox = {-1600, 1600, 1.0F / 3200, 1.0F / 3200};
    terrain.hasRelief = true;
    terrain.shelfWidth = terrain.shelfHeight = 16;
    terrain.shelf.clear();
    for (int k = 0; k < 256; ++k) terrain.shelf.push_back(k * 7 % 256);
    terrain.shelfBox = {-2000, -2000, 1.0F / 4000, 1.0F / 4000};
    return terrain;
}

constexpr int kLights = 600;

std::shared_ptr<const picture::Lights> manyLights() {
    picture::Lights lights;
    for (const double turn : {0.0, 1.1, 2.3}) {
        for (int i = 0; i < flow::kPathSamples; ++i) {
            const double s = static_cast<double>(i) / (flow::kPathSamples - 1) - 0.5;
            lights.paths.emplace_back(3000 * s * std::cos(turn) - 400 * s * s,
                                      3000 * s * std::sin(turn), 100 * (0.25 - s * s));
        }
    }
    for (std::uint32_t i = 0; i < kLights; ++i) {
        const float part = static_cast<float>(i) / kLights;
        lights.vertices.push_back(
            {-2 * part, 2.1F, i % 3, (i % 2) | (i % 5) << 8U, 2 * part - 1, part});
    }
    picture::LightLook outward = picture::lookNamed("");
    outward.colour = {0.95F, 0.75F, 0.35F, 1};
    picture::LightLook home = picture::lookNamed("home");
    home.colour = {0.4F, 0.7F, 0.9F, 1};
    lights.looks = {outward, home};
    return std::make_shared<const picture::Lights>(std::move(lights));
}

picture::FrameDescription crowdedFrame() {
    picture::FrameDescription frame;
    frame.base.camera.widthKm = 4000;
    frame.base.states = {{0, 0.5F, 0.8F}};
    frame.base.lakes = {{0, 1}};
    frame.base.rivers = {0};
    frame.base.borders = {{0, 1, 0.7F}};
    frame.base.rail = {{0, 0.8F, 1}};
    frame.base.camera.tilt = 25;
    frame.lights = {{0, kLights}};
    frame.brightness = {1, 0.8F};
    frame.ribbons = {{0, 0, 26, 0.8F, 0.3F, 0, 1, 2, false},
                     {1, 1, 18, 0.9F, 0, 0.1F, 0.9F, 0, true}};
    frame.glows = {{{100, 50}, {0.9F, 0.8F, 0.6F, 1}, 120, 0.7F}};
    frame.rings = {{{-300, 200}, {1, 1, 1, 1}, 30, 2, 0.8F}};
    frame.dots = {{{0, 0}, {1, 1, 1, 1}, 5, 0.9F}};
    frame.squares = {{{200, -300}, {10, 10}, 12, {0.9F, 0.3F, 0.2F, 1}, 0.8F, 0.6F, 0.5F}};
    frame.overlay = {
        picture::BoxItem{{100.3, 700, 900, 300}, {0.1F, 0.1F, 0.2F, 0.7F}, 12, 60},
        picture::PolylineItem{{{50, 60}, {700, 400}, {1500, 90}}, 5, {1, 0.9F, 0.8F, 0.8F}}};
    frame.dip = 0.2F;
    frame.filmSeconds = 0.05;
    return frame;
}

struct Made {
    std::uint64_t picture = 0, planes = 0;
    friend bool operator==(const Made&, const Made&) = default;
};

std::uint64_t hashOf(const Pixels& pixels) {
    core::ByteHash hash;
    const std::size_t row = 4 * static_cast<std::size_t>(pixels.width());
    for (int y = 0; y < pixels.height(); ++y) {
        if (pixels.deep())
            hash.add(reinterpret_cast<const std::uint8_t*>(pixels.row16(y)), 2 * row);
        else
            hash.add(pixels.row8(y), row);
    }
    return hash.value();
}

Made make(PictureDepth depth, int width, int height, PlaneLayout layout, unsigned hands) {
    Crew crew(hands);
    const geo::World world = smallWorld();
    GroundRaster ground(world, waves(), crew);
    MapRaster maps(manyLights(), ground, crew);
    PictureCanvas canvas(depth);
    canvas.resize(width, height);
    const picture::FrameDescription frame = crowdedFrame();
    OverlayLayout overlay(nullptr);
    TileSet over(width, height);
    overlay.lay(frame.overlay, over);
    maps.paint(frame, over, {}, canvas);
    OverlayRaster().paint(overlay, crew, canvas.picture);
    veil({0.01F, 0.01F, 0.02F, 0.2F}, false, {0, 0, width, height}, canvas.picture);
    PlaneMaker planes;
    const int bits = depth == PictureDepth::eight ? 8 : 10;
    planes.make(canvas.picture, layout, {.bits = bits}, canvas.notes.unread, crew);
    const auto size = 2 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    std::vector<std::uint8_t> bytes(3 * size);
    std::vector<PlaneTarget> targets;
    for (std::size_t i = 0; i < 3; ++i)
        targets.push_back({bytes.data() + i * size, 2 * static_cast<std::size_t>(width)});
    planes.copy(targets);
    core::ByteHash hash;
    hash.add(bytes.data(), bytes.size());
    return {hashOf(canvas.picture), hash.value()};
}

void useOnly(std::int64_t targets) {
    hwy::SetSupportedTargetsForTest(targets);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

class Targets : public testing::Test {
protected:
    ~Targets() override { useOnly(0); }
};

TEST_F(Targets, AllInstructionSetsMakeTheSameBits) {
    const auto all = [] {
        return std::vector{make(PictureDepth::eight, 640, 360, PlaneLayout::yuv420, 1),
                           make(PictureDepth::ten, 333, 201, PlaneLayout::yuv422, 1)};
    };
    const std::vector<Made> usual = all();
    EXPECT_NE(usual[0].picture, usual[1].picture);
    useOnly(0);
    const std::int64_t supported = hwy::SupportedTargets();
    int tried = 0;
    for (std::int64_t bit = 1; bit > 0; bit <<= 1) {
        if ((supported & bit) == 0) continue;
        useOnly(bit);
        EXPECT_EQ(all(), usual) << hwy::TargetName(bit);
        ++tried;
        if (bit == (std::int64_t{1} << 61)) break;
    }
    // At least the one of this machine and what every processor has.
    EXPECT_GE(tried, 2);
}

TEST_F(Targets, AnyNumberOfThreadsMakesTheSameBits) {
    const Made one = make(PictureDepth::eight, 640, 360, PlaneLayout::yuv420, 1);
    for (const unsigned hands : {2U, 3U, 7U})
        EXPECT_EQ(make(PictureDepth::eight, 640, 360, PlaneLayout::yuv420, hands), one) << hands;
}

}  // namespace
}  // namespace ebbflow::raster
