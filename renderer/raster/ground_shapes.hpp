#pragma once
// A layer's areas and lines brought into a picture: triangles and segments on real pixels, in the
// order in which they are laid down. It draws none.

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

#include "geo/world.hpp"
#include "raster/crew.hpp"
#include "raster/ground_plan.hpp"
#include "raster/line_level.hpp"
#include "raster/scan.hpp"
#include "raster/simplify.hpp"
#include "raster/view_block.hpp"
#include "raster/visible.hpp"

namespace ebbflow::raster {

/// A triangle of an area.
struct GroundTriangle {
    Corners outline{};
    std::uint32_t fill = 0;  ///< of the plan's
};

/// A segment of a line, widened, as shaders/line.vert.glsl has it. Real pixels from the bottom
/// left.
struct GroundSegment {
    Corners outline{};                ///< one half of its quad
    glm::vec2 from{0}, direction{0};  ///< where it begins and where it goes
    float length = 0;
    float halfWidth = 0;
    float openStart = 1, openEnd = 1;  ///< 1 where no mitre closes the corner, else 0
    float kmAtStart = 0, kmPerPixel = 0;
    float period = 0;     ///< km; 0: solid
    float oddDots = 0;    ///< share of every second dot
    float dot = 1;        ///< 0…1 of the period
    glm::vec4 colour{0};  ///< root of linear rgb, opacity
};

struct GroundShapes {
    std::vector<GroundTriangle> triangles;
    std::vector<GroundSegment> segments;
};

class ShapeSource {
public:
    /// `world` must outlive it.
    explicit ShapeSource(const geo::World& world) : world_(world) {}
    /// What the picture shows of the plan; replaces what `out` holds.
    void place(const GroundPlan& plan, const picture::CameraView& camera, const ViewBlock& view,
               Crew& crew, GroundShapes& out);

private:
    /// Makes what the plan needs of these levels of detail and is not there yet, a layer a piece.
    void makeReady(const GroundPlan& plan, int areaDetail, int lineDetail, Crew& crew);
    const geo::World& world_;
    std::map<std::pair<AreaRole, int>, SimplifiedAreas> areas_;
    std::map<std::pair<LineRole, int>, LineLevel> lines_;
};

}  // namespace ebbflow::raster
