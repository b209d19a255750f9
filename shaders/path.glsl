// Where a journey is. Mirrors paint/light_motion.hpp, which the tests hold it against.
layout(std430, binding = 1) readonly buffer Paths { vec4 paths[]; };  // x, y, height km; packed lane
const int kPathSamples = 64;
const float kLaneCentre = 1.25;  // of the stream's half width: opposite streams never touch
uniform float laneScale;         // less than 1 where streams would grow too wide in the picture

// Gentle at both ends, yet never at rest under way.
float eased(float u) { return mix(u, u * u * (3.0 - 2.0 * u), 0.75); }

// Point of the path at part s of its length, `lane` half widths right of the stream's middle.
vec3 pathPoint(uint path, float s, float lane) {
    float f = clamp(s, 0.0, 1.0) * float(kPathSamples - 1);
    int i = min(int(f), kPathSamples - 2);
    int start = int(path) * kPathSamples;
    vec4 a = paths[start + i], b = paths[start + i + 1];
    vec3 before = paths[start + max(i - 1, 0)].xyz, after = paths[start + min(i + 2, kPathSamples - 1)].xyz;
    float t = f - float(i);
    vec2 sideA = unpackHalf2x16(floatBitsToUint(a.w)), sideB = unpackHalf2x16(floatBitsToUint(b.w));
    // Through the samples in a curve (Catmull and Rom 1974): a bend in a railway turns a light, not kicks it.
    vec3 point = a.xyz + 0.5 * t * ((b.xyz - before) + t * ((2.0 * before - 5.0 * a.xyz + 4.0 * b.xyz - after) +
                                                            t * (3.0 * (a.xyz - b.xyz) + after - before)));
    point.xy += mix(sideA, sideB, t) * ((kLaneCentre + lane) * laneScale);
    return point;
}
