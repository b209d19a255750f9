#include "screen/overlay.hpp"

#include "screen/sides.hpp"
#include "text/scripts.hpp"

namespace ebbflow::screen {

namespace {

core::Colour faded(core::Colour colour, double opacity) {
    return colour.withAlpha(colour.a * static_cast<float>(opacity));
}

struct Shift {
    double dx, dy;
    void move(core::PixelPoint& p) const { p = {p.x + dx, p.y + dy}; }
    void move(std::vector<core::PixelPoint>& points) const {
        for (auto& p : points) move(p);
    }
    void operator()(picture::TextItem& item) const { move(item.at); }
    void operator()(picture::BoxItem& item) const { move(item.box); }
    void operator()(picture::ImageItem& item) const { move(item.box); }
    void operator()(picture::PolylineItem& item) const { move(item.points); }
    void operator()(picture::StripItem& item) const {
        move(item.lower);
        move(item.upper);
    }
    void move(core::PixelBox& box) const {
        box.x += dx;
        box.y += dy;
    }
};

struct Fade {
    float opacity;
    void operator()(picture::TextItem& item) const { item.opacity *= opacity; }
    void operator()(picture::ImageItem& item) const { item.opacity *= opacity; }
    template <typename Shape>
    void operator()(Shape& item) const {
        item.colour.a *= opacity;
    }
};

}  // namespace

text::Paragraph Overlay::paragraph(const std::string& words, const Type& type) const {
    text::Paragraph p;
    p.text = words;
    p.language = letters_.shownLanguage;
    p.style.family = type.family;
    p.style.size = type.size;
    p.style.weight = type.weight;
    p.style.italic = type.italic;
    p.style.tabularFigures = true;
    p.style.letterSpacing = type.letterSpacing;
    p.maxWidth = type.maxWidth;
    p.align = type.align;
    const bool flush = type.align == text::Align::left && !isMirrored(letters_);
    if (flush && text::directionOf(words, p.language) == text::Direction::rightToLeft)
        p.align = text::Align::right;
    p.halo = type.halo;
    p.marked = type.marked;
    return p;
}

std::string Overlay::shortened(const std::string& words, const Type& type, double room) const {
    if (widthOf(words, type) <= room) return words;
    std::string rest = words;
    while (!rest.empty()) {
        // A whole character back, then the blanks and marks before it.
        while (rest.size() > 1 && (static_cast<unsigned char>(rest.back()) & 0xC0U) == 0x80U)
            rest.pop_back();
        rest.pop_back();
        while (!rest.empty() && (rest.back() == ' ' || rest.back() == ',' || rest.back() == ';'))
            rest.pop_back();
        if (widthOf(rest + "…", type) <= room) return rest + "…";
    }
    return {};
}

void Overlay::text(const text::Paragraph& words, const Type& type, core::PixelPoint at,
                   double opacity) {
    if (opacity <= 0 || words.text.empty()) return;
    items_.emplace_back(
        picture::TextItem{words, at, type.colour, kHalo, static_cast<float>(opacity)});
}

void Overlay::box(const core::PixelBox& box, core::Colour colour, double opacity, double radius) {
    if (opacity > 0)
        items_.emplace_back(
            picture::BoxItem{box, faded(colour, opacity), static_cast<float>(radius)});
}

void Overlay::line(std::vector<core::PixelPoint> points, double width, core::Colour colour,
                   double opacity) {
    if (opacity <= 0) return;
    items_.emplace_back(picture::PolylineItem{std::move(points), static_cast<float>(width),
                                              faded(colour, opacity)});
}

void Overlay::strip(std::vector<core::PixelPoint> lower, std::vector<core::PixelPoint> upper,
                    core::Colour colour, double opacity) {
    if (opacity <= 0) return;
    items_.emplace_back(
        picture::StripItem{std::move(lower), std::move(upper), faded(colour, opacity)});
}

void shift(picture::OverlayItem& item, double dx, double dy) {
    std::visit(Shift{dx, dy}, item);
}

void cover(picture::OverlayItem& item, const picture::Rows& gap) {
    std::visit([&](auto& any) { any.gap = gap; }, item);
}

void glide(picture::OverlayItem& item) {
    if (auto* words = std::get_if<picture::TextItem>(&item)) words->glides = true;
    if (auto* image = std::get_if<picture::ImageItem>(&item)) image->glides = true;
}

void fade(picture::OverlayItem& item, double opacity) {
    std::visit(Fade{static_cast<float>(opacity)}, item);
}

}  // namespace ebbflow::screen
