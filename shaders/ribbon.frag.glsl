#include "view.glsl"
#include "curves.glsl"
noperspective in float across;
noperspective in vec2 along;
noperspective in float share;
uniform vec3 colour;      // linear, with the strength in it
uniform float softness;
uniform float drifts;     // 1: a veil that shimmers slowly; 0: a steady band
layout(location = 0) out vec4 light;

void main() {
    // Where GL cuts a band that begins far outside of the picture, some pixels get no place on it.
    if (isnan(across + along.x + along.y + share)) discard;
    float band = ribbonBand(across, along.x, along.y, softness);
    float veil = ribbonVeil(across, along.x, along.y, shimmerSeconds);
    light = vec4(colour * (share * mix(band, veil, drifts)), 0.0);
}
