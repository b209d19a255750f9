#include "story/camera_plan.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "film/kind_names.hpp"
#include "flow/paths.hpp"
#include "geo/great_circle.hpp"
#include "picture/easing.hpp"
#include "story/camera_move.hpp"
#include "story/camera_way.hpp"
#include "story/stage_area.hpp"

namespace ebbflow::story {

namespace {

constexpr double kTightestShownKm = 1800;  // `show` of one place: a region, not a street
constexpr double kTightestFilmKm = 4;      // of a film that is all within a town
constexpr double kJoinSeconds = 2.5;       // to come up to a crowd that is followed
constexpr int kStopsOfAWay = 4;            // that the first view holds
constexpr std::size_t kPointsOfAWay = 12;  // of a route: the camera does not shake with its bends

double aspectOf(const scene::Scene& scene) {
    return static_cast<double>(scene.frame.width) / static_cast<double>(scene.frame.height);
}

/// The last sample up to `share` of the way; nothing where that is not on the map.
std::optional<glm::vec3> sampleAt(const flow::Path& path, double share) {
    constexpr double kRounding = 1e-9;
    for (const flow::PathPart& part : path.parts) {
        if (share < part.begin - kRounding || share > part.end + kRounding) continue;
        const double local = std::clamp((share - part.begin) / (part.end - part.begin), 0.0, 1.0);
        const double last = static_cast<double>(part.samples.size() - 1);
        return part.samples[static_cast<std::size_t>(local * last + kRounding)];
    }
    return std::nullopt;
}

bool goesOn(const scene::Step& step) {
    return step.transition.kind == scene::Transition::Kind::move;
}

bool hasJourneysOrWorks(const film::Film& film) {
    return !film.tables.movements.empty() || !film.tables.sites.empty();
}

}  // namespace

picture::CameraView viewAt(const Shot& shot, double since) {
    if (shot.moveSeconds <= 0) return shot.to;
    if (!shot.way.empty()) return viewOnWay(shot.way, shot.moveSeconds, since);
    return between(shot.from, shot.to, picture::easeInOut(since / shot.moveSeconds));
}

CameraPlanner::CameraPlanner(const film::Film& film, core::Diagnostics& diagnostics)
    : film_(film),
      diagnostics_(diagnostics),
      aspect_(aspectOf(film.scene)),
      view_(everything()),
      tightestShown_(hasJourneysOrWorks(film) ? std::min(kTightestShownKm, view_.widthKm)
                                              : kTightestShownKm) {}

Shot CameraPlanner::next(const scene::Step& step) {
    return plan(step, std::nullopt);
}

Shot CameraPlanner::again(const scene::Step& step, double seconds, double length,
                          const Crowd& crowd) {
    Shot shot = plan(step, seconds);
    if (shot.follows.empty()) return shot;
    const double join = goesOn(step) ? shot.moveSeconds : 0;
    const auto middles = crowd(shot.follows);
    const picture::CameraView start = shot.from;
    shot.moveSeconds = length;
    for (std::size_t i = 0; i < middles.size(); ++i) {
        const double since =
            length * static_cast<double>(i) / static_cast<double>(middles.size() - 1);
        picture::CameraView with = view_;
        with.center = middles[i];
        shot.way.push_back(join > 0 ? between(start, with, picture::easeInOut(since / join))
                                    : with);
    }
    shot.from = shot.way.front();
    shot.to = view_ = shot.way.back();
    return shot;
}

Shot CameraPlanner::plan(const scene::Step& step, std::optional<double> seconds) {
    Shot shot;
    shot.from = view_;
    std::vector<picture::CameraView> stops;  // of a flight
    if (step.camera) {
        const scene::Camera& camera = *step.camera;
        turn(camera);
        if (camera.follow.size() == 1 && film::isKindOf(film_, camera.follow.front().name)) {
            shot.follows = camera.follow.front().name;
            view_.center = middleOf(shot.follows);
        } else if (!camera.path.empty() || !camera.follow.empty()) {
            if (goesOn(step) && !first_) stops.push_back(shot.from);
            const auto own = camera.path.empty() ? wayOf(camera) : stopsOf(camera);
            for (const picture::CameraView& stop : own) stops.push_back(stop);
        } else {
            look(camera);
        }
    }
    if (!stops.empty()) {
        flyThrough(stops, step, seconds, shot);
    } else {
        shot.to = view_;
        if (first_ || !goesOn(step)) shot.from = shot.to;
        if (shot.from == shot.to && shot.follows.empty())
            shot.moveSeconds = 0;
        else if (step.camera && step.camera->move)
            shot.moveSeconds = step.camera->move->seconds();
        else
            shot.moveSeconds = seconds.value_or(
                shot.follows.empty() ? moveSecondsFor(reach(shot.from, shot.to)) : kJoinSeconds);
    }
    first_ = false;
    return shot;
}

void CameraPlanner::flyThrough(const std::vector<picture::CameraView>& stops,
                               const scene::Step& step, std::optional<double> seconds, Shot& shot) {
    shot.from = stops.front();
    shot.to = view_ = stops.back();
    if (stops.size() < 2) return;
    shot.moveSeconds =
        step.camera->move ? step.camera->move->seconds() : seconds.value_or(waySecondsFor(stops));
    if (shot.moveSeconds > 0) shot.way = wayThrough(stops, shot.moveSeconds);
}

void CameraPlanner::turn(const scene::Camera& camera) {
    if (camera.tilt) view_.tilt = *camera.tilt;
    if (camera.bearing) view_.bearing = *camera.bearing;
    if (camera.widthKm) view_.widthKm = *camera.widthKm;
}

void CameraPlanner::look(const scene::Camera& camera) {
    if (!camera.show.empty()) showPlaces(camera);
    if (!camera.center) return;
    if (const auto point = pointOf(*camera.center)) view_.center = *point;
}

void CameraPlanner::showPlaces(const scene::Camera& camera) {
    std::vector<core::MapPoint> points;
    for (const auto& ref : camera.show) {
        if (const auto point = pointOf(ref)) points.push_back(*point);
    }
    if (points.empty()) return;
    const double atLeast = camera.widthKm.value_or(tightestShown_);
    view_ = picture::fit(points, view_.tilt, view_.bearing, aspect_, stageArea(aspect_), atLeast);
}

std::vector<picture::CameraView> CameraPlanner::stopsOf(const scene::Camera& camera) {
    std::vector<picture::CameraView> stops;
    picture::CameraView stop = view_;
    for (const scene::Stop& written : camera.path) {
        if (const auto point = pointOf(written.center)) stop.center = *point;
        stop.widthKm = written.widthKm.value_or(stop.widthKm);
        stop.tilt = written.tilt.value_or(stop.tilt);
        stop.bearing = written.bearing.value_or(stop.bearing);
        stops.push_back(stop);
    }
    return stops;
}

/// A route by its name, or the way between two places.
std::vector<picture::CameraView> CameraPlanner::wayOf(const scene::Camera& camera) {
    if (camera.follow.size() == 2) return wayBetween(camera);
    const auto& routes = film_.world->routes;
    const auto route = std::ranges::find(routes, camera.follow.front().name, &geo::Route::id);
    if (route == routes.end()) {
        film::reportUnknownFollow(film_, camera.follow.front(), diagnostics_);
        return {};
    }
    std::vector<picture::CameraView> stops;
    const std::size_t last = route->points.size() - 1;
    for (std::size_t i = 0; i <= kPointsOfAWay; ++i) {
        picture::CameraView stop = view_;
        const auto point = film_.world->projection.forward(route->points[last * i / kPointsOfAWay]);
        if (!point) continue;
        stop.center = *point;
        stops.push_back(stop);
    }
    return stops;
}

/// As the film's own journeys go between the two, if there are any; else the great circle.
std::vector<picture::CameraView> CameraPlanner::wayBetween(const scene::Camera& camera) {
    const auto from = positionOf(camera.follow[0]), to = positionOf(camera.follow[1]);
    if (!from || !to) return {};
    const geo::Route* route = nullptr;
    for (const auto& movement : film_.tables.movements) {
        if (movement.from.position != *from || movement.to.position != *to) continue;
        const auto flow = std::ranges::find(film_.scene.flows, movement.kind, &scene::Flow::kind);
        const std::string& along = !movement.route.empty() || flow == film_.scene.flows.end()
                                       ? movement.route
                                       : flow->along;
        const auto found = std::ranges::find(film_.world->routes, along, &geo::Route::id);
        if (found != film_.world->routes.end()) route = &*found;
        break;
    }
    const flow::Path path = flow::makePath(film_.world->projection, *from, *to, route);
    std::vector<picture::CameraView> stops;
    for (std::size_t i = 0; i <= kPointsOfAWay; ++i) {
        picture::CameraView stop = view_;
        const auto at = sampleAt(path, static_cast<double>(i) / kPointsOfAWay);
        if (!at) continue;
        stop.center = {at->x, at->y};
        stops.push_back(stop);
    }
    return stops;
}

/// Where a kind is on the whole: what stands in for its lights until they are known.
core::MapPoint CameraPlanner::middleOf(const std::string& kind) const {
    double x = 0, y = 0, weight = 0;
    for (const auto& movement : film_.tables.movements) {
        if (movement.kind != kind) continue;
        const auto from = film_.world->projection.forward(movement.from.position);
        const auto to = film_.world->projection.forward(movement.to.position);
        if (!from || !to) continue;
        const auto count = static_cast<double>(movement.count);
        x += count * (from->x + to->x) / 2;
        y += count * (from->y + to->y) / 2;
        weight += count;
    }
    return weight > 0 ? core::MapPoint{x / weight, y / weight} : view_.center;
}

std::optional<core::LonLat> CameraPlanner::positionOf(const scene::PlaceRef& ref) {
    if (ref.position) return ref.position;
    const geo::Place* place = film_.world->gazetteer.require(ref.name, ref.place, diagnostics_);
    return place == nullptr ? std::nullopt : std::optional(place->position);
}

std::optional<core::MapPoint> CameraPlanner::pointOf(const scene::PlaceRef& ref) {
    const auto position = positionOf(ref);
    if (!position) return std::nullopt;
    const auto point = film_.world->projection.forward(*position);
    if (!point)
        diagnostics_.error(ref.place, "this place is outside what the map's projection shows");
    return point;
}

/// All journeys with their ways, which bend beyond their ends, and all works; of a film with
/// neither what its own layers cover.
picture::CameraView CameraPlanner::everything() const {
    std::set<std::pair<double, double>> seen;
    std::set<std::array<double, 4>> ways;
    std::vector<core::MapPoint> points;
    const auto add = [&](core::LonLat position) {
        if (!seen.insert({position.lon, position.lat}).second) return;
        if (const auto point = film_.world->projection.forward(position)) points.push_back(*point);
    };
    for (const auto& movement : film_.tables.movements) {
        if (movement.way) {
            for (const core::LonLat point : movement.way->points) add(point);
            continue;
        }
        const core::LonLat from = movement.from.position, to = movement.to.position;
        if (!ways.insert({from.lon, from.lat, to.lon, to.lat}).second) continue;
        const geo::GreatCircle way(from, to);
        for (int i = 0; i <= kStopsOfAWay; ++i) add(way.at(static_cast<double>(i) / kStopsOfAWay));
    }
    for (const auto& site : film_.tables.sites) add(site.at.position);
    if (points.empty()) {
        for (const core::LonLat corner : film_.world->ownCorners) add(corner);
    }
    if (points.empty()) return {};
    const double atLeast = points.size() > 1 ? kTightestFilmKm : kTightestShownKm;
    return picture::fit(points, 0, 0, aspect_, stageArea(aspect_), atLeast);
}

}  // namespace ebbflow::story
