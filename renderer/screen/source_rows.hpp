#pragma once
// What the line of sources says in a step, set into the room it has. How many rows that needs is
// known beforehand, so that the whole film can keep that room free.

#include <string>

#include "screen/lettering.hpp"
#include "screen/overlay.hpp"

namespace ebbflow::screen {

struct SourceRows {
    std::string upper, lower;  ///< of citations; what fits into one row stands in the lower
    std::string confidence;    ///< at the end of the lower
    friend bool operator==(const SourceRows&, const SourceRows&) = default;
};

/// How the line is set where the script places it so.
[[nodiscard]] Type sourceType(const scene::Piece& piece);

/// `type`: of sourceType(); `pen`: measures, draws nothing.
[[nodiscard]] SourceRows sourceRowsOf(const story::Story& story, std::size_t step, const Type& type,
                                      const Overlay& pen);

/// 1 where sources and confidence fit side by side, else 2; 0 where the line is off.
[[nodiscard]] int sourceRows(const Lettering& letters, std::size_t step);

}  // namespace ebbflow::screen
