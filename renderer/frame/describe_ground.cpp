#include "frame/describe_ground.hpp"

#include <algorithm>
#include <cmath>

#include "story/pieces.hpp"

namespace ebbflow::frame {

namespace {

constexpr int kRiverRank = 4;  // great rivers; smaller ones are noise at film scale
constexpr float kSteps = 64;   // a fade in this many steps: the painter keeps what did not change
constexpr float kHighlight = 1.0F;

float quantised(double x) {
    return std::round(static_cast<float>(x) * kSteps) / kSteps;
}

bool names(const geo::Area& area, const std::string& wanted) {
    return area.id == wanted ||
           std::ranges::any_of(area.name.words, [&](const auto& w) { return w.second == wanted; });
}

float liftOf(const geo::Area& area, const scene::Map& map) {
    const bool lifted =
        std::ranges::any_of(map.highlight, [&](const auto& w) { return names(area, w); });
    return lifted ? kHighlight : 0.0F;
}

/// What changes out of sight must not have the ground drawn again.
class Sight {
public:
    explicit Sight(const story::Moment& moment)
        : seen_(picture::groundSeen(moment.camera, moment.story.aspect)) {}
    [[nodiscard]] bool meets(const core::MapBox& box) const {
        return !seen_ || (box.minX <= seen_->maxX && seen_->minX <= box.maxX &&
                          box.minY <= seen_->maxY && seen_->minY <= box.maxY);
    }

private:
    std::optional<core::MapBox> seen_;
};

std::vector<picture::StateShade> describeStates(const story::Moment& moment) {
    const Sight sight(moment);
    std::vector<picture::StateShade> shades;
    const auto& areas = moment.story.film->world->states.areas;
    for (std::uint32_t i = 0; i < areas.size(); ++i) {
        if (!sight.meets(areas[i].bounds)) continue;
        const float presence = quantised(moment.presence(areas[i].valid));
        if (presence > 0)
            shades.push_back({i, presence, liftOf(areas[i], moment.story.film->scene.map)});
    }
    return shades;
}

std::vector<picture::LineShade> describeLines(const story::Moment& moment,
                                              const geo::LineLayer& layer) {
    const Sight sight(moment);
    std::vector<picture::LineShade> shades;
    for (std::uint32_t i = 0; i < layer.lines.size(); ++i) {
        if (!sight.meets(layer.lines[i].bounds)) continue;
        const core::Validity& valid = layer.lines[i].valid;
        const float presence = quantised(moment.presence(valid));
        if (presence <= 0) continue;
        // A new line draws itself; an old one fades.
        const bool arriving = valid.from && valid.from > moment.chapter.firstDay;
        const float drawn =
            arriving ? quantised(moment.presence({valid.from, std::nullopt})) : 1.0F;
        shades.push_back(
            {i, arriving ? quantised(moment.presence({std::nullopt, valid.to})) : presence, drawn});
    }
    return shades;
}

/// Railways are shown only where journeys follow them: the rest would be a claim of completeness.
std::vector<picture::LineShade> describeRail(const story::Moment& moment) {
    const auto& rail = moment.story.film->world->rail;
    std::vector<picture::LineShade> shades;
    for (const picture::LineShade& shade : describeLines(moment, rail)) {
        if (std::ranges::find(moment.story.routesInUse, rail.lines[shade.line].id) !=
            moment.story.routesInUse.end()) {
            shades.push_back(shade);
        }
    }
    return shades;
}

}  // namespace

picture::BaseMap describeGround(const story::Moment& moment) {
    const geo::World& world = *moment.story.film->world;
    picture::BaseMap ground;
    ground.camera = moment.camera;
    ground.states = describeStates(moment);
    ground.borders = describeLines(moment, world.borders);
    ground.rail = describeRail(moment);
    for (std::uint32_t i = 0; i < world.lakes.areas.size(); ++i) {
        const float presence = quantised(moment.presence(world.lakes.areas[i].valid));
        if (presence > 0) ground.lakes.push_back({i, presence});
    }
    for (std::uint32_t i = 0; i < world.rivers.lines.size(); ++i) {
        if (world.rivers.lines[i].rank <= kRiverRank) ground.rivers.push_back(i);
    }
    ground.graticule = story::pieceOf(moment.story, moment.stepIndex, "graticule").has_value();
    return ground;
}

}  // namespace ebbflow::frame
