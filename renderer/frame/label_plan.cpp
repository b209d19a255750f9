#include "frame/label_plan.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "frame/camera_move.hpp"
#include "frame/easing.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kLabelSize = 22;  // 2 % of the picture's height
constexpr double kDotGap = 9;
constexpr double kClearance = 4;  // between one name and another
constexpr std::size_t kMostLabels = 16;
constexpr int kSamples = 12;            // of a camera move
constexpr double kNewcomerShare = 0.6;  // new names wait for this share of the move

struct Candidate {
    std::string key;  ///< place id, or its coordinates
    core::MapPoint at;
    core::LocalText name;
    bool shown = false;
    std::int64_t traffic = 0;
    std::size_t order = 0;
};

bool overlap(const core::PixelBox& a, const core::PixelBox& b) {
    return a.x < b.x + b.width + kClearance && b.x < a.x + a.width + kClearance &&
           a.y < b.y + b.height + kClearance && b.y < a.y + a.height + kClearance;
}

bool inside(const core::PixelBox& a, const core::PixelBox& b) {
    return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width &&
           a.y + a.height <= b.y + b.height;
}

class LabelPlanner {
public:
    LabelPlanner(const Film& film, const Timeline& timeline, const LightPlan& lights,
                 const SitePlan& sites, const Ruler& ruler, const std::string& language)
        : film_(film),
          timeline_(timeline),
          lights_(lights),
          sites_(sites),
          ruler_(ruler),
          language_(language),
          aspect_(static_cast<double>(film.scene.frame.width) / film.scene.frame.height) {}

    std::vector<PlannedLabel> make() {
        for (std::size_t i = 0; i < timeline_.steps.size(); ++i) placeStep(i);
        for (auto& [key, label] : active_) finish(label, timeline_.length.seconds() + kLabelFade);
        std::ranges::stable_sort(done_, {}, &PlannedLabel::start);
        return std::move(done_);
    }

private:
    struct Placed {
        PlannedLabel label;
        std::size_t firstSample = 0;  ///< of this step, from which it is visible
    };

    void placeStep(std::size_t index) {
        const PlannedStep& step = timeline_.steps[index];
        if (!step.goesOn() && index > 0 && !(step.from == timeline_.steps[index - 1].to))
            finishAll(step.start.seconds());
        sampleCameras(step);
        counters_ = countersOf(step);
        lastDay_ = {static_cast<int>(timeline_.chapters[step.chapter].dates.dayAt(
            step.start.seconds() + step.length.seconds()))};
        std::map<std::string, PlannedLabel> kept;
        placed_.clear();
        for (const Candidate& candidate : candidatesFor(index)) {
            if (placed_.size() >= kMostLabels) break;
            if (auto label = place(candidate, step)) kept.emplace(candidate.key, std::move(*label));
        }
        for (auto& [key, label] : active_) {
            if (!kept.contains(key)) finish(label, step.start.seconds() + kLabelFade);
        }
        active_ = std::move(kept);
    }

    std::size_t countersOf(const PlannedStep& step) const {
        const scene::Chapter& chapter = film_.scene.chapters[step.chapter];
        for (const auto* screen :
             {&chapter.steps[step.step].screen, &chapter.screen, &film_.scene.screen}) {
            if (screen->counters) return screen->counters->size();
        }
        return 0;
    }

    void sampleCameras(const PlannedStep& step) {
        views_.clear();
        for (int i = 0; i <= kSamples; ++i) {
            const double share = static_cast<double>(i) / kSamples;
            views_.emplace_back(step.way.empty() ? between(step.from, step.to, share)
                                                 : viewAt(step, share * step.moveSeconds),
                                aspect_);
        }
    }

    /// The camera is elsewhere at once: what was named there has gone by then.
    void finishAll(double seconds) {
        for (auto& [key, label] : active_) finish(label, std::max(seconds, label.start));
        active_.clear();
    }

