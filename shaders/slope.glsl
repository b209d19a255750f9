// Slopes as texels of eight bits; riseOf() of curves.glsl undoes it.
const float kHalfScale = 25.0;    // the rise, m/km, that lands in the middle of the scale
const float kHighest = 6000.0;    // metres

vec4 packSlope(vec2 rise, float metres) {
    return vec4(0.5 + 0.5 * rise / (abs(rise) + kHalfScale), clamp(metres / kHighest, 0.0, 1.0), 1.0);
}
