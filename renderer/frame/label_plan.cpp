#include "frame/label_plan.hpp"

#include <algorithm>
#include <map>

#include "frame/label_names.hpp"
#include "frame/label_room.hpp"

namespace ebbflow::frame {

namespace {

constexpr double kLabelSize = 22;  // 2 % of the picture's height
constexpr double kDotGap = 9;
constexpr std::size_t kMostLabels = 16;
constexpr double kNewcomerShare = 0.6;  // new names wait for this share of the move
constexpr std::size_t kBusiest = 4;     // places of most traffic that are named like shown ones
constexpr double kDearSide = 1.5;       // lights under a name that make another side the better one

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
        finishAll(timeline_.length.seconds() + kLabelFade);
        std::ranges::stable_sort(done_, {}, &PlannedLabel::start);
        return std::move(done_);
    }

private:
    using Span = LabelRoom::Span;

    void placeStep(std::size_t index) {
        const PlannedStep& step = timeline_.steps[index];
        if (isBreak(index)) finishAll(step.start.seconds());
        const scene::Step& script = film_.scene.chapters[step.chapter].steps[step.step];
        // Where the camera stays, what it shows stays too.
        if (script.camera) looked_ = &*script.camera;
        LabelRoom room(step, aspect_, countersOf(step), lastDayOf(timeline_, index), lights_,
                       sites_);
        std::map<std::string, PlannedLabel> before = std::move(active_);
        active_.clear();
        std::size_t placed = 0, busy = 0;
        for (NamedPlace& place :
             placesToName(film_, timeline_, index, looked_, lights_, sites_, language_)) {
            if (placed == kMostLabels) break;
            place.crowdsIn = place.shown || busy++ < kBusiest;
            const auto was = before.find(place.id);
            if (this->place(place, step, was == before.end() ? nullptr : &was->second,
                            !before.empty(), room)) {
                ++placed;
                if (was != before.end()) before.erase(was);
            }
        }
        for (auto& [id, label] : before) finish(label, step.start.seconds() + kLabelFade);
    }

    /// The camera is elsewhere at once: what was named there has gone by then.
    [[nodiscard]] bool isBreak(std::size_t index) const {
        if (index == 0) return false;
        const PlannedStep& step = timeline_.steps[index];
        const PlannedStep& before = timeline_.steps[index - 1];
        return viewAt(step, 0) != before.to;
    }

    std::size_t countersOf(const PlannedStep& step) const {
        const scene::Chapter& chapter = film_.scene.chapters[step.chapter];
        for (const auto* screen :
             {&chapter.steps[step.step].screen, &chapter.screen, &film_.scene.screen}) {
            if (screen->counters) return screen->counters->size();
        }
        return 0;
    }

    /// When names that were not there before may come, seconds after the step's start.
    [[nodiscard]] double newcomersAt(const PlannedStep& step, bool others) const {
        const double wait = others ? kLabelFade : 0;
        if (step.transition == scene::Transition::Kind::crossFade)
            return std::max(wait, step.transitionSeconds / 2);
        return step.way.empty() ? std::max(wait, kNewcomerShare * step.moveSeconds) : wait;
    }

    /// `was`: as which it is on already; it then stays on its side, or goes.
    bool place(const NamedPlace& place, const PlannedStep& step, const PlannedLabel* was,
               bool others, LabelRoom& room) {
        const bool stays =
            was != nullptr && was->paragraph == paragraphOf(place.names.front().name);
        const double newcomers = newcomersAt(step, others);
        PlannedLabel probe = widest(place);
        probe.start = stays ? was->start : step.start.seconds() + newcomers;
        const Span wanted = room.from(stays ? 0 : newcomers);
        const auto side =
            chooseSide(probe, place.crowdsIn, stays ? &was->side : nullptr, wanted, room);
        if (!side) return false;
        probe.side = side->first;
        const Span span = side->second;
        // What stays may not come back after a gap.
        if (stays && span.first > 0) return false;
        room.take(probe, span);
        if (was != nullptr && !stays) finish(*was, step.start.seconds() + kLabelFade);
        emit(place, probe, step, span, room);
        return true;
    }

    /// The side with the least light under it; of two alike, the first in reading order.
    std::optional<std::pair<LabelSide, Span>> chooseSide(PlannedLabel probe, bool crowdsIn,
                                                         const LabelSide* kept, Span wanted,
                                                         const LabelRoom& room) const {
        std::optional<std::pair<LabelSide, Span>> best;
        double least = 0;
        // Places that matter most are named even where squares crowd them; others rather not.
        for (const bool strict : {true, false}) {
            if (best || (!strict && !crowdsIn)) break;
            for (const LabelSide side :
                 {LabelSide::right, LabelSide::left, LabelSide::above, LabelSide::below}) {
                if (kept != nullptr && side != *kept) continue;
                probe.side = side;
                const auto span = room.spanFor(probe, wanted, strict);
                if (!span) continue;
                const double light = room.lightUnder(probe);
                if (best && light + kDearSide > least) continue;
                best = {side, *span};
                least = light;
            }
        }
        return best;
    }

    /// One label per name, each from its day to the next one's.
    void emit(const NamedPlace& place, const PlannedLabel& probe, const PlannedStep& step,
              Span span, const LabelRoom& room) {
        const double begin =
            span.first == 0
                ? probe.start
                : std::max(probe.start, step.start.seconds() + room.secondsOf(span.first));
        const bool toTheEnd = room.isLast(span.last);
        const double end = step.start.seconds() + room.secondsOf(span.last);
        for (std::size_t i = 0; i < place.names.size(); ++i) {
            PlannedLabel label = withName(probe, place.names[i].name);
            label.start = i == 0 ? begin : std::max(begin, place.names[i].since);
            const bool last = i + 1 == place.names.size();
            if (last && toTheEnd) {
                active_[place.id] = std::move(label);
            } else {
                finish(std::move(label),
                       last ? end : std::min(toTheEnd ? 1e9 : end, place.names[i + 1].since));
            }
        }
    }

    /// With room for each of its names.
    PlannedLabel widest(const NamedPlace& place) const {
        PlannedLabel probe;
        probe.at = place.at;
        probe.important = place.shown;
        for (const DatedName& name : place.names) {
            const text::Measure& size = ruler_.measure(paragraphOf(name.name));
            probe.width = std::max(probe.width, size.width);
            probe.height = std::max(probe.height, size.height);
        }
        return probe;
    }

    PlannedLabel withName(PlannedLabel label, const std::string& name) const {
        label.paragraph = paragraphOf(name);
        const text::Measure& size = ruler_.measure(label.paragraph);
        label.width = size.width;
        label.height = size.height;
        return label;
    }

    text::Paragraph paragraphOf(const std::string& name) const {
        text::Paragraph paragraph;
        paragraph.text = name;
        paragraph.language = language_;
        paragraph.style.family = text::Family::sans;
        paragraph.style.size = kLabelSize;
        paragraph.halo = 5;
        return paragraph;
    }

    void finishAll(double seconds) {
        for (auto& [id, label] : active_) finish(label, seconds);
        active_.clear();
    }

    /// One that would be gone before it has come is not shown at all.
    void finish(PlannedLabel label, double end) {
        label.end = end;
        if (label.end - label.start >= 2 * kLabelFade) done_.push_back(std::move(label));
    }

    const Film& film_;
    const Timeline& timeline_;
    const LightPlan& lights_;
    const SitePlan& sites_;
    const Ruler& ruler_;
    const std::string& language_;
    double aspect_;
    const scene::Camera* looked_ = nullptr;  ///< the script's last word on it
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
