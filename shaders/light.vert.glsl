// One triangle per traveller, everything from the film's clock. Outward bound: a comet, the triangle's
// point its tail's end. Homeward: a swallow, the triangle's point before its head.
#include "view.glsl"
#include "path.glsl"

struct Light {
    float departure;
    float duration;
    uint path;
    uint look;
    float lane;
    float shimmer;
};
layout(std430, binding = 2) readonly buffer Lights { Light lights[]; };
layout(std140, binding = 1) uniform Looks {
    vec4 lookColour[16];  // linear rgb; brightness in this frame
    vec4 lookShape[16];   // homeward 0/1, size
};

noperspective out vec2 place;  // real pixels from the head: forwards, sideways
flat out vec3 colour;
flat out vec4 shape;  // core radius, halo radius, tail length, softness
flat out float homeward;

const float kSoftness[5] = float[5](0.0, 0.4, 0.6, 0.6, 0.9);  // by core::Confidence

void hide() { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); }

void comet(int corner, float core, float halo, float tail) {
    float back = max(tail, 1.6 * halo);
    float front = halo;
    float half_ = (back + front) * halo * inversesqrt(back * back - halo * halo);
    place = corner == 0 ? vec2(-back, 0.0) : vec2(front, corner == 1 ? half_ : -half_);
}

const float kSpread = 0.19;  // of a swallow's tails: tangent of half their angle; as in light.frag.glsl

void swallow(int corner, float halo, float tail) {
    float front = halo * sqrt(1.0 + kSpread * kSpread) / kSpread;
    float back = tail + halo;
    float half_ = (front + back) * kSpread;
    place = corner == 0 ? vec2(front, 0.0) : vec2(-back, corner == 1 ? half_ : -half_);
}

void main() {
    int corner = gl_VertexID % 3;
    Light light = lights[gl_VertexID / 3];
    uint kind = light.look & 15u;
    place = vec2(0.0);
    colour = vec3(0.0);
    shape = vec4(1.0);
    homeward = lookShape[kind].x;
    float under = filmSeconds - light.departure;
    float u = under / light.duration;
    float brightness = lookColour[kind].a;
    if (u <= 0.0 || u >= 1.0 || brightness <= 0.0) { hide(); return; }

    float s = eased(u);
    Spot spot = pathSpot(light.path, s, light.lane);
    vec4 head = clipOf(spot.point);
    // The way it is going just here, and how far it came lately.
    const float step_ = 0.004;
    vec3 half_step = 0.5 * step_ * spot.way;
    vec4 end = clipOf(spot.point - half_step);
    vec4 tip = clipOf(spot.point + half_step);
    float came = (s - eased(max(u - 0.06, 0.0))) / step_;
    if (head.w < nearest || end.w < nearest || tip.w < nearest) { hide(); return; }

    vec2 at = pixelOf(head);
    vec2 way = pixelOf(tip) - pixelOf(end);
    float pace = length(way);
    vec2 forward = pace > 1e-4 ? way / pace : vec2(1.0, 0.0);
    float soft = kSoftness[min((light.look >> 8) & 255u, 4u)];
    float size = lookShape[kind].y * scale;
    float core = (homeward > 0.5 ? 1.35 : 2.1) * size;
    // A crisp light needs no room round its head but for the smooth edge: its glow is the bloom's.
    float halo = mix(core + 0.9, 2.7 * core, soft);
    float tail = clamp(pace * came, 8.0 * size, 26.0 * size);
    if (homeward > 0.5) swallow(corner, halo, tail); else comet(corner, core, halo, tail);

    float appear = smoothstep(0.0, min(0.35, 0.3 * light.duration), under);
    float vanish = smoothstep(0.0, min(0.45, 0.3 * light.duration), light.duration - under);
    float shimmer = 1.0 + 0.10 * sin(6.2831853 * (light.shimmer + 0.4 * shimmerSeconds));
    colour = lookColour[kind].rgb * (brightness * appear * vanish * shimmer * mix(1.0, 0.62, soft));
    shape = vec4(core, halo, tail, soft);
    vec2 pixel = at + forward * place.x + vec2(forward.y, -forward.x) * place.y;
    gl_Position = clipOfPixel(pixel);
}
