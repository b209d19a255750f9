#include "noise.glsl"
in vec2 place;
flat in vec2 halfSize;
flat in vec4 colour;
flat in vec4 shape;
layout(location = 0) out vec4 painted;  // premultiplied

float glow() { return glowOf(dot(place, place) / (halfSize.x * halfSize.x)); }

// From nothing at its top to all of it, so slowly that eight bits need the noise.
vec4 soft(float cover) {
    float alpha = colour.a * cover * smoothstep(0.0, shape.z, place.y + halfSize.y);
    float grain = (noise(uvec2(gl_FragCoord.xy) + uvec2(37u, 91u)) - 0.5) / 255.0;
    return vec4(clamp(colour.rgb * alpha + grain, 0.0, alpha), alpha);
}

float outside(float radius) { return outsideBox(place.x, place.y, halfSize.x, halfSize.y, radius); }

void main() {
    float cover;
    switch (int(shape.x)) {
        case 0: cover = glow(); break;
        case 1: cover = coverage(abs(length(place) - halfSize.x + shape.y) - 0.5 * shape.y); break;
        case 2: cover = coverage(length(place) - halfSize.x); break;
        case 3: cover = squareOf(place.y, halfSize.y, outside(0.0), shape.y, shape.z, shape.w); break;
        default:
            cover = shape.w > 0.0 ? smoothstep(0.0, shape.w, -outside(shape.y)) : coverage(outside(shape.y));
            break;
    }
    bool isSoft = shape.x == 4.0 && shape.z > 0.0;
    painted = isSoft ? soft(cover) : vec4(colour.rgb, 1.0) * (colour.a * cover);
}
