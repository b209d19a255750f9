#include <charconv>

#include "intake/journey_readers.hpp"
#include "intake/json_text_impl.hpp"
#include "intake/xml_text_impl.hpp"

namespace ebbflow::intake {

namespace {

std::optional<double> numberOf(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<core::LonLat> positionOfPoint(const CPLXMLNode* point) {
    const auto lon = numberOf(textUnder(point, "lon")), lat = numberOf(textUnder(point, "lat"));
    if (!lon || !lat) return std::nullopt;
    return positionOf(nlohmann::json::array({*lon, *lat}));
}

class GpxReader {
public:
    explicit GpxReader(Journeys& journeys) : journeys_(journeys) {}

    void read(const CPLXMLNode* tree) {
        forEachBelow(tree, "metadata", [&](const CPLXMLNode* about) {
            if (journeys_.title.empty()) journeys_.title = textUnder(about, "name");
        });
        forEachBelow(tree, "trk", [&](const CPLXMLNode* track) {
            const std::string name(textUnder(track, "name"));
            forEachChild(track, "trkseg",
                         [&](const CPLXMLNode* part) { line(part, "trkpt", name); });
        });
        forEachBelow(tree, "rte", [&](const CPLXMLNode* route) {
            line(route, "rtept", std::string(textUnder(route, "name")));
        });
        forEachBelow(tree, "wpt", [&](const CPLXMLNode* point) {
            const auto at = positionOfPoint(point);
            if (!at) {
                ++journeys_.faulty;
                return;
            }
            journeys_.stops.push_back({std::string(textUnder(point, "name")),
                                       *at,
                                       periodOf(textUnder(point, "time")),
                                       {}});
        });
    }

private:
    void line(const CPLXMLNode* part, std::string_view points, const std::string& name) {
        Track track{name, {}, {}};
        forEachChild(part, points, [&](const CPLXMLNode* point) {
            if (const auto at = positionOfPoint(point)) {
                track.points.push_back({*at, instantOf(textUnder(point, "time"))});
            } else {
                ++journeys_.faulty;
            }
        });
        journeys_.keep(std::move(track));
    }

    Journeys& journeys_;
};

}  // namespace

bool readGpx(const Document& document, Reading& reading, Journeys& journeys) {
    const XmlTree tree = parseXml(document, reading.diagnostics);
    if (!tree) return false;
    GpxReader(journeys).read(tree.get());
    return true;
}

}  // namespace ebbflow::intake
