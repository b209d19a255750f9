// Lights the flat map: relief, the sea's shelf, the vignette. Linear light out.
#include "view.glsl"
#include "curves.glsl"
in vec2 ndc;
uniform sampler2D flatMap;    // root of linear rgb; alpha = how much of the relief lies on it
uniform sampler2D slopes;     // as riseOf() of curves.glsl undoes them
uniform sampler2D shelf;      // nearness of land, 0…1
uniform vec4 reliefBox;       // km: left, top, 1/width, 1/height
uniform vec4 shelfBox;        // km: left, bottom, 1/width, 1/height
uniform mat3 mapFromNdc;      // homogeneous; km relative to the camera's centre
uniform float reliefStrength; // 0 = none
uniform vec2 slopeLight;      // what a rise along x and y gains
uniform vec3 shelfLight;      // added to the sea at a coast, linear
layout(location = 0) out vec4 lit;

void main() {
    vec4 plain = texelFetch(flatMap, ivec2(gl_FragCoord.xy), 0);
    vec3 colour = plain.rgb * plain.rgb;
    vec3 homogeneous = mapFromNdc * vec3(ndc, 1.0);
    vec2 km = homogeneous.xy / homogeneous.z + centre.xy + centre.zw;

    vec2 at = vec2(km.x - reliefBox.x, reliefBox.y - km.y) * reliefBox.zw;
    vec3 ground = texture(slopes, at).xyz;
    float shade = hillshade(riseOf(ground.x) * reliefStrength, riseOf(ground.y) * reliefStrength, slopeLight.x, slopeLight.y);
    float height = ground.z * min(reliefStrength * 100.0, 1.0);
    colour = vec3(raised(colour.r, shade, height, plain.a), raised(colour.g, shade, height, plain.a),
                  raised(colour.b, shade, height, plain.a));

    float nearLand = texture(shelf, (km - shelfBox.xy) * shelfBox.zw).r;
    colour += shelfLight * shelfOf(nearLand) * (1.0 - plain.a);
    lit = vec4(colour * vignetteOf(ndc.x, ndc.y), 1.0);
}
