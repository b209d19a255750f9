#pragma once
// Small pictures of steps, for whoever asks from another thread: how each looks where a presenter
// waits. They are made one after the other beside the show, by a painter and a thread of their own
// that give way to the show's, and a few are kept. What they show depends on the plan and the step
// alone.

#include <cstddef>
#include <memory>

#include "core/image.hpp"
#include "frame/plan.hpp"

namespace ebbflow::live {

/// The step's last moment, unless that is dark: then one at which much of it has happened.
[[nodiscard]] core::FilmTime stillTime(const frame::Plan& plan, const story::PlannedStep& step);

class StepStills {
public:
    StepStills();
    ~StepStills();
    StepStills(const StepStills&) = delete;
    StepStills& operator=(const StepStills&) = delete;

    /// Of this plan from now on; others are forgotten.
    void take(std::shared_ptr<const frame::Plan> plan);
    /// From any thread, without waiting: null when it is not made yet, or when there is no such
    /// step. It is made then, unless many others were asked for since.
    [[nodiscard]] std::shared_ptr<const core::Image> of(std::size_t step);

    static constexpr int kWidth = 480;            ///< pixels
    static constexpr std::size_t kMostKept = 16;  ///< those asked for longest ago go first
    static constexpr std::size_t kMostAsked = 4;  ///< the same of those to be made

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ebbflow::live