    /// Stays on its side when it is on already and still fits; never changes sides.
    std::optional<PlannedLabel> place(const Candidate& candidate, const PlannedStep& step) {
        const auto on = active_.find(candidate.key);
        const text::Paragraph words = paragraphOf(candidate);
        const bool stays = on != active_.end() && on->second.paragraph == words;
        PlannedLabel label = stays ? on->second : PlannedLabel{};
        if (!stays) {
            const text::Measure& size = ruler_.measure(words);
            label.at = candidate.at;
            label.paragraph = words;
            label.width = size.width;
            label.height = size.height;
            label.important = candidate.shown;
            label.start = step.start.seconds() + kNewcomerShare * step.moveSeconds;
            if (step.transition == scene::Transition::Kind::crossFade)
                label.start =
                    std::max(label.start, step.start.seconds() + step.transitionSeconds / 2);
            if (on != active_.end())
                label.start = std::max(label.start, step.start.seconds() + kLabelFade);
        }
        const std::size_t first =
            stays || step.moveSeconds <= 0
                ? 0
                : static_cast<std::size_t>(kSamples * easeInOut(kNewcomerShare));
        // A place that the script shows is named even where squares crowd it; others rather not.
        for (const bool strict : {true, false}) {
            if (!strict && !candidate.shown) break;
            for (const LabelSide side :
                 {LabelSide::right, LabelSide::left, LabelSide::above, LabelSide::below}) {
                if (stays && side != label.side) continue;
                label.side = side;
                if (!fits(label, first, strict)) continue;
                placed_.push_back({label, first});
                return label;
            }
        }
        return std::nullopt;
    }

    bool fits(const PlannedLabel& label, std::size_t first, bool strict) const {
        for (std::size_t i = first; i < views_.size(); ++i) {
            const auto anchor = views_[i](label.at);
            if (!anchor) return false;
            const core::PixelBox box = labelBox(label, *anchor);
            const bool atRest = i + 1 == views_.size();
            if (atRest && (!inside(box, labelArea()) || hitsFurniture(box))) return false;
            if (hitsLabel(box, i) || (strict && hitsSquares(box, i))) return false;
        }
        return true;
    }

    bool hitsLabel(const core::PixelBox& box, std::size_t sample) const {
        return std::ranges::any_of(placed_, [&](const Placed& other) {
            if (sample < other.firstSample) return false;
            const auto anchor = views_[sample](other.label.at);
            if (!anchor) return false;
            const core::PixelBox dot{anchor->x - 5, anchor->y - 5, 10, 10};
            return overlap(box, labelBox(other.label, *anchor)) || overlap(box, dot);
        });
    }

    bool hitsSquares(const core::PixelBox& box, std::size_t sample) const {
        return std::ranges::any_of(sites_.blocks, [&](const SiteBlock& block) {
            if (block.first > lastDay_) return false;
            const auto anchor = views_[sample](block.at);
            if (!anchor) return false;
            return overlap(box, {anchor->x + block.box.x, anchor->y + block.box.y, block.box.width,
                                 block.box.height});
        });
    }

    /// The date, the counters and the legend at their usual places; a scene that moves them has the
    /// map's own names to think of.
    bool hitsFurniture(const core::PixelBox& box) const {
        const double right = core::kReferenceHeight * aspect_ * 0.95;
        const auto rows = static_cast<double>(counters_);
        const std::array zones{core::PixelBox{0, 0, 690, 150},
                               core::PixelBox{right - 470, 0, 600, rows > 0 ? 60 + 104 * rows : 0},
                               core::PixelBox{right - 320, 722, 600, 300}};
        return std::ranges::any_of(zones,
                                   [&](const core::PixelBox& zone) { return overlap(box, zone); });
    }

    /// The part of the picture where names may stand: not under the date, the counters or the
    /// captions.
    core::PixelBox labelArea() const {
        const double width = core::kReferenceHeight * aspect_;
        return {width * 0.05, 60, width * 0.9, 730};
    }

