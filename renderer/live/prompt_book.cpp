#include "live/prompt_book.hpp"

#include "live/playback.hpp"
#include "text/markup.hpp"

namespace ebbflow::live {

namespace {

PromptStep stepOf(const frame::Plan& plan, const story::PlannedStep& planned, bool cue) {
    const scene::Chapter& chapter = plan.film->scene.chapters[planned.chapter];
    PromptStep step{.chapter = planned.chapter,
                    .step = planned.step,
                    .start = planned.start,
                    .end = planned.end(),
                    .cue = cue,
                    .notes = {},
                    .caption = {}};
    const auto add = [&](const core::LocalText& notes) {
        if (!notes.empty()) step.notes.push_back(notes.inOrAny(plan.language));
    };
    if (planned.step == 0) add(chapter.notes);
    add(chapter.steps[planned.step].notes);
    if (!planned.captions.empty())
        step.caption = text::withoutMarkup(planned.captions.front().text.inOrAny(plan.language));
    return step;
}

}  // namespace

PromptBook promptBookOf(const frame::Plan& plan, std::uint64_t number) {
    const scene::Scene& scene = plan.film->scene;
    PromptBook book{.number = number,
                    .title = scene.title.inOrAny(plan.language),
                    .language = plan.language,
                    .aspect = plan.aspect,
                    .chapters = {},
                    .steps = {}};
    for (std::size_t i = 0; i < plan.timeline.chapters.size(); ++i) {
        const story::PlannedChapter& chapter = plan.timeline.chapters[i];
        book.chapters.push_back(
            {scene.chapters[i].title.inOrAny(plan.language), chapter.firstStep, chapter.stepCount});
    }
    const std::vector<Segment> segments = segmentsOf(plan.timeline, scene);
    for (std::size_t i = 0; i < segments.size(); ++i)
        book.steps.push_back(stepOf(plan, plan.timeline.steps[i], segments[i].cue));
    return book;
}

}  // namespace ebbflow::live
