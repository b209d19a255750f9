// Four Cb and four Cr samples a pixel, rows from the top. Each is the mean of a block of `block`².
uniform sampler2D picture;
uniform int block;  // 1 or 2
layout(location = 0) out vec4 blue;
layout(location = 1) out vec4 red;

vec3 mean(ivec2 at) {
    ivec2 last = textureSize(picture, 0) - 1;
    vec3 sum = vec3(0.0);
    for (int y = 0; y < block; ++y) {
        for (int x = 0; x < block; ++x) {
            ivec2 texel = min(at * block + ivec2(x, y), last);
            sum += texelFetch(picture, ivec2(texel.x, last.y - texel.y), 0).rgb;
        }
    }
    return sum / float(block * block);
}

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * ivec2(4, 1);
    for (int i = 0; i < 4; ++i) {
        vec3 c = mean(first + ivec2(i, 0));
        float y = dot(c, vec3(0.2126, 0.7152, 0.0722));
        blue[i] = (128.0 + 224.0 * (c.b - y) / 1.8556) / 255.0;
        red[i] = (128.0 + 224.0 * (c.r - y) / 1.5748) / 255.0;
    }
}
