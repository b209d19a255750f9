in vec2 uv;
uniform sampler2D words;  // coverage of the letters; of letters and halo
uniform vec4 colour;      // straight
uniform vec4 halo;
layout(location = 0) out vec4 painted;  // premultiplied

void main() {
    vec2 cover = texture(words, uv).rg;
    float letters = cover.r * colour.a;
    float around = cover.g * halo.a * (1.0 - letters);
    painted = vec4(colour.rgb * letters + halo.rgb * around, letters + around);
}
