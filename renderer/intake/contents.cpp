#include "intake/contents.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "geo/gdal_access.hpp"

namespace ebbflow::intake {

namespace {

bool isArea(OGRwkbGeometryType type) {
    const OGRwkbGeometryType flat = wkbFlatten(type);
    return flat == wkbPolygon || flat == wkbMultiPolygon || flat == wkbCurvePolygon ||
           flat == wkbMultiSurface;
}

/// Of a layer that says nothing of its kind (KML, mixed GeoJSON) by the first area in it.
bool holdsAreas(OGRLayer& layer) {
    if (isArea(layer.GetGeomType())) return true;
    const OGRwkbGeometryType kind = wkbFlatten(layer.GetGeomType());
    if (kind != wkbUnknown && kind != wkbGeometryCollection) return false;
    for (const auto& feature : layer) {
        const OGRGeometry* shape = feature->GetGeometryRef();
        if (shape != nullptr && isArea(shape->getGeometryType())) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string> layersOf(const std::string& path, const core::Access& access) {
    const geo::GdalSession session(access, geo::Role::table);
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    std::vector<std::string> names;
    if (!dataset) return names;
    for (OGRLayer* layer : dataset->GetLayers()) names.emplace_back(layer->GetName());
    return names;
}

std::vector<std::string> areaLayersOf(const std::string& path, const core::Access& access) {
    const geo::GdalSession session(access, geo::Role::shapes);
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    std::vector<std::string> names;
    if (!dataset) return names;
    for (OGRLayer* layer : dataset->GetLayers()) {
        if (holdsAreas(*layer)) names.emplace_back(layer->GetName());
    }
    return names;
}

std::vector<std::string> filesIn(const std::string& folder, const core::Access& access) {
    const geo::GdalSession session(access, geo::Role::table);
    const CPLStringList found(VSIReadDir(folder.c_str()));
    std::vector<std::string> names(found.List(), found.List() + found.Count());
    std::ranges::sort(names);
    return names;
}

std::string textOf(const std::string& path, const core::Access& access) {
    const geo::GdalSession session(access, geo::Role::table);
    VSIStatBufL state;
    if (VSIStatL(path.c_str(), &state) != 0 ||
        static_cast<std::uint64_t>(state.st_size) > access.limits.bytes)
        return {};
    const auto close = [](VSILFILE* file) { VSIFCloseL(file); };
    const std::unique_ptr<VSILFILE, decltype(close)> file(VSIFOpenL(path.c_str(), "rb"), close);
    if (!file) return {};
    std::string text(static_cast<std::size_t>(state.st_size), '\0');
    text.resize(VSIFReadL(text.data(), 1, text.size(), file.get()));
    return text;
}

}  // namespace ebbflow::intake
