// Lights the flat map: relief, the sea's shelf, the vignette. Linear light out.
#include "view.glsl"
#include "slope.glsl"
in vec2 ndc;
uniform sampler2D flatMap;    // root of linear rgb; alpha = how much of the relief lies on it
uniform sampler2D slopes;     // as slope.glsl packs them
uniform sampler2D shelf;      // nearness of land, 0…1
uniform vec4 reliefBox;       // km: left, top, 1/width, 1/height
uniform vec4 shelfBox;        // km: left, bottom, 1/width, 1/height
uniform mat3 mapFromNdc;      // homogeneous; km relative to the camera's centre
uniform float reliefStrength; // 0 = none
layout(location = 0) out vec4 lit;

const vec3 kShelf = vec3(0.0068, 0.0135, 0.0195);  // added to the sea at a coast, linear

// Soft light from the north-west and, weaker, from both sides of it: Lambert's law summed over three
// lights is one light from between them. 1 on level ground.
float hillshade(vec2 rise) {
    const vec2 fromLight = vec2(0.57, -0.43);  // towards which the land falls away from the light
    return max(1.0 + dot(rise, fromLight), 0.0) * inversesqrt(1.0 + dot(rise, rise));
}

void main() {
    vec4 plain = texelFetch(flatMap, ivec2(gl_FragCoord.xy), 0);
    vec3 colour = plain.rgb * plain.rgb;
    vec3 homogeneous = mapFromNdc * vec3(ndc, 1.0);
    vec2 km = homogeneous.xy / homogeneous.z + centre.xy + centre.zw;

    vec2 at = vec2(km.x - reliefBox.x, reliefBox.y - km.y) * reliefBox.zw;
    vec3 ground = unpackSlope(texture(slopes, at).xyz);
    float shade = hillshade(ground.xy * reliefStrength);
    float height = ground.z * min(reliefStrength * 100.0, 1.0);
    vec3 hill = colour * clamp(shade, 0.35, 1.9) * (1.0 + 0.40 * height);
    colour = mix(colour, hill, plain.a);

    float nearLand = texture(shelf, (km - shelfBox.xy) * shelfBox.zw).r;
    colour += kShelf * smoothstep(0.02, 0.75, nearLand) * (1.0 - plain.a);

    vec2 fromMiddle = ndc * vec2(0.86, 0.80);
    float vignette = 1.0 - 0.55 * smoothstep(0.25, 1.35, dot(fromMiddle, fromMiddle));
    lit = vec4(colour * vignette, 1.0);
}
