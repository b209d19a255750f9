uniform vec4 colour;  // root of linear rgb; how much of the relief lies on it
layout(location = 0) out vec4 ground;

void main() { ground = colour; }
