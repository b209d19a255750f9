#pragma once
// The ground of a picture made by the processor alone: what the plan lays down, placed in the
// picture, filled, lined and lit, a band a piece over all processors.

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/world.hpp"
#include "raster/crew.hpp"
#include "raster/ground_kernels.hpp"
#include "raster/ground_plan.hpp"
#include "raster/ground_shapes.hpp"
#include "raster/ground_source.hpp"
#include "raster/terrain.hpp"

namespace ebbflow::raster {

class GroundRaster : public GroundSource {
public:
    /// `world` and `crew` must outlive it.
    GroundRaster(const geo::World& world, Terrain terrain, Crew& crew)
        : planner_(world), shapes_(world), terrain_(std::move(terrain)), crew_(crew) {}

    bool draw(const picture::BaseMap& base, GroundLight& ground) override;
    void forget() override { drawn_.reset(); }

private:
    GroundPlanner planner_;
    ShapeSource shapes_;
    Terrain terrain_;
    Crew& crew_;
    std::optional<picture::BaseMap> drawn_;
    Pixels flat_;
    GroundShapes placed_;
    std::vector<BandMemory> memories_;  ///< one of each band
};

}  // namespace ebbflow::raster
