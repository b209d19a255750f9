#include "story/ways.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <glm/geometric.hpp>

#include "flow/departure_rate.hpp"
#include "flow/paths.hpp"
#include "picture/easing.hpp"
#include "scene/flow_setting.hpp"
#include "story/standing_lights.hpp"

namespace ebbflow::story {

namespace {

bool anyAccumulates(const scene::Scene& scene) {
    return std::ranges::any_of(scene.chapters, [](const scene::Chapter& chapter) {
        return std::ranges::any_of(chapter.steps, [](const scene::Step& step) {
            return step.accumulate != scene::Accumulate::no;
        });
    });
}

double lengthOf(const picture::Lights& lights, std::uint32_t first) {
    double sum = 0;
    for (std::uint32_t path = first; path < lights.endOfWay(first); ++path) {
        const glm::vec3* points = &lights.paths[path * std::size_t{flow::kPathSamples}];
        for (int i = 1; i < flow::kPathSamples; ++i)
            sum += glm::distance(glm::vec2(points[i - 1]), glm::vec2(points[i]));
    }
    return sum;
}

std::optional<flow::Location> locationOf(const film::Film& film, const scene::PlaceRef& ref,
                                         core::Diagnostics& diagnostics) {
    if (ref.position) return flow::Location{{}, *ref.position};
    const geo::Place* place = film.world->gazetteer.require(ref.name, ref.place, diagnostics);
    if (place == nullptr) return std::nullopt;
    return flow::Location{place->id, place->position};
}

void addVeil(const flow::Location& from, const flow::Location& to, std::uint32_t kind,
             const core::SourcePlace& place, PathBook& book, LightPlan& plan,
             std::vector<Veil>& veils) {
    flow::Movement likeOne;
    likeOne.from = from;
    likeOne.to = to;
    likeOne.row = place;
    const PathEntry& entry = book.entryFor(likeOne, plan.kinds[kind], plan);
    if (entry.drawable) veils.push_back({entry.path, kind});
}

}  // namespace

double Way::countBetween(double from, double to) const {
    double sum = 0;
    for (const Ramp& row : rows) {
        const double length = row.end - row.first;
        const auto share = [&](double day) {
            return flow::leftAfter(row.shape, picture::clamp01((day - row.first) / length));
        };
        sum += row.count * std::max(0.0, share(to) - share(from));
    }
    return sum;
}

void planWays(const film::Film& film, const core::Span& whole, std::span<const PathEntry> entries,
              LightPlan& plan) {
    if (!anyAccumulates(film.scene)) return;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Way> ways;
    for (std::size_t i = 0; i < film.tables.movements.size(); ++i) {
        const flow::Movement& movement = film.tables.movements[i];
        const Kind* kind = plan.findKind(movement.kind);
        if (kind == nullptr || !entries[i].drawable || entries[i].stays()) continue;
        const auto index = static_cast<std::uint32_t>(kind - plan.kinds.data());
        Way& way = ways[{entries[i].path, index}];
        way.path = entries[i].path;
        way.kind = index;
        const core::Span when = flow::spanOf(movement, whole);
        way.rows.push_back({core::inDays(when.from), core::inDays(when.until),
                            static_cast<double>(movement.count), movement.departures});
    }
    for (auto& [key, way] : ways) {
        way.lengthKm = lengthOf(plan.lights, way.path);
        const double total = way.countBetween(core::inDays(whole.from), core::inDays(whole.until));
        plan.mostOnAWay = std::max(plan.mostOnAWay, total);
        // A whole number of people may come out a hair too small.
        const auto lights = static_cast<std::int64_t>(total + 1e-6) / plan.kinds[way.kind].perLight;
        way.firstStanding = static_cast<std::uint32_t>(plan.lights.standing.size());
        way.standing = static_cast<std::uint32_t>(lights);
        std::ranges::copy(standingLights(plan.lights, way.path, way.kind, lights),
                          std::back_inserter(plan.lights.standing));
        plan.ways.push_back(std::move(way));
    }
}

std::vector<std::vector<Veil>> planVeils(const film::Film& film, const Timeline& timeline,
                                         PathBook& book, LightPlan& plan,
                                         core::Diagnostics& diagnostics) {
    std::vector<std::vector<Veil>> veils;
    for (const PlannedStep& step : timeline.steps) {
        auto& own = veils.emplace_back();
        for (const auto& ambience : film.scene.chapters[step.chapter].steps[step.step].ambience) {
            const auto from = locationOf(film, ambience.ends[0], diagnostics);
            const auto to = locationOf(film, ambience.ends[1], diagnostics);
            const Kind* kind = plan.findKind(ambience.kind);
            if (!from || !to || kind == nullptr) continue;
            const auto index = static_cast<std::uint32_t>(kind - plan.kinds.data());
            addVeil(*from, *to, index, ambience.place, book, plan, own);
            if (ambience.bothWays) addVeil(*to, *from, index, ambience.place, book, plan, own);
        }
    }
    return veils;
}

std::vector<std::string> fromNoTable(const scene::Scene& scene) {
    std::vector<std::string> notes;
    for (const scene::Flow& flow : scene.flows) {
        const auto shape =
            scene::flowSetting(scene, flow.kind, [](const scene::Flow& f) { return f.departures; });
        if (shape.value_or(core::DepartureShape::even) == core::DepartureShape::even) continue;
        notes.push_back(
            fmt::format("`{}` leaves `{}` within each row's period: by the script, from no source",
                        flow.kind, core::kDepartureShapes[static_cast<std::size_t>(*shape)]));
    }
    for (const scene::Chapter& chapter : scene.chapters) {
        for (std::size_t i = 0; i < chapter.steps.size(); ++i) {
            const scene::Step& step = chapter.steps[i];
            if (step.accumulate != scene::Accumulate::no) {
                notes.push_back(fmt::format(
                    "{}, step {}: `accumulate` shows journeys once more as threads; no departures",
                    chapter.id, i + 1));
            }
            for (const scene::Ambience& ambience : step.ambience) {
                notes.push_back(fmt::format(
                    "{}, step {}: `ambience` of {} is an illustration and stands for no row",
                    chapter.id, i + 1, ambience.kind));
            }
            if (step.pulse) {
                notes.push_back(fmt::format(
                    "{}, step {}: `pulse` is a stroke and stands for no row", chapter.id, i + 1));
            }
        }
    }
    return notes;
}

}  // namespace ebbflow::story
