#include "screen/label_plan.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "screen/furniture.hpp"
#include "screen/label_names.hpp"
#include "screen/label_room.hpp"
#include "screen/label_type.hpp"
#include "screen/map_names.hpp"
#include "screen/mark_ring.hpp"
#include "screen/page.hpp"
#include "story/crowd_dots.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kRingGap = 6;  // between the ring of a mark, or a crowd, and a name
constexpr std::size_t kMostLabels = 16;
constexpr double kNewcomerShare = 0.6;    // new names wait for this share of the move
constexpr std::size_t kForemost = 6;      // that stand even over squares, as shown ones do
constexpr double kTooMuchLight = 5;       // lights under the name of a state or a water
constexpr double kDearSquares = 100;      // as many lights as a name all on squares is as bad as
constexpr double kTooManySquares = 0.25;  // of a name that nobody asked for
constexpr double kDearSide = 1.5;  // lights under a name that make another side the better one

using Sides = std::span<const LabelSide>;
constexpr std::array kBesideDot{LabelSide::right, LabelSide::left, LabelSide::above,
                                LabelSide::below};
constexpr std::array kAlongLine{LabelSide::above, LabelSide::below, LabelSide::right,
                                LabelSide::left};
constexpr std::array kInside{LabelSide::centre};

/// Where the name may stand, the best first.
Sides sidesOf(const NamedPlace& place) {
    if (place.look == LabelLook::place) return kBesideDot;
    return place.isLine ? Sides(kAlongLine) : Sides(kInside);
}

class LabelPlanner {
public:
    LabelPlanner(const Page& page, const ObjectSeats& objects)
        : page_(page), objects_(objects), film_(*page.film), timeline_(page.timeline) {}

    std::vector<PlannedLabel> make() {
        for (std::size_t i = 0; i < timeline_.steps.size(); ++i) placeStep(i);
        finishAll(timeline_.length.seconds() + kLabelFade);
        std::ranges::stable_sort(done_, {}, &PlannedLabel::start);
        return std::move(done_);
    }

private:
    using Span = LabelRoom::Span;

    void placeStep(std::size_t index) {
        const story::PlannedStep& step = timeline_.steps[index];
        if (isBreak(index)) finishAll(step.start.seconds());
        const scene::Step& script = film_.scene.chapters[step.chapter].steps[step.step];
        // Where the camera stays, what it shows stays too.
        if (script.camera) looked_ = &*script.camera;
        LabelRoom room(page_, index, pinnedIn(objects_, index));
        std::map<std::string, PlannedLabel> before = std::move(active_);
        active_.clear();
        const bool others = !before.empty();
        const auto tryPlace = [&](const NamedPlace& place, bool onlyIfThere = false) {
            const auto was = before.find(place.id);
            const bool wasThere = was != before.end();
            if (onlyIfThere && !wasThere) return false;
            if (!this->place(place, step, wasThere ? &was->second : nullptr, others, room))
                return false;
            if (wasThere) before.erase(was);
            return true;
        };
        std::size_t placed = 0, foremost = 0;
        for (NamedPlace& place : placesToName(film_, timeline_, index, looked_, page_.lightPlan,
                                              page_.sites, page_.shownLanguage)) {
            if (placed == kMostLabels) break;
            place.crowdsIn = place.shown || foremost < kForemost;
            if (isRinged(script, place.id)) place.gap = kRingRadius + kRingGap;
            if (const double crowd = story::crowdRadius(page_, index, place.id); crowd > 0)
                place.gap = std::max(place.gap, crowd + kRingGap);
            if (!tryPlace(place)) continue;
            ++placed;
            if (!place.shown) ++foremost;
        }
        writeNames(index, tryPlace);
        for (auto& [id, label] : before) finish(label, step.start.seconds() + kLabelFade);
    }

    /// Of the points at which a name may stand, the one where it is already, else the first that
    /// has room.
    template <typename TryPlace>
    void writeNames(std::size_t index, TryPlace tryPlace) {
        const auto names = namesToWrite(film_, timeline_, index, page_.shownLanguage);
        std::set<std::string> written;
        for (const bool onlyIfThere : {true, false}) {
            for (const NamedPlace& name : names) {
                const bool again = std::ranges::any_of(name.names, [&](const DatedName& dated) {
                    return written.contains(dated.name);
                });
                if (again || !tryPlace(name, onlyIfThere)) continue;
                for (const DatedName& dated : name.names) {
                    if (!dated.name.empty()) written.insert(dated.name);
                }
            }
        }
    }

    /// Whether a mark of the step rings the place: its name then stands outside of the ring.
    [[nodiscard]] bool isRinged(const scene::Step& script, const std::string& id) const {
        return std::ranges::any_of(script.marks, [&](const scene::Mark& mark) {
            if (mark.isArrow() || mark.places.front().position) return false;
            const geo::Place* place = film_.world->gazetteer.find(mark.places.front().name);
            return place != nullptr && place->id == id;
        });
    }

