#pragma once
// What visitors see over a kiosk's film as items of the overlay: the line that invites, and the
// menu. Where the menu's parts stand, menu_layout.hpp says.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frame/plan.hpp"
#include "picture/description.hpp"

namespace ebbflow::live {

struct MenuView {
    std::optional<std::size_t> chosen;                       ///< by keys
    std::vector<std::shared_ptr<const core::Image>> stills;  ///< null: not made yet
    friend bool operator==(const MenuView&, const MenuView&) = default;
};

[[nodiscard]] std::vector<picture::OverlayItem> menuItems(const MenuView& menu,
                                                          const frame::Plan& plan);

/// The line in one of the film's languages, as the script or the program has it.
[[nodiscard]] std::string invitation(const frame::Plan& plan, std::size_t language);
/// It in that language.
[[nodiscard]] std::vector<picture::OverlayItem> inviteItems(std::size_t language,
                                                            const frame::Plan& plan);

}  // namespace ebbflow::live
