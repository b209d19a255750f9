#include "live/found_items.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "screen/overlay.hpp"

namespace ebbflow::live {

namespace {

constexpr core::Colour kFoundPanel{0.02F, 0.03F, 0.05F, 0.97F};
constexpr double kRing = 15;  // reference pixels, as all here
constexpr double kAway = 26;  // of the note from the middle of the ring
constexpr double kFoundPadding = 16;
constexpr double kBetween = 4;
constexpr double kWidestFound = 560;

std::vector<core::PixelPoint> circle(core::PixelPoint middle, double radius) {
    constexpr int kPieces = 40;
    std::vector<core::PixelPoint> points;
    for (int i = 0; i <= kPieces; ++i) {
        const double turn = 2 * std::numbers::pi * i / kPieces;
        points.push_back({middle.x + radius * std::cos(turn), middle.y + radius * std::sin(turn)});
    }
    return points;
}

struct Line {
    text::Paragraph words;
    screen::Type type;
    text::Measure size;
};

std::vector<Line> linesOf(const Found& found, const screen::Overlay& pen, double widest) {
    std::vector<Line> lines;
    const auto add = [&](const std::string& words, double size, core::Colour colour) {
        screen::Type type{.size = size, .colour = colour, .halo = 0};
        // Only what needs the room is set to it: right-to-left words stand at its right end.
        if (pen.widthOf(words, type) > widest) type.maxWidth = widest;
        text::Paragraph set = pen.paragraph(words, type);
        // One word may be longer than the room, such as an address.
        if (pen.measure(set).width > widest)
            set = pen.paragraph(pen.shortened(words, type, widest), type);
        lines.push_back({set, type, pen.measure(set)});
    };
    if (!found.title.empty()) add(found.title, 26, screen::kInk);
    for (const std::string& line : found.lines) add(line, 22, screen::kQuietInk);
    return lines;
}

/// To the right of it and below, or wherever there is room.
core::PixelPoint placeOf(core::PixelPoint about, double width, double height, double aspect) {
    const core::PixelBox safe = screen::safeArea(aspect);
    const auto within = [](double at, double size, double from, double room) {
        return std::clamp(at, from, std::max(from, from + room - size));
    };
    const bool right = about.x + kAway + width <= safe.x + safe.width;
    const double x = right ? about.x + kAway : about.x - kAway - width;
    return {within(x, width, safe.x, safe.width),
            within(about.y - kFoundPadding, height, safe.y, safe.height)};
}

}  // namespace

std::vector<picture::OverlayItem> foundItems(const Found& found, const frame::Plan& plan) {
    std::vector<picture::OverlayItem> items;
    screen::Overlay pen(plan, items);
    pen.line(circle(found.at, kRing), 2, screen::kInk, 0.9);
    const double room = screen::safeArea(plan.aspect).width - 2 * kFoundPadding;
    const std::vector<Line> lines = linesOf(found, pen, std::min(kWidestFound, room));
    if (lines.empty()) return items;
    double width = 0, height = -kBetween;
    for (const Line& line : lines) {
        width = std::max(width, line.size.width);
        height += line.size.height + kBetween;
    }
    const core::PixelPoint at =
        placeOf(found.at, width + 2 * kFoundPadding, height + 2 * kFoundPadding, plan.aspect);
    pen.box({at.x, at.y, width + 2 * kFoundPadding, height + 2 * kFoundPadding}, kFoundPanel, 1, 8);
    double top = at.y + kFoundPadding;
    for (const Line& line : lines) {
        pen.text(line.words, line.type, {at.x + kFoundPadding, top}, 1);
        top += line.size.height + kBetween;
    }
    return items;
}

}  // namespace ebbflow::live
