#include "live/visit.hpp"

#include <algorithm>
#include <utility>

namespace ebbflow::live {

namespace {

constexpr double kSecondsALanguage = 4;
// A kiosk's clock makes no longer step than that (playback.cpp), so it is this near to the end
// before the film begins anew.
constexpr double kNearTheEnd = 10;
constexpr int kMovesOfAMouse = 5;
constexpr double kArrowSeconds = 3;

/// The steps of a name, as positions of the timeline: the first, and one past the last.
std::pair<std::size_t, std::size_t> stepsOf(const frame::Plan& plan, const scene::StepName& name) {
    const auto& chapters = plan.film->scene.chapters;
    const auto found = std::ranges::find(chapters, name.chapter, &scene::Chapter::id);
    if (found == chapters.end()) return {0, plan.timeline.steps.size()};
    const auto& chapter =
        plan.timeline.chapters[static_cast<std::size_t>(found - chapters.begin())];
    if (name.step == 0) return {chapter.firstStep, chapter.firstStep + chapter.stepCount};
    return {chapter.firstStep + name.step - 1, chapter.firstStep + name.step};
}

}  // namespace

void Visit::take(const frame::Plan& plan) {
    const auto& kiosk = plan.film->scene.kiosk;
    open_ = mode_ == Mode::kiosk && kiosk && kiosk->visitors;
    if (!open_) return;
    languages_ = plan.film->scene.languages;
    idle_ = kiosk->idle.seconds();
    from_ = core::FilmTime{};
    until_ = length_ = plan.timeline.length;
    if (kiosk->attract.empty()) return;
    from_ = plan.timeline.steps[stepsOf(plan, kiosk->attract.front()).first].start;
    until_ = plan.timeline.steps[stepsOf(plan, kiosk->attract.back()).second - 1].end();
}

std::size_t Visit::inviting(double now) const {
    const auto turn = static_cast<std::size_t>(std::max(0.0, now) / kSecondsALanguage);
    return languages_.empty() ? 0 : turn % languages_.size();
}

bool Visit::hasEnded(core::FilmTime time) {
    const core::FilmTime before = std::exchange(last_, time);
    return time < before && (length_ - before).seconds() <= kNearTheEnd;
}

bool Visit::showsArrow(double now) const {
    return open_ && moves_ >= kMovesOfAMouse && now - movedAt_ < kArrowSeconds;
}

void Visit::movePointer(double now) {
    ++moves_;
    movedAt_ = now;
}

void Visit::toMenu(double now) {
    if (!open_) return;
    place_ = Place::menu;
    chosen_.reset();
    touched_ = now;
}

void Visit::toInvite() {
    if (open_) place_ = Place::invite;
}

void Visit::toFilm() {
    if (!open_) return;
    place_ = Place::film;
    last_ = core::FilmTime{};
}

}  // namespace ebbflow::live
