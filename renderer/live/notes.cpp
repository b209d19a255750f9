#include "live/notes.hpp"

#include <fmt/format.h>

#include "text/markup.hpp"

namespace ebbflow::live {

namespace {

/// The first caption of a step, else its chapter's title.
std::string firstWords(const frame::Plan& plan, const story::PlannedStep& step) {
    if (!step.captions.empty())
        return text::withoutMarkup(step.captions.front().text.inOrAny(plan.language));
    return plan.film->scene.chapters[step.chapter].title.inOrAny(plan.language);
}

}  // namespace

std::string notesText(const frame::Plan& plan, std::size_t index) {
    const story::PlannedStep& step = plan.timeline.steps[index];
    const scene::Chapter& chapter = plan.film->scene.chapters[step.chapter];
    std::string text =
        fmt::format("\n[{}]  {}/{}  {}", core::toString(step.start), step.chapter + 1,
                    plan.film->scene.chapters.size(), chapter.title.inOrAny(plan.language));
    if (chapter.steps.size() > 1)
        text += fmt::format("  ({}/{})", step.step + 1, chapter.steps.size());
    text += '\n';
    if (step.step == 0 && !chapter.notes.empty()) {
        text += fmt::format("  {}\n", chapter.notes.inOrAny(plan.language));
    }
    const core::LocalText& notes = chapter.steps[step.step].notes;
    if (!notes.empty()) {
        text += fmt::format("  {}\n", notes.inOrAny(plan.language));
    }
    if (index + 1 < plan.timeline.steps.size()) {
        text += fmt::format("  > {}\n", firstWords(plan, plan.timeline.steps[index + 1]));
    }
    return text;
}

}  // namespace ebbflow::live
