// The picture where nothing shines: what composite.frag.glsl would make of it, at a part of the cost.
#include "encode.glsl"
uniform sampler2D ground;
uniform float brightness;  // of the ground: 1, or less behind what is in focus
layout(location = 0) out vec4 picture;

void main() { picture = encode(texelFetch(ground, ivec2(gl_FragCoord.xy), 0).rgb * brightness); }
