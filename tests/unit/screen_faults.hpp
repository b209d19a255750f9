#pragma once
// What is wrong on the screen over a whole film: names over names, pieces over pieces. It judges
// what was planned and described, and draws nothing.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "screen/caption_words.hpp"
#include "screen/furniture.hpp"
#include "screen/planned_label.hpp"
#include "screen/sides.hpp"
#include "support/film_fixture.hpp"

namespace ebbflow::screen::test {

struct Faults {
    std::set<std::string> told;
    std::size_t looked = 0;  ///< names or pieces
};

struct Seen {
    std::string text;
    core::PixelBox box;
};

inline std::vector<Seen> seenAt(const frame::Plan& plan, core::FilmTime time) {
    std::vector<Seen> seen;
    const picture::CameraView view = story::cameraAt(plan.timeline, time);
    for (const PlannedLabel& label : plan.labels) {
        const double t = time.seconds();
        if (t <= label.start || t >= label.end) continue;
        const auto anchor = picture::project(view, plan.aspect, label.at);
        if (anchor) seen.push_back({label.paragraph.text, labelBox(label, *anchor)});
    }
    return seen;
}

/// Pixels by which two boxes share both width and height.
inline double shared(const core::PixelBox& a, const core::PixelBox& b) {
    const double x = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double y = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return std::min(x, y);
}

inline bool inPicture(const core::PixelBox& box) {
    return box.x < 1920 && box.x + box.width > 0 && box.y < 1080 && box.y + box.height > 0;
}

/// At every fifth frame of 25 a second.
inline Faults namesOverNames(const frame::Plan& plan) {
    const core::FrameRate rate{25, 1};
    Faults faults;
    for (std::int64_t frame = 0; frame < plan.frameCount(rate); frame += 5) {
        auto seen = seenAt(plan, core::frameStart(frame, rate));
        faults.looked += seen.size();
        std::erase_if(seen, [](const Seen& name) { return !inPicture(name.box); });
        for (std::size_t i = 0; i < seen.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (shared(seen[i].box, seen[j].box) > 0)
                    faults.told.insert(seen[i].text + " over " + seen[j].text);
            }
        }
    }
    return faults;
}

inline std::vector<core::FilmTime> everyHalfSecond(const frame::Plan& plan) {
    std::vector<core::FilmTime> times;
    for (double t = 0; t < plan.timeline.length.seconds(); t += 0.5)
        times.push_back(core::FilmTime::fromSeconds(t));
    return times;
}

/// The boxes of the captions on the screen, above the bands.
inline std::vector<Block> captionsAt(const Moment& moment, double floor) {
    std::vector<Block> blocks;
    for (const story::PlannedCaption& caption : moment.step.captions) {
        if (moment.seconds <= caption.start || moment.seconds >= caption.end) continue;
        const auto& size = moment.page.ruler.measure(captionWords(moment.page, caption));
        const core::PixelBox safe = safeArea(moment.page.aspect);
        const double left = isMirrored(moment.page) ? safe.x + safe.width - size.width : safe.x;
        blocks.push_back({.name = "caption",
                          .position = {},
                          .box = {left, floor - size.height, size.width, size.height},
                          .items = {}});
    }
    return blocks;
}

/// Pieces and captions over one another or outside of the safe area, at every half second.
inline Faults piecesOverPieces(const frame::Plan& plan) {
    Faults faults;
    for (const auto time : everyHalfSecond(plan)) {
        const Moment moment(plan, time);
        Furniture furniture = furnitureAt(moment);
        furniture.stage.captionHeight = 0;  // the captions that there are take the zone's place
        for (Block& caption : captionsAt(moment, furniture.placed.floor))
            furniture.blocks.push_back(std::move(caption));
        faults.looked += furniture.blocks.size();
        for (auto& fault : crowding(furniture.blocks, furniture.stage, furniture.placed))
            faults.told.insert(std::move(fault));
    }
    return faults;
}

}  // namespace ebbflow::screen::test
