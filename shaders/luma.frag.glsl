// Four luma samples a pixel, rows from the top, BT.709 limited range from R'G'B' as they are.
uniform sampler2D picture;
layout(location = 0) out vec4 four;

float luma(ivec2 at) {
    ivec2 last = textureSize(picture, 0) - 1;
    vec3 c = texelFetch(picture, ivec2(min(at.x, last.x), last.y - at.y), 0).rgb;
    return (16.0 + 219.0 * dot(c, vec3(0.2126, 0.7152, 0.0722))) / 255.0;
}

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * ivec2(4, 1);
    four = vec4(luma(first), luma(first + ivec2(1, 0)), luma(first + ivec2(2, 0)), luma(first + ivec2(3, 0)));
}
