// The light that an open shutter gathered, as a picture.
#include "encode.glsl"
uniform sampler2D light;  // linear
layout(location = 0) out vec4 picture;

void main() { picture = encode(texelFetch(light, ivec2(gl_FragCoord.xy), 0).rgb); }
