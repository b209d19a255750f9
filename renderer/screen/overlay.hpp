#pragma once
// A pen for what lies over the map: sets words and simple shapes in reference pixels and keeps them
// in order. Where a piece of furniture stands is furniture_layout.hpp's work.

#include <string>
#include <vector>

#include "picture/description.hpp"
#include "screen/lettering.hpp"

namespace ebbflow::screen {

/// The colours of type and furniture: off-white, never pure, and a dimmer second voice.
inline constexpr core::Colour kInk{0.93F, 0.94F, 0.95F, 1};
inline constexpr core::Colour kQuietInk{0.66F, 0.70F, 0.75F, 1};
inline constexpr core::Colour kHalo{0.02F, 0.03F, 0.05F, 0.85F};
/// What is laid under words or a chart where lights may run behind them.
inline constexpr core::Colour kGround{0.03F, 0.04F, 0.06F, 1};

/// The least that can be read on a screen: 1.9 % of the picture's height.
inline constexpr double kSmallType = 20.6;

/// Graphics-safe area (EBU R 95): 90 % of each side.
[[nodiscard]] inline core::PixelBox safeArea(double aspect) {
    const double width = core::kReferenceHeight * aspect;
    return {width * 0.05, core::kReferenceHeight * 0.05, width * 0.9, core::kReferenceHeight * 0.9};
}

/// How words are set.
struct Type {
    text::Family family = text::Family::sans;
    double size = 22;
    int weight = 400;
    bool italic = false;
    core::Colour colour = kInk;
    double maxWidth = 0;
    text::Align align = text::Align::left;
    double letterSpacing = 0;
    double halo = 6;
    bool marked = false;  ///< the words have markup
};

class Overlay {
public:
    Overlay(const Lettering& letters, std::vector<picture::OverlayItem>& items)
        : letters_(letters), items_(items) {}

    [[nodiscard]] text::Paragraph paragraph(const std::string& words, const Type& type) const;
    [[nodiscard]] text::Measure measure(const text::Paragraph& paragraph) const {
        return letters_.ruler.measure(paragraph);
    }
    [[nodiscard]] double widthOf(const std::string& words, const Type& type) const {
        return measure(paragraph(words, type)).width;
    }
    /// `words`, or as much of them as `room` reference pixels hold, ended by an ellipsis.
    [[nodiscard]] std::string shortened(const std::string& words, const Type& type,
                                        double room) const;
    /// `at` is the top left of the words' box.
    void text(const text::Paragraph& words, const Type& type, core::PixelPoint at, double opacity);
    void box(const core::PixelBox& box, core::Colour colour, double opacity, double radius = 0);
    void line(std::vector<core::PixelPoint> points, double width, core::Colour colour,
              double opacity);
    void strip(std::vector<core::PixelPoint> lower, std::vector<core::PixelPoint> upper,
               core::Colour colour, double opacity);
    void add(picture::OverlayItem item) { items_.push_back(std::move(item)); }

private:
    const Lettering& letters_;
    std::vector<picture::OverlayItem>& items_;
};

/// Moves an item by (dx, dy) reference pixels.
void shift(picture::OverlayItem& item, double dx, double dy);
/// Lets only what lies between those rows be seen.
void cover(picture::OverlayItem& item, const picture::Rows& gap);
/// Places it to a fraction of a pixel, as what moves with the map must be.
void glide(picture::OverlayItem& item);
/// Makes an item fainter: 1 leaves it, 0 makes it vanish.
void fade(picture::OverlayItem& item, double opacity);

}  // namespace ebbflow::screen
