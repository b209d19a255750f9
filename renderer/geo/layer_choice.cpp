#include "geo/layer_choice.hpp"

#include <vector>

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "geo/ogr_shapes.hpp"

namespace ebbflow::geo {

namespace {

struct Candidate {
    OGRLayer* layer = nullptr;
    long long areas = 0, lines = 0, points = 0, rows = 0;
};

void count(const OGRGeometry* geometry, Candidate& of) {
    ++of.rows;
    if (geometry == nullptr || geometry->IsEmpty()) return;
    const int type = static_cast<int>(geometry->getGeometryType());
    if (canHold(type, ShapeKind::points)) ++of.points;
    // What holds areas may stand for their outlines too.
    else if (canHold(type, ShapeKind::polygons))
        ++of.areas;
    else
        ++of.lines;
}

Candidate counted(OGRLayer& layer) {
    Candidate candidate{.layer = &layer};
    for (const auto& feature : layer) count(feature->GetGeometryRef(), candidate);
    layer.ResetReading();
    return candidate;
}

bool fits(const Candidate& candidate, ShapeKind kind) {
    switch (kind) {
        case ShapeKind::polygons:
            return candidate.areas > 0;
        case ShapeKind::lines:
            return candidate.lines > 0;
        case ShapeKind::points:
            return candidate.points > 0;
        case ShapeKind::none:
            return candidate.rows > 0;
    }
    return false;
}

/// GPX: the vertices of its tracks and routes, once more.
bool repeatsOthers(OGRLayer& layer) {
    const std::string_view name = layer.GetName();
    return name == "track_points" || name == "route_points";
}

std::string counts(const Candidate& candidate, ShapeKind kind) {
    if (kind == ShapeKind::none)
        return fmt::format("{} row{}", candidate.rows, candidate.rows == 1 ? "" : "s");
    std::vector<std::string> parts;
    const auto add = [&](long long n, std::string_view one, std::string_view many) {
        if (n > 0) parts.push_back(fmt::format("{} {}", n, n == 1 ? one : many));
    };
    add(candidate.areas, "polygon", "polygons");
    add(candidate.lines, "line", "lines");
    add(candidate.points, "point", "points");
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string question(const std::vector<Candidate>& candidates, ShapeKind kind,
                     std::string_view what) {
    std::vector<std::string> names;
    for (const Candidate& candidate : candidates)
        names.push_back(
            fmt::format("`{}` ({})", candidate.layer->GetName(), counts(candidate, kind)));
    return fmt::format(
        "has {} layers that {} could be: {}; which? `layer: {}` says it, and a list of files, "
        "each with its `layer:`, takes several",
        candidates.size(), what, fmt::join(names, ", "), candidates.front().layer->GetName());
}

}  // namespace

OGRLayer* layerThatHolds(GDALDataset& dataset, ShapeKind kind, std::string_view what,
                         std::string& fault) {
    const int layers = dataset.GetLayerCount();
    if (layers < 2) return layers == 1 ? dataset.GetLayer(0) : nullptr;
    std::vector<Candidate> candidates;
    for (OGRLayer* layer : dataset.GetLayers()) {
        if (repeatsOthers(*layer)) continue;
        if (!canHold(static_cast<int>(layer->GetGeomType()), kind)) continue;
        const Candidate candidate = counted(*layer);
        if (fits(candidate, kind)) candidates.push_back(candidate);
    }
    if (candidates.empty()) return dataset.GetLayer(0);
    if (candidates.size() == 1) return candidates.front().layer;
    fault = question(candidates, kind, what);
    return nullptr;
}

}  // namespace ebbflow::geo
