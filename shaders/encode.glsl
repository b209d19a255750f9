// Linear light to the picture's levels, with up to half a level of noise so that dark gradients do not band.
#include "colour.glsl"
uniform float levels;  // above 0 that the output has: 255 of eight bits

// The R2 sequence (Roberts 2018) in exact integers: even over neighbours, the same on every machine.
// 0…1.
float noise(uvec2 pixel) {
    uint n = pixel.x * 3242174889u + pixel.y * 2447445414u;
    return float(n >> 8) / 16777216.0;
}

vec4 encode(vec3 linear) {
    // Half a level either way, evenly: the mean is then exact, and a whole level stays as it is.
    float n = noise(uvec2(gl_FragCoord.xy)) - 0.5;
    return vec4(srgbFromLinear(linear) + n / levels, 1.0);
}
