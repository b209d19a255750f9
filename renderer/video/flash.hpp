#pragma once
// A first screening of pictures for flashing that can set off seizures. It judges luminance only,
// on frames as they are shown one after another; a broadcaster's certified analyser has the last
// word, also on saturated red and on stripes.

#include <cstdint>
#include <vector>

#include "core/film_time.hpp"
#include "core/image.hpp"

namespace ebbflow::video {

/// The rule of ITU-R BT.1702 and of WCAG 2's general flash: a flash is a pair of opposing changes
/// of a tenth of the range or more, where the darker side is below 0.8 of it; there may be three in
/// any second, more only on a quarter of the picture or less.
inline constexpr double kFlashChange = 0.1;
inline constexpr double kFlashDarker = 0.8;
inline constexpr int kFlashesAllowed = 3;
inline constexpr double kFlashArea = 0.25;

/// Pictures are best handed in at this size: what is smaller than its pixels is no flash.
inline constexpr int kFlashWidth = 320;
inline constexpr int kFlashHeight = 180;

/// What the worst second looked like. A half flash counts: 3.5 is more than three.
struct FlashReport {
    double largestShare = 0;  ///< of the picture whose pixels flash more than three times a second
    std::int64_t shareFrame = 0;    ///< the frame, from 0, at which that second ends
    double mostFlashes = 0;         ///< in one second, of more than a quarter at one time
    std::int64_t flashesFrame = 0;  ///< the frame at which that second ends
    std::vector<std::int64_t> bad;  ///< every frame that ends a second against the rule
    [[nodiscard]] bool passes() const { return bad.empty(); }
};

/// Takes the frames of a film in order. Memory is a few bytes a pixel, whatever the length.
class FlashMeter {
public:
    FlashMeter(int width, int height, const core::FrameRate& rate);

    /// The next frame, sRGB-encoded, of the size given. At least one before report().
    void add(const core::Image& picture);
    [[nodiscard]] const FlashReport& report() const { return report_; }

private:
    // One change more than three pairs of them.
    static constexpr int kChanges = 2 * kFlashesAllowed + 1;

    /// One pixel: its last extreme, which way it last changed, and when it changed.
    struct Pixel {
        float low = 0, high = 0;  ///< since the last change
        std::int8_t direction = 0;
        std::int32_t changes[kChanges];  ///< frames, a ring
        std::uint8_t next = 0;
    };

    [[nodiscard]] int follow(Pixel& pixel, float luminance) const;
    [[nodiscard]] bool within(std::int64_t first, std::int64_t last) const;
    void judge(std::size_t brighter, std::size_t darker, std::size_t flashing);

    int width_, height_;
    core::FrameRate rate_;
    std::int64_t frame_ = -1;
    std::vector<Pixel> pixels_;
    int direction_ = 0;                  ///< of the picture's last change as a whole
    std::vector<std::int64_t> changes_;  ///< of the picture as a whole, those of the last second
    FlashReport report_;
};

}  // namespace ebbflow::video
