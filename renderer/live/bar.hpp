#pragma once
// The bar at the foot of plain play as a value: what is to be seen of it, and where its parts
// stand. When it comes and goes, hands.hpp says; how it looks, bar_items.hpp.

#include <cstddef>
#include <optional>
#include <vector>

#include "core/coordinates.hpp"
#include "core/film_time.hpp"
#include "frame/plan.hpp"

namespace ebbflow::live {

enum class BarPart {
    none,    ///< beside the bar
    ground,  ///< on the bar, on nothing that does anything
    seek,    ///< the film's length as a line
    chapter,
    play,
    language,
    fullScreen
};

/// A place on the bar.
struct BarSpot {
    BarPart part = BarPart::none;
    std::size_t chapter = 0;  ///< counted from 0; of a chapter's name
    friend bool operator==(const BarSpot&, const BarSpot&) = default;
};

struct Bar {
    core::FilmTime time;
    bool plays = true;  ///< the button then pauses
    BarSpot under;      ///< where the pointer is
    /// The time that the pointer is over, on the line and while it is dragged along it.
    std::optional<core::FilmTime> pointed;
    friend bool operator==(const Bar&, const Bar&) = default;
};

/// Where the parts stand, reference pixels. Parts that a film has no use for are without width.
struct BarLayout {
    core::PixelBox ground;
    core::PixelBox seek;  ///< as high as a finger; the line is in its middle
    std::vector<core::PixelBox> chapters;
    core::PixelBox play, clock, title, language, fullScreen;
    core::FilmTime length;
    core::FrameRate rate;

    /// The start of the frame at that place of the line; the film's ends beyond the line's.
    [[nodiscard]] core::FilmTime timeAt(double x) const;
    [[nodiscard]] double xOf(core::FilmTime time) const;
    [[nodiscard]] BarSpot spotAt(core::PixelPoint point) const;
};

[[nodiscard]] BarLayout barLayout(const frame::Plan& plan);

/// How the bar sets its words.
inline constexpr double kBarType = 26;
/// What stands on the button of the languages: the own name of that which is shown.
[[nodiscard]] std::string languageLabel(const frame::Plan& plan);
/// `1:04 / 2:10`.
[[nodiscard]] std::string barClock(const frame::Plan& plan, core::FilmTime time);

}  // namespace ebbflow::live
