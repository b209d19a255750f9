#pragma once
// Where the parts of a kiosk's menu stand: the film's languages and its chapters, all in the lower
// half of the picture, where a child and somebody in a wheelchair reach them, and none lower than a
// fingertip is wide. It draws nothing.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "live/chapter_grid.hpp"

namespace ebbflow::live {

/// What a finger has to hit, millimetres: fingertips are 16 to 20 mm wide (Dandekar, Raju and
/// Srinivasan 2003).
inline constexpr double kTargetMillimetres = 20;

/// Reference pixels that so much takes on a screen that shows the picture so wide.
[[nodiscard]] double targetPixels(double widthCm, double aspect);

/// Reference pixels. Parts are counted through: the languages, then the chapters.
struct MenuLayout {
    core::PixelBox area;
    std::vector<core::PixelBox> languages;  ///< none where the film has one alone
    GridLayout chapters;

    [[nodiscard]] std::size_t parts() const;
    [[nodiscard]] std::optional<std::size_t> partAt(core::PixelPoint point) const;
    std::size_t languageCount = 1;  ///< of the film, shown or not
};

[[nodiscard]] MenuLayout menuLayout(const frame::Plan& plan);

/// What is to be said where a film has so many chapters that fingers miss them on the screen that
/// its script states; empty: they are large enough, or no visitors are asked for.
[[nodiscard]] std::string smallTargets(const frame::Plan& plan);

}  // namespace ebbflow::live