    std::vector<Candidate> candidatesFor(std::size_t index) {
        const PlannedStep& step = timeline_.steps[index];
        std::vector<Candidate> found;
        const core::Day day = dayOf(step);
        const scene::Step& script = film_.scene.chapters[step.chapter].steps[step.step];
        // Where the camera stays, what it shows stays too.
        if (script.camera) shown_ = &*script.camera;
        if (shown_ != nullptr) {
            for (const auto& ref : shown_->show) addNamed(found, ref, day);
            if (shown_->center) addNamed(found, *shown_->center, day);
        }
        for (const LightPlace& place : lights_.places) {
            if (place.traffic > 0)
                add(found, film_.world->gazetteer.find(place.id), day, false, place.traffic);
        }
        for (const SiteBlock& block : sites_.blocks) {
            if (block.first <= lastDay_)
                add(found, film_.world->gazetteer.find(block.placeId), day, false, 1);
        }
        std::ranges::stable_sort(
            found, {}, [](const Candidate& c) { return std::pair(!c.shown, -c.traffic); });
        return found;
    }

    void addNamed(std::vector<Candidate>& found, const scene::PlaceRef& ref, core::Day day) const {
        if (!ref.position) add(found, film_.world->gazetteer.find(ref.name), day, true, 0);
    }

    void add(std::vector<Candidate>& found, const geo::Place* place, core::Day day, bool shown,
             std::int64_t traffic) const {
        if (place == nullptr) return;
        const auto same = std::ranges::find(found, place->id, &Candidate::key);
        if (same != found.end()) {
            same->traffic += traffic;
            return;
        }
        const auto at = film_.world->projection.forward(place->position);
        if (at) found.push_back({place->id, *at, place->nameOn(day), shown, traffic, found.size()});
    }

    core::Day dayOf(const PlannedStep& step) const {
        const DateTrack& dates = timeline_.chapters[step.chapter].dates;
        return {static_cast<int>(dates.dayAt(step.start.seconds() + step.length.seconds() / 2))};
    }

    text::Paragraph paragraphOf(const Candidate& candidate) const {
        text::Paragraph paragraph;
        paragraph.text = candidate.name.inOrAny(language_);
        paragraph.language = language_;
        paragraph.style.family = text::Family::sans;
        paragraph.style.size = kLabelSize;
        paragraph.halo = 5;
        return paragraph;
    }

    void finish(PlannedLabel label, double end) {
        label.end = end;
        done_.push_back(std::move(label));
    }

    const Film& film_;
    const Timeline& timeline_;
    const LightPlan& lights_;
    const SitePlan& sites_;
    const Ruler& ruler_;
    const std::string& language_;
    double aspect_;
    const scene::Camera* shown_ = nullptr;  ///< the script's last word on it
    std::size_t counters_ = 0;              ///< on screen in this step
    core::Day lastDay_;                     ///< of the step
    std::vector<Projector> views_;          ///< samples of the step's camera
    std::vector<Placed> placed_;
    std::map<std::string, PlannedLabel> active_;
    std::vector<PlannedLabel> done_;
};

}  // namespace

std::vector<PlannedLabel> planLabels(const Film& film, const Timeline& timeline,
                                     const LightPlan& lights, const SitePlan& sites,
                                     const Ruler& ruler, const std::string& language) {
    return LabelPlanner(film, timeline, lights, sites, ruler, language).make();
}

core::PixelBox labelBox(const PlannedLabel& label, core::PixelPoint anchor) {
    const double w = label.width, h = label.height;
    switch (label.side) {
        case LabelSide::right:
            return {anchor.x + kDotGap, anchor.y - h / 2, w, h};
        case LabelSide::left:
            return {anchor.x - kDotGap - w, anchor.y - h / 2, w, h};
        case LabelSide::above:
            return {anchor.x - w / 2, anchor.y - kDotGap - h, w, h};
        case LabelSide::below:
            return {anchor.x - w / 2, anchor.y + kDotGap, w, h};
    }
    return {anchor.x, anchor.y, w, h};
}

}  // namespace ebbflow::frame
