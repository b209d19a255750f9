// A band along a path under its lights: wide where it leaves, narrowing towards where it goes.
#include "view.glsl"
#include "path.glsl"
uniform int path;
uniform float width;   // reference pixels at its middle
uniform vec2 ofWay;    // what is drawn here: 0…1 of the way
uniform vec2 onPath;   // 0…1 of the path
uniform vec2 shown;    // 0…1 of what is shown of the ribbon
uniform int steps;
uniform float aside;   // reference pixels to the right of the stream's middle
noperspective out float across;  // −1…1
noperspective out vec2 along;    // 0…1 of the way; 0…1 of what is shown
noperspective out float share;   // of its light that each pixel gets: 1 unless it is too thin to draw

void main() {
    int i = gl_VertexID / 2;
    float hand = (gl_VertexID & 1) != 0 ? 1.0 : -1.0;
    float part = float(i) / float(steps);
    float s = mix(ofWay.x, ofWay.y, part);
    Spot spot = pathSpot(uint(path), mix(onPath.x, onPath.y, part), 0.0, 0.0);
    vec4 here = clipOf(spot.point);
    vec4 before = clipOf(spot.point - 0.004 * spot.way);
    vec4 after = clipOf(spot.point + 0.004 * spot.way);
    along = vec2(s, mix(shown.x, shown.y, part));
    across = hand;
    vec2 way = pixelOf(after) - pixelOf(before);
    float len = length(way);
    vec2 side = len > 1e-5 ? vec2(way.y, -way.x) / len : vec2(0.0);
    float taper = 1.5 - s;                                     // 1 at the middle
    // Soft edges of one reference pixel. What would be less than two pixels wide is drawn so wide and
    // paler, so that a small picture has as much light as a large one.
    float thin = (0.5 * width * taper + 1.0) * scale;
    float reach = max(thin, 1.0);
    share = thin / reach;
    // In clip space, so that GL itself cuts what is behind the camera.
    float squared = (2.0 * s - 1.0) * (2.0 * s - 1.0), fourth = squared * squared, eighth = fourth * fourth;
    float ends = 1.0 - eighth * eighth;                        // threads draw together at both places
    vec2 shift = side * (hand * reach + aside * scale * ends) / pictureSize * 2.0;
    gl_Position = vec4(here.xy + shift * here.w, 0.0, here.w);
}
