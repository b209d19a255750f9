noperspective in vec2 place;
flat in vec3 colour;
flat in vec4 shape;
flat in float homeward;
layout(location = 0) out vec4 light;

float bump(float squared) {
    float rest = max(0.0, 1.0 - squared);
    return rest * rest;
}

// A bright head, and a tail that narrows and dims behind it.
float comet() {
    float squared = dot(place, place);
    float crisp = clamp(shape.x + 0.5 - sqrt(squared), 0.0, 1.0);
    float blurred = bump(squared / (shape.y * shape.y));
    float behind = clamp(-place.x / shape.z, 0.0, 1.0);
    float left = 1.0 - behind;
    float width = mix(0.8, 1.35, shape.w) * shape.x * left + 0.4;
    float tail = place.x < 0.0 ? left * left * bump(place.y * place.y / (width * width)) : 0.0;
    return mix(crisp * 1.2, blurred * 0.95, shape.w) + 0.62 * tail * (1.0 - crisp);
}

// Two thin tails that open behind a small head.
float swallow() {
    const float spread = 0.19;
    float squared = dot(place, place);
    float crisp = clamp(shape.x + 0.5 - sqrt(squared), 0.0, 1.0);
    float blurred = bump(squared / (shape.y * shape.y));
    float behind = clamp(-place.x / shape.z, 0.0, 1.0);
    float off = abs(abs(place.y) + place.x * spread) * inversesqrt(1.0 + spread * spread);
    float width = mix(0.6, 1.2, shape.w) * shape.x + 0.35;
    float tail = place.x < 0.0 ? (1.0 - behind) * bump(off * off / (width * width)) : 0.0;
    return mix(crisp * 0.85, blurred * 0.7, shape.w) + 0.6 * tail * (1.0 - crisp);
}

void main() {
    float strength = homeward > 0.5 ? swallow() : comet();
    light = vec4(colour * strength, 0.0);
}
