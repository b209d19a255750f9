// Nine taps of a Gaussian along one axis, by five bilinear fetches. The target has the source's size.
uniform sampler2D source;
uniform vec2 stride;  // of one texel, in uv
layout(location = 0) out vec4 blurred;

void main() {
    vec2 uv = gl_FragCoord.xy / vec2(textureSize(source, 0));
    vec4 sum = texture(source, uv) * 0.2270270270;
    sum += (texture(source, uv + stride * 1.3846153846) + texture(source, uv - stride * 1.3846153846)) *
           0.3162162162;
    sum += (texture(source, uv + stride * 3.2307692308) + texture(source, uv - stride * 3.2307692308)) *
           0.0702702703;
    blurred = sum;
}
