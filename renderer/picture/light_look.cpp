#include "picture/light_look.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace ebbflow::picture {
namespace {

constexpr LightLook kOutward;

/// A swallow: pale, thin, a small head before two tails.
constexpr LightLook kHome{
    .name = "home",
    .colour = {},
    .paleness = 0.38F,
    .strength = 0.62F,
    .threadStrength = 0.5F,
    .head = {.radius = 1.7F, .crisp = 9, .soft = 0.8F},
    .tail = {.longest = 22,
             .strength = 0.5F,
             .crispWidth = 0.6F,
             .softWidth = 1.2F,
             .edge = 0.35F,
             .widthAtEnd = 1,
             .spread = 0.19F},
    .sign = {.towardsWhite = 0.45F, .width = 2.6, .farTail = 0.55, .nearTail = 0.8},
    .years = {.below = true, .opacity = 0.5},
    .words = "going_home",
    .sureAtFoot = false,
};

/// A wagon: a broad bar, as long at any speed, so that goods are told
/// from people of the same hue.
constexpr LightLook kFreight{
    .name = "freight",
    .colour = {},
    .head = {.radius = 2.4F, .crisp = 6, .soft = 0.9F},
    .tail = {.shortest = 14,
             .longest = 14,
             .strength = 1.6F,
             .crispWidth = 1.3F,
             .softWidth = 1.5F,
             .widthAtEnd = 1},
    .sign = {.width = 5, .farTail = 0, .nearTail = 0.85},
    .years = {},
    .words = {},
};

constexpr std::array kLooks{kHome, kFreight};

}  // namespace

std::span<const LightLook> lightLooks() {
    return kLooks;
}

const LightLook& lookNamed(std::string_view name) {
    if (name.empty()) return kOutward;
    const auto found = std::ranges::find(kLooks, name, &LightLook::name);
    assert(found != kLooks.end());
    return *found;
}

}  // namespace ebbflow::picture
