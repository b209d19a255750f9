#include "live/hud_items.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "live/bar_items.hpp"
#include "live/found_items.hpp"
#include "live/grid_items.hpp"
#include "live/hud_words.hpp"
#include "live/key_list.hpp"
#include "live/laser_items.hpp"

namespace ebbflow::live {

namespace {

constexpr core::Colour kHudPanel{0.02F, 0.03F, 0.05F, 0.90F};
constexpr core::Colour kFault{0.96F, 0.62F, 0.48F, 1};
// The strip above the graphics-safe area, in which a film puts nothing.
constexpr double kStripTop = 10;
constexpr double kHudPadding = 22;

/// Sets words and panels one after another.
class Pen {
public:
    explicit Pen(const frame::Plan& plan)
        : plan_(plan), width_(core::kReferenceHeight * plan.aspect) {}

    [[nodiscard]] text::Paragraph words(std::string text, double size, double maxWidth = 0) const {
        text::Paragraph p;
        p.text = std::move(text);
        p.language = plan_.language;
        p.style.family = text::Family::sans;
        p.style.size = size;
        p.style.tabularFigures = true;
        p.maxWidth = maxWidth;
        return p;
    }
    [[nodiscard]] text::Measure measure(const text::Paragraph& p) const {
        return plan_.ruler.measure(p);
    }
    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] std::string_view language() const { return plan_.language; }

    void write(text::Paragraph p, core::PixelPoint at, core::Colour colour) {
        items.emplace_back(picture::TextItem{std::move(p), at, colour, {0, 0, 0, 0}, 1, false});
    }
    void panel(const core::PixelBox& box) {
        items.emplace_back(picture::BoxItem{box, kHudPanel, 8});
    }

    std::vector<picture::OverlayItem> items;

private:
    const frame::Plan& plan_;
    double width_;
};

enum class Side { left, right };

void strip(Pen& pen, const std::string& text, Side side) {
    if (text.empty()) return;
    const text::Paragraph words = pen.words(text, 24);
    const text::Measure size = pen.measure(words);
    const double margin = pen.width() * 0.05;
    const double x = side == Side::left ? margin : pen.width() - margin - size.width;
    pen.panel({x - 12, kStripTop, size.width + 24, size.height + 8});
    pen.write(words, {x, kStripTop + 4}, screen::kInk);
}

void faults(Pen& pen, const Hud& hud) {
    if (hud.faults.empty()) return;
    const double x = pen.width() * 0.05, y = core::kReferenceHeight * 0.07;
    const double inner = pen.width() * 0.9 - 2 * kHudPadding;
    std::vector<text::Paragraph> lines{pen.words(hud.heading, 26, inner)};
    for (const std::string& fault : hud.faults) lines.push_back(pen.words(fault, 24, inner));
    double height = 2 * kHudPadding;
    for (const auto& line : lines) height += pen.measure(line).height + 8;
    pen.panel({x, y, inner + 2 * kHudPadding, height - 8});
    double top = y + kHudPadding;
    for (auto& line : lines) {
        const double step = pen.measure(line).height + 8;
        const bool heading = &line == &lines.front();
        pen.write(std::move(line), {x + kHudPadding, top}, heading ? kFault : screen::kInk);
        top += step;
    }
}

void keyList(Pen& pen, Mode mode) {
    const auto lines = keyLines(mode, pen.language());
    const text::Paragraph heading =
        pen.words(std::string(hudWord(HudWord::keys, pen.language())), 32);
    double left = 0, right = 0;
    const double lineHeight = pen.measure(pen.words("Hg", 26)).height + 10;
    for (const KeyLine& line : lines) {
        left = std::max(left, pen.measure(pen.words(line.keys, 26)).width);
        right = std::max(right, pen.measure(pen.words(line.meaning, 26)).width);
    }
    const double headHeight = pen.measure(heading).height + 16;
    const double width = left + 48 + right + 2 * kHudPadding;
    const double height =
        headHeight + lineHeight * static_cast<double>(lines.size()) + 2 * kHudPadding;
    const double x = (pen.width() - width) / 2, y = (core::kReferenceHeight - height) / 2;
    pen.panel({x, y, width, height});
    pen.write(heading, {x + kHudPadding, y + kHudPadding}, screen::kInk);
    double top = y + kHudPadding + headHeight;
    for (const KeyLine& line : lines) {
        pen.write(pen.words(line.keys, 26), {x + kHudPadding, top}, screen::kInk);
        pen.write(pen.words(line.meaning, 26), {x + kHudPadding + left + 48, top},
                  screen::kQuietInk);
        top += lineHeight;
    }
}

}  // namespace

std::vector<picture::OverlayItem> hudItems(const Hud& hud, const frame::Plan& plan) {
    Pen pen(plan);
    const auto lay = [&](std::vector<picture::OverlayItem> items) {
        std::ranges::move(items, std::back_inserter(pen.items));
    };
    if (hud.invite) lay(inviteItems(*hud.invite, plan));
    if (hud.menu) lay(menuItems(*hud.menu, plan));
    if (hud.found) lay(foundItems(*hud.found, plan));
    if (hud.bar) lay(barItems(*hud.bar, plan));
    if (hud.grid) lay(gridItems(*hud.grid, plan));
    if (!hud.bar && !hud.grid) strip(pen, hud.clock, Side::left);
    strip(pen, hud.message, Side::right);
    faults(pen, hud);
    if (hud.keys) keyList(pen, hud.mode);
    if (hud.laser) lay(laserItems(*hud.laser, plan));
    return std::move(pen.items);
}

void layOver(picture::FrameDescription& description, std::vector<picture::OverlayItem> items,
             double aspect) {
    if (items.empty()) return;
    if (description.black > 0) {
        // The fade as one more item; wider than the picture, for a box's edges are soft.
        const double width = core::kReferenceHeight * aspect;
        description.overlay.emplace_back(picture::BoxItem{
            {-8, -8, width + 16, core::kReferenceHeight + 16}, {0, 0, 0, description.black}, 0});
        description.black = 0;
    }
    std::ranges::move(items, std::back_inserter(description.overlay));
}

}  // namespace ebbflow::live
