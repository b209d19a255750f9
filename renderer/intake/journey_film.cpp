#include "intake/journey_film.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "intake/dates.hpp"
#include "intake/journey_rows.hpp"

namespace ebbflow::intake {

namespace {

struct Step {
    std::int64_t seconds;
    std::string_view name;
};
constexpr std::array<Step, 10> kSteps{{{60, "minute"},
                                       {600, "ten minutes"},
                                       {3600, "hour"},
                                       {6LL * 3600, "six hours"},
                                       {86400, "day"},
                                       {7LL * 86400, "week"},
                                       {30LL * 86400, "thirty days"},
                                       {365LL * 86400, "year"},
                                       {3650LL * 86400, "ten years"},
                                       {36500LL * 86400, "century"}}};

bool isTimed(const Track& track) {
    return track.points.size() > 1 && track.points.front().time && track.points.back().time &&
           *track.points.front().time < *track.points.back().time;
}

/// The finest step that leaves no more stretches than there may be.
const Step& stepFor(const std::vector<Track>& tracks) {
    for (const Step& step : kSteps) {
        std::size_t stretches = 0;
        for (const Track& track : tracks) {
            if (!isTimed(track)) continue;
            const std::int64_t length = *track.points.back().time - *track.points.front().time;
            stretches += std::min<std::size_t>(track.points.size() - 1,
                                               static_cast<std::size_t>(length / step.seconds) + 1);
        }
        const std::size_t most = std::min<std::size_t>(kMostStretches, 60 * tracks.size());
        if (stretches <= most) return step;
    }
    return kSteps.back();
}

core::Period periodAt(core::Instant at) {
    return *core::parsePeriod(clockText(at)).period;
}

std::int64_t binOf(core::Instant at, const Step& step) {
    const std::int64_t rest = at.second % step.seconds;
    return (at.second - (rest < 0 ? rest + step.seconds : rest)) / step.seconds;
}

class TrackCutter {
public:
    TrackCutter(const Step& step, Draft& draft) : step_(step), draft_(draft) {}

    void cut(const Track& track, const std::string& kind) {
        kind_ = kind;
        std::size_t begin = 0;
        for (std::size_t i = 1; isTimed(track) && i + 1 < track.points.size(); ++i) {
            const auto& from = track.points[begin].time;
            const auto& here = track.points[i].time;
            if (!from || !here || binOf(*from, step_) == binOf(*here, step_)) continue;
            add(track, begin, i);
            begin = i;
        }
        add(track, begin, track.points.size() - 1);
    }

private:
    void add(const Track& track, std::size_t from, std::size_t to) {
        DraftWay way;
        for (std::size_t i = from; i <= to; ++i) {
            if (way.points.empty() || way.points.back() != track.points[i].at)
                way.points.push_back(track.points[i].at);
        }
        if (way.points.size() < 2) return;  // it stood still
        way.id = fmt::format("way-{}", draft_.ways.size() + 1);
        DraftMovement movement;
        movement.kind = kind_;
        movement.from.point = way.points.front();
        movement.to.point = way.points.back();
        movement.count = 1;
        movement.way = way.id;
        if (track.points[from].time) {
            movement.when = periodAt(*track.points[from].time);
        } else {
            movement.when = track.when;
        }
        draft_.movements.push_back(std::move(movement));
        draft_.ways.push_back(std::move(way));
    }

    const Step& step_;
    Draft& draft_;
    std::string kind_;
};

/// Where each follows the one before in time; those without a date stay where they are.
void orderByTime(std::vector<Stop>& stops) {
    const bool all = std::ranges::all_of(
        stops, [](const Stop& stop) { return stop.when && !stop.when->saysNothing(); });
    if (!all) return;
    std::ranges::stable_sort(stops, {}, [](const Stop& stop) { return stop.when->span().from; });
}

/// Stops as places, one for each name and position.
class StopPlaces {
public:
    explicit StopPlaces(Draft& draft) : draft_(draft) {}

    std::string idOf(const Stop& stop) {
        const std::pair<double, double> at{stop.at.lon, stop.at.lat};
        const auto known = ids_.find({stop.name, at});
        if (known != ids_.end()) return known->second;
        std::string id = stop.name;
        for (int i = 2; !taken_.insert(id).second; ++i) id = fmt::format("{} {}", stop.name, i);
        draft_.places.push_back({id, stop.name, stop.at});
        ids_.emplace(std::pair{stop.name, at}, id);
        return id;
    }

