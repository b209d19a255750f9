#include "noise.glsl"
in vec2 place;
flat in vec2 halfSize;
flat in vec4 colour;
flat in vec4 shape;
layout(location = 0) out vec4 painted;  // premultiplied

float coverage(float distanceOutside) { return clamp(0.5 - distanceOutside, 0.0, 1.0); }

float outsideBox(vec2 size, float radius) {
    vec2 d = abs(place) - size + radius;
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - radius;
}

float glow() {
    float squared = dot(place, place) / (halfSize.x * halfSize.x);
    float rest = max(0.0, 1.0 - squared);
    return rest * rest * rest / (1.0 + 9.0 * squared);
}

// Hollow frame, filled from the bottom.
float square() {
    float outside = outsideBox(halfSize, 0.0);
    float frame = coverage(outside) - coverage(outside + shape.y);
    float level = halfSize.y * (1.0 - 2.0 * shape.w);
    float fill = coverage(outside) * clamp(place.y - level + 0.5, 0.0, 1.0) * step(0.001, shape.w);
    return max(frame * shape.z, fill);
}

// From nothing at its top to all of it, so slowly that eight bits need the noise.
vec4 soft(float cover) {
    float alpha = colour.a * cover * smoothstep(0.0, shape.z, place.y + halfSize.y);
    float grain = (noise(uvec2(gl_FragCoord.xy) + uvec2(37u, 91u)) - 0.5) / 255.0;
    return vec4(clamp(colour.rgb * alpha + grain, 0.0, alpha), alpha);
}

void main() {
    float cover;
    switch (int(shape.x)) {
        case 0: cover = glow(); break;
        case 1: cover = coverage(abs(length(place) - halfSize.x + shape.y) - 0.5 * shape.y); break;
        case 2: cover = coverage(length(place) - halfSize.x); break;
        case 3: cover = square(); break;
        default: cover = coverage(outsideBox(halfSize, shape.y)); break;
    }
    bool isSoft = shape.x == 4.0 && shape.z > 0.0;
    painted = isSoft ? soft(cover) : vec4(colour.rgb, 1.0) * (colour.a * cover);
}
