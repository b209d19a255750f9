// Four alpha samples a pixel, rows from the top, full range.
#include "plane.glsl"
layout(location = 0) out vec4 four;

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * ivec2(4, 1);
    for (int i = 0; i < 4; ++i) four[i] = texelAt(first + ivec2(i, 0)).a * (256.0 * unit - 1.0) / most;
}
