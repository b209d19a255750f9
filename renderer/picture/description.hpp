#pragma once
// Everything the painter needs to draw one frame, as plain data: no pointers into GL, no clock, no
// files. Two equal descriptions give equal pixels. Sizes are reference pixels (picture height 1080)
// unless said.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "core/colour.hpp"
#include "core/coordinates.hpp"
#include "core/image.hpp"
#include "picture/camera.hpp"
#include "picture/grade.hpp"
#include "picture/light_look.hpp"
#include "text/typesetter.hpp"

namespace ebbflow::picture {

// ---- What is the same for the whole film, and uploaded once ----

/// One light as the vertex shader reads it.
struct LightVertex {
    float departure = 0;     ///< seconds of the lights' own time; of one that stands: where, 0…1
    float duration = 1;      ///< seconds of it, > 0; of one that stands: less its brightness, < 0
    std::uint32_t path = 0;  ///< index into Lights::paths
    /// Kind in bits 0–7, confidence in bits 8–15, which strand of its stream it goes with in bits
    /// 16–23, how widely that winds in bits 24–31, in 255ths of the stream's half width.
    std::uint32_t look = 0;
    float lane = 0;     ///< −1…1: sideways place in the stream, to the right of travel; with
                        ///< the winding never beyond that
    float shimmer = 0;  ///< 0…1: phase
};
static_assert(sizeof(LightVertex) == 24);

/// Lights whose duration is at most `longest`, sorted by departure: those under way at t are one
/// range.
struct LightGroup {
    double longest = 0;  ///< film seconds, a power of two
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

inline constexpr std::size_t kMaxKinds = 16;

/// Which stretch of a way a path is. A way that the map's edge cuts has a path for each part, one
/// after the other; each of its lights is a vertex for each of them, and shines on one at a time.
struct PathPart {
    float begin = 0, end = 1;  ///< 0…1 of the whole way
    std::uint32_t rank = 0;    ///< among the way's paths
    std::uint32_t count = 1;   ///< the way's paths
    /// 0…1 of the path, beyond it outside of 0…1. What is whole stays the same to the bit.
    [[nodiscard]] float local(float way) const { return (way - begin) * scale(); }
    [[nodiscard]] float scale() const { return 1 / (end - begin); }
};

struct Lights {
    std::vector<LightVertex> vertices;
    std::vector<LightGroup> groups;
    std::vector<LightVertex> standing;  ///< those who have gone, way by way in order of leaving
    std::vector<glm::vec3> paths;       ///< flow::kPathSamples points a path: x, y, height in km
    std::vector<PathPart> parts;        ///< per path; none where all are whole ways
    std::vector<LightLook> looks;       ///< per kind, at most kMaxKinds