    DraftEnd endOf(const Stop& stop) {
        if (stop.name.empty()) return {{}, stop.at};
        return {idOf(stop), {}};
    }

private:
    Draft& draft_;
    std::map<std::pair<std::string, std::pair<double, double>>, std::string> ids_;
    std::set<std::string> taken_;
};

/// The day or clock on which a stop is left.
std::optional<core::Period> leaving(const Stop& stop) {
    if (!stop.when || stop.when->saysNothing()) return std::nullopt;
    if (!stop.when->interval) return stop.when;
    core::Period left;
    left.begin = left.end = stop.when->openEnd ? stop.when->begin : stop.when->end;
    return left;
}

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

void addTracks(const std::vector<Track>& tracks, Reading& reading, Draft& draft) {
    if (tracks.empty()) return;
    std::set<std::string> names;
    for (const Track& track : tracks) names.insert(track.name);
    const bool byName = names.size() <= kMostKinds / 2;
    const Step& step = stepFor(tracks);
    TrackCutter cutter(step, draft);
    const std::size_t before = draft.movements.size();
    for (const Track& track : tracks)
        cutter.cut(track, byName && !track.name.empty() ? track.name : "journeys");
    draft.unit = "stretches";
    draft.keepsWays = true;
    const std::size_t stretches = draft.movements.size() - before;
    draft.caption = fmt::format("{}, in {}.", plural(tracks.size(), "way", "ways"),
                                plural(stretches, "stretch", "stretches"));
    const bool timed = std::ranges::any_of(tracks, isTimed);
    if (timed && stretches > tracks.size())
        reading.findings.understood.push_back(
            fmt::format("{}, cut into {} by the {}, so that their lights go on as the clock does",
                        plural(tracks.size(), "line with times", "lines with times"),
                        plural(stretches, "stretch", "stretches"), step.name));
    if (!timed)
        reading.findings.understood.push_back(
            fmt::format("{} without a time at both ends: a light goes along the whole of each",
                        plural(tracks.size(), "line", "lines")));
}

void addStops(std::vector<Stop> stops, Reading& reading, Draft& draft) {
    std::map<std::string, std::vector<Stop>> journeys;
    for (Stop& stop : stops) journeys[stop.journey].push_back(std::move(stop));
    StopPlaces places(draft);
    std::size_t legs = 0;
    const bool byName = journeys.size() <= kMostKinds / 2;
    for (auto& [name, own] : journeys) {
        orderByTime(own);
        for (std::size_t i = 1; i < own.size(); ++i) {
            if (own[i - 1].at == own[i].at) continue;
            DraftMovement leg;
            leg.kind = byName && !name.empty() ? name : "journey";
            leg.from = places.endOf(own[i - 1]);
            leg.to = places.endOf(own[i]);
            leg.count = 1;
            leg.when = leaving(own[i - 1]);
            draft.movements.push_back(std::move(leg));
            ++legs;
        }
    }
    // A leg without a date among dated ones would set out at any time.
    const auto dated = [](const DraftMovement& m) { return m.when.has_value(); };
    if (std::ranges::any_of(draft.movements, dated)) {
        const auto undated = std::erase_if(draft.movements, std::not_fn(dated));
        if (undated > 0)
            reading.findings.passedOver.push_back(fmt::format(
                "{} whose stop has no date, where others have", plural(undated, "leg", "legs")));
    }
    draft.unit = draft.unit.empty() ? "legs" : draft.unit;
    draft.keepsWays = true;
    if (draft.caption.empty())
        draft.caption = fmt::format("{}, in {}.", plural(journeys.size(), "journey", "journeys"),
                                    plural(legs, "leg", "legs"));
    reading.findings.understood.push_back(fmt::format(
        "points are the stops of {}, from each to the next as the {} has it; a leg leaves on the "
        "date "
        "of the stop that it leaves",
        journeys.size() == 1 ? "one journey" : fmt::format("{} journeys", journeys.size()),
        std::ranges::any_of(draft.movements, dated) ? "calendar" : "file"));
}

void addPlaces(const std::vector<Stop>& stops, Draft& draft) {
    StopPlaces places(draft);
    for (const Stop& stop : stops) {
        if (!stop.name.empty()) (void)places.idOf(stop);
    }
}

}  // namespace ebbflow::intake
