// One triangle over the whole target.
out vec2 uv;   // 0…1 from the bottom left
out vec2 ndc;

void main() {
    uv = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
    ndc = uv * 2.0 - 1.0;
    gl_Position = vec4(ndc, 0.0, 1.0);
}
