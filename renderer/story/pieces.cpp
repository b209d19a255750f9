#include "story/pieces.hpp"

namespace ebbflow::story {

std::optional<scene::Piece> pieceOf(const Story& story, std::size_t step, std::string_view key) {
    const scene::Screen* screen =
        screenWith(story, step, [&](const scene::Screen& s) { return s.pieces.contains(key); });
    if (screen == nullptr)
        return scene::isUsuallyOn(key) ? std::optional(scene::Piece{}) : std::nullopt;
    const scene::Piece& piece = screen->pieces.find(key)->second;
    return piece.on ? std::optional(piece) : std::nullopt;
}

}  // namespace ebbflow::story
