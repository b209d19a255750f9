#include "story/plan_lights.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <tuple>

#include <fmt/format.h>

#include "core/hash.hpp"
#include "story/kinds.hpp"
#include "story/path_book.hpp"
#include "story/trains.hpp"
#include "story/ways.hpp"

namespace ebbflow::story {

namespace {

// Groups from 2^-4 s (a sixteenth of a second) to 2^11 s (half an hour).
constexpr int kShortestGroup = -4;
constexpr int kLongestGroup = 11;

/// Longer ways take a little longer: half as much again on 8,000 km as on none.
double travelSeconds(const Kind& kind, double groundKm) {
    return kind.travelSeconds * (0.85 + 0.5 * std::min(groundKm, 8000.0) / 8000.0);
}

picture::LightVertex makeVertex(const flow::Movement& movement, const flow::Departure& departure,
                                const Kind& kind, std::uint32_t kindIndex, const PathEntry& entry,
                                const Boarding& boarding) {
    const std::uint64_t bits = core::mixBits(core::hashText(movement.id) + departure.ordinal);
    const std::uint64_t company = core::mixBits(core::hashText(movement.id) + boarding.company);
    const double c = core::unitInterval(core::mixBits(company ^ 0x5851F42D4C957F2DULL));
    picture::LightVertex vertex;
    vertex.departure = static_cast<float>(boarding.seconds);
    // A fifth either way, so that a crowd does not march in step.
    vertex.duration = static_cast<float>(travelSeconds(kind, entry.groundKm) * (0.8 + 0.4 * c));
    vertex.path = entry.path;
    vertex.look = kindIndex | static_cast<std::uint32_t>(flow::drawnAs(movement)) << 8;
    vertex.shimmer =
        static_cast<float>(core::unitInterval(core::mixBits(bits ^ 0x14057B7EF767814FULL)));
    return vertex;
}

/// How long a recorded journey lasts on screen, where its arrival is known and the chapter has it.
std::optional<double> recordedSeconds(const flow::Movement& movement, double departure,
                                      const DateTrack& dates, const LightClock& clock) {
    if (!movement.way || !movement.way->arrival) return std::nullopt;
    constexpr double kShortest = 0.1, kSecond = 1.0 / core::kSecondsOfDay;
    const double day = core::inDays(*movement.way->arrival);
    const double arrival = dates.secondsAt(day);
    if (std::abs(dates.dayAt(arrival) - day) > kSecond) return std::nullopt;
    return std::max(kShortest, clock.at(arrival) - departure);
}

/// The least n for which 2^n seconds hold the duration, read off its exponent: exact, where a
/// rounded logarithm would put what is a hair longer than a group into it.
int groupOf(float duration) {
    int exponent = 0;
    const float part = std::frexp(duration, &exponent);  // 0.5 ≤ part < 1
    return std::clamp(part > 0.5F ? exponent : exponent - 1, kShortestGroup, kLongestGroup);
}

/// A light and its row.
struct Launched {
    picture::LightVertex vertex;
    std::uint32_t movement;
    std::uint32_t company;  ///< of the row, in its chapter: those who go together
    std::size_t crowd;
};

/// Gives lights their places across their streams, as wide as the root of how many go with each.
class Lanes {
public:
    /// `departures`: of all that go the same way, sorted, film seconds.
    [[nodiscard]] static float widthOf(const picture::LightVertex& light,
                                       std::span<const float> departures) {
        const float half = light.duration / 2;
        const auto first = std::ranges::lower_bound(departures, light.departure - half);
        const auto end = std::ranges::upper_bound(departures, light.departure + half);
        return streamWidth(static_cast<double>(end - first));
    }

