#pragma once
// The picture during one step as names of places see it: where a name would stand at sampled times
// of the camera's move, what is taken there, and how much light runs under it. It chooses nothing.

#include <optional>
#include <vector>

#include "screen/objects.hpp"
#include "screen/page.hpp"
#include "screen/planned_label.hpp"

namespace ebbflow::screen {

class LabelRoom {
public:
    /// Of the plan's step of that index; its labels need not be there yet. `pinned`: its cards.
    LabelRoom(const Page& page, std::size_t step, const Pinned& pinned);

    /// Samples of the step, both included.
    struct Span {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    /// From the first sample at or after `since` seconds of the step to the step's end.
    [[nodiscard]] Span from(double since) const;
    [[nodiscard]] double secondsOf(std::size_t sample) const { return seconds_[sample]; }
    [[nodiscard]] bool isLast(std::size_t sample) const { return sample + 1 == seconds_.size(); }

    /// Where the label can stand within `wanted`: all of it or nothing while the camera goes from
    /// one view to another, the longest part of it on a longer way. `strict`: clear of squares
    /// and crowds, too.
    [[nodiscard]] std::optional<Span> spanFor(const PlannedLabel& label, Span wanted,
                                              bool strict) const;
    /// Light that runs under the label while the camera rests, in lights' points per box.
    [[nodiscard]] double lightUnder(const PlannedLabel& label) const;
    /// How much of the label lies on works' squares and crowds while the camera rests, 0 to 1.
    [[nodiscard]] double squaresUnder(const PlannedLabel& label) const;
    void take(const PlannedLabel& label, Span span);

private:
    struct Taken {
        PlannedLabel label;
        Span span;
    };
    /// A box of reference pixels beside a point of the map.
    struct MapBox {
        core::MapPoint at;
        core::PixelBox box;
    };
    struct Stroke {
        core::PixelPoint at;
        double lights = 0;
    };
    void gatherFurniture(const Page& page, std::size_t index);
    void gatherLight(const Page& page, std::size_t index);
    void gatherThreads(const Page& page);
    void addStrokes(const Page& page, std::uint32_t first, double count);
    [[nodiscard]] bool isFree(const PlannedLabel& label, std::size_t sample, bool strict) const;
    [[nodiscard]] bool hitsLabel(const core::PixelBox& box, const PlannedLabel& label,
                                 core::PixelPoint own, std::size_t sample) const;
    void gatherSquares(const Page& page, std::size_t index);
    /// Those in that view.
    [[nodiscard]] std::vector<core::PixelBox> squaresAt(std::size_t sample) const;
    [[nodiscard]] bool hitsSquares(const core::PixelBox& box, std::size_t sample) const;
    [[nodiscard]] bool hitsFurniture(const core::PixelBox& box, LabelLook look) const;

    std::vector<MapBox> squares_;  ///< of works that have come by the step's end, and of crowds
    bool isLongWay_;
    core::PixelBox area_;                    ///< between the bands, inside the safe area
    std::vector<core::PixelBox> furniture_;  ///< of the step, captions and cards included
    std::vector<core::PixelBox> hairlines_;  ///< of its cards
    std::vector<double> seconds_;            ///< of the step, at each sample
    std::vector<picture::Projector> views_;  ///< at each sample
    std::vector<Taken> taken_;
    std::vector<Stroke> strokes_;
};

}  // namespace ebbflow::screen
