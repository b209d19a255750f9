#include "raster/ground_plan.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>

#include "picture/palette.hpp"

namespace ebbflow::raster {
namespace {

constexpr float kLandRelief = 1.0F;
constexpr float kLakeRelief = 0.15F;

core::Colour mixed(const core::Colour& a, const core::Colour& b, float share) {
    return {a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share, 1};
}

LineStyle style(const core::Colour& colour, float opacity, float width) {
    LineStyle result;
    result.colour = glm::vec4(picture::palette::flatMap(colour), opacity);
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
        return dotted(style(picture::palette::kInnerBorder, 0.34F * share, 1.5F), 5.5F, 0.42F);
    if (kind == "province")
        return dotted(style(picture::palette::kInnerBorder, 0.22F * share, 1.3F), 5.0F, 0.36F);
    if (kind == "ceasefire")
        return dotted(style(picture::palette::kStateBorder, 0.55F * share, 1.6F), 10.0F, 0.6F);
    return style(picture::palette::kStateBorder, 0.52F * share, 1.5F);
}

LineStyle railStyle(std::string_view kind) {
    if (kind == "plan") return dotted(style(picture::palette::kRail, 0.34F, 1.4F), 7.0F, 0.3F);
    return dotted(style(picture::palette::kRail, 0.42F, 1.5F), 8.0F, 0.62F);
}

LineStyle riverStyle(int rank) {
    return style(picture::palette::kRiver, 0.70F,
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

/// All of a layer's lines in one style.
std::vector<StyledLine> alike(std::uint32_t count, const LineStyle& style) {
    std::vector<StyledLine> lines;
    for (std::uint32_t i = 0; i < count; ++i) lines.push_back({i, style});
    return lines;
}

}  // namespace

const geo::AreaLayer& layerOf(const geo::World& world, AreaRole role) {
    switch (role) {
        case AreaRole::land:
            return world.land;
        case AreaRole::states:
            return world.states;
        case AreaRole::lakes:
            return world.lakes;
    }
    return world.land;
}

const geo::LineLayer& layerOf(const geo::World& world, LineRole role) {
    switch (role) {
        case LineRole::rivers:
            return world.rivers;
        case LineRole::graticule:
            return world.graticule;
        case LineRole::coast:
            return world.coast;
        case LineRole::rail:
            return world.rail;
        case LineRole::borders:
            return world.borders;
    }
    return world.coast;
}

GroundPlanner::GroundPlanner(const geo::World& world)
    : railKinds_(kindsOf(world.rail)),
      riverRanks_(ranksOf(world.rivers)),
      landAreas_(static_cast<std::uint32_t>(world.land.areas.size())),
      coastLines_(static_cast<std::uint32_t>(world.coast.lines.size())),
      graticuleLines_(static_cast<std::uint32_t>(world.graticule.lines.size())) {
    for (const geo::Line& line : world.borders.lines)
        borderFacts_.push_back({line.kind, line.left + ";" + line.right});
    for (const geo::Area& area : world.states.areas) stateIds_.push_back(area.id);
}

std::vector<StyledLine> GroundPlanner::borders(const picture::BaseMap& base) const {
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

GroundPlan GroundPlanner::plan(const picture::BaseMap& base) const {
    GroundPlan plan;
    std::vector<std::uint32_t> allLand(landAreas_);
    std::iota(allLand.begin(), allLand.end(), 0U);
    plan.fills.push_back(
        {AreaRole::land, std::move(allLand), picture::palette::kLand, kLandRelief});
    for (const picture::StateShade& shade : base.states) {
        const core::Colour colour =
            mixed(picture::palette::kLand, picture::palette::kLifted, shade.lift);
        plan.fills.push_back(
            {AreaRole::states, {shade.area}, colour.withAlpha(shade.presence), kLandRelief});
    }
    AreaFill standing{AreaRole::lakes, {}, picture::palette::kLake, kLakeRelief};
    for (const picture::LakeShade& lake : base.lakes) {
        if (lake.presence >= 1)
            standing.areas.push_back(lake.area);
        else
            plan.fills.push_back({AreaRole::lakes,
                                  {lake.area},
                                  picture::palette::kLake.withAlpha(lake.presence),
                                  kLakeRelief});
    }
    plan.fills.push_back(std::move(standing));

    LineStroke rivers{LineRole::rivers, {}};
    for (const std::uint32_t river : base.rivers)
        rivers.lines.push_back({river, riverStyle(riverRanks_.at(river))});
    plan.strokes.push_back(std::move(rivers));
    if (base.graticule)
        plan.strokes.push_back(
            {LineRole::graticule,
             alike(graticuleLines_, style(picture::palette::kGraticule, 0.075F, 1.0F))});
    plan.strokes.push_back(
        {LineRole::coast, alike(coastLines_, style(picture::palette::kCoast, 0.28F, 1.1F))});
    plan.strokes.push_back({LineRole::rail, styled(base.rail, [&](std::uint32_t i) {
                                return railStyle(railKinds_.at(i));
                            })});
    plan.strokes.push_back({LineRole::borders, borders(base)});
    plan.reliefStrength = base.relief ? reliefStrength(base.camera) : 0;
    plan.slopeLight = picture::slopeLight(base.sun);
    return plan;
}

}  // namespace ebbflow::raster
