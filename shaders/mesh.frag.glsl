in vec2 side;
in vec4 colour;
layout(location = 0) out vec4 painted;

void main() {
    float cover = side.y < 0.0 ? side.x : clamp(side.y + 0.5 - abs(side.x), 0.0, 1.0);
    painted = vec4(colour.rgb, 1.0) * (colour.a * cover);
}
