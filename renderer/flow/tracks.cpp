#include "flow/tracks.hpp"

#include "flow/track_parts.hpp"

namespace ebbflow::flow {

namespace {

/// Of XML: null where the root is another format's.
std::optional<std::vector<Track>> xmlTracks(const std::string& path, const core::Limits& limits,
                                            std::string& fault) {
    const auto root = geo::readXml(path, limits, fault);
    if (!root) return std::nullopt;
    if (root->name == "gpx") return gpxTracks(*root);
    if (root->name == "kml") return kmlTracks(*root);
    return std::nullopt;
}

}  // namespace

std::optional<std::vector<Track>> readTracks(const std::string& path, const core::Limits& limits,
                                             std::string& fault) {
    using geo::endsWith;
    if (endsWith(path, ".gpx") || endsWith(path, ".kml") || endsWith(path, ".kmz"))
        return xmlTracks(path, limits, fault);
    const bool czml = endsWith(path, ".czml");
    if (!czml && !endsWith(path, ".geojson") && !endsWith(path, ".json")) return std::nullopt;
    const auto text = geo::readBytes(path, limits, fault);
    // A table of points may be larger than a tree is let be.
    if (!czml) fault.clear();
    if (!text) return std::nullopt;
    return czml ? czmlTracks(*text) : geoJsonTracks(*text);
}

}  // namespace ebbflow::flow
