// The R2 sequence (Roberts 2018) in exact integers: even over neighbours, the same on every machine. 0…1.
float noise(uvec2 pixel) {
    uint n = pixel.x * 3242174889u + pixel.y * 2447445414u;
    return float(n >> 8) / 16777216.0;
}
