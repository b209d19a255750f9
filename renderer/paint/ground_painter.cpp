#include "paint/ground_painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "gl/debug.hpp"
#include "paint/palette.hpp"
#include "paint/simplify.hpp"
#include "paint/visible.hpp"
#include "raster/view_block.hpp"

namespace ebbflow::paint {
namespace {

constexpr float kLandRelief = 1.0F;
constexpr float kLakeRelief = 0.15F;

core::Colour mixed(const core::Colour& a, const core::Colour& b, float share) {
    return {a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share, 1};
}

LineStyle style(const core::Colour& colour, float opacity, float width) {
    LineStyle result;
    result.colour = glm::vec4(palette::flatMap(colour), opacity);
    result.width = width;
    return result;
}

LineStyle dotted(LineStyle result, float period, float on) {
    result.period = period;
    result.on = on;
    return result;
}

/// `lift` of the state beside it: the borders of neighbours recede with them.
LineStyle borderStyle(std::string_view kind, float lift) {
    const float share = 0.5F + 0.5F * lift;
    if (kind == "republic")
        return dotted(style(palette::kInnerBorder, 0.34F * share, 1.5F), 5.5F, 0.42F);
    if (kind == "province")
        return dotted(style(palette::kInnerBorder, 0.22F * share, 1.3F), 5.0F, 0.36F);
    if (kind == "ceasefire")
        return dotted(style(palette::kStateBorder, 0.55F * share, 1.6F), 10.0F, 0.6F);
    return style(palette::kStateBorder, 0.52F * share, 1.5F);
}

LineStyle railStyle(std::string_view kind) {
    if (kind == "plan") return dotted(style(palette::kRail, 0.34F, 1.4F), 7.0F, 0.3F);
    return dotted(style(palette::kRail, 0.42F, 1.5F), 8.0F, 0.62F);
}

LineStyle riverStyle(int rank) {
    return style(palette::kRiver, 0.70F,
                 std::clamp(2.4F - 0.22F * static_cast<float>(rank), 0.9F, 2.4F));
}

/// From far away slopes average out and need lifting; near by they stand for themselves.
float reliefStrength(const picture::CameraView& camera) {
    return 0.018F *
           std::sqrt(static_cast<float>(std::clamp(camera.widthKm, 400.0, 12000.0) / 1000.0));
}

/// Of the states named in `ids`, which are separated by semicolons.
float greatestLift(std::string_view ids, const std::map<std::string_view, float>& lifts) {
    float greatest = 0;
    while (!ids.empty()) {
        const std::string_view id = ids.substr(0, ids.find(';'));
        if (const auto found = lifts.find(id); found != lifts.end())
            greatest = std::max(greatest, found->second);
        ids.remove_prefix(std::min(id.size() + 1, ids.size()));
    }
    return greatest;
}

std::vector<std::string> kindsOf(const geo::LineLayer& layer) {
    std::vector<std::string> kinds;
    for (const geo::Line& line : layer.lines) kinds.push_back(line.kind);
    return kinds;
}

std::vector<int> ranksOf(const geo::LineLayer& layer) {
    std::vector<int> ranks;
    for (const geo::Line& line : layer.lines) ranks.push_back(line.rank);
    return ranks;
}

template <class StyleOf>
std::vector<StyledLine> styled(const std::vector<picture::LineShade>& shades, StyleOf styleOf) {
    std::vector<StyledLine> lines;
    for (const picture::LineShade& shade : shades) {
        LineStyle own = styleOf(shade.line);
        own.colour.a *= shade.presence;
        own.drawn = shade.drawn;
        lines.push_back({shade.line, own});
    }
    return lines;
}

}  // namespace

GroundPainter::GroundPainter(const geo::World& world, const Programs& programs,
                             const Fullscreen& fullscreen, int samples)
    : fullscreen_(fullscreen),
      samples_(samples),
      railKinds_(kindsOf(world.rail)),
      riverRanks_(ranksOf(world.rivers)),
      land_(world.land, "land"),
      states_(world.states, "states"),
      lakes_(world.lakes, "lakes"),
      coast_(world.coast, "coast"),
      borders_(world.borders, "borders"),
      rivers_(world.rivers, "rivers"),
      rail_(world.rail, "rail"),
      graticule_(world.graticule, "graticule"),
      terrain_(world, programs, land_, fullscreen) {
    for (const geo::Line& line : world.borders.lines) {
        borderFacts_.push_back({line.kind, line.left + ";" + line.right});
    }
    for (const geo::Area& area : world.states.areas) stateIds_.push_back(area.id);
}

void GroundPainter::shadersChanged(const geo::World& world, const Programs& programs) {
    terrain_ = Terrain(world, programs, land_, fullscreen_);
    drawn_.reset();
}

void GroundPainter::resize(int width, int height) {
    if (ground_ && ground_.width() == width && ground_.height() == height) return;
    drawn_.reset();
    flat_ = gl::Texture::multisampled(GL_RGBA8, width, height, samples_, "flat map");
    flatTarget_ = gl::Framebuffer::of({&flat_}, "flat map");
    resolved_ = gl::Texture::image(GL_RGBA8, width, height, "flat map, resolved");
    resolvedTarget_ = gl::Framebuffer::of({&resolved_}, "flat map, resolved");
    ground_ = gl::Texture::image(GL_RGBA16F, width, height, "ground");
    groundTarget_ = gl::Framebuffer::of({&ground_}, "ground");
}

bool GroundPainter::paint(const Programs& programs, const picture::BaseMap& base, int width,
                          int height) {
    resize(width, height);
    if (drawn_ && *drawn_ == base) return false;
    const gl::DebugGroup group("ground");
    const double aspect = static_cast<double>(width) / height;
    const double realPixels = height / core::kReferenceHeight;
    const Seen seen{visibleBox(base.camera, aspect),
                    detailLevel(picture::pixelsPerKm(base.camera, aspect) * realPixels)};
    flatTarget_.bind();
    const glm::vec3 sea = palette::flatMap(palette::kSea);
    glClearColor(sea.r, sea.g, sea.b, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    drawAreas(programs, base, seen);
    resolve();
    drawLines(programs, base, seen);
    shine(programs, base);
    drawn_ = base;
    return true;
}

void GroundPainter::blank(int width, int height) {
    resize(width, height);
    drawn_.reset();
    groundTarget_.bind();
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void GroundPainter::drawAreas(const Programs& programs, const picture::BaseMap& base,
                              const Seen& seen) {
    const gl::DebugGroup group("ground: areas");
    land_.fillAll(programs, palette::kLand, kLandRelief, seen);
    for (const picture::StateShade& shade : base.states) {
        const core::Colour colour = mixed(palette::kLand, palette::kLifted, shade.lift);
        const std::uint32_t area = shade.area;
        states_.fill(programs, std::span(&area, 1), colour.withAlpha(shade.presence), kLandRelief,
                     seen);
    }
    std::vector<std::uint32_t> standing;
    for (const picture::LakeShade& lake : base.lakes) {
        if (lake.presence >= 1) {
            standing.push_back(lake.area);
            continue;
        }
        lakes_.fill(programs, std::span(&lake.area, 1), palette::kLake.withAlpha(lake.presence),
                    kLakeRelief, seen);
    }
    lakes_.fill(programs, standing, palette::kLake, kLakeRelief, seen);
}

void GroundPainter::drawLines(const Programs& programs, const picture::BaseMap& base,
                              const Seen& seen) {
    const gl::DebugGroup group("ground: lines");
    std::vector<StyledLine> rivers;
    for (const std::uint32_t river : base.rivers) {
        rivers.push_back({river, riverStyle(riverRanks_.at(river))});
    }
    rivers_.draw(programs, rivers, seen);
    if (base.graticule)
        graticule_.drawAll(programs, style(palette::kGraticule, 0.075F, 1.0F), seen);
    coast_.drawAll(programs, style(palette::kCoast, 0.28F, 1.1F), seen);
    rail_.draw(programs,
               styled(base.rail, [&](std::uint32_t i) { return railStyle(railKinds_.at(i)); }),
               seen);
    borders_.draw(programs, borders(base), seen);
}

std::vector<StyledLine> GroundPainter::borders(const picture::BaseMap& base) const {
    std::map<std::string_view, float> lifts;
    for (const picture::StateShade& shade : base.states) {
        float& lift = lifts[stateIds_.at(shade.area)];
        lift = std::max(lift, shade.lift * shade.presence);
    }
    return styled(base.borders, [&](std::uint32_t index) {
        const BorderFacts& facts = borderFacts_.at(index);
        return borderStyle(facts.kind, greatestLift(facts.sides, lifts));
    });
}

void GroundPainter::resolve() const {
    const gl::DebugGroup group("ground: resolve");
    const int width = resolved_.width(), height = resolved_.height();
    glBlitNamedFramebuffer(flatTarget_.name(), resolvedTarget_.name(), 0, 0, width, height, 0, 0,
                           width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    resolvedTarget_.bind();
}

void GroundPainter::shine(const Programs& programs, const picture::BaseMap& base) const {
    const gl::DebugGroup group("ground: light");
    groundTarget_.bind();
    glDisable(GL_BLEND);
    const gl::Program& program = programs[Pass::ground];
    program.use();
    program.set("flatMap", 0);
    program.set("slopes", 1);
    program.set("shelf", 2);
    program.set("reliefBox", terrain_.reliefBox());
    program.set("shelfBox", terrain_.shelfBox());
    const double aspect = static_cast<double>(ground_.width()) / ground_.height();
    program.set("mapFromNdc", raster::mapFromNdc(base.camera, aspect));
    const bool relief = base.relief && terrain_.hasRelief();
    program.set("reliefStrength", relief ? reliefStrength(base.camera) : 0.0F);
    resolved_.bind(0);
    terrain_.slopes().bind(1);
    terrain_.shelf().bind(2);
    fullscreen_.draw();
}

}  // namespace ebbflow::paint
