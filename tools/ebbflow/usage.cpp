#include "ebbflow/usage.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "gl/shader_library.hpp"

namespace ebbflow::tools {

namespace {

/// Of a folder that holds none, the built-in ones would all be used, and nobody would know.
std::string faultOfShaderFolder(const std::string& folder) {
    const auto holds = [&](const gl::EmbeddedShader& shader) {
        return std::filesystem::exists(std::filesystem::path(folder) / shader.name);
    };
    if (std::ranges::any_of(gl::embeddedShaders(), holds)) return {};
    return fmt::format("there is no shader in {}, such as {}", folder,
                       gl::embeddedShaders().front().name);
}

core::FilmTime timecodeNamed(const std::string& text, const frame::Plan& plan,
                             const core::FrameRate& rate) {
    const auto read = core::parseTimecode(text, rate);
    if (!read.fault.empty()) throw UsageError(read.fault);
    const core::TimecodeClock clock = clockOf(plan, rate);
    if (read.frame < clock.startFrame()) {
        throw UsageError(fmt::format("{} is before the film's first frame, {}", text,
                                     clock.at(std::int64_t{0})));
    }
    return core::frameStart(read.frame - clock.startFrame(), rate);
}

}  // namespace

void addStudioOptions(CLI::App& command, StudioOptions& options) {
    command
        .add_option("--shader-dir", options.shaderFolder,
                    "read shaders from this folder, not the built-in ones")
        ->check(CLI::ExistingDirectory)
        ->check(CLI::Validator(faultOfShaderFolder, {}));
    command.add_flag("--software", options.software,
                     "draw with Mesa's software renderer even where there is a GPU");
}

void addExposureOptions(CLI::App& command, StudioOptions& options) {
    command
        .add_option("--samples", options.samples,
                    "of each pixel of the map, on top of the multisampling: 1, 4, 9 or 16")
        ->check(CLI::IsMember({1, 4, 9, 16}))
        ->capture_default_str();
    command
        .add_option("--shutter", options.shutter.angle,
                    "motion blur: degrees of 360 that the shutter is open; 0: none")
        ->check(CLI::Range(0, 360))
        ->capture_default_str();
    command
        .add_option("--shutter-moments", options.shutter.moments,
                    "moments that an open shutter looks at")
        ->check(CLI::Range(2, 256))
        ->capture_default_str();
}

core::TimecodeClock clockOf(const frame::Plan& plan, const core::FrameRate& rate) {
    const std::string& start = plan.film->scene.frame.startTimecode;
    if (!start.empty()) {
        const auto read = core::parseTimecode(start, rate);
        if (!read.fault.empty()) throw UsageError("the start of timecode, " + read.fault);
    }
    return {start, rate};
}

core::FrameRate rateNamed(const std::string& text) {
    const auto rate = core::parseFrameRate(text);
    if (!rate) {
        throw UsageError(fmt::format(
            "`{}` is no frame rate; write 24, 25, 30, 50, 60, 23.976, 29.97, 59.94, or another "
            "from "
            "1 to 120 whose frames last a whole number of 1/705600000 s, such as 12, 15, 48 or "
            "30000/1001",
            text));
    }
    return *rate;
}

core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan) {
    return timeNamed(text, plan, plan.film->scene.frame.rate);
}

core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan,
                         const core::FrameRate& rate) {
    const auto time = core::looksLikeTimecode(text) ? timecodeNamed(text, plan, rate)
                                                    : core::parseFilmTime(text, rate);
    if (!time)
        throw UsageError(
            fmt::format("`{}` is no time; write 1:23.5, 83.5 (seconds), f2087 (a frame) or "
                        "10:01:23:12 (a timecode)",
                        text));
    if (*time > plan.timeline.length) {
        throw UsageError(fmt::format("{} is after the film's end, {}", text,
                                     core::toString(plan.timeline.length)));
    }
    return *time;
}

}  // namespace ebbflow::tools
