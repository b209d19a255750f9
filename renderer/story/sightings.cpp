#include "story/sightings.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "flow/paths.hpp"
#include "picture/camera.hpp"
#include "picture/easing.hpp"

namespace ebbflow::story {

namespace {

constexpr double kLooks = 10;  // a second of film

/// What the film's cameras see, look by look.
class Eyes {
public:
    explicit Eyes(const Story& story) : story_(story) {
        const auto count = static_cast<std::size_t>(story.timeline.length.seconds() * kLooks) + 1;
        for (std::size_t i = 0; i < count; ++i) {
            const auto time = core::FilmTime::fromSeconds(static_cast<double>(i) / kLooks);
            const PlannedStep& step = story.timeline.steps[story.timeline.stepAt(time)];
            looks_.push_back({picture::Projector(cameraAt(story.timeline, time), story.aspect),
                              step.chapter, story.timeline.flightsOf(step.chapter).from,
                              story.timeline.clock.at(time.seconds())});
        }
    }

    [[nodiscard]] std::size_t count() const { return looks_.size(); }
    /// The first look at or after that moment of the lights' own time.
    [[nodiscard]] std::size_t after(double lightSeconds) const {
        const auto found = std::ranges::lower_bound(looks_, lightSeconds, {}, &Look::lightSeconds);
        return static_cast<std::size_t>(found - looks_.begin());
    }
    [[nodiscard]] double lightSeconds(std::size_t look) const { return looks_[look].lightSeconds; }
    /// Journeys that left earlier are not shown any more at that look.
    [[nodiscard]] double since(std::size_t look) const { return looks_[look].since; }
    [[nodiscard]] std::size_t chapter(std::size_t look) const { return looks_[look].chapter; }

    [[nodiscard]] bool see(std::size_t look, core::MapPoint point, double heightKm) const {
        const auto at = looks_[look].project(point, heightKm);
        return at && at->x >= 0 && at->x <= core::kReferenceHeight * story_.aspect && at->y >= 0 &&
               at->y <= core::kReferenceHeight;
    }

private:
    struct Look {
        picture::Projector project;
        std::size_t chapter;
        double since;  ///< lights' seconds
        double lightSeconds;
    };
    const Story& story_;
    std::vector<Look> looks_;
};

/// Where a light of that way is at 0…1 of it; nothing while the map does not show it.
std::optional<glm::vec3> placeOnWay(const picture::Lights& lights, std::uint32_t first,
                                    double ofWay) {
    for (std::uint32_t path = first; path < lights.endOfWay(first); ++path) {
        const picture::PathPart part = lights.part(path);
        if (ofWay < part.begin || ofWay > part.end) continue;
        const double local = (ofWay - part.begin) / (part.end - part.begin);
        const auto sample = static_cast<std::size_t>(std::lround(local * (flow::kPathSamples - 1)));
        return lights.paths[path * std::size_t{flow::kPathSamples} + sample];
    }
    return std::nullopt;
}

bool isSeen(const picture::Lights& lights, const picture::LightVertex& light, const Eyes& eyes) {
    const double departure = light.departure, duration = light.duration;
    for (std::size_t look = eyes.after(departure); look < eyes.count(); ++look) {
        const double share = (eyes.lightSeconds(look) - departure) / duration;
        if (share >= 1) return false;
        if (departure < eyes.since(look)) return false;
        const auto at = placeOnWay(lights, light.path, picture::travelled(share));
        if (at && eyes.see(look, {at->x, at->y}, at->z)) return true;
    }
    return false;
}

/// Rings stand until their chapter ends.
bool isSeen(const LightPlan& plan, const Stay& stay, double departure, const Eyes& eyes) {
    const std::size_t first = eyes.after(departure);
    for (std::size_t look = first; look < eyes.count(); ++look) {
        if (eyes.chapter(look) != eyes.chapter(first)) return false;
        if (eyes.see(look, plan.places[stay.place].at, 0)) return true;
    }
    return false;
}

}  // namespace

std::map<std::string, flow::Sightings> sightings(const Story& story) {
    const LightPlan& plan = story.lightPlan;
    const Eyes eyes(story);
    std::map<std::string, flow::Sightings> all;
    for (std::size_t kind = 0; kind < plan.kinds.size(); ++kind)
        all[plan.kinds[kind].name].offMap = plan.offMap[kind];
    for (const picture::LightVertex& light : story.lights->vertices) {
        if (story.lights->part(light.path).rank > 0) continue;
        flow::Sightings& own = all[plan.kinds[light.look & 0xFFU].name];
        ++(isSeen(*story.lights, light, eyes) ? own.seen : own.outsidePicture);
    }
    for (const Stay& stay : plan.stays) {
        flow::Sightings& own = all[plan.kinds[stay.kind].name];
        for (const float departure : stay.departures)
            ++(isSeen(plan, stay, departure, eyes) ? own.rings : own.outsidePicture);
    }
    return all;
}

}  // namespace ebbflow::story
