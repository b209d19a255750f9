#include "curves.glsl"
noperspective in vec2 place;
flat in vec3 colour;
flat in vec4 shape;
flat in vec4 flank;
flat in vec3 gain;
layout(location = 0) out vec4 light;

// A bright head, and one tail that dims behind it or two that open.
void main() {
    float squared = dot(place, place);
    float crisp = headOf(squared / (shape.x * shape.x));
    float blurred = bump(squared / (shape.y * shape.y));
    float left = 1.0 - clamp(-place.x / shape.z, 0.0, 1.0);
    float spread = flank.w;
    float off = abs(abs(place.y) + place.x * spread) * inversesqrt(1.0 + spread * spread);
    float tail = tailOf(place.x, left, off, flank.x, flank.y, flank.z);
    float strength = mix(crisp * gain.x, blurred * gain.y, shape.w) + gain.z * tail * (1.0 - crisp);
    light = vec4(colour * strength, 0.0);
}
