#include "frame/timeline.hpp"

#include <algorithm>
#include <cmath>

#include "frame/camera_move.hpp"
#include "frame/easing.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kShortestStep = 4;
constexpr double kFadeMargin =
    0.5;  // a caption comes a little after its step, and goes a little before
constexpr double kTightestShownKm = 1800;  // `show` of one place: a region, not a street

double aspectOf(const scene::Scene& scene) {
    return static_cast<double>(scene.frame.width) / static_cast<double>(scene.frame.height);
}

/// Turns the cameras of the script into views, each starting where the last one ended.
class CameraPlanner {
public:
    CameraPlanner(const Film& film, core::Diagnostics& diagnostics)
        : film_(film),
          diagnostics_(diagnostics),
          aspect_(aspectOf(film.scene)),
          view_(everything()) {}

    [[nodiscard]] CameraView current() const { return view_; }

    CameraView next(const scene::Camera& camera) {
        if (camera.tilt) view_.tilt = *camera.tilt;
        if (camera.bearing) view_.bearing = *camera.bearing;
        if (camera.widthKm) view_.widthKm = *camera.widthKm;
        if (!camera.show.empty()) showPlaces(camera);
        if (camera.center) {
            if (const auto point = pointOf(*camera.center)) view_.center = *point;
        }
        return view_;
    }

private:
    void showPlaces(const scene::Camera& camera) {
        std::vector<core::MapPoint> points;
        for (const auto& ref : camera.show) {
            if (const auto point = pointOf(ref)) points.push_back(*point);
        }
        if (points.empty()) return;
        const double atLeast = camera.widthKm.value_or(kTightestShownKm);
        view_ = fit(points, view_.tilt, view_.bearing, aspect_, stageArea(aspect_), atLeast);
    }

    std::optional<core::MapPoint> pointOf(const scene::PlaceRef& ref) {
        std::optional<core::LonLat> position = ref.position;
        if (!position) {
            const geo::Place* place =
                film_.world->gazetteer.require(ref.name, ref.place, diagnostics_);
            if (place == nullptr) return std::nullopt;
            position = place->position;
        }
        const auto point = film_.world->projection.forward(*position);
        if (!point)
            diagnostics_.error(ref.place, "this place is outside what the map's projection shows");
        return point;
    }

    CameraView everything() const {
        std::vector<core::MapPoint> points;
        const auto add = [&](core::LonLat position) {
            if (const auto point = film_.world->projection.forward(position))
                points.push_back(*point);
        };
        for (const auto& movement : film_.tables.movements) {
            add(movement.from.position);
            add(movement.to.position);
        }
        for (const auto& site : film_.tables.sites) add(site.at.position);
        if (points.empty()) return {};
        return fit(points, 0, 0, aspect_, stageArea(aspect_), kTightestShownKm);
    }

    const Film& film_;
    core::Diagnostics& diagnostics_;
    double aspect_;
    CameraView view_;
};

/// How far a move goes, in screens panned and doublings zoomed.
double reach(const CameraView& a, const CameraView& b) {
    const double pan = std::hypot(a.center.x - b.center.x, a.center.y - b.center.y) /
                       std::min(a.widthKm, b.widthKm);
    const double zoom = std::abs(std::log2(a.widthKm / b.widthKm));
    const double turn =
        (std::abs(a.tilt - b.tilt) + std::abs(std::remainder(a.bearing - b.bearing, 360.0))) / 60;
    return pan + zoom + turn;
}

double moveSeconds(const scene::Step& step, const PlannedStep& planned) {
    if (planned.from == planned.to) return 0;
    if (step.camera && step.camera->move) return step.camera->move->seconds();
    return std::clamp(1.5 + 1.6 * reach(planned.from, planned.to), 1.5, 4.0);
}

double captionLength(const scene::Caption& caption, const std::vector<std::string>& languages,
                     const CaptionSeconds& seconds) {
    double longest = 0;
    for (const std::string& language : languages) {
        if (const std::string* words = caption.text.find(language)) {
            longest = std::max(longest, seconds(*words, language));
        }
    }
    return longest;
}

core::FilmTime stepLength(const scene::Step& step, double move,
                          const std::vector<std::string>& languages,
                          const CaptionSeconds& seconds) {
    if (step.length) return *step.length;
    double longest = kShortestStep;
    for (const auto& caption : step.captions) {
        const double start = std::max(caption.at.seconds(), std::min(move, 1.0));
        longest =
            std::max(longest, start + captionLength(caption, languages, seconds) + kFadeMargin);
        longest = std::max(longest, move + captionLength(caption, languages, seconds));
    }
    return core::FilmTime::fromSeconds(std::ceil(longest * 2) / 2);
}

std::vector<PlannedCaption> planCaptions(const scene::Step& step, const PlannedStep& planned) {
    std::vector<PlannedCaption> result;
    const double start = planned.start.seconds();
    const double end = planned.end().seconds();
    for (std::size_t i = 0; i < step.captions.size(); ++i) {
        const scene::Caption& caption = step.captions[i];
        const bool last = i + 1 == step.captions.size();
        const double until = last ? end : start + step.captions[i + 1].at.seconds();
        const double from = start + caption.at.seconds();
        const double to =
            caption.length ? std::min(until, from + caption.length->seconds()) : until;
        result.push_back({from, to, caption.text});
    }
    return result;
}

