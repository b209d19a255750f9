// Where a journey is. Mirrors raster/light_motion.hpp, which the tests hold it against.
#include "curves.glsl"
layout(std430, binding = 1) readonly buffer Paths { vec4 paths[]; };  // x, y, height km; packed lane
const int kPathSamples = 64;
const float kLaneCentre = 1.25;  // of the stream's half width: opposite streams never touch
uniform float laneScale;         // less than 1 where streams would grow too wide in the picture

struct Spot {
    vec3 point;  // km
    vec3 way;    // how the point moves as s grows, km per whole length
};

// The path at part s of its length, `lane` half widths right of the stream's middle; `turn`: how that grows along it.
Spot pathSpot(uint path, float s, float lane, float turn) {
    const float segments = float(kPathSamples - 1);
    float f = clamp(s, 0.0, 1.0) * segments;
    int i = min(int(f), kPathSamples - 2);
    int start = int(path) * kPathSamples;
    vec4 a = paths[start + i], b = paths[start + i + 1];
    vec3 before = paths[start + max(i - 1, 0)].xyz, after = paths[start + min(i + 2, kPathSamples - 1)].xyz;
    float t = f - float(i);
    vec2 sideA = unpackHalf2x16(floatBitsToUint(a.w)), sideB = unpackHalf2x16(floatBitsToUint(b.w));
    // Through the samples in a curve (Catmull and Rom 1974): a bend in a railway turns a light, not kicks it.
    vec3 line = b.xyz - before;
    vec3 square = 2.0 * before - 5.0 * a.xyz + 4.0 * b.xyz - after;
    vec3 cube = 3.0 * (a.xyz - b.xyz) + after - before;
    float aside = (kLaneCentre + lane) * laneScale;
    Spot spot;
    spot.point = a.xyz + 0.5 * t * (line + t * (square + t * cube));
    vec2 side = mix(sideA, sideB, t);
    spot.point.xy += side * aside;
    spot.way = 0.5 * segments * (line + t * (2.0 * square + 3.0 * t * cube));
    spot.way.xy += segments * aside * (sideB - sideA) + turn * laneScale * side;
    return spot;
}
