// What every pass over the map knows of the camera and the clock. Mirrors paint::ViewBlock.
layout(std140, binding = 0) uniform View {
    mat4 clipFromMap;   // of km relative to the camera's centre
    vec4 centre;        // the centre, km: high part in xy, low part in zw
    vec2 pictureSize;   // real pixels
    float scale;        // real pixels to a reference pixel
    float pixelsPerKm;  // real pixels, at the middle of the picture
    float nearest;      // smallest clip w that is safely in front of the camera
    float filmSeconds;
    float shimmerSeconds;
    float unused;
};

// Float kilometres keep metres only if the large centre is taken off in two steps.
vec4 clipOf(vec3 km) {
    vec2 relative = (km.xy - centre.xy) - centre.zw;
    return clipFromMap * vec4(relative, km.z, 1.0);
}

// Real pixels from the bottom left.
vec2 pixelOf(vec4 clip) { return (clip.xy / clip.w * 0.5 + 0.5) * pictureSize; }

vec4 clipOfPixel(vec2 pixel) { return vec4(pixel / pictureSize * 2.0 - 1.0, 0.0, 1.0); }
