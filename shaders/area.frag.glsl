uniform vec4 colour;  // encoded rgb; opacity
layout(location = 0) out vec4 ground;

// Alpha of the target says how much of the relief lies on it, so a lake's fill lowers it.
void main() { ground = colour; }
