#include "story/credits.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "story/kinds_of_threads.hpp"

namespace ebbflow::story {

namespace {

struct Weights {
    std::map<std::string, std::int64_t> sources;
    std::map<core::Confidence, std::int64_t> confidences;
    std::int64_t count = 0;
};

template <typename Key>
Key heaviest(const std::map<Key, std::int64_t>& weights) {
    const auto most = std::ranges::max_element(weights, {}, [](const auto& w) { return w.second; });
    return most == weights.end() ? Key{} : most->first;
}

/// The rows of one kind within a span.
Weights weigh(const film::Film& film, const Kind& kind, const core::Span& span,
              const core::Span& all) {
    Weights weights;
    for (const auto& movement : film.tables.movements) {
        if (movement.kind != kind.name) continue;
        const auto count = flow::countWithin(movement, span, all);
        if (count == 0) continue;
        weights.count += count;
        weights.confidences[movement.confidence] += count;
        for (const auto& source : movement.sources) weights.sources[source] += count;
    }
    return weights;
}

/// The crowd of the lights of a kind that a step shows.
const PresenceRun* crowdOf(std::span<const PresenceRun> crowds, const std::string& kind,
                           std::size_t step) {
    const auto found = std::ranges::find_if(crowds, [&](const PresenceRun& run) {
        return run.script.kind == kind && run.script.who != scene::Presence::Who::counted &&
               run.first <= step && step <= run.last;
    });
    return found == crowds.end() ? nullptr : &*found;
}

std::set<std::size_t> kindsSeen(const film::Film& film, const Timeline& timeline,
                                const LightPlan& lights, std::span<const PresenceRun> crowds,
                                std::size_t step) {
    std::set<std::size_t> kinds;
    for (const Stream& stream : lights.streams) {
        if (lightsDuring(stream, timeline, step) > 0) kinds.insert(stream.kind);
    }
    for (std::size_t kind = 0; kind < lights.kinds.size(); ++kind) {
        if (crowdOf(crowds, lights.kinds[kind].name, step) != nullptr) kinds.insert(kind);
    }
    const PlannedStep& planned = timeline.steps[step];
    const auto& script = film.scene.chapters[planned.chapter].steps[planned.step];
    for (const std::size_t kind : kindsOfThreads(timeline, lights, step, script.accumulate))
        kinds.insert(kind);
    return kinds;
}

/// Of the steps from `first` to `last`.
core::Span daysOf(const Timeline& timeline, std::size_t first, std::size_t last) {
    const DateTrack& dates = timeline.chapters[timeline.steps[first].chapter].dates;
    const auto dayAt = [&](core::FilmTime time) {
        return core::Day{static_cast<std::int64_t>(std::floor(dates.dayAt(time.seconds())))};
    };
    return core::wholeDays(dayAt(timeline.steps[first].start),
                           dayAt(timeline.steps[last].end() - core::FilmTime::fromTicks(1)));
}

}  // namespace

std::vector<std::vector<KindCredit>> planCredits(const film::Film& film, const Timeline& timeline,
                                                 const LightPlan& lights,
                                                 std::span<const PresenceRun> crowds) {
    const auto windows = windowsOf(film, timeline);
    const auto all = flow::filmSpan(windows);
    std::vector<std::vector<KindCredit>> credits(timeline.steps.size());
    if (!all) return credits;
    for (std::size_t step = 0; step < credits.size(); ++step) {
        const flow::Window& window = windows[timeline.steps[step].chapter];
        for (const std::size_t k : kindsSeen(film, timeline, lights, crowds, step)) {
            Weights weights;
            const PresenceRun* crowd = crowdOf(crowds, lights.kinds[k].name, step);
            const core::Span days = crowd != nullptr ? daysOf(timeline, crowd->first, crowd->last)
                                                     : daysOf(timeline, step, step);
            for (const core::Span& span : {days, window.span, *all}) {
                weights = weigh(film, lights.kinds[k], span, *all);
                if (weights.count > 0) break;
            }
            credits[step].push_back(
                {k, heaviest(weights.sources), heaviest(weights.confidences), weights.count});
        }
    }
    return credits;
}

}  // namespace ebbflow::story
