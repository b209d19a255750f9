#include "raster/view_block.hpp"

#include <glm/matrix.hpp>

namespace ebbflow::raster {

ViewBlock makeViewBlock(const picture::CameraView& view, int width, int height) {
    const double aspect = static_cast<double>(width) / height;
    const double scale = height / core::kReferenceHeight;
    const glm::dmat4 clip = picture::clipFromMap(view, aspect);
    ViewBlock block;
    block.clipFromMap = glm::mat4(clip);
    block.centre = {static_cast<float>(view.center.x), static_cast<float>(view.center.y), 0, 0};
    block.centre.z = static_cast<float>(view.center.x - static_cast<double>(block.centre.x));
    block.centre.w = static_cast<float>(view.center.y - static_cast<double>(block.centre.y));
    block.pictureSize = {static_cast<float>(width), static_cast<float>(height)};
    block.scale = static_cast<float>(scale);
    block.pixelsPerKm = static_cast<float>(picture::pixelsPerKm(view, aspect) * scale);
    // clip[3].w: the distance of the camera from its centre.
    block.nearest = static_cast<float>(0.02 * clip[3].w);
    return block;
}

glm::mat3 mapFromNdc(const picture::CameraView& view, double aspect) {
    const glm::dmat4 clip = picture::clipFromMap(view, aspect);
    const auto column = [&](int i) { return glm::dvec3(clip[i].x, clip[i].y, clip[i].w); };
    return glm::mat3(glm::inverse(glm::dmat3(column(0), column(1), column(3))));
}

}  // namespace ebbflow::raster
