#include "paint/canvas.hpp"

#include <epoxy/gl.h>

namespace ebbflow::paint {

namespace {

GLenum formatOf(raster::PictureDepth depth) {
    return depth == raster::PictureDepth::eight ? GL_RGBA8 : GL_RGBA16;
}

}  // namespace

void Canvas::resize(int width, int height) {
    if (picture && picture.width() == width && picture.height() == height) return;
    lights = gl::Texture::image(GL_RGBA16F, width, height, "lights");
    lightTarget = gl::Framebuffer::of({&lights}, "lights");
    picture = gl::Texture::image(formatOf(depth), width, height, "picture");
    pictureTarget = gl::Framebuffer::of({&picture}, "picture");
    forget();
}

void Canvas::forget() {
    notes.forget(picture.width(), picture.height());
}

void Canvas::keepBefore() {
    const int width = picture.width(), height = picture.height();
    if (!before || before.width() != width || before.height() != height)
        before = gl::Texture::image(formatOf(depth), width, height, "before");
    glCopyImageSubData(picture.name(), GL_TEXTURE_2D, 0, 0, 0, 0, before.name(), GL_TEXTURE_2D, 0,
                       0, 0, 0, width, height, 1);
}

float Canvas::levels() const {
    return static_cast<float>((1U << static_cast<unsigned>(depth)) - 1);
}

}  // namespace ebbflow::paint
