#pragma once
// The passes of the bloom over a part of a field (left, bottom, right, top), by the processor's
// vectors. Bit for bit the same for every set of instructions.

#include <span>

#include <glm/vec4.hpp>

#include "raster/light_field.hpp"

namespace ebbflow::raster {

/// Four texels each way into one; what is brighter than bright counts as bright.
void shrink(const LightField& lights, const glm::ivec4& part, LightField& small);
/// `weights`: as blurWeights() has them. The edge's texels stand for those beyond.
void blurAcross(const LightField& from, std::span<const float> weights, const glm::ivec4& part,
                LightField& to);
void blurDown(const LightField& from, std::span<const float> weights, const glm::ivec4& part,
              LightField& to);

}  // namespace ebbflow::raster
