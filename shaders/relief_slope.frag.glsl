// Elevation to slopes, once at load, squeezed into eight bits; slope.glsl undoes it.
#include "slope.glsl"
uniform sampler2D metres;   // rows from the top
uniform vec2 kmPerTexel;
layout(location = 0) out vec4 slope;

float at(ivec2 texel) {
    ivec2 size = textureSize(metres, 0);
    return texelFetch(metres, clamp(texel, ivec2(0), size - 1), 0).r;
}

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    // Horn 1981: weighted differences over the eight neighbours.
    float nw = at(here + ivec2(-1, -1)), n = at(here + ivec2(0, -1)), ne = at(here + ivec2(1, -1));
    float w = at(here + ivec2(-1, 0)), e = at(here + ivec2(1, 0));
    float sw = at(here + ivec2(-1, 1)), s = at(here + ivec2(0, 1)), se = at(here + ivec2(1, 1));
    float dx = (ne + 2.0 * e + se) - (nw + 2.0 * w + sw);
    float dy = (nw + 2.0 * n + ne) - (sw + 2.0 * s + se);
    slope = packSlope(vec2(dx, dy) / (8.0 * kmPerTexel), at(here));
}
