#include "story/presence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "core/hash.hpp"
#include "flow/figure_at.hpp"
#include "geo/domain.hpp"

namespace ebbflow::story {

namespace {

/// A disc of a quarter of the picture's height; more would be a blot, and a slip in the script.
constexpr std::size_t kMostDots = 10'000;

const std::vector<scene::Presence>& entriesOf(const film::Film& film, const PlannedStep& step) {
    return film.scene.chapters[step.chapter].steps[step.step].presence;
}

bool hasEntry(const film::Film& film, const PlannedStep& step, const scene::Presence& entry) {
    return std::ranges::any_of(entriesOf(film, step),
                               [&](const scene::Presence& other) { return other.sameAs(entry); });
}

/// Who goes first stands anywhere: slots are dealt by the place's and the kind's hash.
std::vector<std::uint32_t> dealtSlots(std::size_t count, std::uint64_t seed) {
    std::vector<std::uint32_t> slots(count);
    std::iota(slots.begin(), slots.end(), 0U);
    std::ranges::sort(slots, {}, [seed](std::uint32_t slot) {
        return std::pair(core::mixBits(seed + slot), slot);
    });
    return slots;
}

class PresencePlanner {
public:
    PresencePlanner(const film::Film& film, const Timeline& timeline, const LightPlan& lights,
                    core::Diagnostics& diagnostics)
        : film_(film), timeline_(timeline), lights_(lights), diagnostics_(diagnostics) {}

    std::vector<PresenceRun> make() {
        for (std::size_t step = 0; step < timeline_.steps.size(); ++step) {
            for (const scene::Presence& entry : entriesOf(film_, timeline_.steps[step]))
                add(entry, step);
        }
        return std::move(runs_);
    }

private:
    void add(const scene::Presence& entry, std::size_t step) {
        const Kind* kind = lights_.findKind(entry.kind);
        const auto covers = [&](const PresenceRun& run) {
            return run.first <= step && step <= run.last && run.script.sameAs(entry);
        };
        if (kind == nullptr || std::ranges::any_of(runs_, covers)) return;
        PresenceRun run;
        run.script = entry;
        run.first = run.last = step;
        while (run.last + 1 < timeline_.steps.size() &&
               timeline_.steps[run.last + 1].chapter == timeline_.steps[step].chapter &&
               hasEntry(film_, timeline_.steps[run.last + 1], entry))
            ++run.last;
        const auto number = static_cast<std::uint32_t>(kind - lights_.kinds.data());
        if (entry.who == scene::Presence::Who::counted) {
            run.perDot = entry.each.value_or(1);
            addCounted(run, number);
        } else {
            run.perDot = kind->perLight;
            addLights(run, number);
        }
        const std::size_t before = runs_.size();
        for (PlaceCrowd& crowd : run.crowds) settle(crowd, run, before);
        runs_.push_back(std::move(run));
    }

    /// Lights' seconds between which a run stands.
    [[nodiscard]] std::pair<float, float> timeOf(const PresenceRun& run) const {
        return {static_cast<float>(timeline_.clock.at(timeline_.steps[run.first].start.seconds())),
                static_cast<float>(timeline_.clock.at(timeline_.steps[run.last].end().seconds()))};
    }

    void addLights(PresenceRun& run, std::uint32_t kind) const {
        const bool leaving = run.script.who == scene::Presence::Who::leaving;
        const auto [start, end] = timeOf(run);
        for (const Stream& stream : lights_.streams) {
            if (stream.kind != kind) continue;
            const std::vector<float>& times = leaving ? stream.departures : stream.arrivals;
            const auto first = std::ranges::lower_bound(times, start);
            const auto last = std::ranges::lower_bound(times, end);
            if (first == last) continue;
            PlaceCrowd& crowd =
                crowdAt(run, lights_.places[leaving ? stream.fromPlace : stream.toPlace], kind);
            crowd.confidence = std::max(crowd.confidence, stream.confidence);
            for (auto time = first; time != last; ++time) {
                CrowdDot dot;
                (leaving ? dot.until : dot.from) = *time;
                crowd.dots.push_back(dot);
            }
        }
        for (PlaceCrowd& crowd : run.crowds) {
            std::ranges::sort(crowd.dots, {},
                              [](const CrowdDot& dot) { return std::pair(dot.from, dot.until); });
            const auto slots = dealtSlots(
                crowd.dots.size(), core::hashText(run.script.kind) ^ core::hashText(crowd.placeId));
            for (std::size_t i = 0; i < slots.size(); ++i) crowd.dots[i].slot = slots[i];
        }
    }

    static PlaceCrowd& crowdAt(PresenceRun& run, const LightPlace& place, std::uint32_t kind) {
        const auto found = std::ranges::find(run.crowds, place.position, &PlaceCrowd::position);
        if (found != run.crowds.end()) return *found;
        PlaceCrowd crowd;
        crowd.placeId = place.id;
        crowd.position = place.position;
        crowd.at = place.at;
        crowd.onMap = place.onMap;
        crowd.kind = kind;
        run.crowds.push_back(std::move(crowd));
        return run.crowds.back();
    }

    /// How many dots a figure is from when on, lights' seconds.
    struct Level {
        float from;
        std::int64_t dots;
    };

