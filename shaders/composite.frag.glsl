// Ground, lights and bloom added up in linear light.
#include "encode.glsl"
uniform sampler2D ground;
uniform sampler2D lights;
uniform sampler2D bloom;
uniform float brightness;     // of the ground: 1, or less behind what is in focus
uniform float bloomStrength;
layout(location = 0) out vec4 picture;

// Rises to 1 and keeps the hue: a river of gold stays gold. Where many hues meet they would add up
// to white: there the strongest one wins.
vec3 tamed(vec3 light) {
    float most = max(light.r, max(light.g, light.b));
    vec3 hue = light / max(most, 1e-4);
    hue = pow(hue, vec3(1.0 + 1.2 * smoothstep(0.7, 4.0, most)));
    vec3 shown = hue * (1.0 - exp(-most));
    return mix(shown, vec3(0.94), 0.06 * smoothstep(1.5, 9.0, most));
}

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    vec3 base = texelFetch(ground, here, 0).rgb * brightness;
    vec2 uv = gl_FragCoord.xy / vec2(textureSize(ground, 0));
    vec3 light = tamed(texelFetch(lights, here, 0).rgb + texture(bloom, uv).rgb * bloomStrength);
    picture = encode(base + (1.0 - base) * light);
}
