uniform vec4 colour;  // premultiplied
layout(location = 0) out vec4 painted;

void main() { painted = colour; }
