// One triangle per traveller, everything from the film's clock. With one tail: a comet, the triangle's
// point behind it. With two: a swallow, the triangle's point before its head.
#include "view.glsl"
#include "path.glsl"
#include "looks.glsl"

struct Light {
    float departure;  // of one that stands: where on its way
    float duration;   // of one that stands: less its brightness
    uint path;
    uint look;
    float lane;
    float shimmer;
};
layout(std430, binding = 2) readonly buffer Lights { Light lights[]; };
layout(std430, binding = 3) readonly buffer Stretches { vec2 stretches[]; };  // of a path: where on its way it begins; whole ways to it

noperspective out vec2 place;  // real pixels from the head: forwards, sideways
flat out vec3 colour;
flat out vec4 shape;  // reach of a crisp head, of a soft one, tail length, softness
flat out vec4 flank;  // half the tail's width beside the head, edge, width at its end, spread
flat out vec3 gain;   // of head, halo and tail

const float kSoftness[5] = float[5](0.0, 0.4, 0.6, 0.6, 0.9);  // by core::Confidence

uniform float headShare;  // of a head's radius: 1, or less for lights that stand

const float kHeadEdge = 1.7, kLeastHead = 1.6, kSoftHead = 1.6, kNoTail = 0.001;  // raster/look.hpp

void hide() { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); }

// `kept`: half the width of the tail at its end, for which the triangle must still have room there.
void comet(int corner, float halo, float tail, float kept) {
    halo = max(halo, 1.6 * kept);
    float back = max(tail / (1.0 - kept / halo), 1.6 * halo);
    float front = halo;
    float half_ = (back + front) * halo * inversesqrt(back * back - halo * halo);
    place = corner == 0 ? vec2(-back, 0.0) : vec2(front, corner == 1 ? half_ : -half_);
}

void swallow(int corner, float halo, float tail, float spread) {
    float front = halo * sqrt(1.0 + spread * spread) / spread;
    float back = tail + halo;
    float half_ = (front + back) * spread;
    place = corner == 0 ? vec2(front, 0.0) : vec2(-back, corner == 1 ? half_ : -half_);
}

void main() {
    int corner = gl_VertexID % 3;
    Light light = lights[gl_VertexID / 3];
    uint kind = light.look & 15u;
    place = vec2(0.0);
    colour = vec3(0.0);
    shape = vec4(1.0);
    flank = vec4(1.0);
    gain = vec3(0.0);
    float under = filmSeconds - light.departure;
    float u = under / light.duration;
    float brightness = lookColour[kind].a;
    bool stands = light.duration < 0.0;
    if (!stands && (u <= 0.0 || u >= 1.0) || brightness <= 0.0) { hide(); return; }

    vec2 stretch = stretches[light.path];
    float ofWay = stands ? light.departure : eased(u);
    float s = (ofWay - stretch.x) * stretch.y;
    if (s < 0.0 || s > 1.0) { hide(); return; }
    // Strands of a stream cross and cross again.
    float strand = float((light.look >> 16) & 255u) / 256.0, winds = float(light.look >> 24) / 255.0;
    float lane = light.lane + winds * weaveOf(ofWay, strand);
    Spot spot = pathSpot(light.path, s, lane, winds * weaveTurn(ofWay, strand) / stretch.y);
    vec4 head = clipOf(spot.point);
    // The way it is going just here, and how far it came lately.
    const float step_ = 0.004;
    vec3 half_step = 0.5 * step_ * spot.way;
    vec4 end = clipOf(spot.point - half_step);
    vec4 tip = clipOf(spot.point + half_step);
    // Over an edge of the map a tail comes out of it.
    float lately = max((eased(max(u - 0.06, 0.0)) - stretch.x) * stretch.y, 0.0);
    float came = (s - lately) / step_;
    if (head.w < nearest || end.w < nearest || tip.w < nearest) { hide(); return; }

    vec2 at = pixelOf(head);
    vec2 way = pixelOf(tip) - pixelOf(end);
    float pace = length(way);
    vec2 forward = pace > 1e-4 ? way / pace : vec2(1.0, 0.0);
    float soft = kSoftness[min((light.look >> 8) & 255u, 4u)];
    vec4 headLook = lookHead[kind], tailLook = lookTail[kind], flankLook = lookFlank[kind];
    float size = headLook.w * scale;
    float radius = headLook.x * size * headShare;
    float edgeOfHead = max(kHeadEdge * radius, kLeastHead);
    // A crisp light needs no room round its head: its halo is the bloom's.
    float halo = mix(edgeOfHead, kSoftHead * edgeOfHead, soft);
    float kept = kHeadEdge * radius / edgeOfHead;
    float tail = stands ? kNoTail : clamp(pace * came, tailLook.x * size, tailLook.y * size);
    float width = mix(flankLook.x, flankLook.y, soft) * radius;
    float edge = flankLook.z, atEnd = tailLook.w, spread = flankLook.w;
    if (spread > 0.0) swallow(corner, halo, tail, spread); else comet(corner, halo, tail, atEnd * (width + edge));

    float appear = smoothstep(0.0, min(0.35, 0.3 * light.duration), under);
    float vanish = smoothstep(0.0, min(0.45, 0.3 * light.duration), light.duration - under);
    float shimmer = 1.0 + 0.10 * sin(6.2831853 * (light.shimmer + 0.4 * shimmerSeconds));
    float shown = stands ? -light.duration : appear * vanish * shimmer * ofCrowd(winds);
    colour = lookColour[kind].rgb * (brightness * shown * mix(1.0, 0.62, soft));
    // What is not quite sure has its peak still; only what nobody verified has none.
    shape = vec4(edgeOfHead, halo, tail, soft * soft);
    flank = vec4(width, edge, atEnd, spread);
    gain = vec3(headLook.y * kept * kept, headLook.z, tailLook.z);
    vec2 pixel = at + forward * place.x + vec2(forward.y, -forward.x) * place.y;
    gl_Position = clipOfPixel(pixel);
}
