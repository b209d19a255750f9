#include "core/colour.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

namespace ebbflow::core {

namespace {

constexpr Colour fromBytes(std::uint32_t rgb) {
    return {static_cast<float>(rgb >> 16 & 255U) / 255.0F,
            static_cast<float>(rgb >> 8 & 255U) / 255.0F, static_cast<float>(rgb & 255U) / 255.0F,
            1.0F};
}

struct Named {
    std::string_view name;
    Colour colour;
};

// The four of the art direction, and four more that stay apart from them for kinds beyond the
// story's.
constexpr std::array kPalette{
    Named{"gold", fromBytes(0xF2B441)},      Named{"cyan", fromBytes(0x4FC3D9)},
    Named{"vermilion", fromBytes(0xE4572E)}, Named{"violet", fromBytes(0x8F6BD8)},
    Named{"jade", fromBytes(0x5FBF8F)},      Named{"rose", fromBytes(0xE58CA8)},
    Named{"sand", fromBytes(0xCDBE9A)},      Named{"white", fromBytes(0xEDEFF2)},
};

std::optional<int> hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

std::optional<Colour> parseHex(std::string_view digits) {
    if (digits.size() != 3 && digits.size() != 6 && digits.size() != 8) return std::nullopt;
    const std::size_t step = digits.size() == 3 ? 1 : 2;
    std::array<float, 4> channels{0, 0, 0, 1};
    for (std::size_t i = 0; i * step < digits.size(); ++i) {
        const auto high = hexDigit(digits[i * step]);
        const auto low = hexDigit(digits[i * step + step - 1]);
        if (!high || !low) return std::nullopt;
        channels[i] = static_cast<float>(*high * 16 + *low) / 255.0F;
    }
    return Colour{channels[0], channels[1], channels[2], channels[3]};
}

int toByte(float channel) {
    return static_cast<int>(std::lround(std::clamp(channel, 0.0F, 1.0F) * 255.0F));
}

}  // namespace

float linearFromSrgb(float encoded) {
    return encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
}

float srgbFromLinear(float linear) {
    return linear <= 0.0031308F ? linear * 12.92F : 1.055F * std::pow(linear, 1.0F / 2.4F) - 0.055F;
}

glm::vec3 linear(const Colour& colour) {
    return {linearFromSrgb(colour.r), linearFromSrgb(colour.g), linearFromSrgb(colour.b)};
}

std::optional<Colour> parseColour(std::string_view text) {
    for (const Named& named : kPalette) {
        if (named.name == text) return named.colour;
    }
    if (text.empty() || text.front() != '#') return std::nullopt;
    return parseHex(text.substr(1));
}

std::string toString(const Colour& c) {
    std::string text = fmt::format("#{:02x}{:02x}{:02x}", toByte(c.r), toByte(c.g), toByte(c.b));
    if (toByte(c.a) != 255) text += fmt::format("{:02x}", toByte(c.a));
    return text;
}

}  // namespace ebbflow::core
