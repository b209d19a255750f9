// Slopes as texels of eight bits: fine where the land is gentle, coarse where it is steep.
const float kHalfScale = 25.0;    // the rise, m/km, that lands in the middle of the scale
const float kHighest = 6000.0;    // metres

vec4 packSlope(vec2 rise, float metres) {
    return vec4(0.5 + 0.5 * rise / (abs(rise) + kHalfScale), clamp(metres / kHighest, 0.0, 1.0), 1.0);
}

// Rise along x and y, m/km; height 0…1.
vec3 unpackSlope(vec3 texel) {
    vec2 signedShare = texel.xy * 2.0 - 1.0;
    return vec3(signedShare * kHalfScale / (1.0 - min(abs(signedShare), vec2(0.98))), texel.z);
}
