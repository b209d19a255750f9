// The ground's light as a step grades it.
#include "curves.glsl"
uniform float brightness;     // 1, or less behind what is in focus; alone, where the ground is plain
uniform int plain;            // 1: nothing else is graded
uniform mat3 gradeMatrix;     // of linear red, green, blue; with the brightness
uniform vec3 gradeAdded;      // after it
uniform float gradeVignette;  // 0…1, what the corners lose

// `ndc`: −1…1 of the picture.
vec3 graded(vec3 ground, vec2 ndc) {
    if (plain == 1) return ground * brightness;
    return max(gradeMatrix * ground + gradeAdded, vec3(0.0)) * vignetteOf(ndc.x, ndc.y, gradeVignette);
}