    void addCounted(PresenceRun& run, std::uint32_t kind) {
        const auto place = placeOf(*run.script.at);
        if (!place) return;
        PlaceCrowd& crowd = crowdAt(run, *place, kind);
        std::vector<Level> levels = levelsOf(run, crowd);
        std::int64_t most = 0;
        for (const Level& level : levels) most = std::max(most, level.dots);
        if (!isFew(run, static_cast<double>(most))) return;
        // A slot that is left and taken again is two dots.
        for (std::int64_t slot = 0; slot < most; ++slot) {
            CrowdDot dot;
            dot.slot = static_cast<std::uint32_t>(slot);
            bool there = false;
            for (const Level& level : levels) {
                if (there == (level.dots > slot)) continue;
                there = !there;
                (there ? dot.from : dot.until) = level.from;
                if (there) continue;
                crowd.dots.push_back(dot);
                dot.until = std::numeric_limits<float>::infinity();
            }
            if (there) crowd.dots.push_back(dot);
        }
    }

    std::vector<Level> levelsOf(const PresenceRun& run, PlaceCrowd& crowd) const {
        const auto& figures = film_.tables.figures;
        const PlannedStep& first = timeline_.steps[run.first];
        const PlannedChapter& chapter = timeline_.chapters[first.chapter];
        const core::Instant start = instantAt(chapter, first.start.seconds());
        std::vector<core::Instant> changes{start};
        for (const flow::Figure& figure : figures) {
            if (figure.id != run.script.figure) continue;
            for (const core::Instant at : {flow::shownFrom(figure), flow::goneFrom(figure)}) {
                if (start < at) changes.push_back(at);
            }
        }
        std::ranges::sort(changes);
        const auto end = timeOf(run).second;
        std::vector<Level> levels;
        for (const core::Instant at : changes) {
            const float from = at == start ? -std::numeric_limits<float>::infinity()
                                           : static_cast<float>(timeline_.clock.at(
                                                 chapter.dates.secondsAt(core::inDays(at))));
            if (from >= end) break;
            const flow::Figure* figure = flow::figureAt(figures, run.script.figure, at);
            const bool stands = figure != nullptr && at < flow::goneFrom(*figure);
            if (stands) crowd.confidence = std::max(crowd.confidence, figure->confidence);
            const double dots = stands ? figure->value / static_cast<double>(run.perDot) : 0;
            // Held to what is refused anyway, so that it can be counted.
            levels.push_back({from, std::llround(std::clamp(dots, 0.0, 1e9))});
        }
        return levels;
    }

    [[nodiscard]] std::optional<LightPlace> placeOf(const scene::PlaceRef& ref) {
        LightPlace place;
        if (ref.position) {
            place.position = *ref.position;
        } else {
            const geo::Place* known =
                film_.world->gazetteer.require(ref.name, ref.place, diagnostics_);
            if (known == nullptr) return std::nullopt;
            place.id = known->id;
            place.position = known->position;
        }
        const auto at = film_.world->projection.forward(place.position);
        place.onMap = at && geo::domainOf(film_.world->projection).onMap(place.position);
        place.at = at.value_or(core::MapPoint{});
        return place;
    }

    bool isFew(const PresenceRun& run, double dots) {
        if (dots <= static_cast<double>(kMostDots)) return true;
        const bool counted = run.script.who == scene::Presence::Who::counted;
        diagnostics_.error(
            run.script.place,
            fmt::format("`presence` would put {:.0f} dots of `{}` round one place; {} is the most: "
                        "let a dot stand for more, with {}",
                        dots, run.script.kind, kMostDots,
                        counted ? "a larger `each`" : "a larger `one_light` of `flows`"));
        return false;
    }

    /// Outside of those who stand at its place already.
    void settle(PlaceCrowd& crowd, PresenceRun& run, std::size_t before) {
        if (!isFew(run, static_cast<double>(crowd.dots.size()))) {
            crowd.dots.clear();
            return;
        }
        std::uint32_t start = 0;
        for (std::size_t i = 0; i < before; ++i) {
            if (runs_[i].last < run.first || run.last < runs_[i].first) continue;
            for (const PlaceCrowd& inner : runs_[i].crowds) {
                if (inner.position == crowd.position) start = std::max(start, inner.endSlot);
            }
        }
        crowd.endSlot = start;
        for (CrowdDot& dot : crowd.dots) {
            dot.slot += start;
            crowd.endSlot = std::max(crowd.endSlot, dot.slot + 1);
        }
    }

    const film::Film& film_;
    const Timeline& timeline_;
    const LightPlan& lights_;
    core::Diagnostics& diagnostics_;
    std::vector<PresenceRun> runs_;
};

}  // namespace

std::int64_t PresenceRun::standing(double lightSeconds) const {
    std::int64_t count = 0;
    for (const PlaceCrowd& crowd : crowds) {
        if (crowd.onMap)
            count += std::ranges::count_if(crowd.dots, [&](const CrowdDot& dot) {
                return dot.stands(static_cast<float>(lightSeconds));
            });
    }
    return count;
}

std::vector<PresenceRun> planPresence(const film::Film& film, const Timeline& timeline,
                                      const LightPlan& lights, core::Diagnostics& diagnostics) {
    return PresencePlanner(film, timeline, lights, diagnostics).make();
}

}  // namespace ebbflow::story
