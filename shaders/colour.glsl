// IEC 61966-2-1, as core/colour.hpp has it.
#include "curves.glsl"
vec3 linearFromSrgb(vec3 c) {
    return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), greaterThan(c, vec3(0.04045)));
}

vec3 srgbFromLinear(vec3 c) { return vec3(srgbOf(c.r), srgbOf(c.g), srgbOf(c.b)); }
