#pragma once
// Triangles with smooth edges for strips and polylines of the furniture. Arithmetic on real pixels,
// y down; draws nothing.

#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

#include "picture/description.hpp"

namespace ebbflow::raster {

/// As shaders/mesh.vert.glsl has it.
struct MeshVertex {
    glm::vec2 at{0};
    glm::vec2 edge{0};  ///< coverage and −1, or distance from the middle and half width
    glm::vec4 colour{0};
};

/// Appends the triangles of an item; `scale`: real pixels to a reference pixel. A strip needs as
/// many lower as upper points; what is left over is not drawn.
void appendStrip(const picture::StripItem& item, float scale, std::vector<MeshVertex>& out);
void appendPolyline(const picture::PolylineItem& item, float scale, std::vector<MeshVertex>& out);

}  // namespace ebbflow::raster
