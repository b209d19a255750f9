// The picture where nothing shines: what composite.frag.glsl would make of it, at a part of the cost.
#include "encode.glsl"
#include "grade.glsl"
uniform sampler2D ground;
layout(location = 0) out vec4 picture;

void main() {
    vec2 uv = gl_FragCoord.xy / vec2(textureSize(ground, 0));
    picture = encode(graded(texelFetch(ground, ivec2(gl_FragCoord.xy), 0).rgb, uv * 2.0 - 1.0));
}
