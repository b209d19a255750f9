#pragma once
// Where a picture's ground comes from. Who draws it is no matter of this room.

#include "picture/description.hpp"
#include "raster/pixels.hpp"

namespace ebbflow::raster {

class GroundSource {
public:
    GroundSource() = default;
    virtual ~GroundSource() = default;
    GroundSource(const GroundSource&) = delete;
    GroundSource& operator=(const GroundSource&) = delete;

    /// Draws the ground into what has the wanted size, unless it holds that already, and says
    /// whether it did. What it is given is what it filled last time.
    virtual bool draw(const picture::BaseMap& base, GroundLight& ground) = 0;
    /// What it filled last time is lost.
    virtual void forget() = 0;
};

}  // namespace ebbflow::raster
