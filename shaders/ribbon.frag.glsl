#include "view.glsl"
noperspective in float across;
noperspective in vec2 along;
noperspective in float share;
uniform vec3 colour;      // linear, with the strength in it
uniform float softness;
uniform float drifts;     // 1: a veil that shimmers slowly; 0: a steady band
layout(location = 0) out vec4 light;

// Slow waves of different lengths, none of which repeats with another: breath, not traffic.
float drift(float s) {
    float t = shimmerSeconds;
    float bend = 0.35 * across * sin(5.1 * s - 0.31 * t);
    float wave = sin(11.0 * (s + bend * 0.1) - 0.9 * t) + 0.7 * sin(23.0 * s - 1.3 * t + 2.0 * across);
    return 0.5 + 0.26 * wave;
}

void main() {
    float rest = 1.0 - across * across;
    float flatTop = smoothstep(0.0, mix(0.35, 1.0, softness), rest);
    float ends = smoothstep(0.0, 0.05, along.y) * smoothstep(1.0, 0.93, along.y);
    // Brighter towards where it goes.
    vec3 band = colour * flatTop * mix(rest, 1.0, 0.4) * ends * mix(0.6, 1.25, along.x);
    vec3 veil = colour * rest * rest * ends * drift(along.x);
    light = vec4(share * mix(band, veil, drifts), 0.0);
}
