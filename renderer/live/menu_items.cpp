#include "live/menu_items.hpp"

#include <fmt/format.h>

#include "live/grid_items.hpp"
#include "live/hud_words.hpp"
#include "live/menu_layout.hpp"
#include "screen/overlay.hpp"
#include "text/cldr.hpp"

namespace ebbflow::live {

namespace {

using core::PixelBox;
using screen::Type;

constexpr core::Colour kMenuVeil{0.02F, 0.03F, 0.05F, 0.98F};
constexpr core::Colour kMenuButton{0.16F, 0.19F, 0.24F, 1};
constexpr core::Colour kMenuPanel{0.02F, 0.03F, 0.05F, 0.88F};
constexpr double kMenuFrame = 5;  // reference pixels

void frame(screen::Overlay& pen, const PixelBox& box, float radius) {
    pen.box({box.x - kMenuFrame, box.y - kMenuFrame, box.width + 2 * kMenuFrame,
             box.height + 2 * kMenuFrame},
            screen::kInk, 1, radius);
}

/// Of one line, in the middle of the box.
void label(screen::Overlay& pen, const text::Paragraph& words, const Type& type,
           const PixelBox& box) {
    const text::Measure size = pen.measure(words);
    pen.text(words, type,
             {box.x + (box.width - size.width) / 2, box.y + (box.height - size.height) / 2}, 1);
}

/// In its own language, whichever the film is shown in.
text::Paragraph inLanguage(const screen::Overlay& pen, const std::string& words,
                           const std::string& language, const Type& type) {
    text::Paragraph set = pen.paragraph(words, type);
    set.language = language;
    return set;
}

void languages(screen::Overlay& pen, const MenuLayout& menu, const MenuView& view,
               const frame::Plan& plan) {
    for (std::size_t i = 0; i < menu.languages.size(); ++i) {
        const PixelBox& box = menu.languages[i];
        const std::string& language = plan.film->scene.languages[i];
        const bool shown = language == plan.language;
        if (view.chosen == i) frame(pen, box, 14);
        pen.box(box, shown ? screen::kInk : kMenuButton, 1, 10);
        const Type type{.size = 32, .colour = shown ? screen::kGround : screen::kInk, .halo = 0};
        label(pen, inLanguage(pen, text::ownName(language), language, type), type, box);
    }
}

}  // namespace

std::vector<picture::OverlayItem> menuItems(const MenuView& view, const frame::Plan& plan) {
    std::vector<picture::OverlayItem> items;
    screen::Overlay pen(plan, items);
    const MenuLayout menu = menuLayout(plan);
    // Wider than the picture, for a box's edges are soft.
    pen.box({-8, -8, core::kReferenceHeight * plan.aspect + 16, core::kReferenceHeight + 16},
            kMenuVeil, 1);
    const Type title{.family = text::Family::serif,
                     .size = 64,
                     .maxWidth = menu.area.width,
                     .align = text::Align::centre,
                     .halo = 0};
    label(pen, pen.paragraph(plan.film->scene.title.inOrAny(plan.language), title), title,
          {menu.area.x, 0, menu.area.width, menu.area.y});
    languages(pen, menu, view, plan);
    for (std::size_t i = 0; i < menu.chapters.pictures.size(); ++i) {
        const bool chosen = view.chosen == menu.languageCount + i;
        const auto still = i < view.stills.size() ? view.stills[i] : nullptr;
        drawChapter(pen, plan, i, menu.chapters, still, chosen);
    }
    return items;
}

std::string invitation(const frame::Plan& plan, std::size_t language) {
    const scene::Scene& scene = plan.film->scene;
    const std::string& tag = scene.languages.at(language);
    const core::LocalText& own = scene.kiosk->invite;
    return own.empty() ? std::string(hudWord(HudWord::touch, tag)) : own.inOrAny(tag);
}

std::vector<picture::OverlayItem> inviteItems(std::size_t language, const frame::Plan& plan) {
    std::vector<picture::OverlayItem> items;
    screen::Overlay pen(plan, items);
    const Type type{.size = 40, .halo = 0};
    const text::Paragraph words =
        inLanguage(pen, invitation(plan, language), plan.film->scene.languages.at(language), type);
    const text::Measure size = pen.measure(words);
    const double width = size.width + 72, height = size.height + 32;
    const double middle = core::kReferenceHeight * plan.aspect / 2;
    const PixelBox box{middle - width / 2, screen::safeArea(plan.aspect).y, width, height};
    pen.box(box, kMenuPanel, 1, static_cast<float>(height / 2));
    label(pen, words, type, box);
    return items;
}

}  // namespace ebbflow::live
