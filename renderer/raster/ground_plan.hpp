#pragma once
// What of the world the ground of a picture shows and in what colours, in the order in which it is
// laid down, for whoever draws it. Knows no camera and draws nothing.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/colour.hpp"
#include "geo/world.hpp"
#include "picture/description.hpp"
#include "picture/ground_grade.hpp"
#include "raster/line_style.hpp"

namespace ebbflow::raster {

enum class AreaRole { land, states, lakes };
enum class LineRole { rivers, graticule, coast, rail, borders };
inline constexpr std::size_t kAreaRoles = 3, kLineRoles = 5;

[[nodiscard]] const geo::AreaLayer& layerOf(const geo::World& world, AreaRole role);
[[nodiscard]] const geo::LineLayer& layerOf(const geo::World& world, LineRole role);

/// Areas of one layer in one colour.
struct AreaFill {
    AreaRole role = AreaRole::land;
    std::vector<std::uint32_t> areas;
    core::Colour colour;  ///< its alpha: opacity
    float relief = 1;     ///< 0…1: how much of the relief lies on it
};

struct LineStroke {
    LineRole role = LineRole::coast;
    std::vector<StyledLine> lines;
};

struct GroundPlan {
    std::vector<AreaFill> fills;
    std::vector<LineStroke> strokes;  ///< over all fills
    float reliefStrength = 0;         ///< 0: none
    glm::vec2 slopeLight{0};          ///< slopeLight()'s
};

class GroundPlanner {
public:
    explicit GroundPlanner(const geo::World& world);
    [[nodiscard]] GroundPlan plan(const picture::BaseMap& base) const;

private:
    [[nodiscard]] std::vector<StyledLine> borders(const picture::BaseMap& base) const;
    struct BorderFacts {
        std::string kind;
        std::string sides;  ///< ids of the states on both, separated by semicolons
    };
    std::vector<BorderFacts> borderFacts_;
    std::vector<std::string> stateIds_, railKinds_;
    std::vector<int> riverRanks_;
    std::uint32_t landAreas_, coastLines_, graticuleLines_;
};

}  // namespace ebbflow::raster
