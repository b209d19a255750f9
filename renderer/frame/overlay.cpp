#include "frame/overlay.hpp"

namespace ebbflow::frame {

namespace {

// The year band and the source line have the foot of the picture to themselves.
constexpr double kFootHeight = 128;

core::Colour faded(core::Colour colour, double opacity) {
    return colour.withAlpha(colour.a * static_cast<float>(opacity));
}

}  // namespace

text::Paragraph Overlay::paragraph(const std::string& words, const Type& type) const {
    text::Paragraph p;
    p.text = words;
    p.language = moment_.plan.language;
    p.style.family = type.family;
    p.style.size = type.size;
    p.style.weight = type.weight;
    p.style.tabularFigures = true;
    p.style.letterSpacing = type.letterSpacing;
    p.maxWidth = type.maxWidth;
    p.align = type.align;
    p.halo = type.halo;
    return p;
}

void Overlay::text(const text::Paragraph& words, const Type& type, core::PixelPoint at,
                   double opacity) {
    if (opacity <= 0 || words.text.empty()) return;
    items_.emplace_back(TextItem{words, at, type.colour, kHalo, static_cast<float>(opacity)});
}

void Overlay::box(const core::PixelBox& box, core::Colour colour, double opacity, double radius) {
    if (opacity > 0)
        items_.emplace_back(BoxItem{box, faded(colour, opacity), static_cast<float>(radius)});
}

void Overlay::line(std::vector<core::PixelPoint> points, double width, core::Colour colour,
                   double opacity) {
    if (opacity <= 0) return;
    items_.emplace_back(
        PolylineItem{std::move(points), static_cast<float>(width), faded(colour, opacity)});
}

void Overlay::strip(std::vector<core::PixelPoint> lower, std::vector<core::PixelPoint> upper,
                    core::Colour colour, double opacity) {
    if (opacity <= 0) return;
    items_.emplace_back(StripItem{std::move(lower), std::move(upper), faded(colour, opacity)});
}

core::PixelPoint placed(const std::optional<scene::Screen::Piece>& piece,
                        std::string_view otherwise, double width, double height, double aspect) {
    const std::string_view where =
        piece && !piece->position.empty() ? std::string_view(piece->position) : otherwise;
    const core::PixelBox safe = safeArea(aspect);
    const auto has = [&](std::string_view word) {
        return where.find(word) != std::string_view::npos;
    };
    core::PixelPoint at{safe.x + (safe.width - width) / 2, safe.y + (safe.height - height) / 2};
    if (has("left")) at.x = safe.x;
    if (has("right")) at.x = safe.x + safe.width - width;
    if (has("top")) at.y = safe.y;
    if (has("bottom")) at.y = safe.y + safe.height - kFootHeight - height;
    return at;
}

std::optional<scene::Screen::Piece> pieceOf(
    const Moment& moment, std::optional<scene::Screen::Piece> scene::Screen::*member,
    bool otherwise) {
    for (const scene::Screen* screen :
         {&moment.script.screen, &moment.chapterScript.screen, &moment.plan.film->scene.screen}) {
        const auto& piece = screen->*member;
        if (piece) return piece->on ? piece : std::nullopt;
    }
    return otherwise ? std::optional(scene::Screen::Piece{}) : std::nullopt;
}

}  // namespace ebbflow::frame