/// The span of all dated rows: what a chapter without dates passes through.
std::pair<core::Day, core::Day> wholeSpan(const flow::Tables& tables) {
    std::optional<std::pair<core::Day, core::Day>> span;
    for (const auto& movement : tables.movements) {
        if (movement.when.openBegin || movement.when.openEnd) continue;
        const auto first = movement.when.first(), last = movement.when.last();
        span = span ? std::pair{std::min(span->first, first), std::max(span->second, last)}
                    : std::pair{first, last};
    }
    const core::Day today = core::toDay({1950, 1, 1});
    return span.value_or(std::pair{today, today});
}

void planDates(PlannedChapter& chapter, const std::vector<PlannedStep>& steps,
               const scene::Chapter& script, std::pair<core::Day, core::Day> otherwise) {
    std::vector<DateKey> keys;
    const auto add = [&](double seconds, int day) {
        // Overlaps are reported by the checks; here the track must only stay in order.
        const double floor = keys.empty() ? day : keys.back().day;
        keys.push_back({seconds, std::max(floor, static_cast<double>(day))});
    };
    for (std::size_t i = 0; i < chapter.stepCount; ++i) {
        const auto& date = script.steps[i].date;
        const PlannedStep& step = steps[chapter.firstStep + i];
        if (!date) continue;
        add(step.start.seconds(), date->first().number);
        add(step.end().seconds(), date->last().number + 1);
    }
    if (keys.empty()) {
        add(chapter.start.seconds(), otherwise.first.number);
        add(chapter.end.seconds(), otherwise.second.number + 1);
    }
    // Two keys at one time (a step's end, the next one's start) are one.
    std::vector<DateKey> merged;
    for (const DateKey& key : keys) {
        if (!merged.empty() && key.seconds <= merged.back().seconds) {
            merged.back().day = key.day;
        } else {
            merged.push_back(key);
        }
    }
    chapter.firstDay = {static_cast<int>(merged.front().day)};
    chapter.lastDay = {static_cast<int>(merged.back().day) - 1};
    chapter.dates = DateTrack(std::move(merged));
}

}  // namespace

core::PixelBox stageArea(double aspect) {
    const double width = core::kReferenceHeight * aspect;
    return {width * 0.08, 150, width * 0.80, 570};
}

std::size_t Timeline::stepAt(core::FilmTime time) const {
    const auto next = std::ranges::upper_bound(steps, time, {}, &PlannedStep::start);
    return next == steps.begin() ? 0 : static_cast<std::size_t>(next - steps.begin()) - 1;
}

Timeline planTimeline(const Film& film, const CaptionSeconds& captionSeconds,
                      core::Diagnostics& diagnostics) {
    Timeline timeline;
    CameraPlanner cameras(film, diagnostics);
    const auto otherwise = wholeSpan(film.tables);
    for (std::size_t c = 0; c < film.scene.chapters.size(); ++c) {
        const scene::Chapter& script = film.scene.chapters[c];
        PlannedChapter chapter;
        chapter.firstStep = timeline.steps.size();
        chapter.stepCount = script.steps.size();
        chapter.start = timeline.length;
        for (std::size_t s = 0; s < script.steps.size(); ++s) {
            const scene::Step& step = script.steps[s];
            PlannedStep planned;
            planned.chapter = c;
            planned.step = s;
            planned.start = timeline.length;
            planned.from = cameras.current();
            planned.to = step.camera ? cameras.next(*step.camera) : planned.from;
            if (timeline.steps.empty()) planned.from = planned.to;
            planned.moveSeconds = moveSeconds(step, planned);
            planned.length =
                stepLength(step, planned.moveSeconds, film.scene.languages, captionSeconds);
            planned.moveSeconds = std::min(planned.moveSeconds, planned.length.seconds());
            planned.captions = planCaptions(step, planned);
            timeline.length = planned.end();
            timeline.steps.push_back(std::move(planned));
        }
        chapter.end = timeline.length;
        planDates(chapter, timeline.steps, script, otherwise);
        timeline.chapters.push_back(std::move(chapter));
    }
    return timeline;
}

std::vector<flow::Window> windowsOf(const Film& film, const Timeline& timeline) {
    std::vector<flow::Window> windows;
    for (std::size_t i = 0; i < timeline.chapters.size(); ++i) {
        const PlannedChapter& chapter = timeline.chapters[i];
        windows.push_back({film.scene.chapters[i].id, chapter.firstDay, chapter.lastDay});
    }
    return windows;
}

CameraView cameraAt(const Timeline& timeline, core::FilmTime time) {
    const PlannedStep& step = timeline.steps[timeline.stepAt(time)];
    if (step.moveSeconds <= 0) return step.to;
    const double passed = (time - step.start).seconds();
    return between(step.from, step.to, easeInOut(passed / step.moveSeconds));
}

}  // namespace ebbflow::frame