    /// Lights of a row go in a few strands, those of a strand close together.
    static void place(picture::LightVertex& light, const std::string& row, std::uint32_t company,
                      float width) {
        constexpr std::uint32_t kStrands = 3;
        constexpr float kWinds = 0.62F;  // of the width; the rest is for each light's own place
        const std::uint64_t own = core::mixBits(core::hashText(row) + company);
        const std::uint64_t strand =
            core::mixBits(core::hashText(row) ^ (0xA0761D6478BD642FULL + company % kStrands));
        // Denser in the middle of the strand.
        const double aside = core::unitInterval(own) + core::unitInterval(core::mixBits(own)) - 1;
        // Rounded down, so that both together stay inside.
        const auto winds = static_cast<std::uint32_t>(255 * kWinds * width);
        light.look |= static_cast<std::uint32_t>(strand >> 56U) << 16U | winds << 24U;
        light.lane = static_cast<float>(aside) * (1 - kWinds) * width;
    }

private:
    /// 0…1 of the widest that a stream is drawn: 3 of its 6 pixels for 50 under way.
    static float streamWidth(double underWay) {
        constexpr double kWidest = 200;
        return static_cast<float>(std::sqrt(std::min(1.0, underWay / kWidest)));
    }
};

/// By duration group, then departure: each group is one range.
void takeSorted(std::vector<Launched> launched, LightPlan& plan) {
    std::ranges::sort(launched, {}, [](const Launched& light) {
        const picture::LightVertex& v = light.vertex;
        return std::tuple(groupOf(v.duration), v.departure, v.path, v.lane);
    });
    plan.lights.vertices.reserve(launched.size());
    plan.movements.reserve(launched.size());
    for (const Launched& light : launched) {
        plan.lights.vertices.push_back(light.vertex);
        plan.movements.push_back(light.movement);
    }
}

void groupLights(picture::Lights& lights) {
    std::uint32_t first = 0;
    const auto total = static_cast<std::uint32_t>(lights.vertices.size());
    while (first < total) {
        const int group = groupOf(lights.vertices[first].duration);
        std::uint32_t end = first;
        while (end < total && groupOf(lights.vertices[end].duration) == group) ++end;
        lights.groups.push_back({std::exp2(group), first, end - first});
        first = end;
    }
}

double peakRate(const std::vector<Stream>& streams) {
    std::size_t most = 1;
    for (const Stream& stream : streams) {
        std::size_t tail = 0;
        for (std::size_t head = 0; head < stream.departures.size(); ++head) {
            while (stream.departures[head] - stream.departures[tail] > 1.0F) ++tail;
            most = std::max(most, head - tail + 1);
        }
    }
    return static_cast<double>(most);
}

class LightPlanner {
public:
    LightPlanner(const film::Film& film, const Timeline& timeline, core::Diagnostics& diagnostics)
        : film_(film), timeline_(timeline), diagnostics_(diagnostics) {
        plan_.kinds = planKinds(film, diagnostics);
        for (std::size_t i = 0; i < plan_.kinds.size(); ++i) {
            plan_.lights.looks.push_back(plan_.kinds[i].look);
            kindIndex_[plan_.kinds[i].name] = static_cast<std::uint32_t>(i);
            perLight_[plan_.kinds[i].name] = plan_.kinds[i].perLight;
        }
        plan_.offMap.resize(plan_.kinds.size());
        resolve(diagnostics);
    }

    LightPlan make() {
        const auto windows = windowsOf(film_, timeline_);
        const auto film = flow::filmSpan(windows);
        for (std::size_t c = 0; c < windows.size(); ++c) {
            until_ = timeline_.flightsOf(c).until;
            launchChapter(windows[c], timeline_.chapters[c].dates, film);
        }
        for (std::size_t i = 0; i < plan_.streams.size(); ++i) {
            Stream& stream = plan_.streams[i];
            std::ranges::sort(stream.departures);
            std::ranges::sort(stream.arrivals);
            stream.bouts = boutsOf(std::move(flights_[i]));
        }
        for (std::vector<float>& crowd : crowds_) std::ranges::sort(crowd);
        placeAcross();
        finishStays();
        if (film) planWays(film_, *film, entries_, plan_);
        warnOfUnseenKinds();
        plan_.peakRate = peakRate(plan_.streams);
        takeSorted(std::move(launched_), plan_);
        groupLights(plan_.lights);
        return std::move(plan_);
    }

private:
    /// Paths first and for every row, so that each fault is reported once and unlaunched rows too.
    void resolve(core::Diagnostics& diagnostics) {
        PathBook book(film_, diagnostics);
        for (const auto& movement : film_.tables.movements) {
            const auto kind = kindIndex_.find(movement.kind);
            entries_.push_back(kind == kindIndex_.end()
                                   ? PathEntry{}
                                   : book.entryFor(movement, plan_.kinds[kind->second], plan_));
        }
        for (const PathEntry& entry : entries_)
            plan_.launching.push_back(entry.drawable && !entry.stays() ? 1 : 0);
        plan_.veils = planVeils(film_, timeline_, book, plan_, diagnostics);
    }

    void launchChapter(const flow::Window& window, const DateTrack& dates,
                       const std::optional<core::Span>& film) {
        flow::Schedule schedule =
            flow::scheduleWindow(film_.tables.movements, window, perLight_, film);
        plan_.cells.insert(plan_.cells.end(), schedule.cells.begin(), schedule.cells.end());
        const std::vector<Boarding> boarded = boardings(
            schedule.departures,
            [&](double day) { return timeline_.clock.at(dates.secondsAt(day)); },
            [&](std::uint32_t row) { return kindOf(row).trains; },
            [&](std::uint32_t row) -> const std::string& {
                return film_.tables.movements[row].id;
            });
        for (std::size_t i = 0; i < boarded.size(); ++i)
            launch(schedule.departures[i], boarded[i], dates);
    }

    /// A kind none of whose rows ever shows is a slip in the dates more often than not.
    void warnOfUnseenKinds() {
        for (const auto& kind : plan_.kinds) {
            const auto ofKind = [&](const flow::Movement& m) { return m.kind == kind.name; };
            const auto row = std::ranges::find_if(film_.tables.movements, ofKind);
            const bool counted = std::ranges::any_of(
                plan_.cells, [&](const flow::AuditCell& cell) { return cell.kind == kind.name; });
            if (row == film_.tables.movements.end() || counted) continue;
            diagnostics_.warning(row->row,
                                 fmt::format("no chapter's dates meet any row of `{}`", kind.name));
        }
    }

