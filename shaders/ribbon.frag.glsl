#include "view.glsl"
#include "curves.glsl"
noperspective in float across;
noperspective in vec2 along;
noperspective in float share;
uniform vec3 colour;      // linear, with the strength in it
uniform float softness;
uniform float drifts;     // 1: a veil that shimmers slowly; 0: a steady band
uniform sampler2D ground;  // linear
uniform vec4 luma;         // what red, green, blue and 1 weigh in it, as it will be shown
layout(location = 0) out vec4 light;

void main() {
    // Where GL cuts a band that begins far outside of the picture, some pixels get no place on it.
    if (isnan(across + along.x + along.y + share)) discard;
    float band = ribbonBand(across, along.x, along.y, softness);
    float veil = ribbonVeil(across, along.x, along.y, shimmerSeconds);
    vec3 land = texelFetch(ground, ivec2(gl_FragCoord.xy), 0).rgb;
    float lift = liftOf(land.r * luma.r + land.g * luma.g + (land.b * luma.b + luma.a));
    light = vec4(colour * (share * mix(band * lift, veil, drifts)), 0.0);
}
