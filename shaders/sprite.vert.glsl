// Upright shapes in the picture; see paint/sprite_painter.hpp.
struct Sprite {
    vec4 box;     // centre, half size: reference pixels, y down
    vec4 colour;  // rgb, opacity
    vec4 shape;   // kind, and three numbers of that kind
};
layout(std430, binding = 1) readonly buffer Sprites { Sprite sprites[]; };
uniform vec2 pictureSize;  // real pixels
uniform float scale;       // real pixels to a reference pixel
out vec2 place;            // real pixels from the centre, y down
flat out vec2 halfSize;    // real pixels
flat out vec4 colour;
flat out vec4 shape;

const vec2 kCorners[6] = vec2[6](vec2(-1, -1), vec2(1, -1), vec2(1, 1), vec2(-1, -1), vec2(1, 1), vec2(-1, 1));

void main() {
    Sprite sprite = sprites[gl_VertexID / 6];
    halfSize = sprite.box.zw * scale;
    place = kCorners[gl_VertexID % 6] * (halfSize + 1.0);
    colour = sprite.colour;
    shape = vec4(sprite.shape.x, sprite.shape.yzw * scale);
    if (shape.x == 3.0) shape.zw = sprite.shape.zw;
    vec2 pixel = sprite.box.xy * scale + place;
    gl_Position = vec4(pixel.x / pictureSize.x * 2.0 - 1.0, 1.0 - pixel.y / pictureSize.y * 2.0, 0.0, 1.0);
}
