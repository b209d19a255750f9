#pragma once
// The ground drawn by GL and brought into the processor's memory.

#include <cstdint>
#include <vector>

#include "geo/world.hpp"
#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/ground_painter.hpp"
#include "paint/programs.hpp"
#include "raster/ground_source.hpp"

namespace ebbflow::paint {

class GlGround : public raster::GroundSource {
public:
    /// Keeps references to the programs and the triangle.
    GlGround(const geo::World& world, const Programs& programs, const Fullscreen& fullscreen,
             int samples)
        : programs_(programs), ground_(world, programs, fullscreen, samples) {}

    bool draw(const picture::BaseMap& base, raster::GroundLight& ground) override;
    void forget() override { lost_ = true; }
    void shadersChanged(const geo::World& world) { ground_.shadersChanged(world, programs_); }

private:
    const Programs& programs_;
    GroundPainter ground_;
    gl::Buffer viewBuffer_ = gl::Buffer::streaming("view");
    std::vector<std::uint16_t> halves_;
    bool lost_ = true;
};

}  // namespace ebbflow::paint
