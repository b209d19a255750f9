#pragma once
// The furniture of the frame, piece by piece. Each piece draws itself as a block, or is not there;
// furniture_layout.hpp puts the blocks in their places.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "screen/furniture_layout.hpp"
#include "screen/overlay.hpp"
#include "screen/page.hpp"

namespace ebbflow::screen {

/// One piece with a place of its own: the key of `screen` that says whether, where and how large it
/// is, and what draws it, from its own top left corner; no blocks where it is not there. The
/// builders stand in the files of their pieces.
struct FurniturePiece {
    std::string_view key;  ///< `images`: of the step, not of `screen`
    std::vector<Block> (*build)(const Moment& moment);
};

/// In the order in which those at one place are stacked, the outermost first.
[[nodiscard]] std::span<const FurniturePiece> furniturePieces();

/// The first block of the piece with that key, unplaced; nothing where it has none.
[[nodiscard]] std::optional<Block> blockOf(std::string_view key, const Moment& moment);

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
