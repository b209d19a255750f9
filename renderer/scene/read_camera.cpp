#include <cassert>

#include "scene/reader.hpp"

namespace ebbflow::scene {

namespace {

bool isStop(const Node& node) {
    return node.isMap() && node.find("lat") == nullptr && node.find("lon") == nullptr;
}

std::optional<Stop> readStop(const Reading& reading, const Field& field) {
    Stop stop;
    if (!isStop(field.value)) {
        auto point = readPoint(reading, field);
        if (!point) return std::nullopt;
        stop.center = std::move(*point);
        return stop;
    }
    bool centred = false;
    eachKey(reading, field.value, Group::stop, [&](const Field& f, const Key& key) {
        if (f.name == "width") {
            stop.widthKm = readWidth(reading, f);
        } else if (f.name == "tilt") {
            stop.tilt = readNumber(reading, f, key);
        } else if (f.name == "bearing") {
            stop.bearing = readNumber(reading, f, key);
        } else if (auto point = readPoint(reading, f)) {
            stop.center = std::move(*point);
            centred = true;
        }
    });
    if (centred) return stop;
    if (field.value.find("center") == nullptr)
        reading.error(field.value, "a stop of the camera's path needs its `center`");
    return std::nullopt;
}

std::vector<Stop> readPath(const Reading& reading, const Field& field) {
    std::vector<Stop> path;
    if (!field.value.isList() || field.value.items.size() < 2) {
        reading.wrongType(field, "a list of two places or more",
                          "[Moscow, {center: Irkutsk, width: 2000 km}, Peking]");
        return path;
    }
    for (const Field& item : itemsOf(field)) {
        if (auto stop = readStop(reading, item)) path.push_back(std::move(*stop));
    }
    return path;
}

std::vector<PlaceRef> readFollow(const Reading& reading, const Field& field) {
    auto follow = readPoints(reading, field);
    if (follow.size() > 2 || (follow.size() == 1 && follow.front().position)) {
        reading.error(
            field.value,
            "`follow` takes a kind, a route, or the two places of a way: [Peking, Moscow]");
        follow.clear();
    }
    return follow;
}

/// Each way of saying where to look excludes the others.
void checkOneWay(const Reading& reading, const Field& field, const Camera& camera) {
    const bool show = !camera.show.empty(), path = !camera.path.empty();
    const bool follow = !camera.follow.empty();
    if (show && (camera.center || camera.widthKm)) {
        reading.error(field.value,
                      "`show` already says where and how wide; use it, or `center` with `width`");
    } else if (path && (show || follow || camera.center || camera.widthKm || camera.tilt ||
                        camera.bearing)) {
        reading.error(field.value,
                      "`path` says where to look, stop by stop: width, tilt and bearing belong "
                      "into its stops, such as {center: Irkutsk, width: 2000 km}");
    } else if (follow && (show || camera.center)) {
        reading.error(field.value, "`follow` already says where to look; keep one of the two");
    }
}

}  // namespace

Camera readCamera(const Reading& reading, const Field& field) {
    Camera camera;
    camera.place = reading.place(field.value);
    if (!isMap(reading, field, "{show: [Peking, Moscow]}")) return camera;
    eachKey(reading, field.value, Group::camera, [&](const Field& f, const Key& key) {
        if (f.name == "show")
            camera.show = readPoints(reading, f);
        else if (f.name == "path")
            camera.path = readPath(reading, f);
        else if (f.name == "follow")
            camera.follow = readFollow(reading, f);
        else if (f.name == "center")
            camera.center = readPoint(reading, f);
        else if (f.name == "width")
            camera.widthKm = readWidth(reading, f);
        else if (f.name == "tilt")
            camera.tilt = readNumber(reading, f, key);
        else if (f.name == "bearing")
            camera.bearing = readNumber(reading, f, key);
        else if (f.name == "move")
            camera.move = readTime(reading, f);
        else
            assert(false);
    });
    checkOneWay(reading, field, camera);
    return camera;
}

}  // namespace ebbflow::scene
