// The made-up world of paint_fixture.hpp.

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/hash.hpp"
#include "flow/paths.hpp"
#include "paint_fixture.hpp"

namespace ebbflow::paint::testing {
namespace {

core::MapBox boundsOf(const std::vector<glm::vec2>& points) {
    core::MapBox box{1e9, 1e9, -1e9, -1e9};
    for (const glm::vec2 p : points) {
        box = {std::min<double>(box.minX, p.x), std::min<double>(box.minY, p.y),
               std::max<double>(box.maxX, p.x), std::max<double>(box.maxY, p.y)};
    }
    return box;
}

std::vector<glm::vec2> ellipse(glm::vec2 middle, glm::vec2 radius, int points) {
    std::vector<glm::vec2> ring;
    for (int i = 0; i < points; ++i) {
        const float angle = 6.2831853F * static_cast<float>(i) / static_cast<float>(points);
        ring.push_back(middle + radius * glm::vec2(std::cos(angle), std::sin(angle)));
    }
    return ring;
}

geo::World bareWorld() {
    return {.projection = geo::Projection("+proj=laea +lat_0=50 +lon_0=80 +datum=WGS84"),
            .land = {},
            .states = {},
            .lakes = {},
            .coast = {},
            .borders = {},
            .rivers = {},
            .rail = {},
            .graticule = {},
            .relief = {},
            .routes = {},
            .names = {},
            .gazetteer = {},
            .scales = {},
            .notices = {}};
}

geo::Relief hills() {
    geo::Relief relief;
    relief.width = 400;
    relief.height = 300;
    relief.extent = {-2000, -1500, 2000, 1500};
    for (int y = 0; y < relief.height; ++y) {
        for (int x = 0; x < relief.width; ++x) {
            const double height = 1500 * std::sin(x * 0.11) * std::cos(y * 0.13);
            relief.metres.push_back(static_cast<float>(std::max(0.0, height)));
        }
    }
    return relief;
}

}  // namespace

void addLine(geo::LineLayer& layer, const std::vector<glm::vec2>& points, bool closed,
             const char* kind) {
    geo::Line line;
    line.kind = kind;
    line.firstStrip = static_cast<std::uint32_t>(layer.strips.size());
    line.stripCount = 1;
    line.bounds = boundsOf(points);
    layer.lines.push_back(line);
    layer.strips.push_back({static_cast<std::uint32_t>(layer.points.size()),
                            static_cast<std::uint32_t>(points.size()), closed});
    layer.points.insert(layer.points.end(), points.begin(), points.end());
}

void addArea(geo::AreaLayer& layer, const std::vector<glm::vec2>& ring, geo::LineLayer* lines,
             const char* kind) {
    geo::Area area;
    area.firstIndex = static_cast<std::uint32_t>(layer.indices.size());
    area.bounds = boundsOf(ring);
    const auto base = static_cast<std::uint32_t>(layer.vertices.size());
    layer.vertices.insert(layer.vertices.end(), ring.begin(), ring.end());
    for (std::uint32_t i = 1; i + 1 < ring.size(); ++i) {
        layer.indices.insert(layer.indices.end(), {base, base + i, base + i + 1});
    }
    area.indexCount = static_cast<std::uint32_t>(layer.indices.size()) - area.firstIndex;
    layer.areas.push_back(area);
    if (lines != nullptr) addLine(*lines, ring, true, kind);
}

std::shared_ptr<const geo::World> emptyWorld() {
    return std::make_shared<geo::World>(bareWorld());
}

std::shared_ptr<const geo::World> makeWorld() {
    auto world = std::make_shared<geo::World>(bareWorld());
    addArea(world->land, ellipse({0, 0}, {1700, 950}, 90), &world->coast, "");
    addArea(world->states, {{-1200, -300}, {-100, -300}, {-100, 500}, {-1200, 500}},
            &world->borders, "state");
    addArea(world->states, ellipse({600, 0}, {600, 420}, 40), &world->borders, "republic");
    addArea(world->lakes, ellipse({-600, 100}, {160, 60}, 24), nullptr, "");
    addLine(world->rivers, {{-900, 400}, {-700, 200}, {-500, 250}, {0, -200}, {300, -700}}, false,
            "");
    addLine(world->rail, {{-1000, 0}, {0, 50}, {1000, -100}}, false, "line");
    addLine(world->graticule, {{-2000, 300}, {2000, 300}}, false, "");
    addLine(world->graticule, {{400, -1200}, {400, 1200}}, false, "");
    world->relief = hills();
    return world;
}

std::shared_ptr<const picture::Lights> makeLights(std::uint32_t count) {
    auto lights = std::make_shared<picture::Lights>();
    const glm::vec2 west(-900, 300), east(800, -100), south(500, -500);
    const std::vector<std::pair<glm::vec2, glm::vec2>> ways{
        {west, east}, {east, west}, {west, south}, {south, west}};
    for (const auto& [from, to] : ways) {
        for (int i = 0; i < flow::kPathSamples; ++i) {
            const float s = static_cast<float>(i) / (flow::kPathSamples - 1);
            const float height = 0.48F * s * (1 - s) * glm::distance(from, to);
            lights->paths.emplace_back(glm::mix(from, to, s), height);
        }
    }
    const core::Colour gold{0.949F, 0.706F, 0.255F}, cyan{0.310F, 0.765F, 0.851F};
    std::vector<picture::LightLook> looks{picture::lookNamed("")};
    std::ranges::copy(picture::lightLooks(), std::back_inserter(looks));
    for (const picture::LightLook& look : looks) {
        for (const core::Colour& colour : {gold, cyan})
            lights->looks.emplace_back(look).colour = colour;
    }
    const auto kinds = static_cast<std::uint32_t>(lights->looks.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto unit = [&](std::uint64_t salt) {
            return static_cast<float>(
                core::unitInterval(core::mixBits(std::uint64_t{i} * 8 + salt)));
        };
        picture::LightVertex light;
        light.departure = 3 * static_cast<float>(i) / static_cast<float>(count);
        light.duration = 3;
        light.path = i % 4;
        light.look = (i % kinds) | (i % 5) << 8;
        light.lane = 2 * unit(1) - 1;
        light.shimmer = unit(2);
        lights->vertices.push_back(light);
    }
    return lights;
}

std::shared_ptr<const text::Typesetter> makeTypesetter() {
    return std::make_shared<text::Typesetter>(text::defaultFonts());
}

picture::FrameDescription plainFrame() {
    picture::FrameDescription frame;
    frame.base.camera = {{0, 0}, 4000, 0, 0};
    frame.brightness.fill(1);
    return frame;
}

picture::FrameDescription richFrame(const picture::Lights& lights) {
    picture::FrameDescription frame = plainFrame();
    frame.base.camera = {{50, 20}, 3200, 30, 8};
    frame.base.states = {{0, 1, 1}, {1, 0.6F, 0.8F}};
    frame.base.borders = {{0, 1, 0.7F}, {1, 0.8F, 1}};
    frame.base.rail = {{0, 1, 1}};
    frame.base.lakes = {{0, 1}};
    frame.base.rivers = {0};
    frame.filmSeconds = 2.9;
    frame.lights = {{0, static_cast<std::uint32_t>(lights.vertices.size())}};
    frame.ribbons = {{0, 0, 16, 0.8F, 0, 0, 1}, {1, 1, 9, 0.5F, 1, 0.2F, 0.8F}};
    frame.glows = {{{-900, 300}, lights.looks[0].colour, 90, 0.8F}};
    frame.rings = {{{800, -100}, lights.looks[1].colour, 26, 2, 0.9F}};
    frame.dots = {{{-900, 300}, {0.95F, 0.92F, 0.85F, 1}, 4, 1},
                  {{800, -100}, {1, 1, 1, 1}, 4, 0.5F}};
    const core::Colour vermilion{0.894F, 0.341F, 0.180F};
    frame.squares = {{{500, -500}, {24, 0}, 14, vermilion, 1, 0.5F, 0},
                     {{500, -500}, {44, 0}, 14, vermilion, 1, 1, 1}};
    picture::TextItem words;
    words.paragraph = {"1956 · Москва · 莫斯科", "zh-Hans", {}, 0, text::Align::left, 5};
    words.at = {120, 80};
    words.colour = {0.95F, 0.93F, 0.88F};
    words.halo = {0.02F, 0.03F, 0.05F, 0.8F};
    frame.overlay = {picture::BoxItem{{100, 70, 700, 80}, {0, 0, 0, 0.3F}, 8}, words,
                     picture::StripItem{{{100, 1000}, {300, 1000}, {600, 1000}},
                                        {{100, 999}, {300, 960}, {600, 900}},
                                        {0.9F, 0.6F, 0.2F, 0.8F}},
                     picture::PolylineItem{
                         {{100, 900}, {300, 850}, {320, 900}, {700, 870}}, 2, {1, 1, 1, 0.8F}}};
    return frame;
}

std::unique_ptr<Painter> PainterTest::makePainter(std::shared_ptr<const geo::World> world,
                                                  std::shared_ptr<const picture::Lights> lights,
                                                  PainterOptions options) {
    static const auto typesetter = makeTypesetter();
    // The same tests are run a second time for GL's passes.
    if (std::getenv("EBBFLOW_TEST_WAY") != nullptr) options.way = Way::gl;
    return std::make_unique<Painter>(std::move(world), std::move(lights), typesetter,
                                     std::move(options));
}

core::Image PainterTest::paint(Painter& painter, const picture::FrameDescription& frame, int width,
                               int height) {
    painter.paint(frame, width, height);
    return painter.readImage();
}

int brightness(const core::Image& image, int x, int y) {
    const std::uint8_t* pixel = image.pixel(x, y);
    return pixel[0] + pixel[1] + pixel[2];
}

}  // namespace ebbflow::paint::testing
