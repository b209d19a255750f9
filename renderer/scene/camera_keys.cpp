// Where the camera goes, and the views that it flies through.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

template <typename View>
Row<View> widthKey() {
    return {"width",
            width(&View::widthKm),
            "Kilometres across the middle of the picture.",
            "2600 km",
            {.leftOut = "as before", .otherWords = {"zoom", "altitude"}}};
}

template <typename View>
Row<View> tiltKey() {
    return {"tilt",
            number(&View::tilt, 0, 60, "degrees"),
            "Degrees from straight down.",
            "25",
            {.leftOut = "as before", .otherWords = {"pitch"}}};
}

template <typename View>
Row<View> bearingKey() {
    return {"bearing",
            number(&View::bearing, -360, 360, "degrees"),
            "Degrees clockwise from north that are up.",
            "-20",
            {.leftOut = "as before", .otherWords = {"heading", "rotation"}}};
}

bool isView(const Node& node) {
    return node.isMap() && node.find("lat") == nullptr && node.find("lon") == nullptr;
}

std::optional<Stop> readStop(const Reading& reading, const Field& field) {
    Stop stop;
    if (isView(field.value))
        readKeys(reading, field, stopKeys(), stop);
    else if (auto point = readPoint(reading, field))
        stop.center = std::move(*point);
    const bool centred = !stop.center.name.empty() || stop.center.position;
    return centred ? std::optional(stop) : std::nullopt;
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

const KeyTable<Camera>& cameraKeys() {
    static const KeyTable<Camera> keys{
        {.id = "camera", .title = "`camera`", .example = "{show: [Peking, Moscow]}"},
        {
            {"show",
             points(&Camera::show),
             "Places that are fitted into the picture.",
             "[Moscow, Peking]",
             {.more = "Clear of captions; one place shows its region. `show` in the step is short "
                      "for it.",
              .otherWords = {"places", "fit"}}},
            {"center",
             point(&Camera::center),
             "The place in the middle.",
             "Peking",
             {.leftOut = "as before", .otherWords = {"centre"}}},
            widthKey<Camera>(),
            tiltKey<Camera>(),
            bearingKey<Camera>(),
            {"move",
             time(&Camera::move),
             "Seconds that the camera takes to get there.",
             "3",
             {.leftOut = "1.5 to 4 s by the distance",
              .more = "`0` is a cut.",
              .otherWords = {"duration"}}},
            {"path",
             into(&Camera::path, {.shape = Shape::stops, .inside = &stopKeys()}, readPath),
             "Places and views that the camera flies through.",
             "[Moscow, {center: Irkutsk, width: 2000 km, tilt: 30}, Peking]",
             {.more = "[Below](#flying-and-following).", .otherWords = {"stops"}}},
            {"follow",
             into(&Camera::follow, {.shape = Shape::points, .inside = &pointKeys()}, readFollow),
             "A kind whose lights the camera stays with, a route it glides along, or two places.",
             "advisers_home",
             {.more = "[Below](#flying-and-following).", .otherWords = {"track"}}},
        }};
    return keys;
}

const KeyTable<Stop>& stopKeys() {
    static const KeyTable<Stop> keys{
        {.id = "stop", .title = "a stop of the camera's path"},
        {
            {"center",
             point(&Stop::center),
             "The place in the middle.",
             "Irkutsk",
             {.leftOut = "needed",
              .needed = "a stop of the camera's path needs its `center`",
              .otherWords = {"centre", "place"}}},
            widthKey<Stop>(),
            tiltKey<Stop>(),
            bearingKey<Stop>(),
        }};
    return keys;
}

Camera readCamera(const Reading& reading, const Field& field) {
    Camera camera;
    camera.place = reading.place(field.value);
    if (readMap(reading, field, cameraKeys(), camera)) checkOneWay(reading, field, camera);
    return camera;
}

}  // namespace ebbflow::scene
