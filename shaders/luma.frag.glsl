// Four luma samples a pixel, rows from the top, BT.709 limited range from R'G'B' as they are.
#include "plane.glsl"
layout(location = 0) out vec4 four;

float luma(ivec2 at) {
    vec3 c = straight(texelAt(at));
    return code(lumaCode(lumaOf(c.r, c.g, c.b)), at);
}

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * ivec2(4, 1);
    four = vec4(luma(first), luma(first + ivec2(1, 0)), luma(first + ivec2(2, 0)), luma(first + ivec2(3, 0)));
}
