#include <charconv>
#include <sstream>

#include "intake/journey_readers.hpp"
#include "intake/json_text_impl.hpp"
#include "intake/xml_text_impl.hpp"

namespace ebbflow::intake {

namespace {

/// `7.5,45,0` or `7.5 45 0`.
std::optional<core::LonLat> positionOfText(std::string text, char mark) {
    std::ranges::replace(text, mark, ' ');
    std::istringstream numbers(text);
    double lon = 0, lat = 0;
    if (!(numbers >> lon >> lat)) return std::nullopt;
    return positionOf(nlohmann::json::array({lon, lat}));
}

/// A placemark's TimeStamp, or TimeSpan, whose ends may be open.
std::optional<core::Period> whenOf(const CPLXMLNode* placemark) {
    if (const auto stamp = periodOf(textUnder(placemark, "TimeStamp.when"))) return stamp;
    const std::string begin(textUnder(placemark, "TimeSpan.begin"));
    const std::string end(textUnder(placemark, "TimeSpan.end"));
    if (begin.empty() && end.empty()) return std::nullopt;
    if (begin == end) return periodOf(begin);
    return periodOf((begin.empty() ? ".." : begin) + "/" + (end.empty() ? ".." : end));
}

class KmlReader {
public:
    explicit KmlReader(Journeys& journeys) : journeys_(journeys) {}

    void read(const CPLXMLNode* tree) {
        forEachBelow(tree, "Document", [&](const CPLXMLNode* document) {
            if (journeys_.title.empty()) journeys_.title = textUnder(document, "name");
        });
        forEachBelow(tree, "Placemark", [&](const CPLXMLNode* placemark) {
            name_ = textUnder(placemark, "name");
            when_ = whenOf(placemark);
            const CPLXMLNode* inside = placemark->psChild;
            if (inside == nullptr) return;
            forEachBelow(inside, "Point", [&](const CPLXMLNode* shape) { point(shape); });
            forEachBelow(inside, "LineString", [&](const CPLXMLNode* shape) { line(shape); });
            forEachBelow(inside, "Track", [&](const CPLXMLNode* shape) { track(shape); });
        });
    }

private:
    void point(const CPLXMLNode* shape) {
        const auto at = positionOfText(std::string(textUnder(shape, "coordinates")), ',');
        if (!at) {
            ++journeys_.faulty;
            return;
        }
        journeys_.stops.push_back({name_, *at, when_, {}});
    }

    void line(const CPLXMLNode* shape) {
        std::istringstream words{std::string(textUnder(shape, "coordinates"))};
        Track way{name_, {}, when_};
        for (std::string word; words >> word;) {
            if (const auto at = positionOfText(word, ',')) way.points.push_back({*at, {}});
        }
        journeys_.keep(std::move(way));
    }

    /// Its times and positions stand side by side, in order.
    void track(const CPLXMLNode* shape) {
        std::vector<std::optional<core::Instant>> times;
        forEachChild(shape, "when", [&](const CPLXMLNode* when) {
            times.push_back(instantOf(textUnder(when, "")));
        });
        Track way{name_, {}, when_};
        std::size_t coords = 0;
        forEachChild(shape, "coord", [&](const CPLXMLNode* coord) {
            const auto at = positionOfText(std::string(textUnder(coord, "")), ',');
            const std::size_t index = coords++;
            if (at) way.points.push_back({*at, index < times.size() ? times[index] : std::nullopt});
        });
        journeys_.keep(std::move(way));
    }

    Journeys& journeys_;
    std::string name_;
    std::optional<core::Period> when_;
};

}  // namespace

bool readKml(const Document& document, Reading& reading, Journeys& journeys) {
    const XmlTree tree = parseXml(document, reading.diagnostics);
    if (!tree) return false;
    KmlReader(journeys).read(tree.get());
    return true;
}

}  // namespace ebbflow::intake
