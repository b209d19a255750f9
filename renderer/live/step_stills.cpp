#include "live/step_stills.hpp"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "core/error.hpp"
#include "frame/describe.hpp"
#include "live/chapter_stills.hpp"
#include "live/give_way.hpp"
#include "produce/painter_of.hpp"

namespace ebbflow::live {

namespace {

constexpr float kDark = 0.5F;

core::Image paintStill(paint::Painter& painter, const frame::Plan& plan,
                       const story::PlannedStep& step) {
    const int height = std::max(1, static_cast<int>(std::lround(StepStills::kWidth / plan.aspect)));
    painter.paint(frame::describe(plan, stillTime(plan, step), 0), StepStills::kWidth, height);
    return painter.readImage();
}

}  // namespace

core::FilmTime stillTime(const frame::Plan& plan, const story::PlannedStep& step) {
    const core::FilmTime last = step.end() - core::FilmTime::fromTicks(1);
    const picture::FrameDescription seen = frame::describe(plan, last, 0);
    if (seen.black < kDark && seen.dip < kDark) return last;
    return step.start + core::FilmTime::fromSeconds(kTellingShare * step.length.seconds());
}

struct StepStills::Impl {
    struct Kept {
        std::size_t step;
        std::shared_ptr<const core::Image> picture;
    };

    void serve(const std::stop_token& stop) {
        giveWay();
        std::unique_ptr<paint::Painter> painter;
        std::shared_ptr<const film::Film> painted;
        for (;;) {
            std::unique_lock lock(mutex);
            if (!changed.wait(lock, stop, [&] { return !asked.empty(); })) return;
            const std::size_t step = asked.front();
            const std::shared_ptr<const frame::Plan> plan = current;
            lock.unlock();
            std::shared_ptr<const core::Image> made;
            try {
                if (painted != plan->film) {
                    painter.reset();
                    painter = produce::painterOf(*plan, {.way = paint::Way::vectors, .hands = 1});
                    painted = plan->film;
                }
                made = std::make_shared<const core::Image>(
                    paintStill(*painter, *plan, plan->timeline.steps[step]));
            } catch (const core::Failure&) {
                // A console without this picture is better than no show.
            }
            lock.lock();
            if (plan != current) continue;
            std::erase(asked, step);
            if (made) keep(step, std::move(made));
        }
    }

    void keep(std::size_t step, std::shared_ptr<const core::Image> picture) {
        if (kept.size() >= kMostKept) kept.pop_front();
        kept.push_back({step, std::move(picture)});
    }

    std::mutex mutex;
    std::condition_variable_any changed;
    std::shared_ptr<const frame::Plan> current;
    std::deque<std::size_t> asked;  ///< the oldest first
    std::deque<Kept> kept;          ///< that asked for longest ago first
    std::jthread worker;            ///< begun when something is asked for
};

StepStills::StepStills() : impl_(std::make_unique<Impl>()) {}

StepStills::~StepStills() = default;

void StepStills::take(std::shared_ptr<const frame::Plan> plan) {
    const std::lock_guard lock(impl_->mutex);
    impl_->current = std::move(plan);
    impl_->asked.clear();
    impl_->kept.clear();
}

std::shared_ptr<const core::Image> StepStills::of(std::size_t step) {
    Impl& all = *impl_;
    const std::lock_guard lock(all.mutex);
    if (!all.current || step >= all.current->timeline.steps.size()) return nullptr;
    const auto found = std::ranges::find(all.kept, step, &Impl::Kept::step);
    if (found != all.kept.end()) {
        // The last to go.
        std::rotate(found, found + 1, all.kept.end());
        return all.kept.back().picture;
    }
    if (std::ranges::find(all.asked, step) == all.asked.end()) {
        if (all.asked.size() >= kMostAsked) all.asked.pop_front();
        all.asked.push_back(step);
        if (!all.worker.joinable())
            all.worker = std::jthread([&all](const std::stop_token& stop) { all.serve(stop); });
        all.changed.notify_one();
    }
    return nullptr;
}

}  // namespace ebbflow::live
