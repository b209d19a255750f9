// What the passes that make planes share: the picture from its top row down, and codes as a texture has them.
uniform sampler2D picture;
uniform bool premultiplied;  // the picture has alpha, and its colours are to be straight
uniform float unit;          // codes of the target to one of eight bits
uniform float most;          // the code that a whole texture value stands for

vec4 texelAt(ivec2 at) {
    ivec2 last = textureSize(picture, 0) - 1;
    at = min(at, last);
    return texelFetch(picture, ivec2(at.x, last.y - at.y), 0);
}

vec3 straight(vec4 c) { return premultiplied ? c.rgb / max(c.a, 1e-6) : c.rgb; }

float code(float ofEightBits) { return ofEightBits * unit / most; }
