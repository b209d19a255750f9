// The picture darkens softly towards its foot, so that captions, the band of years and the sources
// stand on a quiet ground whatever runs behind them on the map.

#include <tuple>

#include "screen/furniture.hpp"
#include "story/pieces.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kStrength = 0.84;  // of the ground laid over the map, at the bands
constexpr double kRise = 130;  // reference pixels over which it comes, above the highest caption
constexpr double kOver = 90;   // of those above the caption itself

bool atFoot(const std::optional<scene::Piece>& piece) {
    return piece && story::positionOr(*piece, "bottom") == "bottom";
}

/// What stands at a step's foot; all false where nothing does, or the script wants no scrim.
std::tuple<bool, bool, bool> footOf(const story::Story& story, std::size_t step) {
    if (!story::pieceOf(story, step, "scrim")) return {};
    return {atFoot(story::pieceOf(story, step, "years")),
            atFoot(story::pieceOf(story, step, "sources")),
            !story.timeline.steps[step].captions.empty()};
}

}  // namespace

void describeScrim(const Moment& moment, double floor, Overlay& overlay) {
    const auto footIn = [&](std::size_t step) { return footOf(moment.page, step); };
    const auto [years, sources, caption] = footIn(moment.stepIndex);
    if (!years && !sources && !caption) return;
    const double top = floor - moment.page.foot.captionHeight - kOver;
    const double width = core::kReferenceHeight * moment.page.aspect;
    picture::BoxItem ground{{0, top, width, core::kReferenceHeight - top}, kGround, 0};
    ground.soft = static_cast<float>(moment.page.foot.captionHeight + kRise);
    ground.colour.a = static_cast<float>(kStrength * story::presence(moment, footIn));
    if (ground.colour.a > 0) overlay.add(ground);
}

}  // namespace ebbflow::screen
