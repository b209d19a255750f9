#include "curves.glsl"
noperspective in vec3 place;
noperspective in float alongKm;
flat in vec4 colour;
flat in vec4 shape;
flat in vec4 pattern;
layout(location = 0) out vec4 ground;

float dotted() {
    if (pattern.x <= 0.0) return 1.0;
    return dottedCover(alongKm, pattern.x, pattern.y, pattern.z, max(fwidth(alongKm), 1e-6));
}

void main() {
    // Round ends where no mitre closes the corner.
    float beyond = max(place.y * (1.0 - shape.w), place.z * (1.0 - shape.z));
    float away = beyond > 0.0 ? length(vec2(beyond, place.x)) : abs(place.x);
    float cover = lineCover(away, shape.x);
    ground = vec4(colour.rgb, colour.a * cover * dotted());
}
