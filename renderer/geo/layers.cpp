#include "geo/layers.hpp"

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::geo {

namespace {

std::size_t pointCount(const Feature& feature) {
    std::size_t count = 0;
    for (const Polygon& polygon : feature.polygons) {
        for (const Ring& ring : polygon.rings) count += ring.size();
    }
    return count;
}

core::MapBox mapBox(const PlaneBox& box) {
    if (box.empty()) return {};
    return {box.low.x, box.low.y, box.high.x, box.high.y};
}

std::uint32_t sizeOf(const auto& container) {
    return static_cast<std::uint32_t>(container.size());
}

void append(const Mesh& mesh, AreaLayer& layer) {
    const std::uint32_t base = sizeOf(layer.vertices);
    for (const glm::dvec2 p : mesh.vertices) layer.vertices.emplace_back(p);
    for (const std::uint32_t i : mesh.indices) layer.indices.push_back(base + i);
}

void append(const Polyline& piece, LineLayer& layer) {
    layer.strips.push_back({sizeOf(layer.points), sizeOf(piece.points), piece.closed});
    for (const glm::dvec2 p : piece.points) layer.points.emplace_back(p);
}

}  // namespace

void AreaLayerMaker::addJobs(std::vector<Job>& jobs) {
    for (std::size_t i = 0; i < features_.size(); ++i) {
        jobs.push_back({static_cast<double>(pointCount(features_[i])) * 3,
                        [this, i](Workbench& bench) { make(i, bench); }});
    }
}

void AreaLayerMaker::make(std::size_t index, Workbench& bench) {
    for (const Polygon& polygon : features_[index].polygons) {
        try {
            for (const Polygon& piece : bench.polygons.cut(polygon)) {
                triangulate(piece, bench.geos, meshes_[index]);
            }
        } catch (const core::Failure& failure) {
            faults_[index] = failure.what();
        }
    }
}

AreaLayer AreaLayerMaker::take(const core::SourcePlace& place, core::Diagnostics& diagnostics) {
    AreaLayer layer;
    for (std::size_t i = 0; i < features_.size(); ++i) {
        const Feature& feature = features_[i];
        if (!faults_[i].empty()) {
            diagnostics.warning(place, fmt::format("feature {}: a part is left out: {}",
                                                   feature.number, faults_[i]));
        }
        Area area;
        if (idField_ >= 0) {
            area.id = feature.values[static_cast<std::size_t>(idField_)].value_or("");
        }
        area.name = feature.name;
        area.valid = feature.valid;
        area.firstIndex = sizeOf(layer.indices);
        area.indexCount = sizeOf(meshes_[i].indices);
        area.bounds = mapBox(boxOf(meshes_[i].vertices));
        area.areaKm2 = meshes_[i].area;
        append(meshes_[i], layer);
        meshes_[i] = {};
        layer.areas.push_back(std::move(area));
    }
    return layer;
}

void LineLayerMaker::addJobs(std::vector<Job>& jobs) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        std::size_t points = 0;
        for (const Polyline& line : lines_[i].degrees) points += line.points.size();
        jobs.push_back({static_cast<double>(points), [this, i](Workbench& bench) {
                            for (const Polyline& line : lines_[i].degrees) {
                                for (Polyline& piece : bench.lines.cut(line)) {
                                    pieces_[i].push_back(std::move(piece));
                                }
                            }
                        }});
    }
}

LineLayer LineLayerMaker::take() {
    LineLayer layer;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        Line line = std::move(lines_[i].line);
        line.firstStrip = sizeOf(layer.strips);
        line.stripCount = sizeOf(pieces_[i]);
        PlaneBox box;
        for (const Polyline& piece : pieces_[i]) {
            for (const glm::dvec2 p : piece.points) box.add(p);
            append(piece, layer);
        }
        line.bounds = mapBox(box);
        layer.lines.push_back(std::move(line));
    }
    return layer;
}

}  // namespace ebbflow::geo
