#include "live/clock_text.hpp"

#include <fmt/format.h>

namespace ebbflow::live {

std::string timeText(core::FilmTime time) {
    const auto seconds = static_cast<std::int64_t>(time.seconds());
    if (seconds >= 3600) {
        return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string clockText(const frame::Plan& plan, core::FilmTime time, bool exact,
                      std::string_view state) {
    const auto& timeline = plan.timeline;
    const std::size_t chapter = timeline.steps[timeline.stepAt(time)].chapter;
    const auto told = [&](core::FilmTime at) { return exact ? core::toString(at) : timeText(at); };
    std::string text = fmt::format("{} / {}   {}/{}", told(time), told(timeline.length),
                                   chapter + 1, timeline.chapters.size());
    const std::string& title = plan.film->scene.chapters[chapter].title.inOrAny(plan.language);
    if (!title.empty()) text += "   " + title;
    if (!state.empty()) text += fmt::format("   ({})", state);
    return text;
}

}  // namespace ebbflow::live
