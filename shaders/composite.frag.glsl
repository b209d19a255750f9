// Ground, lights and bloom added up in linear light.
#include "encode.glsl"
#include "grade.glsl"
uniform sampler2D ground;
uniform sampler2D lights;
uniform sampler2D bloom;
uniform float bloomStrength;
layout(location = 0) out vec4 picture;

vec3 tamed(vec3 light) {
    float most = max(light.r, max(light.g, light.b));
    vec3 hue = vec3(hueOf(light.r, most), hueOf(light.g, most), hueOf(light.b, most));
    hue = pow(hue, vec3(contrastOfHue(most)));
    float brightness = brightnessOf(most), white = whiteness(most);
    return vec3(tamed(hue.r, brightness, white), tamed(hue.g, brightness, white), tamed(hue.b, brightness, white));
}

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    vec2 uv = gl_FragCoord.xy / vec2(textureSize(ground, 0));
    vec3 base = graded(texelFetch(ground, here, 0).rgb, uv * 2.0 - 1.0);
    vec3 light = tamed(texelFetch(lights, here, 0).rgb + texture(bloom, uv).rgb * bloomStrength);
    picture = encode(base + (1.0 - base) * light);
}
