// Linear light to the picture's levels, with up to half a level of noise so that dark gradients do not band.
#include "colour.glsl"
#include "noise.glsl"
uniform float levels;  // above 0 that the output has: 255 of eight bits

vec4 encode(vec3 linear) {
    // Half a level either way, evenly: the mean is then exact, and a whole level stays as it is.
    float n = noise(uvec2(gl_FragCoord.xy)) - 0.5;
    return vec4(srgbFromLinear(linear) + n / levels, 1.0);
}
