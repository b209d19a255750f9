// The picture in square tiles; those without light are left out, unless all are wanted.
uniform sampler2D tileMask;  // a texel per tile: more than 0 where there is light
uniform vec2 pictureSize;    // real pixels
uniform int everyTile;
const float kTile = 64.0;    // real pixels; paint/composite_painter.cpp

void main() {
    ivec2 tiles = textureSize(tileMask, 0);
    int index = gl_VertexID / 6;
    ivec2 tile = ivec2(index % tiles.x, index / tiles.x);
    const ivec2 corners[6] = ivec2[6](ivec2(0, 0), ivec2(1, 0), ivec2(1, 1), ivec2(0, 0), ivec2(1, 1), ivec2(0, 1));
    vec2 pixel = min(vec2(tile + corners[gl_VertexID % 6]) * kTile, pictureSize);
    bool lit = everyTile != 0 || texelFetch(tileMask, tile, 0).r > 0.0;
    gl_Position = lit ? vec4(pixel / pictureSize * 2.0 - 1.0, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
