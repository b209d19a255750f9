#include "paint/surface.hpp"

#include <epoxy/gl.h>

#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"

namespace ebbflow::paint {

void requireRoom(int width, int height, int most) {
    if (std::max(width, height) <= most) return;
    throw core::Failure(fmt::format(
        "with so many samples the picture is {} × {} pixels; this renderer draws at most {} "
        "each way",
        width, height, most));
}

void straighten(core::Image& image) {
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const unsigned alpha = image.rgba[i + 3];
        for (std::size_t c = i; alpha != 0 && c < i + 3; ++c) {
            const unsigned straight = (255U * image.rgba[c] + alpha / 2) / alpha;
            image.rgba[c] = static_cast<std::uint8_t>(std::min(straight, 255U));
        }
    }
}

void showAt(const WindowPlace& place, const gl::Framebuffer& from, int width, int height) {
    const int bottom = place.windowHeight - place.top - place.height;
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    const bool whole = place.width == width && place.height == height;
    glBlitNamedFramebuffer(from.name(), 0, 0, 0, width, height, place.left, bottom,
                           place.left + place.width, bottom + place.height, GL_COLOR_BUFFER_BIT,
                           whole ? GL_NEAREST : GL_LINEAR);
}

}  // namespace ebbflow::paint
