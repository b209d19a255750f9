// A picture laid over another, by its share.
uniform sampler2D source;
uniform float share;  // 0…1
uniform bool keepsAlpha;
layout(location = 0) out vec4 painted;

void main() {
    vec4 c = texelFetch(source, ivec2(gl_FragCoord.xy), 0);
    painted = keepsAlpha ? c : vec4(c.rgb, 1.0) * share;
}
