#include "live/inspect.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "live/inspect_words.hpp"
#include "picture/easing.hpp"
#include "raster/light_motion.hpp"
#include "story/crowd_dots.hpp"

namespace ebbflow::live {

namespace {

// Reference pixels: how near the arrow must be.
constexpr double kReachOfLight = 14;
constexpr double kReachOfPlace = 18;
constexpr double kReachOfSite = 9;

/// The nearest of all that was offered; what it is, is put into words only then.
class Nearest {
public:
    explicit Nearest(core::PixelPoint point) : point_(point) {}

    void offer(std::optional<core::PixelPoint> at, double reach, std::function<Found()> words) {
        if (!at) return;
        // In shares of its reach: a place in a crowd of lights is to be had too.
        const double away = std::hypot(at->x - point_.x, at->y - point_.y) / reach;
        if (away > 1 || away >= best_) return;
        best_ = away;
        at_ = *at;
        words_ = std::move(words);
    }
    [[nodiscard]] std::optional<Found> found() const {
        if (!words_) return std::nullopt;
        Found found = words_();
        found.at = at_;
        return found;
    }

private:
    core::PixelPoint point_, at_;
    double best_ = 2;
    std::function<Found()> words_;
};

class Search {
public:
    Search(const frame::Plan& plan, const std::vector<glm::vec4>& paths, core::FilmTime time,
           const picture::CameraView& camera, core::PixelPoint point)
        : plan_(plan),
          paths_(paths),
          moment_(plan, time),
          project_(camera, plan.aspect),
          laneScale_(raster::laneScale(picture::pixelsPerKm(camera, plan.aspect))),
          nearest_(point) {}

    std::optional<Found> find() {
        sites();
        places();
        lights();
        return nearest_.found();
    }

private:
    void lights() {
        const auto ranges =
            story::lightsUnderWay(*plan_.lights, moment_.lightSeconds,
                                  plan_.timeline.flightsOf(moment_.step.chapter).from);
        for (const picture::LightRange& range : ranges) {
            for (std::size_t i = range.first; i < range.first + range.count; ++i) {
                nearest_.offer(whereIs(plan_.lights->vertices[i]), kReachOfLight,
                               [this, i] { return wordsOfLight(moment_, i); });
            }
        }
    }

    /// As shaders/light.vert.glsl has it.
    [[nodiscard]] std::optional<core::PixelPoint> whereIs(const picture::LightVertex& light) const {
        const float under = static_cast<float>(moment_.lightSeconds) - light.departure;
        const float u = under / light.duration;
        if (u <= 0 || u >= 1) return std::nullopt;
        const float way = raster::eased(u), s = plan_.lights->part(light.path).local(way);
        if (s < 0 || s > 1) return std::nullopt;
        const glm::vec3 at =
            raster::pathPoint(paths_, light.path, s, raster::laneOf(light, way).at, laneScale_);
        return project_({at.x, at.y}, at.z);
    }

    void places() {
        for (const screen::PlannedLabel& label : plan_.labels) {
            const bool there = picture::fadeInOut(moment_.seconds, label.start, label.end,
                                                  screen::kLabelFade) > 0.5;
            if (there && label.look == screen::LabelLook::place)
                nearest_.offer(project_(label.at), kReachOfPlace,
                               [this, &label] { return wordsOfName(moment_, label); });
        }
        for (const story::LightPlace& place : plan_.lightPlan.places) {
            if (place.traffic > 0 && place.onMap)
                nearest_.offer(project_(place.at), kReachOfPlace,
                               [this, &place] { return wordsOfPlace(moment_, place); });
        }
    }

    void sites() {
        for (const story::PlannedSite& planned : plan_.sites.sites) {
            auto at = project_(planned.at);
            if (!at || !isDrawn(moment_, planned)) continue;
            at->x += planned.offset.x;
            at->y += planned.offset.y +
                     story::squareDropAt(moment_,
                                         moment_.story.film->tables.sites[planned.site].at.placeId);
            nearest_.offer(at, kReachOfSite,
                           [this, &planned] { return wordsOfSite(moment_, planned); });
        }
    }

    const frame::Plan& plan_;
    const std::vector<glm::vec4>& paths_;
    story::Moment moment_;
    picture::Projector project_;
    float laneScale_;
    Nearest nearest_;
};

}  // namespace

Inspector::Inspector(std::shared_ptr<const frame::Plan> plan)
    : plan_(std::move(plan)),
      paths_(plan_->lights ? raster::packPaths(*plan_->lights) : std::vector<glm::vec4>()) {}

std::optional<Found> Inspector::at(core::FilmTime time, const picture::CameraView& camera,
                                   core::PixelPoint point) const {
    if (!plan_->lights) return std::nullopt;
    return Search(*plan_, paths_, time, camera, point).find();
}

}  // namespace ebbflow::live
