// Sixteen texels into one, by four bilinear fetches. What is brighter than bright counts as bright, so
// that one crossing of many lights does not flood the picture.
uniform sampler2D source;
uniform vec2 texel;       // of the source, in its uv
uniform vec2 smallSize;   // texels
layout(location = 0) out vec4 small;

vec3 tamed(vec2 at) { return min(texture(source, at).rgb, vec3(6.0)); }

void main() {
    vec2 uv = gl_FragCoord.xy / smallSize;
    small = vec4(0.25 * (tamed(uv + texel * vec2(-1, -1)) + tamed(uv + texel * vec2(1, -1)) +
                         tamed(uv + texel * vec2(-1, 1)) + tamed(uv + texel * vec2(1, 1))), 0.0);
}
