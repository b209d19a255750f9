#pragma once
// The furniture of the frame, piece by piece. Each piece draws itself as a block, or is not there;
// furniture_layout.hpp puts the blocks in their places.

#include <optional>

#include "screen/furniture_layout.hpp"
#include "screen/overlay.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

// Blocks, drawn from their own top left corner.
[[nodiscard]] std::optional<Block> dateBlock(const Moment& moment);
[[nodiscard]] std::optional<Block> countersBlock(const Moment& moment);
[[nodiscard]] std::optional<Block> legendBlock(const Moment& moment);
[[nodiscard]] std::optional<Block> scaleBlock(const Moment& moment);
[[nodiscard]] std::optional<Block> chartBlock(const Moment& moment);
[[nodiscard]] std::optional<Block> yearBandBlock(const Moment& moment);
[[nodiscard]] std::optional<Block> sourceLineBlock(const Moment& moment);
[[nodiscard]] std::optional<Block> titleBlock(const Moment& moment);
[[nodiscard]] std::vector<Block> imageBlocks(const Moment& moment);

/// All blocks of a moment, in their places.
struct Furniture {
    std::vector<Block> blocks;
    Stage stage;
    Arrangement placed;
};
[[nodiscard]] Furniture furnitureAt(const Moment& moment);

// What has its place by itself.
/// The dark foot of the picture, under all the rest. `floor`: y over the bands.
void describeScrim(const Moment& moment, double floor, Overlay& overlay);
void describeCaptions(const Moment& moment, double bottom, Overlay& overlay);
/// `bottom`, `floor`: y over the bands at the foot.
void describeFullImages(const Moment& moment, double floor, Overlay& overlay);
void describeCard(const Moment& moment, Overlay& overlay);

/// 0…1: how far a title card, or a picture that fills the screen, has taken over.
[[nodiscard]] double cardPresence(const Moment& moment);
[[nodiscard]] double fullImagePresence(const Moment& moment);

}  // namespace ebbflow::screen
