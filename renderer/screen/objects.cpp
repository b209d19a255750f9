#include "screen/objects.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "flow/paths.hpp"
#include "picture/easing.hpp"
#include "screen/anchor.hpp"
#include "screen/furniture.hpp"
#include "screen/sides.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kHairlineSeconds = 0.4;
constexpr double kOpensAfter = 0.25;  // from when the hairline begins, seconds
constexpr double kOpenSeconds = 0.6;
constexpr double kShutSeconds = 0.45;
constexpr double kLineGoes = 0.3;
constexpr double kLastShut = 0.15;  // the hairline is still there when the card has shut
constexpr double kParallax = 1.12;  // how far a card goes when its place goes 1
constexpr double kHairline = 1.8;
constexpr double kPin = 4;          // radius of the pin's head at the place
constexpr double kJoinInset = 26;   // of the hairline from the card's corners
constexpr double kShadow = 70;      // how far it reaches beyond the card
constexpr double kShadowDrop = 16;  // below it
constexpr float kShadowStrength = 0.62F;
constexpr double kSeatGap = 18;                                   // between a card and all else
constexpr std::array kReaches{110.0, 70.0, 170.0, 240.0, 330.0};  // from the place to its card
constexpr std::array kLifts{0.0, -70.0, 70.0, -140.0, 140.0, -220.0, 220.0, -320.0, 320.0};
constexpr double kDearReach = 0.02;  // a pixel further than wished, in samples of ways covered
constexpr double kDearLift = 0.006;
constexpr double kDearOtherSide = 1;

