#pragma once
// Which parts of a frame a picture has, and how finely its levels lie.

namespace ebbflow::raster {

/// What of a frame is drawn. Without the map light shines on black, to be added to what is below;
/// words and marks alone lie on a transparent ground, to be laid over it.
struct Layers {
    bool map = true;
    bool lights = true;
    bool text = true;  ///< the furniture, and the marks of places and works
    friend bool operator==(const Layers&, const Layers&) = default;
    [[nodiscard]] bool transparent() const { return !map && !lights; }
};

/// Bits that the picture is dithered for. It is kept in 8 bits a channel, or in 16 for more.
enum class PictureDepth { eight = 8, ten = 10, sixteen = 16 };

}  // namespace ebbflow::raster
