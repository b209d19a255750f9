#pragma once
// A first screening of pictures for flashing that can set off seizures: by luminance, and by
// saturated red. It judges frames as they are shown one after another; a broadcaster's certified
// analyser has the last word. Stripes are StripeMeter's.

#include <cstdint>
#include <vector>

#include "core/film_time.hpp"
#include "core/image.hpp"

namespace ebbflow::quality {

/// The rule of ITU-R BT.1702 and of WCAG 2's general flash: a flash is a pair of opposing changes
/// of a tenth of the range or more, where the darker side is below 0.8 of it; there may be three in
/// any second, more only on a quarter of the picture or less.
inline constexpr double kFlashChange = 0.1;
inline constexpr double kFlashDarker = 0.8;
inline constexpr int kFlashesAllowed = 3;
inline constexpr double kFlashArea = 0.25;

/// The same rule of what goes on for long (BT.1702: sequences over five seconds can do harm
/// although no second of them is against the rule), in the numbers of EA's IRIS: two flashes in the
/// second that ends, in four of five seconds.
inline constexpr int kFlashesForLong = 2;
inline constexpr int kLongSeconds = 4;
inline constexpr int kLongWindow = 5;

/// Saturated red by WCAG 2.1's working definition, in linear light: a change to or from a state of
/// R / (R + G + B) of four fifths or more, by more than 20/320 of R − G − B, what is below 0
/// counting as 0. So many, as large, and as often as with luminance.
inline constexpr double kRedShare = 0.8;
inline constexpr double kRedChange = 20.0 / 320;

/// Pictures are best handed in at this size: what is smaller than its pixels is no flash.
inline constexpr int kFlashWidth = 320;
inline constexpr int kFlashHeight = 180;

/// What the worst second looked like. A half flash counts: 3.5 is more than three.
struct FlashReport {
    double largestShare = 0;  ///< of the picture whose pixels flash more than three times a second
    std::int64_t shareFrame = 0;         ///< the frame, from 0, at which that second ends
    double mostFlashes = 0;              ///< in one second, of more than a quarter at one time
    std::int64_t flashesFrame = 0;       ///< the frame at which that second ends
    std::vector<std::int64_t> bad;       ///< every frame that ends a second against the rule
    std::vector<std::int64_t> extended;  ///< every frame that ends five seconds against it
    [[nodiscard]] bool passes() const { return bad.empty() && extended.empty(); }
};

/// Takes the frames of a film in order. Memory is some bytes a pixel, whatever the length.
class FlashMeter {
public:
    FlashMeter(int width, int height, const core::FrameRate& rate);

    /// The next frame, sRGB-encoded, of the size given. At least one before a report is read.
    void add(const core::Image& picture);
    [[nodiscard]] const FlashReport& report() const { return luminance_.report; }
    [[nodiscard]] const FlashReport& redReport() const { return red_.report; }

private:
    // One change more than three pairs of them.
    static constexpr int kChanges = 2 * kFlashesAllowed + 1;

    /// What a pixel shows of one of the two, and whether a change to or from it can do harm: it is
    /// not too bright, or it is saturated.
    struct Level {
        float value = 0;
        bool harmful = false;
    };

    /// One pixel: its extremes since its last change, which way that was, and when it changed.
    struct Pixel {
        Level low, high;
        std::int8_t direction = 0;
        std::int32_t changes[kChanges]{};  ///< frames, a ring
        std::uint8_t next = 0;
    };

    /// The whole picture by luminance or by red.
    struct Channel {
        float least = 0;  ///< that is a change
        std::vector<Pixel> pixels;
        int direction = 0;                   ///< of the picture's last change as a whole
        std::vector<std::int64_t> changes;   ///< of the picture as a whole, those of a second
        std::vector<std::int64_t> frequent;  ///< frames that end a second of two flashes
        std::size_t brighter = 0, darker = 0, flashing = 0, often = 0;  ///< pixels of this frame
        FlashReport report;
    };

    void follow(Channel& channel, std::size_t at, Level level) const;
    [[nodiscard]] bool within(std::int64_t first, std::int64_t last, int seconds = 1) const;
    void judge(Channel& channel) const;
    void judgeForLong(Channel& channel) const;

    int width_, height_;
    core::FrameRate rate_;
    std::int64_t frame_ = -1;
    Channel luminance_, red_;
};

}  // namespace ebbflow::quality
