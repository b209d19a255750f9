// What the passes that make planes share: the picture from its top row down, and codes as a texture has them.
#include "noise.glsl"
uniform sampler2D picture;
uniform bool premultiplied;  // the picture has alpha, and its colours are to be straight
uniform float unit;          // codes of the target to one of eight bits
uniform float most;          // the code that a whole texture value stands for
uniform float dither;        // codes of noise: 0, or nearly 1

vec4 texelAt(ivec2 at) {
    ivec2 last = textureSize(picture, 0) - 1;
    at = min(at, last);
    return texelFetch(picture, ivec2(at.x, last.y - at.y), 0);
}

vec3 straight(vec4 c) { return premultiplied ? c.rgb / max(c.a, 1e-6) : c.rgb; }

// 219 codes of luma cannot follow 255 levels of the picture, dithered as these are: without noise of its own a
// slow gradient would stand on one code for whole levels. The other way round over the pixels, for it must not
// know the picture's.
float code(float ofEightBits, ivec2 at) {
    float n = (noise(uvec2(at.yx)) - 0.5) * dither;
    return (ofEightBits * unit + n) / most;
}
