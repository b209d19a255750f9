#pragma once
// Every rule that needs nothing but the pictures of a film, one after another: flashing, stripes,
// levels, rest, black. Where a script is known it says what the pictures ought to do; without one,
// rest and black are told more softly.

#include <optional>

#include "core/film_time.hpp"
#include "quality/finding.hpp"
#include "quality/flash.hpp"
#include "quality/levels.hpp"
#include "quality/rest_meter.hpp"
#include "quality/stripes.hpp"

namespace ebbflow::quality {

/// What a script says of a frame.
struct Intent {
    bool moves = true;  ///< something is under way
    bool dark = false;  ///< it fades to or from black
};

struct LookedAt {
    const core::Image& picture;        ///< small, sRGB-encoded: see smallSize()
    std::optional<LevelCount> levels;  ///< none: a signal without limited range
    std::optional<Intent> intent;
};

/// About 320 × 180 pixels in the shape of the picture: what is smaller than its pixels is no flash.
struct SmallSize {
    int width, height;
};
[[nodiscard]] SmallSize smallSize(int width, int height);

/// Longest rest, and longest black at either end of a film, that nothing is said of: seconds.
inline constexpr double kRestAllowed = 3;
inline constexpr double kBlackAllowed = 2;

class PictureGate {
public:
    /// `size` of the small pictures.
    PictureGate(SmallSize size, const core::FrameRate& rate);
    void add(const LookedAt& frame);
    /// After the last frame: what was found, and what was measured.
    void tell(Report& report);

private:
    void tellFlashes(const quality::FlashReport& flashes, bool red, Report& report) const;
    void tellExtended(const quality::FlashReport& flashes, bool red, Report& report) const;
    void tellStripes(Report& report) const;
    void tellLevels(Report& report) const;
    void tellRest(Report& report);
    void tellBlack(Report& report) const;
    [[nodiscard]] double seconds(const Span& frames) const;
    [[nodiscard]] std::int64_t count(const Span& frames, bool Intent::*what) const;

    core::FrameRate rate_;
    quality::FlashMeter flash_;
    StripeMeter stripes_;
    RestMeter rest_;
    std::vector<Intent> intents_;  ///< of every frame, or none
    std::vector<Span> loud_;       ///< runs of frames with too much outside the levels
    double worstShare_ = 0;
    LevelCount extremes_;
    std::int64_t frames_ = 0;
};

}  // namespace ebbflow::quality
