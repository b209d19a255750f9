#include "live/bar_items.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "live/clock_text.hpp"
#include "screen/overlay.hpp"

namespace ebbflow::live {

namespace {

using core::PixelBox;
using core::PixelPoint;
using screen::kInk;
using screen::kQuietInk;
using screen::Type;

constexpr core::Colour kGround{0.02F, 0.03F, 0.05F, 0.96F};
constexpr core::Colour kPanel{0.02F, 0.03F, 0.05F, 0.94F};
constexpr core::Colour kToCome{1, 1, 1, 0.26F};
constexpr core::Colour kUnderPointer{1, 1, 1, 0.12F};
constexpr float kSoftHead = 40;
constexpr double kBetweenChapters = 4;
constexpr double kGap = 10;

PixelPoint middleOf(const PixelBox& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

class BarPen {
public:
    BarPen(const Bar& bar, const frame::Plan& plan)
        : bar_(bar), plan_(plan), at_(barLayout(plan)), pen_(plan, items_) {}

    std::vector<picture::OverlayItem> draw() && {
        ground();
        names();
        line();
        buttons();
        pointed();
        return std::move(items_);
    }

private:
    void ground() {
        // Wider than the picture, for a box's edges are soft.
        items_.emplace_back(picture::BoxItem{{-8, at_.ground.y - kSoftHead, at_.ground.width + 16,
                                              at_.ground.height + kSoftHead + 8},
                                             kGround,
                                             0,
                                             kSoftHead});
    }

    [[nodiscard]] std::string titleOf(std::size_t chapter) const {
        const auto& title = plan_.film->scene.chapters[chapter].title;
        return fmt::format("{}  {}", chapter + 1, title.inOrAny(plan_.language));
    }
    [[nodiscard]] std::size_t chapterAt(core::FilmTime time) const {
        return plan_.timeline.steps[plan_.timeline.stepAt(time)].chapter;
    }

    /// Of one line, in the middle of the box's height, from its left.
    void write(const std::string& words, const PixelBox& box, double size, core::Colour colour,
               double indent = 0) {
        const Type type{.size = size, .colour = colour, .halo = 0};
        const std::string fitting = pen_.shortened(words, type, box.width - indent);
        if (fitting.empty()) return;
        const auto paragraph = pen_.paragraph(fitting, type);
        const double height = pen_.measure(paragraph).height;
        pen_.text(paragraph, type, {box.x + indent, box.y + (box.height - height) / 2}, 1);
    }

    void names() {
        for (std::size_t i = 0; i < at_.chapters.size(); ++i) {
            PixelBox box = at_.chapters[i];
            const bool pointed = bar_.under == BarSpot{BarPart::chapter, i};
            const bool lit = pointed || chapterAt(bar_.time) == i;
            box.width -= 2 * kGap;
            write(titleOf(i), box, screen::kSmallType, lit ? kInk : kQuietInk);
        }
    }

    /// One piece for each chapter, so that the gaps are the chapters' marks.
    void line() {
        const double thick = bar_.pointed ? 10 : 6;
        const double top = middleOf(at_.seek).y - thick / 2;
        const double now = at_.xOf(bar_.time);
        const auto piece = [&](double from, double to, core::Colour colour) {
            if (to > from) pen_.box({from, top, to - from, thick}, colour, 1);
        };
        for (const story::PlannedChapter& chapter : plan_.timeline.chapters) {
            const double left = at_.xOf(chapter.start);
            const bool last = &chapter == &plan_.timeline.chapters.back();
            const double right = at_.xOf(chapter.end) - (last ? 0 : kBetweenChapters);
            piece(left, std::min(now, right), kInk);
            piece(std::max(now, left), right, kToCome);
        }
        const double radius = bar_.pointed ? 13 : 10;
        const double middle = middleOf(at_.seek).y;
        pen_.box({now - radius, middle - radius, 2 * radius, 2 * radius}, kInk, 1, radius);
    }

    void underPointer(BarPart part, const PixelBox& box) {
        if (bar_.under.part == part)
            pen_.box({box.x, box.y + 4, box.width, box.height - 8}, kUnderPointer, 1, 8);
    }

    void buttons() {
        underPointer(BarPart::play, at_.play);
        playMark(middleOf(at_.play));
        write(barClock(plan_, bar_.time), at_.clock, kBarType, kInk);
        if (at_.chapters.empty()) write(titleOf(0), at_.title, kBarType, kQuietInk);
        if (at_.language.width > 0) {
            underPointer(BarPart::language, at_.language);
            write(languageLabel(plan_), at_.language, kBarType, kInk, 20);
        }
        underPointer(BarPart::fullScreen, at_.fullScreen);
        fullScreenMark(middleOf(at_.fullScreen));
    }

    void playMark(PixelPoint middle) {
        if (bar_.plays) {
            for (const double x : {-12.0, 4.0})
                pen_.box({middle.x + x, middle.y - 14, 8, 28}, kInk, 1, 1);
            return;
        }
        // A strip is as faint as its thinnest column: it is thin at the very tip alone.
        const double left = middle.x - 10, right = middle.x + 15, tip = right - 4;
        pen_.strip({{left, middle.y + 16}, {tip, middle.y + 2.5}, {right, middle.y}},
                   {{left, middle.y - 16}, {tip, middle.y - 2.5}, {right, middle.y}}, kInk, 1);
    }

    void fullScreenMark(PixelPoint middle) {
        constexpr double kHalfWidth = 15, kHalfHeight = 12, kArm = 8;
        for (const double right : {-1.0, 1.0}) {
            for (const double down : {-1.0, 1.0}) {
                const double x = middle.x + right * kHalfWidth, y = middle.y + down * kHalfHeight;
                pen_.line({{x - right * kArm, y}, {x, y}, {x, y - down * kArm}}, 3, kInk, 1);
            }
        }
    }

    /// Time and chapter over the place of the line that the pointer is at.
    void pointed() {
        if (!bar_.pointed) return;
        const double x = at_.xOf(*bar_.pointed);
        const double middle = middleOf(at_.seek).y;
        pen_.box({x - 2, middle - 14, 4, 28}, kInk, 1);
        const Type type{.size = kBarType, .halo = 0};
        std::string words = timeText(*bar_.pointed);
        if (!at_.chapters.empty()) words += "   " + titleOf(chapterAt(*bar_.pointed));
        const auto paragraph =
            pen_.paragraph(pen_.shortened(words, type, at_.seek.width - 4 * kGap), type);
        const text::Measure size = pen_.measure(paragraph);
        const double width = size.width + 4 * kGap, height = size.height + 2 * kGap;
        const double left = std::clamp(x - width / 2, at_.seek.x,
                                       std::max(at_.seek.x, at_.seek.x + at_.seek.width - width));
        const double top = at_.ground.y - height;
        pen_.box({left, top, width, height}, kPanel, 1, 8);
        pen_.text(paragraph, type, {left + 2 * kGap, top + kGap}, 1);
    }

    const Bar& bar_;
    const frame::Plan& plan_;
    BarLayout at_;
    std::vector<picture::OverlayItem> items_;
    screen::Overlay pen_;
};

}  // namespace

std::vector<picture::OverlayItem> barItems(const Bar& bar, const frame::Plan& plan) {
    return BarPen(bar, plan).draw();
}

}  // namespace ebbflow::live
