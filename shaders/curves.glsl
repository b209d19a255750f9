// The curves of the picture, one source for two compilers: GLSL, and C++ over vectors of floats, which defines REAL,
// UINT and SELECT before it reads this (raster/lanes-inl.hpp). So there are only functions of numbers here.
#ifndef REAL
#define REAL float
#define UINT uint
#define SELECT(condition, yes, no) ((condition) ? (yes) : (no))
#endif

// ---- Journeys ----

// Gentle at both ends, yet never at rest under way.
REAL eased(REAL u) { return mix(u, u * u * (3.0 - 2.0 * u), 0.5); }

// ---- Lights ----

// 1 in the middle, 0 from 1 on.
REAL bump(REAL squared) {
    REAL rest = max(0.0, 1.0 - squared);
    return rest * rest;
}

// A peak that has fallen to a half at 0.4 of the way to its edge. `squared`: of the distance, in shares of that way.
REAL headOf(REAL squared) {
    REAL rest = bump(squared);
    return rest * rest;
}

// `left`: 1 beside the head, 0 at the tail's end. `off`: real pixels from the tail's middle.
REAL tailOf(REAL forwards, REAL left, REAL off, REAL flank, REAL edge, REAL atEnd) {
    REAL taper = max(left, atEnd);
    REAL width = flank * taper + edge;
    return SELECT(forwards < 0.0, left * taper * bump(off * off / (width * width)), REAL(0.0));
}

// Each of a crowd is dimmer than one alone, so that the crowd keeps its hue and its grain. `winds`: how widely its
// strand does, 0…1.
REAL ofCrowd(REAL winds) { return 1.0 - 1.1 * winds; }

// How a strand of a stream winds about its middle, −1…1: two waves of which neither length fits the other. `way`:
// 0…1 of the way; `strand`: 0…1, its own.
REAL weaveOf(REAL way, REAL strand) {
    return 0.6 * sin(6.2831853 * (1.3 * way + strand)) + 0.4 * sin(6.2831853 * (3.1 * way - 3.0 * strand));
}

// How that grows along the way.
REAL weaveTurn(REAL way, REAL strand) {
    return 4.900885 * sin(6.2831853 * (1.3 * way + strand + 0.25)) +
           7.791150 * sin(6.2831853 * (3.1 * way - 3.0 * strand + 0.25));
}

// ---- Ribbons ----

// `across`: −1…1; `towards`: 0…1 of the path; `shown`: 0…1 of what is shown of it.
REAL ribbonEnds(REAL shown) { return smoothstep(0.0, 0.05, shown) * smoothstep(1.0, 0.93, shown); }

// Brighter towards where it goes.
REAL ribbonBand(REAL across, REAL towards, REAL shown, REAL softness) {
    REAL rest = 1.0 - across * across;
    REAL flatTop = smoothstep(0.0, mix(0.35, 1.0, softness), rest);
    return flatTop * mix(rest, 1.0, 0.4) * ribbonEnds(shown) * mix(0.6, 1.25, towards);
}

// A thread lifts the ground that it crosses by a share of the ground's own light, and what is darker than a dark
// land as much as that one. `luma`: of the ground, linear.
REAL liftOf(REAL luma) { return max(luma, 0.003); }

// Slow waves of different lengths, none of which repeats with another: breath, not traffic.
REAL ribbonVeil(REAL across, REAL towards, REAL shown, REAL seconds) {
    REAL bend = 0.35 * across * sin(5.1 * towards - 0.31 * seconds);
    REAL wave = sin(11.0 * (towards + bend * 0.1) - 0.9 * seconds) +
                0.7 * sin(23.0 * towards - 1.3 * seconds + 2.0 * across);
    REAL rest = 1.0 - across * across;
    return rest * rest * ribbonEnds(shown) * (0.5 + 0.26 * wave);
}

// ---- Shapes ----

// Of a city's light; `squared`: of the distance, in radii.
REAL glowOf(REAL squared) {
    REAL rest = max(0.0, 1.0 - squared);
    return rest * rest * rest / (1.0 + 9.0 * squared);
}

REAL coverage(REAL distanceOutside) { return clamp(0.5 - distanceOutside, 0.0, 1.0); }

// How far outside a box with round corners; `x`, `y`: from its middle.
REAL outsideBox(REAL x, REAL y, REAL halfWidth, REAL halfHeight, REAL radius) {
    REAL dx = abs(x) - halfWidth + radius, dy = abs(y) - halfHeight + radius;
    REAL beyondX = max(dx, 0.0), beyondY = max(dy, 0.0);
    return sqrt(beyondX * beyondX + beyondY * beyondY) + min(max(dx, dy), 0.0) - radius;
}

// A hollow frame, filled from the bottom. `y`: downwards; `outside`: of the square; `filled`: 0…1.
REAL squareOf(REAL y, REAL halfHeight, REAL outside, REAL frame, REAL outline, REAL filled) {
    REAL hollow = coverage(outside) - coverage(outside + frame);
    REAL level = halfHeight * (1.0 - 2.0 * filled);
    REAL fill = coverage(outside) * clamp(y - level + 0.5, 0.0, 1.0);
    return max(hollow * outline, SELECT(filled < 0.001, REAL(0.0), fill));
}

