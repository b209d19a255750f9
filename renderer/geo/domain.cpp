#include "geo/domain.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <sstream>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "core/error.hpp"
#include "geo/projection_impl.hpp"
#include "geo/sphere.hpp"

namespace ebbflow::geo {

namespace {

using Parameters = std::unordered_map<std::string, std::string>;

Parameters parametersOf(const std::string& projString) {
    Parameters result;
    std::istringstream words(projString);
    for (std::string word; words >> word;) {
        if (word.starts_with('+')) word.erase(0, 1);
        const auto equals = word.find('=');
        result[word.substr(0, equals)] = equals == std::string::npos ? "" : word.substr(equals + 1);
    }
    return result;
}

double number(const Parameters& parameters, const std::string& key, double otherwise) {
    const auto found = parameters.find(key);
    if (found == parameters.end()) return otherwise;
    double value = otherwise;
    const std::string& text = found->second;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Caps by projection name. The radius is what still makes a map: the whole globe but the
/// antipode's smear (laea, aeqd), the horizon (ortho), or where the scale has grown some tenfold.
struct Cap {
    std::string_view name;
    double radius;
};
constexpr std::array kCaps = std::to_array<Cap>({
    {"laea", 179},   {"aeqd", 179},   {"airy", 89},    {"ortho", 89.5}, {"stere", 140},
    {"sterea", 140}, {"ups", 90},     {"gnom", 75},    {"tmerc", 75},   {"etmerc", 75},
    {"utm", 75},     {"gstmerc", 75}, {"cass", 75},    {"tcc", 60},     {"tcea", 75},
    {"omerc", 75},   {"somerc", 75},  {"ocea", 75},    {"rouss", 45},   {"krovak", 30},
    {"labrd", 15},   {"nzmg", 10},    {"ob_tran", 75}, {"tpeqd", 75},   {"chamb", 60},
    {"oea", 150},    {"alsk", 35},    {"gs48", 35},    {"gs50", 35},    {"lee_os", 60},
    {"mil_os", 60},  {"imw_p", 30},   {"lcca", 60},    {"poly", 75},    {"bertin1953", 75},
});

constexpr std::array<std::string_view, 14> kInterrupted{
    "igh",        "igh_o",     "isea",      "healpix", "rhealpix", "qsc",      "s2",
    "adams_hemi", "adams_ws1", "adams_ws2", "guyou",   "peirce_q", "spilhaus", "bipc"};

/// Degrees to the horizon seen from `height` metres (nsper, tpers, geos), a little less so that all
/// projects.
double horizon(double height) {
    constexpr double kEquatorMetres = 6378137.0;
    return std::acos(kEquatorMetres / (kEquatorMetres + height)) / kDegree - 0.4;
}

core::LonLat capCentre(const std::string& name, const Parameters& parameters,
                       const Projection& projection) {
    core::LonLat centre{number(parameters, "lon_0", number(parameters, "lonc", 0)),
                        number(parameters, "lat_0", 0)};
    if (name == "utm") centre.lon = number(parameters, "zone", 30) * 6 - 183;
    if (name == "ups") centre.lat = parameters.contains("south") ? -90 : 90;
    if (name == "nzmg") centre = {173, -41};
    const bool oblique = name == "ob_tran" || name == "tpeqd" || name == "chamb";
    const double kmX = number(parameters, "x_0", 0) / 1000,
                 kmY = number(parameters, "y_0", 0) / 1000;
    if (oblique) centre = projection.inverse({kmX, kmY}).value_or(centre);
    return centre;
}

std::optional<double> capRadius(const std::string& name, const Parameters& parameters) {
    if (name == "nsper" || name == "tpers" || name == "geos") {
        return horizon(number(parameters, "h", 35785831));
    }
    const auto found = std::ranges::find(kCaps, name, &Cap::name);
    return found == kCaps.end() ? std::nullopt : std::optional(found->radius);
}

Domain window(const std::string& name, const Parameters& parameters) {
    Domain domain;
    domain.centre.lon = number(parameters, "lon_0", 0);
    if (name == "merc" || name == "webmerc") {
        // Where the Mercator square ends: atan(sinh(pi)).
        domain.south = -85.0511287798066;
        domain.north = 85.0511287798066;
    } else if (name == "cc") {
        domain.south = -75;
        domain.north = 75;
    } else if (name == "lcc") {
        const double first = number(parameters, "lat_1", number(parameters, "lat_0", 0));
        const bool northern = first + number(parameters, "lat_2", first) >= 0;
        (northern ? domain.south : domain.north) = northern ? -60 : 60;
    }
    return domain;
}

}  // namespace

double Domain::insideness(core::LonLat position) const {
    if (shape == Shape::cap) {
        return radius * kDegree - angleBetween(unitVector(position), unitVector(centre));
    }
    return std::min(
        {position.lon - west(), east() - position.lon, position.lat - south, north - position.lat});
}

double Domain::margin(core::LonLat position) const {
    if (shape == Shape::cap) return std::max(0.0, insideness(position) / kDegree);
    const double toCut = kHalfTurn - std::abs(nearLongitude(position.lon, centre.lon) - centre.lon);
    // The cut is half of a great circle; from the other side of the globe a pole is its nearest.
    const double toPole = 90 - std::abs(position.lat);
    const double arc =
        toCut >= 90
            ? toPole
            : std::asin(std::cos(position.lat * kDegree) * std::sin(toCut * kDegree)) / kDegree;
    return std::max(0.0, std::min({arc, position.lat - south, north - position.lat}));
}

std::optional<core::LonLat> Domain::onMap(core::LonLat position) const {
    const double turned = nearLongitude(position.lon, centre.lon);
    const bool onCut = shape == Shape::window && (turned < west() || turned > east());
    if (onCut) position.lon = east();
    const bool inside = insideness({onCut ? position.lon : turned, position.lat}) >= 0;
    return inside ? std::optional(position) : std::nullopt;
}

Domain domainOf(const Projection& projection) {
    const Parameters parameters = parametersOf(projection.impl().projString);
    const auto found = parameters.find("proj");
    const std::string name = found == parameters.end() ? "" : found->second;
    if (std::ranges::find(kInterrupted, name) != kInterrupted.end()) {
        throw core::Failure(fmt::format(
            "cannot use `{}` as the map's projection: it is interrupted, and shapes would be torn",
            projection.definition()));
    }
    if (const auto radius = capRadius(name, parameters)) {
        return {.shape = Domain::Shape::cap,
                .centre = capCentre(name, parameters, projection),
                .radius = *radius};
    }
    return window(name, parameters);
}

}  // namespace ebbflow::geo
