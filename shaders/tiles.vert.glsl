// Rectangles of whole pixels. Fragments find their place by gl_FragCoord, never by a varying, so that any
// choice of rectangles gives the same numbers.
layout(std430, binding = 3) readonly buffer Rectangles { ivec4 rectangles[]; };  // left, bottom, right, top
uniform vec2 targetSize;  // pixels

const ivec2 kCorners[6] = ivec2[6](ivec2(0, 0), ivec2(1, 0), ivec2(1, 1), ivec2(0, 0), ivec2(1, 1), ivec2(0, 1));

void main() {
    ivec4 box = rectangles[gl_VertexID / 6];
    ivec2 corner = kCorners[gl_VertexID % 6];
    vec2 pixel = vec2(corner.x == 0 ? box.x : box.z, corner.y == 0 ? box.y : box.w);
    gl_Position = vec4(pixel / targetSize * 2.0 - 1.0, 0.0, 1.0);
}
