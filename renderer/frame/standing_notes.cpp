#include "frame/standing_notes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ebbflow::frame {

namespace {

std::string nameOf(const Plan& plan, const Kind& kind) {
    return kind.label.empty() ? plan.words.kind(kind.hue, plan.language)
                              : kind.label.inOrAny(plan.language);
}

const scene::Step& scriptOf(const Plan& plan, std::size_t step) {
    const PlannedStep& planned = plan.timeline.steps[step];
    return plan.film->scene.chapters[planned.chapter].steps[planned.step];
}

/// The kind whose thread is the widest: its unit is the scale's.
const Kind& widestKind(const LightPlan& lights) {
    const auto total = [](const Way& way) {
        double sum = 0;
        for (const Ramp& row : way.rows) sum += row.count;
        return sum;
    };
    return lights.kinds[std::ranges::max_element(lights.ways, {}, total)->kind];
}

void addThreads(const Plan& plan, scene::Accumulate accumulate, std::vector<std::string>& notes) {
    if (accumulate == scene::Accumulate::no || plan.lightPlan.ways.empty()) return;
    const bool all = accumulate == scene::Accumulate::all;
    notes.push_back(plan.words.word(all ? "threads" : "threads_of_step", plan.language));
    const std::string amount = plan.words.counted(
        widestKind(plan.lightPlan).unit, std::llround(plan.lightPlan.mostOnAWay), plan.language);
    const std::array fills{text::Fill{"amount", amount}};
    notes.push_back(text::filled(plan.words.word("thread_width", plan.language), fills));
}

}  // namespace

std::vector<std::size_t> kindsOfThreads(const Timeline& timeline, const LightPlan& lights,
                                        std::size_t step, scene::Accumulate accumulate) {
    std::vector<std::size_t> kinds;
    if (accumulate == scene::Accumulate::no) return kinds;
    const double end = timeline.chapters[timeline.steps[step].chapter].dates.lastDay();
    for (const Way& way : lights.ways) {
        if (way.countBetween(-1e9, end) >= 1) kinds.push_back(way.kind);
    }
    std::ranges::sort(kinds);
    const auto same = std::ranges::unique(kinds);
    kinds.erase(same.begin(), same.end());
    return kinds;
}

std::vector<std::string> standingNotes(const Plan& plan, std::size_t step) {
    std::vector<std::string> notes;
    addThreads(plan, scriptOf(plan, step).accumulate, notes);
    for (const Veil& veil : plan.lightPlan.veils[step]) {
        const std::string kind = nameOf(plan, plan.lightPlan.kinds[veil.kind]);
        const std::array fills{text::Fill{"kind", kind}};
        std::string note = text::filled(plan.words.word("illustration", plan.language), fills);
        if (std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
    }
    return notes;
}

}  // namespace ebbflow::frame
