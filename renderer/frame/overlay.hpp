#pragma once
// A pen for what lies over the map: sets words and simple shapes in reference pixels, inside the
// graphics-safe area (EBU R 95: 90 % of each side), and keeps them in order.

#include <string>
#include <vector>

#include "frame/description.hpp"
#include "frame/moment.hpp"

namespace ebbflow::frame {

/// The colours of type and furniture: off-white, never pure, and a dimmer second voice.
inline constexpr core::Colour kInk{0.93F, 0.94F, 0.95F, 1};
inline constexpr core::Colour kQuietInk{0.66F, 0.70F, 0.75F, 1};
inline constexpr core::Colour kHalo{0.02F, 0.03F, 0.05F, 0.85F};

[[nodiscard]] inline core::PixelBox safeArea(double aspect) {
    const double width = core::kReferenceHeight * aspect;
    return {width * 0.05, core::kReferenceHeight * 0.05, width * 0.9, core::kReferenceHeight * 0.9};
}

class Overlay {
public:
    Overlay(const Moment& moment, std::vector<OverlayItem>& items)
        : moment_(moment), items_(items) {}

    struct Type {
        text::Family family = text::Family::sans;
        double size = 22;
        int weight = 400;
        core::Colour colour = kInk;
        double maxWidth = 0;
        text::Align align = text::Align::left;
        double letterSpacing = 0;
        double halo = 6;
    };

    [[nodiscard]] text::Paragraph paragraph(const std::string& words, const Type& type) const;
    [[nodiscard]] const text::Measure& measure(const text::Paragraph& paragraph) const {
        return moment_.plan.ruler.measure(paragraph);
    }
    /// `at` is the top left of the words' box.
    void text(const text::Paragraph& words, const Type& type, core::PixelPoint at, double opacity);
    void box(const core::PixelBox& box, core::Colour colour, double opacity, double radius = 0);
    void line(std::vector<core::PixelPoint> points, double width, core::Colour colour,
              double opacity);
    void strip(std::vector<core::PixelPoint> lower, std::vector<core::PixelPoint> upper,
               core::Colour colour, double opacity);
    void add(OverlayItem item) { items_.push_back(std::move(item)); }

private:
    const Moment& moment_;
    std::vector<OverlayItem>& items_;
};

/// Top left corner of something of that size at `position` (`top left`, `top`, … `bottom right`),
/// or at `otherwise` when the script names none.
[[nodiscard]] core::PixelPoint placed(const std::optional<scene::Screen::Piece>& piece,
                                      std::string_view otherwise, double width, double height,
                                      double aspect);

/// Whether a piece is on: the step's word, else the chapter's, else the film's, else `otherwise`.
[[nodiscard]] std::optional<scene::Screen::Piece> pieceOf(
    const Moment& moment, std::optional<scene::Screen::Piece> scene::Screen::*member,
    bool otherwise);

}  // namespace ebbflow::frame
