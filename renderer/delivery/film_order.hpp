#pragma once
// What is asked of a writer of films, and what can be known wrong of it before a frame is drawn.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "delivery/manifest.hpp"
#include "delivery/parts.hpp"
#include "encode/settings.hpp"

namespace ebbflow::delivery {

struct FilmOrder {
    std::filesystem::path output;  ///< film.mp4, .mov, .mkv, frames/%05d.png or a folder
    encode::Settings settings;
    FrameRange range;  ///< the film in the file starts at 0; numbered frames keep their numbers
    Provenance provenance;    ///< what the pixels are made from, alike on every machine
    Provenance machine;       ///< what this machine is to them: its renderer
    std::string wish = "{}";  ///< JSON by which it can be ordered again; this room only keeps it
    /// Render only this share, into `OUTPUT.part.d`; finish() then makes no film.
    std::optional<Part> part;
    bool resume = false;     ///< take up what `OUTPUT.part.d` holds
    bool overwrite = false;  ///< a film that is there; without `resume` also what was begun
};

/// Everything in what is asked for that does not go together, whatever lies on the disk; empty when
/// all is well. Throws core::Failure for an output whose name says nothing.
[[nodiscard]] std::vector<std::string> misfits(const FilmOrder& order);

/// Everything that can be known wrong before a frame is drawn: settings that do not go together,
/// a missing folder, a film that is already there or begun. `differences`: what makes the film that
/// is there another one, where whoever orders expects it to be the same. Throws core::Failure with
/// all of it.
void checkOrder(const FilmOrder& order, const std::vector<std::string>& differences = {});

/// Frames that the order has this process draw: the range, or the part's share of it.
[[nodiscard]] FrameRange shareOf(const FilmOrder& order);

/// The head of the film's manifest.
[[nodiscard]] std::string headOf(const FilmOrder& order);

}  // namespace ebbflow::delivery
