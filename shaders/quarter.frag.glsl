// Sixteen texels into one, by four bilinear fetches. What is brighter than bright counts as bright, so
// that one crossing of many lights does not flood the picture.
in vec2 uv;
uniform sampler2D source;
uniform vec2 texel;
layout(location = 0) out vec4 small;

vec3 tamed(vec2 at) { return min(texture(source, at).rgb, vec3(2.5)); }

void main() {
    small = vec4(0.25 * (tamed(uv + texel * vec2(-1, -1)) + tamed(uv + texel * vec2(1, -1)) +
                         tamed(uv + texel * vec2(-1, 1)) + tamed(uv + texel * vec2(1, 1))), 0.0);
}
