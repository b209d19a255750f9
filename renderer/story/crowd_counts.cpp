#include "story/crowd_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "flow/figure_at.hpp"
#include "flow/schedule.hpp"
#include "story/trains.hpp"

namespace ebbflow::story {

namespace {

/// Recounts from rows and their schedule; it takes nothing from the lights' plan but which rows
/// have any.
class CrowdRecount {
public:
    explicit CrowdRecount(const Story& story)
        : story_(story),
          windows_(windowsOf(*story.film, story.timeline)),
          film_(flow::filmSpan(windows_).value_or(core::Span{})) {
        for (const Kind& kind : story.lightPlan.kinds) perLight_[kind.name] = kind.perLight;
    }

    flow::CrowdCount at(const PresenceRun& run, std::size_t step, bool atEnd) const {
        const PlannedStep& planned = story_.timeline.steps[step];
        const double seconds = (atEnd ? planned.end() : planned.start).seconds();
        flow::CrowdCount count;
        count.chapter = windows_[planned.chapter].chapter;
        count.step = planned.step + 1;
        count.atEnd = atEnd;
        count.perDot = run.perDot;
        const auto now = static_cast<float>(story_.timeline.clock.at(seconds));
        constexpr float kBefore = -std::numeric_limits<float>::infinity();
        // Lights that leave or come in that very moment have not yet; a figure of a moment stands.
        const bool stands = run.script.who == scene::Presence::Who::counted && !atEnd;
        count.dots = run.standing(stands ? now : std::nextafter(now, kBefore));
        switch (run.script.who) {
            case scene::Presence::Who::counted:
                figure(run, seconds, atEnd, count);
                break;
            case scene::Presence::Who::leaving:
                count.what = run.script.kind + " leaving";
                leaving(run, seconds, count);
                break;
            case scene::Presence::Who::arrived:
                count.what = run.script.kind + " arrived";
                arrived(run, seconds, count);
                break;
        }
        return count;
    }

private:
    void figure(const PresenceRun& run, double seconds, bool atEnd, flow::CrowdCount& count) const {
        const PlannedChapter& chapter =
            story_.timeline.chapters[story_.timeline.steps[run.first].chapter];
        const core::Instant at = instantAt(chapter, seconds) + (atEnd ? -1 : 0);
        const flow::Figure* figure =
            flow::figureAt(story_.film->tables.figures, run.script.figure, at);
        const bool stands = figure != nullptr && at < flow::goneFrom(*figure);
        count.what = run.script.figure;
        count.units = stands ? figure->value : 0;
        count.lights = std::llround(count.units / static_cast<double>(run.perDot));
        const std::int64_t half = (run.perDot + 1) / 2;
        count.spare = std::pair(half, half);
    }

    struct Flight {
        float departure;
        std::uint32_t row;
    };

    /// The flights of the run's kind in its chapter, from the rows.
    [[nodiscard]] std::vector<Flight> flightsOf(const PresenceRun& run) const {
        const std::size_t chapter = story_.timeline.steps[run.first].chapter;
        const auto& rows = story_.film->tables.movements;
        const DateTrack& dates = story_.timeline.chapters[chapter].dates;
        const flow::Schedule schedule =
            flow::scheduleWindow(rows, windows_[chapter], perLight_, film_);
        const auto boarded = boardings(
            schedule.departures,
            [&](double day) { return story_.timeline.clock.at(dates.secondsAt(day)); },
            [&](std::uint32_t row) { return story_.lightPlan.findKind(rows[row].kind)->trains; },
            [&](std::uint32_t row) -> const std::string& { return rows[row].id; });
        std::vector<Flight> flights;
        for (std::size_t i = 0; i < boarded.size(); ++i) {
            const std::uint32_t row = schedule.departures[i].movement;
            if (rows[row].kind == run.script.kind && launches(row, chapter))
                flights.push_back({static_cast<float>(boarded[i].seconds), row});
        }
        return flights;
    }

    [[nodiscard]] bool launches(std::size_t row, std::size_t chapter) const {
        return windows_[chapter].launches && story_.lightPlan.launching[row] != 0;
    }

    void leaving(const PresenceRun& run, double seconds, flow::CrowdCount& count) const {
        const PlannedStep& last = story_.timeline.steps[run.last];
        const auto now = static_cast<float>(story_.timeline.clock.at(seconds));
        const auto end = static_cast<float>(story_.timeline.clock.at(last.end().seconds()));
        count.lights = std::ranges::count_if(flightsOf(run), [&](const Flight& flight) {
            return now <= flight.departure && flight.departure < end;
        });
        const PlannedChapter& chapter = story_.timeline.chapters[last.chapter];
        const core::Span ahead{instantAt(chapter, seconds),
                               instantAt(chapter, last.end().seconds())};
        const auto& rows = story_.film->tables.movements;
        std::set<int> years;
        bool whole = true;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (rows[row].kind != run.script.kind || !launches(row, last.chapter)) continue;
            const std::int64_t units = flow::countWithin(rows[row], ahead, film_);
            count.units += static_cast<double>(units);
            const core::Span own = flow::spanOf(rows[row], film_);
            const core::Span part = core::overlap(own, ahead);
            if (part.empty()) continue;
            // Lights are dealt year by year, and each keeps what makes no whole light.
            for (int year = core::toCivil(core::dayOf(part.from)).year;
                 year <= core::toCivil(core::dayOf(part.until + -1)).year; ++year)
                years.insert(year);
            const core::Span shown = core::overlap(own, chapter.span);
            whole = whole && part.from == shown.from && part.until == shown.until;
        }
        if (!whole) return;
        const std::int64_t spare = static_cast<std::int64_t>(years.size()) * (run.perDot - 1);
        count.spare = std::pair(spare, spare);
    }

    /// No table says when somebody arrives: the lights' own arrivals are what is counted again.
    void arrived(const PresenceRun& run, double seconds, flow::CrowdCount& count) const {
        const auto& steps = story_.timeline.steps;
        const auto start =
            static_cast<float>(story_.timeline.clock.at(steps[run.first].start.seconds()));
        const auto now = static_cast<float>(story_.timeline.clock.at(seconds));
        const picture::Lights& lights = *story_.lights;
        const auto until =
            static_cast<float>(story_.timeline.flightsOf(steps[run.first].chapter).until);
        for (std::size_t i = 0; i < lights.vertices.size(); ++i) {
            const picture::LightVertex& light = lights.vertices[i];
            const auto& row = story_.film->tables.movements[story_.lightPlan.movements[i]];
            // A way in several parts has a vertex for each.
            if (row.kind != run.script.kind || lights.part(light.path).rank > 0) continue;
            const float arrival = light.departure + light.duration;
            if (start <= arrival && arrival < now && arrival < until) ++count.lights;
        }
        count.units = static_cast<double>(count.lights) * static_cast<double>(run.perDot);
    }

    const Story& story_;
    std::vector<flow::Window> windows_;
    core::Span film_;
    std::map<std::string, std::int64_t> perLight_;
};

}  // namespace

std::vector<flow::CrowdCount> crowdCounts(const Story& story) {
    const CrowdRecount recount(story);
    std::vector<flow::CrowdCount> counts;
    for (std::size_t step = 0; step < story.timeline.steps.size(); ++step) {
        for (const bool atEnd : {false, true}) {
            for (const PresenceRun& run : story.presence) {
                if (run.first <= step && step <= run.last)
                    counts.push_back(recount.at(run, step, atEnd));
            }
        }
    }
    return counts;
}

}  // namespace ebbflow::story
