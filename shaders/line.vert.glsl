// One quad per segment of a polyline, widened in the picture, with mitred joins. A strip's points lie
// between two guards; see paint/line_painter.hpp.
#include "view.glsl"

struct Style {
    vec4 colour;    // root of linear rgb, opacity
    float width;    // reference pixels
    float drawn;    // 0…1 of its length
    float period;   // of dots or dashes, reference pixels; 0 = solid
    float on;       // 0…1: the part of the period that is drawn
};
layout(std430, binding = 1) readonly buffer Points { vec4 points[]; };  // x, y, km along, line index
layout(std430, binding = 2) readonly buffer Styles { Style styles[]; };
layout(std430, binding = 3) readonly buffer Lengths { float lengths[]; };  // km, per line

noperspective out vec3 place;  // across, along past the end, along before the start: real pixels
noperspective out float alongKm;
flat out vec4 colour;
flat out vec4 shape;  // half width, segment pixels, joined at start, joined at end
flat out vec4 pattern;  // period in km, share of the odd dots, dot's part of the period, drawn km

const float kMitreLimit = 2.5;

// The side that turns from one direction into the next, long enough for the edges to meet; plain where
// the turn is too sharp for a mitre: there the round ends cover the corner.
vec3 joinSide(vec2 side, vec2 otherDirection, vec2 direction) {
    vec2 otherSide = vec2(-otherDirection.y, otherDirection.x);
    vec2 sum = side + otherSide;
    float along = dot(sum, side);
    if (along < 0.35) return vec3(side, 0.0);
    vec2 mitre = sum / along;
    return dot(mitre, mitre) > kMitreLimit * kMitreLimit ? vec3(side, 0.0) : vec3(mitre, 1.0);
}

void hide() { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); }

void main() {
    int segment = gl_VertexID / 4;
    bool atEnd = (gl_VertexID & 1) != 0;
    float hand = (gl_VertexID & 2) != 0 ? 1.0 : -1.0;
    vec4 before = points[segment], from = points[segment + 1], to = points[segment + 2],
         after = points[segment + 3];
    uint line = floatBitsToUint(from.w);
    Style style = styles[line];
    float drawnKm = style.drawn * lengths[line];
    place = vec3(0.0);
    alongKm = 0.0;
    colour = style.colour;
    shape = vec4(0.0);
    pattern = vec4(0.0);
    if (style.colour.a <= 0.0 || from.z > drawnKm) { hide(); return; }

    // What has not been drawn yet ends the segment early.
    float part = to.z > drawnKm ? (drawnKm - from.z) / max(to.z - from.z, 1e-6) : 1.0;
    to.xyz = mix(from.xyz, to.xyz, part);
    vec4 a = clipOf(vec3(from.xy, 0.0)), b = clipOf(vec3(to.xy, 0.0));
    if (a.w < nearest && b.w < nearest) { hide(); return; }
    bool cutStart = a.w < nearest, cutEnd = b.w < nearest;
    float alongA = from.z, alongB = to.z;
    if (cutStart) {
        float t = (nearest - a.w) / (b.w - a.w);
        a = mix(a, b, t);
        alongA = mix(alongA, alongB, t);
    }
    if (cutEnd) {
        float t = (nearest - b.w) / (a.w - b.w);
        b = mix(b, a, t);
        alongB = mix(alongB, alongA, t);
    }
    vec2 pa = pixelOf(a), pb = pixelOf(b);
    float len = distance(pa, pb);
    vec2 direction = len > 1e-4 ? (pb - pa) / len : vec2(1.0, 0.0);
    vec2 side = vec2(-direction.y, direction.x);

    float halfWidth = 0.5 * style.width * scale;
    float reach = halfWidth + 1.0;  // a pixel of room for the smooth edge
    vec3 joinA = vec3(side, 0.0), joinB = vec3(side, 0.0);
    // A guard's length is negative: there is no neighbour.
    vec4 c = clipOf(vec3(before.xy, 0.0)), d = clipOf(vec3(after.xy, 0.0));
    if (before.z >= 0.0 && !cutStart && c.w >= nearest) {
        vec2 way = pa - pixelOf(c);
        if (dot(way, way) > 1e-6) joinA = joinSide(side, normalize(way), direction);
    }
    if (after.z >= 0.0 && part >= 1.0 && !cutEnd && d.w >= nearest) {
        vec2 way = pixelOf(d) - pb;
        if (dot(way, way) > 1e-6) joinB = joinSide(side, normalize(way), direction);
    }
    vec3 join = atEnd ? joinB : joinA;
    vec2 corner = (atEnd ? pb : pa) + hand * reach * join.xy;
    if (join.z == 0.0) corner += direction * (atEnd ? reach : -reach);

    vec2 fromA = corner - pa;
    float along = dot(fromA, direction);
    place = vec3(dot(fromA, side), along - len, -along);
    alongKm = mix(alongA, alongB, len > 1e-4 ? along / len : 0.0);
    shape = vec4(halfWidth, len, joinA.z, joinB.z);
    // Dots stand at multiples of a power of two of kilometres, so that they never slide along the line
    // as the camera nears: between two powers every second one fades in.
    float steps = style.period > 0.0 ? log2(style.period * scale / pixelsPerKm) : 0.0;
    float whole = floor(steps);
    pattern = vec4(style.period > 0.0 ? exp2(whole) : 0.0, 1.0 - (steps - whole), style.on, drawnKm);
    gl_Position = clipOfPixel(corner);
}
