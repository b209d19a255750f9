#include "live/menu_layout.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "screen/overlay.hpp"
#include "text/cldr.hpp"

namespace ebbflow::live {

namespace {

constexpr double kMenuGap = 24;  // reference pixels, as all here
constexpr double kLanguage = 76;
constexpr double kMenuCaption = 46;
constexpr double kWidestLanguage = 460;
constexpr double kTop = 0.5;  // of the picture's height

/// As wide as one another, in one row or as many as they need.
std::vector<core::PixelBox> languageBoxes(std::size_t count, const core::PixelBox& area,
                                          double width, double height) {
    const auto across = std::clamp<std::size_t>(
        static_cast<std::size_t>((area.width + kMenuGap) / (width + kMenuGap)), 1, count);
    const double wide = std::min(width, area.width);
    const double row = static_cast<double>(across) * (wide + kMenuGap) - kMenuGap;
    std::vector<core::PixelBox> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t before = i % across, above = i / across;
        boxes.push_back(
            {area.x + (area.width - row) / 2 + static_cast<double>(before) * (wide + kMenuGap),
             area.y + static_cast<double>(above) * (height + kMenuGap), wide, height});
    }
    return boxes;
}

double widestName(const frame::Plan& plan) {
    std::vector<picture::OverlayItem> none;
    const screen::Overlay pen(plan, none);
    double width = 0;
    for (const std::string& language : plan.film->scene.languages)
        width = std::max(width, pen.widthOf(text::ownName(language), {.size = 32, .halo = 0}));
    return width;
}

}  // namespace

double targetPixels(double widthCm, double aspect) {
    return kTargetMillimetres / (10 * widthCm) * core::kReferenceHeight * aspect;
}

std::size_t MenuLayout::parts() const {
    return languageCount + chapters.pictures.size();
}

std::optional<std::size_t> MenuLayout::partAt(core::PixelPoint point) const {
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (languages[i].holds(point)) return i;
    }
    const auto cell = chapters.cellAt(point);
    return cell ? std::optional(languageCount + *cell) : std::nullopt;
}

MenuLayout menuLayout(const frame::Plan& plan) {
    const core::PixelBox safe = screen::safeArea(plan.aspect);
    const auto& kiosk = plan.film->scene.kiosk;
    const double target = kiosk ? targetPixels(kiosk->widthCm, plan.aspect) : 0;
    const double top = core::kReferenceHeight * kTop;
    MenuLayout menu;
    menu.area = {safe.x, top, safe.width, safe.y + safe.height - top};
    menu.languageCount = plan.film->scene.languages.size();
    core::PixelBox rest = menu.area;
    if (menu.languageCount > 1) {
        const double width = std::max(widestName(plan) + 2 * kMenuGap, 3 * target);
        menu.languages =
            languageBoxes(menu.languageCount, menu.area, width, std::max(kLanguage, target));
        const core::PixelBox& last = menu.languages.back();
        rest.y = last.y + last.height + kMenuGap;
        rest.height = menu.area.y + menu.area.height - rest.y;
    }
    menu.chapters =
        gridLayout(plan.timeline.chapters.size(), plan.aspect, rest, kMenuCaption, kWidestLanguage);
    return menu;
}

std::string smallTargets(const frame::Plan& plan) {
    const auto& kiosk = plan.film->scene.kiosk;
    if (!kiosk || !kiosk->visitors) return {};
    const GridLayout cells = menuLayout(plan).chapters;
    double least = core::kReferenceHeight;
    for (const core::PixelBox& cell : cells.pictures)
        least = std::min({least, cell.width, cell.height + cells.caption});
    const double target = targetPixels(kiosk->widthCm, plan.aspect);
    if (least >= target) return {};
    return fmt::format(
        "the menu's {} chapters are {:.0f} mm on a picture {:g} cm wide, less than the {:.0f} that "
        "fingers hit; take a larger screen (`width`) or fewer chapters",
        cells.pictures.size(), kTargetMillimetres * least / target, kiosk->widthCm,
        kTargetMillimetres);
}

}  // namespace ebbflow::live