// ---- Ground ----

// Soft light from one side and, weaker, from both sides of it: Lambert's law summed over three lights is one
// light from between them. 1 on level ground. The rise along x and y, and what a rise along each gains.
REAL hillshade(REAL riseX, REAL riseY, REAL gainX, REAL gainY) {
    return max(1.0 + (riseX * gainX + riseY * gainY), 0.0) * inversesqrt(1.0 + (riseX * riseX + riseY * riseY));
}

// Slopes are texels of eight bits, fine where the land is gentle and coarse where it is steep: 25 m/km lands in the
// middle of the scale. `texel`: 0…1.
REAL riseOf(REAL texel) {
    REAL signedShare = texel * 2.0 - 1.0;
    return signedShare * 25.0 / (1.0 - min(abs(signedShare), 0.98));
}

// `plain`: a colour of the flat map; `height`: 0…1, as much of it as there is relief; `share`: of the relief on it.
REAL raised(REAL plain, REAL shade, REAL height, REAL share) {
    REAL hill = plain * clamp(shade, 0.35, 1.9) * (1.0 + 0.40 * height);
    return mix(plain, hill, share);
}

// How much of the shelf's light the sea has; `nearLand`: 0…1.
REAL shelfOf(REAL nearLand) { return smoothstep(0.02, 0.75, nearLand); }

// `x`, `y`: −1…1 from the picture's middle; `depth`: 0…1, what the corners lose.
REAL vignetteOf(REAL x, REAL y, REAL depth) {
    REAL across = x * 0.86, down = y * 0.80;
    return 1.0 - depth * smoothstep(0.25, 1.35, across * across + down * down);
}
// Of every picture.
REAL vignetteOf(REAL x, REAL y) { return vignetteOf(x, y, REAL(0.55)); }

// ---- Lines ----

// `away`: real pixels from the line's middle.
REAL lineCover(REAL away, REAL halfWidth) { return clamp(halfWidth + 0.5 - away, 0.0, 1.0) * min(1.0, 2.0 * halfWidth); }

// Of a dotted line: dots at whole multiples of the period, every second one by a share of its own.
REAL dottedCover(REAL alongKm, REAL period, REAL oddShare, REAL dotPart, REAL kmPerPixel) {
    REAL step_ = alongKm / period;
    REAL nearestDot = floor(step_ + 0.5);
    REAL off = (abs(step_ - nearestDot) - 0.5 * dotPart) * period / kmPerPixel;
    REAL odd = nearestDot - 2.0 * floor(nearestDot * 0.5);
    return clamp(0.5 - off, 0.0, 1.0) * SELECT(odd < 0.5, REAL(1.0), oddShare);
}

// ---- From light to the picture ----

// Light rises to 1 and keeps its hue: a river of gold stays gold. Where many hues meet they would add up to white:
// there the strongest one wins. `most`: of the three.
REAL contrastOfHue(REAL most) { return 1.0 + 0.5 * smoothstep(0.7, 4.0, most); }
// It never quite gets there, so that what is brighter than bright still has grain: 2 comes to 0.69, 4 to 0.82.
REAL brightnessOf(REAL most) { return most / (most + 0.9); }
// Heads burn to white in their middle; tails, however many, stay below.
REAL whiteness(REAL most) { return 0.9 * smoothstep(2.2, 5.0, most); }
REAL hueOf(REAL light, REAL most) { return light / max(most, 1e-4); }
REAL tamed(REAL contrastedHue, REAL brightness, REAL white) { return mix(contrastedHue * brightness, 0.94, white); }

// IEC 61966-2-1. The power by two square roots: a minimax polynomial in x^¼, within 0.00004 (a hundredth of a level),
// at half the cost on a processor.
REAL srgbOf(REAL linear) {
    REAL s = sqrt(linear), q = sqrt(s);
    REAL power = -0.0646115379 + q * 0.1961358677 + s * (1.1226816197 - 0.3355015547 * q) + linear * 0.0813299754;
    return SELECT(linear > 0.0031308, power, linear * 12.92);
}

// The R2 sequence (Roberts 2018) in exact integers: even over neighbours, the same on every machine. 0…1.
REAL noiseAt(UINT x, UINT y) {
    UINT n = x * 3242174889u + y * 2447445414u;
    return REAL(n >> 8) / 16777216.0;
}

// ---- From the picture to planes: ITU-R BT.709, limited range, in codes of eight bits ----

REAL lumaOf(REAL red, REAL green, REAL blue) { return 0.2126 * red + 0.7152 * green + 0.0722 * blue; }
REAL lumaCode(REAL luma) { return 16.0 + 219.0 * luma; }
REAL blueCode(REAL blue, REAL luma) { return 128.0 + 224.0 * (blue - luma) / 1.8556; }
REAL redCode(REAL red, REAL luma) { return 128.0 + 224.0 * (red - luma) / 1.5748; }
