#include "picture/camera.hpp"

#include <algorithm>
#include <cmath>

#include <glm/gtc/matrix_transform.hpp>

namespace ebbflow::picture {

namespace {

double eyeDistance(const CameraView& view, double aspect) {
    return view.widthKm / aspect / 2 / std::tan(glm::radians(kFieldOfView) / 2);
}

glm::dvec3 upOnMap(const CameraView& view) {
    const double b = glm::radians(view.bearing);
    return {std::sin(b), std::cos(b), 0};
}

glm::dvec3 eye(const CameraView& view, double aspect) {
    const double tilt = glm::radians(view.tilt);
    const glm::dvec3 direction = glm::dvec3(0, 0, std::cos(tilt)) - upOnMap(view) * std::sin(tilt);
    return direction * eyeDistance(view, aspect);
}

struct Extent {
    core::PixelBox box;
    bool whole = true;  ///< all points are in front of the camera
};

Extent extentOf(std::span<const core::MapPoint> points, const CameraView& view, double aspect) {
    double left = 1e300, right = -1e300, top = 1e300, bottom = -1e300;
    bool whole = true;
    const Projector projector(view, aspect);
    for (const auto& point : points) {
        const auto pixel = projector(point);
        if (!pixel) {
            whole = false;
            continue;
        }
        left = std::min(left, pixel->x);
        right = std::max(right, pixel->x);
        top = std::min(top, pixel->y);
        bottom = std::max(bottom, pixel->y);
    }
    return {{left, top, right - left, bottom - top}, whole};
}

}  // namespace

glm::dmat4 clipFromMap(const CameraView& view, double aspect) {
    const double distance = eyeDistance(view, aspect);
    const glm::dmat4 clip =
        glm::perspective(glm::radians(kFieldOfView), aspect, distance * 0.02, distance * 40);
    return clip * glm::lookAt(eye(view, aspect), glm::dvec3(0), upOnMap(view));
}

Projector::Projector(const CameraView& view, double aspect)
    : center_(view.center),
      aspect_(aspect),
      nearest_(eyeDistance(view, aspect) * 0.02),
      clip_(clipFromMap(view, aspect)) {}

std::optional<core::PixelPoint> Projector::operator()(core::MapPoint point, double heightKm) const {
    const glm::dvec4 clip =
        clip_ * glm::dvec4(point.x - center_.x, point.y - center_.y, heightKm, 1);
    if (clip.w <= nearest_) return std::nullopt;
    return core::PixelPoint{(clip.x / clip.w + 1) / 2 * core::kReferenceHeight * aspect_,
                            (1 - clip.y / clip.w) / 2 * core::kReferenceHeight};
}

std::optional<core::PixelPoint> project(const CameraView& view, double aspect, core::MapPoint point,
                                        double heightKm) {
    return Projector(view, aspect)(point, heightKm);
}

std::optional<core::MapPoint> unproject(const CameraView& view, double aspect,
                                        core::PixelPoint point) {
    const double halfHeight = std::tan(glm::radians(kFieldOfView) / 2);
    const double sx = (point.x / (core::kReferenceHeight * aspect) * 2 - 1) * halfHeight * aspect;
    const double sy = (1 - point.y / core::kReferenceHeight * 2) * halfHeight;
    const glm::dvec3 from = eye(view, aspect);
    const glm::dvec3 forward = glm::normalize(-from);
    const glm::dvec3 right = glm::normalize(glm::cross(forward, upOnMap(view)));
    const glm::dvec3 ray = forward + right * sx + glm::cross(right, forward) * sy;
    if (ray.z >= -1e-9) return std::nullopt;
    const glm::dvec3 hit = from - ray * (from.z / ray.z);
    return core::MapPoint{view.center.x + hit.x, view.center.y + hit.y};
}

std::optional<core::MapBox> groundSeen(const CameraView& view, double aspect) {
    const double right = core::kReferenceHeight * aspect, bottom = core::kReferenceHeight;
    std::optional<core::MapBox> box;
    for (const core::PixelPoint corner :
         {core::PixelPoint{0, 0}, core::PixelPoint{right, 0}, core::PixelPoint{0, bottom},
          core::PixelPoint{right, bottom}}) {
        const auto point = unproject(view, aspect, corner);
        if (!point) return std::nullopt;
        if (!box) box = core::MapBox{point->x, point->y, point->x, point->y};
        *box = {std::min(box->minX, point->x), std::min(box->minY, point->y),
                std::max(box->maxX, point->x), std::max(box->maxY, point->y)};
    }
    return box;
}

double pixelsPerKm(const CameraView& view, double aspect) {
    return core::kReferenceHeight * aspect / view.widthKm;
}

CameraView fit(std::span<const core::MapPoint> points, double tilt, double bearing, double aspect,
               const core::PixelBox& safe, double minWidthKm) {
    CameraView view{{0, 0}, minWidthKm, tilt, bearing};
    if (points.empty()) return view;
    core::MapBox box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const auto& p : points) {
        box = {std::min(box.minX, p.x), std::min(box.minY, p.y), std::max(box.maxX, p.x),
               std::max(box.maxY, p.y)};
    }
    view.center = {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
    view.widthKm = std::max(minWidthKm, 2.5 * aspect * std::max(box.width(), box.height()));
    // Perspective makes the fit implicit: scale to the extent found, bring its middle to the safe
    // area's middle, and repeat. Converges in a few rounds; 40 leave nothing to see.
    for (int round = 0; round < 40; ++round) {
        const Extent extent = extentOf(points, view, aspect);
        const double scale =
            std::max(extent.box.width / safe.width, extent.box.height / safe.height);
        view.widthKm =
            extent.whole ? std::max(minWidthKm, view.widthKm * scale) : view.widthKm * 1.5;
        const Extent scaled = extentOf(points, view, aspect);
        const auto have =
            unproject(view, aspect,
                      {scaled.box.x + scaled.box.width / 2, scaled.box.y + scaled.box.height / 2});
        const auto want =
            unproject(view, aspect, {safe.x + safe.width / 2, safe.y + safe.height / 2});
        if (!have || !want || !scaled.whole) continue;
        view.center = {view.center.x + have->x - want->x, view.center.y + have->y - want->y};
    }
    return view;
}

}  // namespace ebbflow::picture
