#include "ebbflow/usage.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace ebbflow::tools {

void addStudioOptions(CLI::App& command, StudioOptions& options) {
    command
        .add_option("--shader-dir", options.shaderFolder,
                    "read shaders from this folder, not the built-in ones")
        ->check(CLI::ExistingDirectory);
    command.add_flag("--software", options.software,
                     "draw with Mesa's software renderer even where there is a GPU");
}

core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan) {
    return timeNamed(text, plan, plan.film->scene.frame.rate);
}

core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan,
                         const core::FrameRate& rate) {
    const auto time = core::parseFilmTime(text, rate);
    if (!time)
        throw UsageError(
            fmt::format("`{}` is no time; write 1:23.5, 83.5 (seconds) or f2087 (a frame)", text));
    if (*time > plan.timeline.length) {
        throw UsageError(fmt::format("{} is after the film's end, {}", text,
                                     core::toString(plan.timeline.length)));
    }
    return *time;
}

}  // namespace ebbflow::tools