bool meets(const core::PixelBox& a, const core::PixelBox& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

core::PixelBox widened(const core::PixelBox& box, double by) {
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

core::PixelBox moved(core::PixelBox box, double dx, double dy) {
    box.x += dx;
    box.y += dy;
    return box;
}

/// Seconds of the step from which to which an object stands.
struct Stay {
    double in, out;
};

Stay stayOf(const scene::Object& object, const story::PlannedStep& step) {
    const double length = step.length.seconds();
    return {object.in.seconds(), object.out ? std::min(length, object.out->seconds()) : length};
}

const scene::Step& scriptStep(const Page& page, const story::PlannedStep& step) {
    return page.film->scene.chapters[step.chapter].steps[step.step];
}

// ---- Where it stands ----

/// What cards of a step keep off: furniture at several of its times, captions, other cards; and
/// what they would rather not cover: ways, other places.
class SeatFinder {
public:
    SeatFinder(const Page& page, std::size_t index)
        : page_(page),
          index_(index),
          step_(page.timeline.steps[index]),
          rest_(page, step_.end() - core::FilmTime::fromTicks(1), index) {
        gatherWays();
    }

    std::optional<ObjectSeat> find(const scene::Object& object) {
        const auto anchor = anchorOf(page_, rest_.camera, object.at);
        const Sheet sheet = sheetOf(page_, object);
        if (!anchor || sheet.card.empty()) return std::nullopt;
        gatherFurniture(stayOf(object, step_));
        std::optional<ObjectSeat> best;
        double least = 0;
        for (const bool onLeft : sidesOf(object)) {
            for (const double reach : kReaches) {
                for (const double lift : kLifts) {
                    ObjectSeat seat = seatAt(*anchor, sheet, onLeft, reach, lift);
                    const double cost =
                        costOf(seat, onLeft != sidesOf(object).front(), reach, lift);
                    if (best && cost >= least) continue;
                    best = std::move(seat);
                    least = cost;
                }
            }
        }
        taken_.push_back(best->box);
        return best;
    }

private:
    /// Languages that are written from right to left have it on the left, if both are free.
    [[nodiscard]] std::vector<bool> sidesOf(const scene::Object& object) const {
        if (object.side == "left") return {true};
        if (object.side == "right") return {false};
        const bool turned = isMirrored(page_);
        return {turned, !turned};
    }

    /// Level with its place as far as the picture's edges allow.
    [[nodiscard]] ObjectSeat seatAt(core::PixelPoint anchor, const Sheet& sheet, bool onLeft,
                                    double reach, double lift) const {
        ObjectSeat seat;
        seat.anchor = anchor;
        seat.onLeft = onLeft;
        const double wide = std::max(sheet.width, sheet.noteWidth);
        const double x = onLeft ? anchor.x - reach - sheet.width : anchor.x + reach;
        double y = anchor.y - sheet.height / 2 + lift;
        y = std::max(area_.y, std::min(y, area_.y + area_.height - sheet.noteBottom));
        seat.card = {std::round(x), std::round(y), sheet.width, sheet.height};
        seat.box = {seat.card.x, seat.card.y, wide, sheet.noteBottom};
        seat.join = std::clamp(anchor.y - seat.card.y, kJoinInset, sheet.height - kJoinInset);
        return seat;
    }

    /// In samples of ways that it covers; what is a fault costs more than any of those.
    double costOf(ObjectSeat& seat, bool otherSide, double reach, double lift) const {
        constexpr double kFault = 1e6;
        double cost = kDearReach * std::abs(reach - kReaches.front()) + kDearLift * std::abs(lift) +
                      (otherSide ? kDearOtherSide : 0);
        const core::PixelBox room = widened(seat.box, kSeatGap);
        for (const core::PixelPoint& point : ways_) {
            if (room.holds(point)) cost += 1;
        }
        const bool inside = seat.box.x >= area_.x && seat.box.y >= area_.y &&
                            seat.box.x + seat.box.width <= area_.x + area_.width &&
                            seat.box.y + seat.box.height <= area_.y + area_.height;
        if (!inside) {
            seat.fault = "reaches out of the picture";
            cost += kFault;
        }
        for (const auto& [name, box] : furniture_) {
            if (!meets(room, box)) continue;
            seat.fault = fmt::format("lies over {}", name);
            cost += kFault;
        }
        for (const core::PixelBox& other : taken_) {
            if (!meets(room, other)) continue;
            seat.fault = "lies over another object";
            cost += kFault;
        }
        return cost;
    }

    void gatherFurniture(const Stay& stay) {
        furniture_.clear();
        for (const double share : {0.0, 0.5, 1.0}) {
            const double since = picture::mix(stay.in + kOpensAfter, stay.out - kLastShut, share);
            const Moment at(page_, step_.start + core::FilmTime::fromSeconds(since), index_);
            const Furniture furniture = furnitureAt(at);
            const core::PixelBox& safe = furniture.stage.safe;
            area_ = {safe.x, furniture.placed.ceiling, safe.width,
                     furniture.placed.floor - furniture.placed.ceiling};
            for (const Block& block : furniture.blocks) {
                if (!block.band)
                    furniture_.emplace_back(fmt::format("`{}`", block.name), block.box);
            }
            if (!step_.captions.empty())
                furniture_.emplace_back("the captions",
                                        furniture.stage.captions(furniture.placed.floor));
        }
    }

    void addWay(std::uint32_t first) {
        const picture::Projector view(rest_.camera, page_.aspect);
        for (std::uint32_t path = first; path < page_.lights->endOfWay(first); ++path) {
            const glm::vec3* points = &page_.lights->paths[path * std::size_t{flow::kPathSamples}];
            for (int i = 0; i < flow::kPathSamples; ++i) {
                if (const auto at = view({points[i].x, points[i].y}, points[i].z))
                    ways_.push_back(*at);
            }
        }
    }

    void gatherWays() {
        for (const story::Stream& stream : page_.lightPlan.streams) {
            if (story::lightsDuring(stream, page_.timeline, index_) > 0) addWay(stream.path);
        }
        const geo::Projection& projection = page_.film->world->projection;
        const picture::Projector view(rest_.camera, page_.aspect);
        for (const scene::Ambience& ambience : rest_.script.ambience) {
            const auto from = positionOf(page_, ambience.ends[0]);
            const auto to = positionOf(page_, ambience.ends[1]);
            if (!from || !to) continue;
            for (const auto& part : flow::makePath(projection, *from, *to, nullptr).parts) {
                for (const glm::vec3& point : part.samples) {
                    if (const auto at = view({point.x, point.y}, point.z)) ways_.push_back(*at);
                }
            }
        }
    }

    const Page& page_;
    std::size_t index_;
    const story::PlannedStep& step_;
    Moment rest_;
    core::PixelBox area_{};
    std::vector<std::pair<std::string, core::PixelBox>> furniture_;
    std::vector<core::PixelBox> taken_;
    std::vector<core::PixelPoint> ways_;
};

// ---- How it comes and goes ----

struct Openness {
    double line = 0;  ///< 0…1 of the hairline that is drawn
    double card = 0;  ///< 0…1 of the card that is open
};

Openness opennessAt(double since, double left) {
    if (since <= 0 || left <= 0) return {};
    Openness open;
    open.line =
        std::min(picture::easeInOut(since / kHairlineSeconds), picture::smooth(left / kLineGoes));
    open.card = std::min(picture::easeInOut((since - kOpensAfter) / kOpenSeconds),
                         picture::easeInOut((left - kLastShut) / kShutSeconds));
    return open;
}

/// Where the hairline meets the card.
core::PixelPoint joinOf(const ObjectSeat& seat, const core::PixelBox& card) {
    return {seat.onLeft ? card.x + card.width : card.x, card.y + seat.join};
}

/// Black about the card, lower than it, so that it lies over the map.
void castShadow(Overlay& overlay, const core::PixelBox& card, const picture::Rows& open,
                double share) {
    picture::BoxItem shadow;
    shadow.box = {card.x - kShadow, open.top - kShadow + kShadowDrop, card.width + 2 * kShadow,
                  open.bottom - open.top + 2 * kShadow};
    shadow.radius = static_cast<float>(kShadow);
    shadow.fade = static_cast<float>(1.6 * kShadow);
    shadow.colour = core::Colour{0, 0, 0, 1}.withAlpha(
        kShadowStrength * static_cast<float>(picture::clamp01(3 * share)));
    overlay.add(shadow);
}

void drawHairline(Overlay& overlay, const ObjectSeat& seat, core::PixelPoint place,
                  const core::PixelBox& card, double share) {
    const core::PixelPoint end = joinOf(seat, card);
    const core::PixelPoint tip{picture::mix(place.x, end.x, share),
                               picture::mix(place.y, end.y, share)};
    overlay.line({place, tip}, 3 * kHairline, kHalo.withAlpha(0.45F), 1);
    overlay.line({place, tip}, kHairline, kInk, 0.85);
    overlay.box({place.x - kPin, place.y - kPin, 2 * kPin, 2 * kPin}, kInk,
                std::min(1.0, 4 * share), kPin);
}

void drawSheet(Overlay& overlay, Sheet sheet, const core::PixelBox& card, const picture::Rows& open,
               double share) {
    for (picture::OverlayItem& item : sheet.card) {
        shift(item, card.x, card.y);
        glide(item);
        cover(item, open);
        overlay.add(std::move(item));
    }
    for (picture::OverlayItem& item : sheet.note) {
        shift(item, card.x, card.y);
        glide(item);
        fade(item, picture::smooth((share - 0.5) / 0.5));
        overlay.add(std::move(item));
    }
}

}  // namespace

ObjectSeats planObjectSeats(const Page& page) {
    ObjectSeats all;
    for (std::size_t i = 0; i < page.timeline.steps.size(); ++i) {
        auto& seats = all.emplace_back();
        const auto& objects = scriptStep(page, page.timeline.steps[i]).objects;
        if (page.textless || objects.empty()) continue;
        SeatFinder finder(page, i);
        for (const scene::Object& object : objects) seats.push_back(finder.find(object));
    }
    return all;
}

Pinned pinnedIn(const ObjectSeats& seats, std::size_t step) {
    constexpr double kOfDot = 20;  // from a place to where its own name is free of the hairline
    constexpr double kStride = 6;
    Pinned pinned;
    for (const auto& seat : seats[step]) {
        if (!seat) continue;
        pinned.cards.push_back(seat->box);
        const core::PixelPoint from = seat->anchor, to = joinOf(*seat, seat->card);
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        for (double way = kOfDot; way < length; way += kStride) {
            const double share = way / length;
            pinned.hairlines.push_back({picture::mix(from.x, to.x, share) - kStride / 2,
                                        picture::mix(from.y, to.y, share) - 1, kStride, 2});
        }
    }
    return pinned;
}

void describeObjects(const ObjectSeats& seats, const Moment& moment, Overlay& overlay) {
    const auto& objects = moment.script.objects;
    const auto& ofStep = seats[moment.stepIndex];
    for (std::size_t i = 0; i < ofStep.size(); ++i) {
        if (!ofStep[i]) continue;
        const ObjectSeat& seat = *ofStep[i];
        const Stay stay = stayOf(objects[i], moment.step);
        const Openness open = opennessAt(moment.sinceStep - stay.in, stay.out - moment.sinceStep);
        const auto place = anchorOf(moment.page, moment.camera, objects[i].at);
        if (open.line <= 0 || !place) continue;
        const core::PixelBox card = moved(seat.card, kParallax * (place->x - seat.anchor.x),
                                          kParallax * (place->y - seat.anchor.y));
        const double middle = card.y + seat.join;
        const picture::Rows rows{picture::mix(middle, card.y, open.card),
                                 picture::mix(middle, card.y + card.height, open.card)};
        if (open.card > 0) castShadow(overlay, card, rows, open.card);
        drawHairline(overlay, seat, *place, card, open.line);
        if (open.card > 0)
            drawSheet(overlay, sheetOf(moment.page, objects[i]), card, rows, open.card);
    }
}

// ---- What is wrong with it ----

namespace {

void checkObjectSeat(const Page& page, std::size_t index, const scene::Object& object,
                     const std::optional<ObjectSeat>& seat, core::Diagnostics& diagnostics) {
    const story::PlannedStep& step = page.timeline.steps[index];
    const Sheet sheet = sheetOf(page, object);
    if (!sheet.fault.empty()) {
        diagnostics.error(object.place, fmt::format("this paper is {} ({}): print fewer lines, or "
                                                    "break them",
                                                    sheet.fault, page.shownLanguage));
        return;
    }
    const core::PixelBox safe = safeArea(page.aspect);
    const Stay stay = stayOf(object, step);
    for (const double since : {stay.in + kOpensAfter + kOpenSeconds, (stay.in + stay.out) / 2,
                               stay.out - kLastShut - kShutSeconds}) {
        const Moment at(page, step.start + core::FilmTime::fromSeconds(since), index);
        const auto place = anchorOf(page, at.camera, object.at);
        if (place && safe.holds(*place)) continue;
        diagnostics.warning(object.at.place,
                            fmt::format("this place is not in the picture {:.1f} s after its step "
                                        "began, while its object stands; show it with the camera, "
                                        "or open the object `in` later",
                                        since));
        return;
    }
    if (seat && !seat->fault.empty())
        diagnostics.warning(object.place,
                            fmt::format("this object {} ({}); give it the other `side`, fewer "
                                        "words, or the camera more room beside its place",
                                        seat->fault, page.shownLanguage));
}

}  // namespace

void checkObjectSeats(const Page& page, const ObjectSeats& seats, core::Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const auto& objects = scriptStep(page, page.timeline.steps[i]).objects;
        for (std::size_t k = 0; k < seats[i].size(); ++k)
            checkObjectSeat(page, i, objects[k], seats[i][k], diagnostics);
    }
}

}  // namespace ebbflow::screen
