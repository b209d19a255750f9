#pragma once
// Ground, lights and bloom added up in linear light and encoded as the picture, as
// shaders/composite.frag.glsl does on a GPU. Bit for bit the same for every set of instructions.

#include <span>

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "picture/ground_grade.hpp"
#include "raster/light_field.hpp"
#include "raster/pixels.hpp"

namespace ebbflow::raster {

struct Sources {
    const GroundLight& ground;
    const LightField& lights;
    const LightField& bloom;  ///< smaller
    const picture::GroundGrade& grade;
    float levels = 255;  ///< above 0 that the picture's dither is for
};

/// A part of the picture: left, bottom, right, top. Where nothing `shines` the lights are not read.
void compose(const Sources& sources, bool shines, const glm::ivec4& part, Pixels& picture);

/// Linear light as the picture, with the dither of that many levels above 0.
void develop(const LightField& light, float levels, const glm::ivec4& part, Pixels& picture);

/// Nothing at all: transparent.
void clear(const glm::ivec4& part, Pixels& picture);

/// A premultiplied colour, 0…1, over a part; `keepsAlpha`: only what is there takes its colour.
void veil(const glm::vec4& colour, bool keepsAlpha, const glm::ivec4& part, Pixels& picture);

/// Lays another picture over a part, by its share. `keepsAlpha`: all four channels are mixed;
/// otherwise the other one counts as opaque.
void mixOver(const Pixels& other, float share, bool keepsAlpha, const glm::ivec4& part,
             Pixels& picture);

}  // namespace ebbflow::raster
