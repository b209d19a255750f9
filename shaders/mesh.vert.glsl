// Triangles of strips and polylines, made on the CPU; real pixels, y down.
layout(location = 0) in vec2 pixel;
layout(location = 1) in vec2 edge;    // coverage, or distance from the middle; half width or −1
layout(location = 2) in vec4 tint;
uniform vec2 pictureSize;
out vec2 side;
out vec4 colour;

void main() {
    side = edge;
    colour = tint;
    gl_Position = vec4(pixel.x / pictureSize.x * 2.0 - 1.0, 1.0 - pixel.y / pictureSize.y * 2.0, 0.0, 1.0);
}
