#include "geo/graticule.hpp"

#include <string>

namespace ebbflow::geo {

namespace {

RawLine straight(const char* kind, int degrees, glm::dvec2 from, glm::dvec2 to) {
    RawLine raw;
    raw.line.id = std::to_string(degrees);
    raw.line.kind = kind;
    raw.degrees.push_back({{from, to}, false});
    return raw;
}

}  // namespace

std::vector<RawLine> graticule() {
    std::vector<RawLine> lines;
    for (int lon = -180; lon < 180; lon += kGraticuleDegrees) {
        const double end = lon % 90 == 0 ? 90.0 : 90.0 - kGraticuleDegrees;
        const auto x = static_cast<double>(lon);
        lines.push_back(straight("meridian", lon, {x, -end}, {x, end}));
    }
    for (int lat = -90 + kGraticuleDegrees; lat < 90; lat += kGraticuleDegrees) {
        const auto y = static_cast<double>(lat);
        lines.push_back(straight("parallel", lat, {-180.0, y}, {180.0, y}));
    }
    return lines;
}

}  // namespace ebbflow::geo