    const Kind& kindOf(std::uint32_t row) const {
        return plan_.kinds[kindIndex_.at(film_.tables.movements[row].kind)];
    }

    void launch(const flow::Departure& departure, const Boarding& boarding,
                const DateTrack& dates) {
        const double seconds = boarding.seconds;
        const flow::Movement& movement = film_.tables.movements[departure.movement];
        const PathEntry& entry = entries_[departure.movement];
        const std::uint32_t kind = kindIndex_.at(movement.kind);
        if (!entry.drawable) {
            ++plan_.offMap[kind];
            return;
        }
        if (entry.stays()) return stay(entry, kind, seconds);
        picture::LightVertex vertex =
            makeVertex(movement, departure, plan_.kinds[kind], kind, entry, boarding);
        if (const auto recorded = recordedSeconds(movement, seconds, dates, timeline_.clock))
            vertex.duration = static_cast<float>(*recorded);
        const std::size_t number = streamOf(entry, kind);
        const std::size_t crowd = crowdOf(entry);
        crowds_[crowd].push_back(vertex.departure);
        for (; vertex.path < plan_.lights.endOfWay(entry.path); ++vertex.path)
            launched_.push_back({vertex, departure.movement, boarding.company, crowd});
        Stream& stream = plan_.streams[number];
        stream.confidence = std::max(stream.confidence, flow::drawnAs(movement));
        stream.departures.push_back(vertex.departure);
        const float arrival = vertex.departure + vertex.duration;
        if (arrival < until_) stream.arrivals.push_back(arrival);
        flights_[number].push_back({vertex.departure, vertex.duration, static_cast<float>(until_)});
        ++plan_.places[entry.from].traffic;
        ++plan_.places[entry.to].traffic;
    }

    void stay(const PathEntry& entry, std::uint32_t kind, double seconds) {
        const auto [found, fresh] = stayIndex_.try_emplace({entry.from, kind}, plan_.stays.size());
        if (fresh) plan_.stays.push_back({entry.from, kind, {}});
        plan_.stays[found->second].departures.push_back(static_cast<float>(seconds));
        ++plan_.places[entry.from].traffic;
    }

    void finishStays() {
        for (Stay& stay : plan_.stays) {
            std::ranges::sort(stay.departures);
            const auto units = static_cast<double>(stay.departures.size()) *
                               static_cast<double>(plan_.kinds[stay.kind].perLight);
            plan_.mostAtAPlace = std::max(plan_.mostAtAPlace, units);
        }
    }

    void placeAcross() {
        for (Launched& light : launched_) {
            const float width = Lanes::widthOf(light.vertex, crowds_[light.crowd]);
            Lanes::place(light.vertex, film_.tables.movements[light.movement].id, light.company,
                         width);
        }
    }

    /// All that follow a route one way are one crowd, whatever their kinds and wherever they get
    /// on.
    std::size_t crowdOf(const PathEntry& entry) {
        const std::string name = entry.line.empty() ? std::to_string(entry.path) : entry.line;
        const auto [found, fresh] = crowdIndex_.try_emplace(name, crowds_.size());
        if (fresh) crowds_.emplace_back();
        return found->second;
    }

    /// Its number among the plan's.
    std::size_t streamOf(const PathEntry& entry, std::uint32_t kind) {
        const auto [found, fresh] =
            streamIndex_.try_emplace({entry.path, kind}, plan_.streams.size());
        if (fresh) {
            Stream stream;
            stream.path = entry.path;
            stream.kind = kind;
            stream.fromPlace = entry.from;
            stream.toPlace = entry.to;
            plan_.streams.push_back(std::move(stream));
            flights_.emplace_back();
        }
        return found->second;
    }

    const film::Film& film_;
    const Timeline& timeline_;
    core::Diagnostics& diagnostics_;
    LightPlan plan_;
    std::vector<Launched> launched_;
    std::vector<std::vector<Flight>> flights_;  ///< per stream
    std::vector<std::vector<float>> crowds_;    ///< lights' seconds of departures
    std::map<std::string, std::size_t> crowdIndex_;
    double until_ = 0;  ///< lights' seconds at which the journeys of the chapter in hand are left
    std::map<std::string, std::uint32_t> kindIndex_;
    std::map<std::string, std::int64_t> perLight_;
    std::vector<PathEntry> entries_;  ///< one per movement
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> streamIndex_, stayIndex_;
};

}  // namespace

LightPlan planLights(const film::Film& film, const Timeline& timeline,
                     core::Diagnostics& diagnostics) {
    return LightPlanner(film, timeline, diagnostics).make();
}

}  // namespace ebbflow::story
