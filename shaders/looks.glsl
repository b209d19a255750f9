// How the lights of each kind look: picture/light_look.hpp, as paint/light_painter.cpp packs it.
layout(std140, binding = 1) uniform Looks {
    vec4 lookColour[16];  // linear rgb; brightness in this frame
    vec4 lookHead[16];    // radius; strength crisp, soft; size
    vec4 lookTail[16];    // shortest, longest, strength, width at its end
    vec4 lookFlank[16];   // half width crisp, soft, of the radius; edge in real pixels; spread
};