    [[nodiscard]] PathPart part(std::uint32_t path) const {
        return path < parts.size() ? parts[path] : PathPart{};
    }
    /// One past the last path of the way that begins with `first`.
    [[nodiscard]] std::uint32_t endOfWay(std::uint32_t first) const {
        return first + part(first).count;
    }
};

// ---- What changes from frame to frame ----

/// One state's fill.
struct StateShade {
    std::uint32_t area = 0;  ///< index into World::states.areas
    float presence = 1;      ///< 0…1: fading in or out by date
    float lift = 0;          ///< 0…1: how far raised from its neighbours
    friend bool operator==(const StateShade&, const StateShade&) = default;
};

/// One border or other dated line.
struct LineShade {
    std::uint32_t line = 0;  ///< index into the layer's lines
    float presence = 1;      ///< 0…1: opacity
    float drawn = 1;         ///< 0…1: how much of its length is drawn so far
    friend bool operator==(const LineShade&, const LineShade&) = default;
};

/// One lake or reservoir.
struct LakeShade {
    std::uint32_t area = 0;  ///< index into World::lakes.areas
    float presence = 1;      ///< 0…1: fading in or out by date
    friend bool operator==(const LakeShade&, const LakeShade&) = default;
};

/// The ground. The painter keeps what it drew while this does not change.
struct BaseMap {
    CameraView camera;
    std::vector<StateShade> states;
    std::vector<LineShade> borders;
    std::vector<LineShade> rail;
    std::vector<LakeShade> lakes;
    std::vector<std::uint32_t> rivers;  ///< indices into World::rivers.lines
    bool graticule = true;
    bool relief = true;
    Sun sun{};
    friend bool operator==(const BaseMap&, const BaseMap&) = default;
};

/// A range of Lights::vertices that may be under way.
struct LightRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    friend bool operator==(const LightRange&, const LightRange&) = default;
};

/// A faint band under the lights of one path and kind; of a way in parts, what lies on this path.
struct Ribbon {
    std::uint32_t path = 0;
    std::uint32_t kind = 0;
    float width = 0;      ///< reference pixels at its middle
    float strength = 0;   ///< 0…1
    float softness = 0;   ///< 0 documented … 1 unverified
    float from = 0;       ///< 0…1 of the way: where its tail now is
    float to = 1;         ///< 0…1 of the way: how far its head has come
    float aside = 0;      ///< reference pixels to the right of the stream's middle
    bool drifts = false;  ///< a veil that shimmers slowly, instead of a steady band
    friend bool operator==(const Ribbon&, const Ribbon&) = default;
};

/// Light that a city gathers.
struct Glow {
    core::MapPoint at;
    core::Colour colour;
    float radius = 0;    ///< reference pixels
    float strength = 0;  ///< 0…1
    friend bool operator==(const Glow&, const Glow&) = default;
};

/// A ring at a city when lights depart or arrive.
struct Ring {
    core::MapPoint at;
    core::Colour colour;
    float radius = 0;  ///< reference pixels
    float width = 1;   ///< reference pixels
    float strength = 0;
    core::PixelPoint offset{};  ///< of its centre from the place, reference pixels
    friend bool operator==(const Ring&, const Ring&) = default;
};

/// A city's dot, or one of a crowd.
struct Dot {
    core::MapPoint at;
    core::Colour colour;
    float radius = 0;  ///< reference pixels
    float strength = 1;
    core::PixelPoint offset{};  ///< of its centre from the place, reference pixels
    friend bool operator==(const Dot&, const Dot&) = default;
};

/// A work as a small square beside its city. `filled` of 0 is hollow, of 1 is full.
struct Square {
    core::MapPoint at;
    core::PixelPoint offset;  ///< of its centre from the place, reference pixels
    float side = 6;           ///< reference pixels
    core::Colour colour;
    float outline = 1;  ///< 0…1
    float filled = 0;   ///< 0…1, from the bottom
    float glow = 0;     ///< 0…1
    friend bool operator==(const Square&, const Square&) = default;
};

/// Rows of the picture, reference pixels from its top.
struct Rows {
    double top = 0, bottom = 0;
    friend bool operator==(const Rows&, const Rows&) = default;
};
/// Between which rows an item is seen, as through the gap of a curtain; else all of it is.
using Gap = std::optional<Rows>;

/// Words laid over the picture.
struct TextItem {
    text::Paragraph paragraph;
    core::PixelPoint at;  ///< top left of the layout box
    core::Colour colour;
    core::Colour halo{0, 0, 0, 0};
    float opacity = 1;
    bool glides = false;  ///< placed to a fraction of a pixel, as what moves with the map must be
    Gap gap{};
    friend bool operator==(const TextItem&, const TextItem&) = default;
};

struct BoxItem {
    core::PixelBox box;
    core::Colour colour;
    float radius = 0;  ///< of its corners
    float soft = 0;    ///< reference pixels at its top over which it comes out of nothing
    float fade = 0;    ///< reference pixels within all its edges over which it does: a shadow
    Gap gap{};
    friend bool operator==(const BoxItem&, const BoxItem&) = default;
};

/// A filled polygon strip (stream graphs, charts): pairs of lower and upper points from left to
/// right.
struct StripItem {
    std::vector<core::PixelPoint> lower, upper;
    core::Colour colour;
    Gap gap{};
    friend bool operator==(const StripItem&, const StripItem&) = default;
};

struct PolylineItem {
    std::vector<core::PixelPoint> points;
    float width = 1;
    core::Colour colour;
    Gap gap{};
    friend bool operator==(const PolylineItem&, const PolylineItem&) = default;
};

/// A picture. It is shared with the film that was loaded; who describes frames never changes it.
struct ImageItem {
    std::shared_ptr<const core::Image> picture;
    core::PixelBox box;               ///< where it lies
    core::PixelBox crop{0, 0, 1, 1};  ///< the part that is shown, in shares of its sides
    float opacity = 1;
    float shade = 0;      ///< 0…1: how dark its foot is, for words to be read on it
    bool glides = false;  ///< placed to a fraction of a pixel, as what moves with the map must be
    Gap gap{};
    friend bool operator==(const ImageItem&, const ImageItem&) = default;
};

/// In order: later ones lie over earlier ones. Drawn in display space over the encoded picture.
using OverlayItem = std::variant<TextItem, BoxItem, StripItem, PolylineItem, ImageItem>;

/// The map as one camera sees it, with the light on it.
struct MapPicture {
    BaseMap base;
    std::vector<LightRange> lights;
    std::vector<LightRange> standing;           ///< of Lights::standing
    std::array<float, kMaxKinds> brightness{};  ///< per kind: 1, or less when another is in focus
    std::vector<Ribbon> ribbons;
    std::vector<Glow> glows;
    std::vector<Ring> rings;
    std::vector<Dot> dots;
    std::vector<Square> squares;
    std::vector<Dot> crowd;  ///< over the squares: who counts dots must see them all
    float dim = 0;           ///< 0…1: how far the ground recedes behind what is in focus
    Grade grade{};           ///< of the ground; its sun is the base's
    friend bool operator==(const MapPicture&, const MapPicture&) = default;
};

struct FrameDescription : MapPicture {
    double filmSeconds = 0;     ///< the lights' clock
    double waitingSeconds = 0;  ///< how long lights have stood, for shimmer only: a hold, a speaker
    std::optional<MapPicture> before;  ///< what a cross-fade comes from
    float mixed = 1;                   ///< 0…1: how far it has gone over into this picture
    float dip = 0;                     ///< 0…1: sunk into the night between two steps
    float black = 0;                   ///< 0…1: faded to black
    std::vector<OverlayItem> overlay;
    friend bool operator==(const FrameDescription&, const FrameDescription&) = default;
};

}  // namespace ebbflow::picture
