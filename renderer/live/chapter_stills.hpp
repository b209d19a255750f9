#pragma once
// Stills of the chapters of the film on the stage, made one by one by whoever can paint. It knows
// which is still missing, and forgets all when the plan changes.

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/image.hpp"
#include "frame/plan.hpp"

namespace ebbflow::live {

/// How much of a chapter, or of a step, has passed when much of it has happened.
inline constexpr double kTellingShare = 0.6;

/// A moment that speaks for a chapter: its title is gone, and much of it has happened.
[[nodiscard]] inline core::FilmTime stillTime(const frame::Plan& plan, std::size_t chapter) {
    const story::PlannedChapter& whole = plan.timeline.chapters[chapter];
    return whole.start +
           core::FilmTime::fromSeconds(kTellingShare * (whole.end - whole.start).seconds());
}

class ChapterStills {
public:
    /// The first that the plan has not got; nothing when all are there.
    [[nodiscard]] std::optional<std::size_t> missingOf(std::shared_ptr<const frame::Plan> plan) {
        if (plan != plan_) {
            plan_ = std::move(plan);
            all_.assign(plan_->timeline.chapters.size(), nullptr);
        }
        const auto first = std::ranges::find(all_, nullptr);
        if (first == all_.end()) return std::nullopt;
        return static_cast<std::size_t>(first - all_.begin());
    }
    void keep(std::size_t chapter, core::Image still) {
        all_[chapter] = std::make_shared<const core::Image>(std::move(still));
    }
    [[nodiscard]] const std::vector<std::shared_ptr<const core::Image>>& all() const {
        return all_;
    }

private:
    std::shared_ptr<const frame::Plan> plan_;
    std::vector<std::shared_ptr<const core::Image>> all_;
};

}  // namespace ebbflow::live
