#include "screen/mirror.hpp"

#include "screen/overlay.hpp"

namespace ebbflow::screen {

namespace {

text::Align otherSide(text::Align align) {
    if (align == text::Align::centre) return align;
    return align == text::Align::left ? text::Align::right : text::Align::left;
}

/// Turns about the middle of what is `width` wide.
struct Turn {
    double width;
    const Lettering& letters;

    void turn(core::PixelBox& box) const { box.x = width - box.x - box.width; }
    void turn(std::vector<core::PixelPoint>& points) const {
        for (core::PixelPoint& point : points) point.x = width - point.x;
    }
    void operator()(picture::TextItem& item) const {
        item.at.x = width - item.at.x - letters.ruler.measure(item.paragraph).width;
        item.paragraph.align = otherSide(item.paragraph.align);
    }
    void operator()(picture::BoxItem& item) const { turn(item.box); }
    void operator()(picture::ImageItem& item) const { turn(item.box); }
    void operator()(picture::PolylineItem& item) const { turn(item.points); }
    void operator()(picture::StripItem& item) const {
        turn(item.lower);
        turn(item.upper);
    }
};

}  // namespace

void mirror(std::vector<picture::OverlayItem>& items, std::size_t first, const Lettering& letters) {
    const Turn turn{core::kReferenceHeight * letters.aspect, letters};
    for (std::size_t i = first; i < items.size(); ++i) std::visit(turn, items[i]);
}

void mirror(std::vector<Block>& blocks, const Lettering& letters) {
    const Turn turn{core::kReferenceHeight * letters.aspect, letters};
    for (Block& block : blocks) {
        turn.turn(block.box);
        mirror(block.items, 0, letters);
    }
}

}  // namespace ebbflow::screen
