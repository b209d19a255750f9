// A number for every pixel, 0…1, even over neighbours.
#include "curves.glsl"
float noise(uvec2 pixel) { return noiseAt(pixel.x, pixel.y); }
