noperspective in vec3 place;
noperspective in float alongKm;
flat in vec4 colour;
flat in vec4 shape;
flat in vec4 pattern;
layout(location = 0) out vec4 ground;

float dotted() {
    if (pattern.x <= 0.0) return 1.0;
    float step = alongKm / pattern.x;
    float nearestDot = floor(step + 0.5);
    float kmPerPixel = max(fwidth(alongKm), 1e-6);
    float off = (abs(step - nearestDot) - 0.5 * pattern.z) * pattern.x / kmPerPixel;
    float share = mod(nearestDot, 2.0) == 0.0 ? 1.0 : pattern.y;
    return clamp(0.5 - off, 0.0, 1.0) * share;
}

void main() {
    // Round ends where no mitre closes the corner.
    float beyond = max(place.y * (1.0 - shape.w), place.z * (1.0 - shape.z));
    float away = beyond > 0.0 ? length(vec2(beyond, place.x)) : abs(place.x);
    float cover = clamp(shape.x + 0.5 - away, 0.0, 1.0) * min(1.0, 2.0 * shape.x);
    ground = vec4(colour.rgb, colour.a * cover * dotted());
}
