#include <algorithm>

#include <fmt/format.h>

#include "quality/words_gate.hpp"
#include "text/reading.hpp"

namespace ebbflow::quality {

using core::Severity;

namespace {

// A caption timed to the hundredth is not refused for the rest of a frame.
constexpr double kTolerance = 0.01;

Span spanOf(core::FilmTime from, core::FilmTime to, const core::FrameRate& rate) {
    return {core::frameAt(from, rate), core::frameCount(to, rate) - 1};
}

void tellCaption(const story::PlannedCaption& caption, const std::string& language,
                 const core::SourcePlace& place, const core::FrameRate& rate, Report& report) {
    const std::string& words = caption.text.inOrAny(language);
    const double there = caption.end - caption.start;
    const double once = text::readingSeconds(words, language);
    const double wanted = text::captionSeconds(words, language);
    if (there + kTolerance >= wanted) return;
    const bool tooShort = there + kTolerance < once;
    report.add(
        tooShort ? Severity::error : Severity::warning, Rule::reading,
        spanOf(core::FilmTime::fromSeconds(caption.start), core::FilmTime::fromSeconds(caption.end),
               rate),
        fmt::format("this caption stands for {:.1f} s; to be read {} it needs {:.1f} s ({})", there,
                    tooShort ? "at all" : "in peace", tooShort ? once : wanted, language),
        place);
}

/// The step within whose lines of the script `place` lies; the first for what stands before all.
const story::PlannedStep& stepOf(const story::Story& story, const core::SourcePlace& place) {
    const story::PlannedStep* found = &story.timeline.steps.front();
    for (const story::PlannedStep& step : story.timeline.steps) {
        const auto& script = story.film->scene.chapters[step.chapter].steps[step.step];
        if (script.place.file == place.file && script.place.line <= place.line) found = &step;
    }
    return *found;
}

}  // namespace

void tellReading(const story::Story& story, const core::FrameRate& rate, Report& report) {
    if (story.textless) return;
    for (const story::PlannedStep& step : story.timeline.steps) {
        for (const story::PlannedCaption& caption : step.captions) {
            const auto at = core::FilmTime::fromSeconds(caption.start);
            tellCaption(
                caption, story.language,
                placeAt(story, std::max(at, step.start), caption.text.inOrAny(story.language)),
                rate, report);
        }
    }
}

void tellScript(const story::Story& story, const core::FrameRate& rate,
                const core::Diagnostics& diagnostics, Report& report) {
    for (const core::Diagnostic& said : diagnostics.all()) {
        Span frames;
        if (said.place.line > 0 && said.place.file == story.film->scene.file) {
            const story::PlannedStep& step = stepOf(story, said.place);
            frames = spanOf(step.start, step.end(), rate);
        }
        report.add(said.severity, Rule::script, frames, said.message, said.place);
    }
}

}  // namespace ebbflow::quality
