// A picture over the film's: a part of it, in display space.
in vec2 uv;
uniform sampler2D picture;  // sRGB-encoded, straight alpha
uniform vec4 crop;          // left, top, width, height: shares of the picture
uniform float opacity;
uniform float shade;        // of its foot
layout(location = 0) out vec4 painted;  // premultiplied

void main() {
    vec4 colour = texture(picture, crop.xy + uv * crop.zw);
    colour.rgb *= 1.0 - shade * smoothstep(0.62, 1.0, uv.y);
    float alpha = colour.a * opacity;
    painted = vec4(colour.rgb * alpha, alpha);
}
