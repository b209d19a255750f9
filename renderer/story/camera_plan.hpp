#pragma once
// Turns the cameras of a script into views and ways, each going on where the last one ended. What a
// camera that follows a kind sees depends on the lights; until they are known it stands for them.

#include <functional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "film/film.hpp"
#include "picture/camera.hpp"

namespace ebbflow::story {

/// One step's camera.
struct Shot {
    picture::CameraView from, to;
    double moveSeconds = 0;  ///< 0: `to` at once
    std::vector<picture::CameraView>
        way;              ///< evenly over moveSeconds; empty: straight from `from` to `to`
    std::string follows;  ///< a kind, with which it stays to the end of the step
};

/// The view at a time after the step's start.
[[nodiscard]] picture::CameraView viewAt(const Shot& shot, double since);

/// What `follow` of a kind knows: the middle of its lights at even times (kViewsPerSecond) from the
/// step's start to its end.
using Crowd = std::function<std::vector<core::MapPoint>(const std::string& kind)>;

class CameraPlanner {
public:
    CameraPlanner(const film::Film& film, core::Diagnostics& diagnostics);

    /// The first time: seconds are chosen where the script has none.
    Shot next(const scene::Step& step);
    /// Once lights and lengths are known: the same with `seconds` as they were, and the crowd.
    Shot again(const scene::Step& step, double seconds, double length, const Crowd& crowd);

private:
    Shot plan(const scene::Step& step, std::optional<double> seconds);
    void turn(const scene::Camera& camera);
    void look(const scene::Camera& camera);
    void showPlaces(const scene::Camera& camera);
    void flyThrough(const std::vector<picture::CameraView>& stops, const scene::Step& step,
                    std::optional<double> seconds, Shot& shot);
    [[nodiscard]] std::vector<picture::CameraView> stopsOf(const scene::Camera& camera);
    [[nodiscard]] std::vector<picture::CameraView> wayOf(const scene::Camera& camera);
    [[nodiscard]] std::vector<picture::CameraView> wayBetween(const scene::Camera& camera);
    [[nodiscard]] core::MapPoint middleOf(const std::string& kind) const;
    std::optional<core::LonLat> positionOf(const scene::PlaceRef& ref);
    std::optional<core::MapPoint> pointOf(const scene::PlaceRef& ref);
    [[nodiscard]] picture::CameraView everything() const;

    const film::Film& film_;
    core::Diagnostics& diagnostics_;
    double aspect_;
    picture::CameraView view_;
    /// The least width of a `show` that names none, km: a region's, or that of all journeys and
    /// works where it is less. The scene's own layers say nothing of how near the atlas may be
    /// seen.
    double tightestShown_;
    bool first_ = true;
};

}  // namespace ebbflow::story
