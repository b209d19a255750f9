#pragma once
// How long each step of a film stood in a talk, as a table that people read and change:
// `chapter,step,seconds,title`. It knows no talk that is under way.

#include <filesystem>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "scene/scene.hpp"

namespace ebbflow::produce {

struct TimedStep {
    std::size_t chapter = 0, step = 0;  ///< indices, the step's within its chapter
    double seconds = 0;                 ///< 0.1…3600, as a script's `length`
    friend bool operator==(const TimedStep&, const TimedStep&) = default;
};
/// Each step once at most, in any order.
using Timing = std::vector<TimedStep>;

/// Null when the step is not in it.
[[nodiscard]] const TimedStep* timeOf(const Timing& timing, std::size_t chapter, std::size_t step);

/// Counted from 1, with the chapters' titles in the film's first language; seconds to the
/// hundredth, those beyond a script's bounds brought within.
[[nodiscard]] std::string timingText(const Timing& timing, const scene::Scene& scene);

/// Other columns than `chapter`, `step` and `seconds` are passed over. What is wrong with the rows,
/// or names no step of the film, is an error with its place; steps without a row are one note.
/// Throws core::Failure when there is no such file.
[[nodiscard]] Timing readTiming(const std::filesystem::path& file, const scene::Scene& scene,
                                core::Diagnostics& diagnostics);

/// The script's steps then last as long as they stood there; others keep their lengths.
void takeTiming(const Timing& timing, scene::Scene& scene);

}  // namespace ebbflow::produce
