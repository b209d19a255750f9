#include "view.glsl"
layout(location = 0) in vec2 km;

void main() { gl_Position = clipOf(vec3(km, 0.0)); }
