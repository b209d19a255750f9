#include "story/standing_notes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "story/stays.hpp"

namespace ebbflow::story {

namespace {

std::string nameOf(const Story& story, const Kind& kind) {
    return kind.label.empty() ? story.words.kind(kind.hue, story.shownLanguage)
                              : kind.label.inOrAny(story.shownLanguage);
}

const scene::Step& scriptOf(const Story& story, std::size_t step) {
    const PlannedStep& planned = story.timeline.steps[step];
    return story.film->scene.chapters[planned.chapter].steps[planned.step];
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

void addThreads(const Story& story, scene::Accumulate accumulate, std::vector<std::string>& notes) {
    if (accumulate == scene::Accumulate::no || story.lightPlan.ways.empty()) return;
    const bool all = accumulate == scene::Accumulate::all;
    notes.push_back(story.words.word(all ? "threads" : "threads_of_step", story.shownLanguage));
    const std::string amount =
        story.words.counted(widestKind(story.lightPlan).unit,
                            std::llround(story.lightPlan.mostOnAWay), story.shownLanguage);
    const std::array fills{text::Fill{"amount", amount}};
    notes.push_back(text::filled(story.words.word("thread_width", story.shownLanguage), fills));
}

/// What the rings stand for, and how many the largest does.
void addStays(const Story& story, std::size_t step, std::vector<std::string>& notes) {
    if (!showsStays(story, step)) return;
    const LightPlan& lights = story.lightPlan;
    const auto units = [&](const Stay& stay) {
        return static_cast<std::int64_t>(stay.departures.size()) * lights.kinds[stay.kind].perLight;
    };
    const Stay& largest = *std::ranges::max_element(lights.stays, {}, units);
    notes.push_back(story.words.word("rings", story.shownLanguage));
    const std::string amount =
        story.words.counted(lights.kinds[largest.kind].unit, units(largest), story.shownLanguage);
    const std::array fills{text::Fill{"amount", amount}};
    notes.push_back(text::filled(story.words.word("ring_size", story.shownLanguage), fills));
}

}  // namespace

std::vector<std::string> standingNotes(const Story& story, std::size_t step) {
    std::vector<std::string> notes;
    addThreads(story, scriptOf(story, step).accumulate, notes);
    addStays(story, step, notes);
    for (const Veil& veil : story.lightPlan.veils[step]) {
        const std::string kind = nameOf(story, story.lightPlan.kinds[veil.kind]);
        const std::array fills{text::Fill{"kind", kind}};
        std::string note =
            text::filled(story.words.word("illustration", story.shownLanguage), fills);
        if (std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
    }
    return notes;
}

}  // namespace ebbflow::story
