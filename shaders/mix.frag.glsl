// A picture laid over another, by its share.
uniform sampler2D source;
uniform float share;  // 0…1
layout(location = 0) out vec4 painted;

void main() { painted = vec4(texelFetch(source, ivec2(gl_FragCoord.xy), 0).rgb, 1.0) * share; }
