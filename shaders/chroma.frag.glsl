// Four Cb and four Cr samples a pixel, rows from the top. Each is the mean of a block of pixels, by their alpha
// where there is one.
#include "plane.glsl"
uniform int across;  // pixels of a block: 1 or 2
uniform int down;    // 1 or 2
layout(location = 0) out vec4 blue;
layout(location = 1) out vec4 red;

vec3 mean(ivec2 at) {
    vec4 sum = vec4(0.0);
    for (int y = 0; y < down; ++y) {
        for (int x = 0; x < across; ++x) sum += texelAt(at * ivec2(across, down) + ivec2(x, y));
    }
    return straight(sum / float(across * down));
}

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * ivec2(4, 1);
    for (int i = 0; i < 4; ++i) {
        vec3 c = mean(first + ivec2(i, 0));
        float luma = lumaOf(c.r, c.g, c.b);
        blue[i] = code(blueCode(c.b, luma), first + ivec2(i, 0));
        red[i] = code(redCode(c.r, luma), first + ivec2(i, 0));
    }
}
