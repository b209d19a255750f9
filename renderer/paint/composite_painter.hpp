#pragma once
// Ground, lights and bloom into the encoded picture. While the ground rests, its part is kept
// encoded and only the tiles with light in them are worked out again; the pixels are the same
// either way.

#include <optional>

#include "gl/objects.hpp"
#include "paint/fullscreen.hpp"
#include "paint/programs.hpp"

namespace ebbflow::paint {

class CompositePainter {
public:
    explicit CompositePainter(const Fullscreen& fullscreen);

    struct Sources {
        const gl::Texture& ground;
        const gl::Texture& lights;
        const gl::Texture& bloom;
        float groundBrightness = 1;
        bool groundIsNew = true;  ///< since the last call
    };
    /// Paints all of `picture`, whose framebuffer is `target`.
    void paint(const Programs& programs, const Sources& sources, const gl::Texture& picture,
               const gl::Framebuffer& target);
    /// Forgets what it kept.
    void forget() { keptBrightness_.reset(); }

private:
    void resize(const gl::Texture& picture);
    void findLitTiles(const Programs& programs, const gl::Texture& bloom) const;
    void drawTiles(const Programs& programs, const Sources& sources, bool every,
                   float lightShare) const;

    const Fullscreen& fullscreen_;
    gl::Texture mask_, kept_;
    gl::Framebuffer maskTarget_, keptTarget_;
    std::optional<float> keptBrightness_;  ///< of the ground in kept_
};

}  // namespace ebbflow::paint
