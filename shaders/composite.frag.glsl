// Ground + lights + bloom in linear light, then encoded, with up to half a level of noise so that dark
// gradients do not band in 8 bits.
#include "colour.glsl"
uniform sampler2D ground;
uniform sampler2D lights;
uniform sampler2D bloom;
uniform float brightness;     // of the ground: 1, or less behind what is in focus
uniform float bloomStrength;
uniform float lightShare;     // 1, or 0 for the ground by itself
uniform float ditherAmount;   // 1, or 0 for tests of exact values
layout(location = 0) out vec4 picture;

// Rises to 1 and keeps the hue: a river of gold stays gold.
vec3 tamed(vec3 light) {
    float most = max(light.r, max(light.g, light.b));
    vec3 shown = light * ((1.0 - exp(-most)) / max(most, 1e-4));
    return mix(shown, vec3(0.94), 0.10 * smoothstep(1.5, 9.0, most));
}

// The R2 sequence (Roberts 2018) in exact integers: even over neighbours, the same on every machine.
// 0…1.
float noise(uvec2 pixel) {
    uint n = pixel.x * 3242174889u + pixel.y * 2447445414u;
    return float(n >> 8) / 16777216.0;
}

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    vec3 base = texelFetch(ground, here, 0).rgb * brightness;
    // By the fragment's place, not by a varying: any tiling gives the same numbers.
    vec2 uv = gl_FragCoord.xy / vec2(textureSize(ground, 0));
    vec3 light = texelFetch(lights, here, 0).rgb + texture(bloom, uv).rgb * bloomStrength;
    light = tamed(light * lightShare);
    vec3 encoded = srgbFromLinear(base + (1.0 - base) * light);
    // Half a level either way, evenly: the mean is then exact, and a whole level stays as it is.
    float n = noise(uvec2(here)) - 0.5;
    picture = vec4(encoded + n * (ditherAmount / 255.0), 1.0);
}
