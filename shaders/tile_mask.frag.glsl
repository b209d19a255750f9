// Whether anything shines in each tile: sixteen texels square of the quarter-size light.
uniform sampler2D bloom;
layout(location = 0) out vec4 mask;

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * 16;
    ivec2 end = min(first + 17, textureSize(bloom, 0));
    // One texel beyond the tile on every side: the composite's fetch blends neighbours.
    vec3 most = vec3(0.0);
    for (int y = max(first.y - 1, 0); y < end.y; ++y) {
        for (int x = max(first.x - 1, 0); x < end.x; ++x) most = max(most, texelFetch(bloom, ivec2(x, y), 0).rgb);
    }
    mask = vec4(max(most.r, max(most.g, most.b)) > 0.0 ? 1.0 : 0.0);
}
