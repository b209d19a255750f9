uniform vec4 box;          // left, top, width, height: real pixels, y down
uniform vec2 pictureSize;
out vec2 uv;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    uv = corner;
    vec2 pixel = box.xy + corner * box.zw;
    gl_Position = vec4(pixel.x / pictureSize.x * 2.0 - 1.0, 1.0 - pixel.y / pictureSize.y * 2.0, 0.0, 1.0);
}
