// One look of an open shutter at a picture that is `across` times finer: the mean of its light, by its share of
// the time.
#include "colour.glsl"
uniform sampler2D picture;  // sRGB-encoded
uniform int across;         // 1…4
uniform float share;
layout(location = 0) out vec4 light;

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * across;
    vec3 sum = vec3(0.0);
    for (int y = 0; y < across; ++y) {
        for (int x = 0; x < across; ++x) sum += linearFromSrgb(texelFetch(picture, first + ivec2(x, y), 0).rgb);
    }
    light = vec4(sum * (share / float(across * across)), share);
}
