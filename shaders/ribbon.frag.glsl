noperspective in float across;
noperspective in vec2 along;
flat in float halfWidth;
uniform vec3 colour;      // linear, with the strength in it
uniform float softness;
layout(location = 0) out vec4 light;

void main() {
    float rest = 1.0 - across * across;
    float flatTop = smoothstep(0.0, mix(0.35, 1.0, softness), rest);
    float ends = smoothstep(0.0, 0.05, along.y) * smoothstep(1.0, 0.93, along.y);
    // Brighter towards where it goes.
    light = vec4(colour * flatTop * mix(rest, 1.0, 0.4) * ends * mix(0.6, 1.25, along.x), 0.0);
}
