#include "story/pieces.hpp"

namespace ebbflow::story {

std::optional<scene::Piece> pieceOf(const Story& story, std::size_t step,
                                    std::optional<scene::Piece> scene::Screen::*member,
                                    bool otherwise) {
    const scene::Screen* screen =
        screenWith(story, step, [&](const scene::Screen& s) { return (s.*member).has_value(); });
    if (screen == nullptr) return otherwise ? std::optional(scene::Piece{}) : std::nullopt;
    const auto& piece = screen->*member;
    return piece->on ? piece : std::nullopt;
}

}  // namespace ebbflow::story
