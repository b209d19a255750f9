// The scale bar: as long as a round number of kilometres on the ground, level through the middle of
// the picture. On a tilted map the scale changes from near to far: the bar is then dashed and says
// where it holds, and on a steep one, where it would mislead, it is not shown.

#include <cmath>

#include <fmt/format.h>

#include "screen/furniture.hpp"
#include "screen/sides.hpp"
#include "story/pieces.hpp"
#include "story/scale.hpp"
#include "text/format.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kDashedFrom = 20;  // degrees of tilt: far and near edge then differ by a fifth
constexpr double kHiddenFrom = 45;  // and here by four fifths
constexpr double kFadeDegrees = 2;
constexpr double kLongest = 230;
constexpr double kTick = 7;

/// What the bar says in a step: the length that is round where the step's camera comes to rest.
struct Bar {
    std::optional<scene::Piece> piece;
    double km = 0;
    bool dashed = false;
    friend bool operator==(const Bar&, const Bar&) = default;
};

picture::CameraView restView(const story::Story& story, std::size_t step) {
    return cameraAt(story.timeline,
                    story.timeline.steps[step].end() - core::FilmTime::fromTicks(1));
}

Bar barIn(const story::Story& story, std::size_t step) {
    Bar bar;
    bar.piece = story::pieceOf(story, step, "scale");
    if (!bar.piece) return bar;
    const picture::CameraView view = restView(story, step);
    const auto across =
        story::groundAcross(story, view, kLongest * (story::isLarge(*bar.piece) ? 1.4 : 1));
    if (across) bar.km = story::roundBelow(*across);
    bar.dashed = view.tilt > kDashedFrom;
    return bar;
}

double opacityAt(double tilt) {
    return picture::smooth((kHiddenFrom + kFadeDegrees - tilt) / kFadeDegrees);
}

void drawBar(Overlay& pen, double length, double y, bool dashed, double opacity) {
    const auto line = [&](double from, double to) {
        // A dark line under the light one keeps it readable over snow and lights.
        pen.line({{from - 1, y}, {to + 1, y}}, 5, kHalo, opacity);
        pen.line({{from, y}, {to, y}}, 2.5, kInk, 0.95 * opacity);
    };
    constexpr int kDashes = 7;
    const double piece = length / (2 * kDashes - 1);
    for (int i = 0; dashed && i < kDashes; ++i) line(2 * i * piece, (2 * i + 1) * piece);
    if (!dashed) line(0, length);
    for (const double x : {0.0, length})
        pen.line({{x, y - kTick}, {x, y + kTick}}, 2.5, kInk, 0.95 * opacity);
}

}  // namespace

std::vector<Block> scaleBlocks(const Moment& moment) {
    const auto inStep = [&](std::size_t step) { return barIn(moment.page, step); };
    const Bar bar = inStep(moment.stepIndex);
    if (!bar.piece || bar.km < 1) return {};
    const double opacity = story::presence(moment, inStep) * opacityAt(moment.camera.tilt);
    const auto length = story::pixelsFor(moment.page, moment.camera, bar.km);
    // While the camera flies in, a length of kilometres may be longer than the picture.
    if (opacity <= 0 || !length || *length > 2.5 * kLongest) return {};
    Block block{.name = "scale",
                .position = placeOf(moment.page, bar.piece->position, "bottom left"),
                .box = {},
                .items = {}};
    Overlay pen(moment.page, block.items);
    Type type;
    type.size = story::isLarge(*bar.piece) ? 26 : 22;
    const text::WordTable& words = moment.page.words;
    std::string said = words.counted("km", std::llround(bar.km), moment.page.shownLanguage);
    if (bar.dashed) said += " · " + words.word("at_centre", moment.page.shownLanguage);
    const auto paragraph = pen.paragraph(said, type);
    const text::Measure& size = pen.measure(paragraph);
    block.box = {0, 0, std::max(*length, size.width), size.height + 6 + 2 * kTick};
    const double indent = block.position.ends_with("right") ? block.box.width - *length : 0;
    pen.text(paragraph, type, {indent > 0 ? block.box.width - size.width : 0, 0}, 0.95 * opacity);
    const std::size_t first = block.items.size();
    drawBar(pen, *length, size.height + 6 + kTick, bar.dashed, opacity);
    for (std::size_t i = first; i < block.items.size(); ++i) shift(block.items[i], indent, 0);
    return {std::move(block)};
}

}  // namespace ebbflow::screen