    /// The camera is elsewhere at once: what was named there has gone by then.
    [[nodiscard]] bool isBreak(std::size_t index) const {
        if (index == 0) return false;
        const story::PlannedStep& step = timeline_.steps[index];
        const story::PlannedStep& before = timeline_.steps[index - 1];
        return viewAt(step, 0) != before.to;
    }

    /// When names that were not there before may come, seconds after the step's start.
    [[nodiscard]] double newcomersAt(const story::PlannedStep& step, bool others) const {
        const double wait = others ? kLabelFade : 0;
        if (step.transition == scene::Transition::Kind::crossFade)
            return std::max(wait, step.transitionSeconds / 2);
        return step.way.empty() ? std::max(wait, kNewcomerShare * step.moveSeconds) : wait;
    }

    /// `was`: as which it is on already; it then stays on its side, or goes.
    bool place(const NamedPlace& place, const story::PlannedStep& step, const PlannedLabel* was,
               bool others, LabelRoom& room) {
        const bool stays = was != nullptr && was->gap == place.gap &&
                           was->paragraph == wordsOf(place, place.names.front().name);
        const double newcomers = newcomersAt(step, others);
        PlannedLabel probe = widest(place);
        probe.start = stays ? was->start : step.start.seconds() + newcomers;
        const Span wanted = room.from(stays ? 0 : newcomers);
        const auto side = chooseSide(probe, place, stays ? &was->side : nullptr, wanted, room);
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

    /// The side with the fewest squares and the least light under it; of two alike, the first in
    /// reading order.
    std::optional<std::pair<LabelSide, Span>> chooseSide(PlannedLabel probe,
                                                         const NamedPlace& place,
                                                         const LabelSide* kept, Span wanted,
                                                         const LabelRoom& room) const {
        std::optional<std::pair<LabelSide, Span>> best;
        double least = 0;
        // Places that matter most are named even where squares crowd them; others rather not.
        for (const bool strict : {true, false}) {
            if (best || (!strict && !place.crowdsIn)) break;
            for (const LabelSide side : sidesOf(place)) {
                if (kept != nullptr && side != *kept) continue;
                probe.side = side;
                const auto span = room.spanFor(probe, wanted, strict);
                if (!span) continue;
                const double light = room.lightUnder(probe);
                // A name that belongs to a whole country need not stand in a river of light.
                if (place.look != LabelLook::place && light > kTooMuchLight) continue;
                const double squares = room.squaresUnder(probe);
                if (!place.shown && squares > kTooManySquares) continue;
                const double cost = light + kDearSquares * squares;
                if (best && cost + kDearSide > least) continue;
                best = {side, *span};
                least = cost;
            }
        }
        return best;
    }

    /// One label per name, each from its day to the next one's.
    void emit(const NamedPlace& place, const PlannedLabel& probe, const story::PlannedStep& step,
              Span span, const LabelRoom& room) {
        const double begin =
            span.first == 0
                ? probe.start
                : std::max(probe.start, step.start.seconds() + room.secondsOf(span.first));
        const bool toTheEnd = room.isLast(span.last);
        const double end = step.start.seconds() + room.secondsOf(span.last);
        for (std::size_t i = 0; i < place.names.size(); ++i) {
            if (place.names[i].name.empty()) continue;
            PlannedLabel label = withName(probe, place, place.names[i].name);
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
        probe.look = place.look;
        probe.gap = place.gap;
        probe.important = place.shown;
        for (const DatedName& name : place.names) {
            const text::Measure& size = page_.ruler.measure(wordsOf(place, name.name));
            probe.width = std::max(probe.width, size.width);
            probe.height = std::max(probe.height, size.height);
        }
        return probe;
    }

    PlannedLabel withName(PlannedLabel label, const NamedPlace& place,
                          const std::string& name) const {
        label.paragraph = wordsOf(place, name);
        const text::Measure& size = page_.ruler.measure(label.paragraph);
        label.width = size.width;
        label.height = size.height;
        return label;
    }

    text::Paragraph wordsOf(const NamedPlace& place, const std::string& name) const {
        return labelWords(name, place.look, place.rank, page_.shownLanguage);
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

    const Page& page_;
    const ObjectSeats& objects_;
    const film::Film& film_;
    const story::Timeline& timeline_;
    const scene::Camera* looked_ = nullptr;  ///< the script's last word on it
    std::map<std::string, PlannedLabel> active_;
    std::vector<PlannedLabel> done_;
};

}  // namespace

std::vector<PlannedLabel> planLabels(const Page& page, const ObjectSeats& objects) {
    return LabelPlanner(page, objects).make();
}

}  // namespace ebbflow::screen
