#pragma once
// Colours: linear light for adding up, sRGB for authors, text and video. Straight alpha everywhere
// unless a name says premultiplied.

#include <optional>
#include <string>
#include <string_view>

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

namespace ebbflow::core {

/// A colour as authors write it: sRGB-encoded, 0…1 a channel, straight alpha.
struct Colour {
    float r = 0, g = 0, b = 0, a = 1;
    friend bool operator==(const Colour&, const Colour&) = default;
    [[nodiscard]] Colour withAlpha(float alpha) const { return {r, g, b, alpha}; }
};

/// IEC 61966-2-1 transfer functions, one channel, 0…1.
[[nodiscard]] float linearFromSrgb(float encoded);
[[nodiscard]] float srgbFromLinear(float linear);
/// Linear-light RGB of a colour; alpha is left out.
[[nodiscard]] glm::vec3 linear(const Colour& colour);

/// `gold`, `cyan`, `vermilion`, `violet` and the other names of the palette, `#rgb`, `#rrggbb`,
/// `#rrggbbaa`.
[[nodiscard]] std::optional<Colour> parseColour(std::string_view text);
/// `#f2b441` (or with alpha, `#f2b44180`).
[[nodiscard]] std::string toString(const Colour& colour);

}  // namespace ebbflow::core
