#include "story/standing_notes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "story/kind_name.hpp"
#include "story/stays.hpp"
#include "text/punctuation.hpp"

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

/// What a crowd counts and, unless that is documented, how sure it is.
std::string figureName(const Story& story, const PresenceRun& run) {
    const auto& figures = story.film->tables.figures;
    const auto figure = std::ranges::find(figures, run.script.figure, &flow::Figure::id);
    std::string name = figure == figures.end() || figure->label.empty()
                           ? run.script.figure
                           : figure->label.inOrAny(story.shownLanguage);
    if (run.crowds.empty() || run.crowds.front().confidence == core::Confidence::documented)
        return name;
    return text::bracketed(
        name, story.words.confidence(run.crowds.front().confidence, story.shownLanguage),
        story.shownLanguage);
}

/// Who the dots are, and how many each stands for.
void addCrowds(const Story& story, std::size_t step, std::vector<std::string>& notes) {
    for (const PresenceRun& run : story.presence) {
        if (step < run.first || run.last < step) continue;
        const Kind* kind = story.lightPlan.findKind(run.script.kind);
        if (kind == nullptr) continue;
        const auto& figures = story.film->tables.figures;
        const auto figure = std::ranges::find(figures, run.script.figure, &flow::Figure::id);
        const bool counted = run.script.who == scene::Presence::Who::counted;
        const std::string unit =
            counted && figure != figures.end() && !figure->unit.empty() ? figure->unit : kind->unit;
        const std::string amount = story.words.counted(unit, run.perDot, story.shownLanguage);
        const std::string who =
            counted ? figureName(story, run) : kindName(story, *kind, story.shownLanguage);
        const char* key = counted                                           ? "dots_counted"
                          : run.script.who == scene::Presence::Who::arrived ? "dots_arrived"
                                                                            : "dots_leaving";
        const std::array fills{text::Fill{"who", who}, text::Fill{"amount", amount}};
        notes.push_back(text::filled(story.words.word(key, story.shownLanguage), fills));
    }
}

}  // namespace

std::vector<std::string> standingNotes(const Story& story, std::size_t step) {
    std::vector<std::string> notes;
    addThreads(story, scriptOf(story, step).accumulate, notes);
    addStays(story, step, notes);
    addCrowds(story, step, notes);
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
