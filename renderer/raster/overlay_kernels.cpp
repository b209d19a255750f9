#include "raster/overlay_kernels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "raster/overlay_kernels.cpp"
#include <hwy/foreach_target.h>

#include "raster/pixel_lanes_impl.hpp"
#include "raster/scan_impl.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

HWY_INLINE Rgba opaque(const glm::vec4& colour, Real alpha) {
    return {colour.r * alpha, colour.g * alpha, colour.b * alpha, alpha};
}

// ---- Shapes ----

/// Real pixels; y downwards from the shape's middle.
struct Shape {
    float x, y;  ///< middle, from the top left
    float halfWidth, halfHeight;
    int kind;
    float first, second, third;  ///< the three numbers of its kind
    glm::vec4 colour;
};

Shape shapeOf(const Sprite& sprite, int height) {
    const auto scale = static_cast<float>(height / core::kReferenceHeight);
    Shape shape{sprite.box.x * scale,
                sprite.box.y * scale,
                sprite.box.z * scale,
                sprite.box.w * scale,
                static_cast<int>(sprite.shape.x),
                sprite.shape.y * scale,
                sprite.shape.z * scale,
                sprite.shape.w * scale,
                sprite.colour};
    if (shape.kind == 3) {
        shape.second = sprite.shape.z;
        shape.third = sprite.shape.w;
    }
    return shape;
}

Real coverOf(const Shape& s, Real x, Real y) {
    const Real distance = sqrt(x * x + y * y);
    switch (s.kind) {
        case 0:
            return glowOf((x * x + y * y) / (s.halfWidth * s.halfWidth));
        case 1:
            return coverage(abs(distance - s.halfWidth + s.first) - 0.5F * s.first);
        case 2:
            return coverage(distance - s.halfWidth);
        case 3:
            return squareOf(y, s.halfHeight, outsideBox(x, y, s.halfWidth, s.halfHeight, 0.0F),
                            s.first, s.second, s.third);
        default: {
            const Real outside = outsideBox(x, y, s.halfWidth, s.halfHeight, s.first);
            return s.third > 0 ? smoothstep(0.0F, s.third, -outside) : coverage(outside);
        }
    }
}

/// From nothing at its top to all of it, so slowly that eight bits need the noise.
Rgba softened(const Shape& s, Real cover, Real y, int px, int py) {
    const Real alpha = s.colour.a * cover * smoothstep(0.0F, s.second, y + s.halfHeight);
    const Real grain = (noiseAt(laneWords() + static_cast<std::uint32_t>(px + 37),
                                static_cast<std::uint32_t>(py + 91)) -
                        0.5F) *
                       (1.0F / 255.0F);
    const auto channel = [&](float c) HWY_ATTR { return clamp(c * alpha + grain, 0.0F, alpha); };
    return {channel(s.colour.r), channel(s.colour.g), channel(s.colour.b), alpha};
}

template <class Depth>
void layShape(const Shape& s, Band band, Pixels& picture) {
    const float middle = static_cast<float>(picture.height()) - s.y;
    const int left = pixelFrom(s.x - s.halfWidth - 1, picture.width());
    const int right = pixelFrom(s.x + s.halfWidth + 1, picture.width());
    const int bottom = std::max(pixelFrom(middle - s.halfHeight - 1, band.top), band.bottom);
    const int top = pixelFrom(middle + s.halfHeight + 1, band.top);
    const bool soft = s.kind == 4 && s.second > 0;
    for (int py = bottom; py < top; ++py) {
        const Real y = middle - (static_cast<float>(py) + 0.5F);
        for (int px = left; px < right; px += lanes()) {
            const Real x = laneNumbers() + (static_cast<float>(px) + 0.5F - s.x);
            const Real cover = coverOf(s, x, y);
            const Rgba colour =
                soft ? softened(s, cover, y, px, py) : opaque(s.colour, s.colour.a * cover);
            layOver<Depth>(colour, firstLanes(right - px), Depth::at(picture, px, py));
        }
    }
}

// ---- Triangles ----

/// A corner's numbers: two of its edge, four of its colour.
constexpr std::size_t kNumbers = 6;

std::array<float, kNumbers> numbersOf(const MeshVertex& v) {
    return {v.edge.x, v.edge.y, v.colour.r, v.colour.g, v.colour.b, v.colour.a};
}

template <class Depth>
void layTriangle(const MeshVertex* corners, Band band, Pixels& picture) {
    const auto height = static_cast<float>(picture.height());
    Corners at;
    for (std::size_t i = 0; i < 3; ++i)
        at[i] = snapped(glm::vec2(corners[i].at.x, height - corners[i].at.y));
    // Most of a mesh lies in other bands.
    if (highestOf(at) < static_cast<float>(band.bottom) ||
        lowestOf(at) > static_cast<float>(band.top))
        return;
    const auto area = static_cast<float>(twiceArea(at));
    if (!(std::abs(area) > 1e-9F)) return;
    std::array<Gradient, kNumbers> gradients;
    for (std::size_t n = 0; n < kNumbers; ++n) {
        gradients[n] = gradientOf(
            at, {numbersOf(corners[0])[n], numbersOf(corners[1])[n], numbersOf(corners[2])[n]},
            1 / area);
    }
    RowSpans rows;
    scan(at, band, picture.width(), rows);
    for (int i = 0; i < rows.count; ++i) {
        const int first = rows.first[i], end = rows.end[i], y = rows.bottom + i;
        const float dy = static_cast<float>(y) + 0.5F - at[0].y;
        for (int x = first; x < end; x += lanes()) {
            const Real dx = laneNumbers() + (static_cast<float>(x) + 0.5F - at[0].x);
            const auto number = [&](std::size_t n) HWY_ATTR {
                const Gradient& g = gradients[n];
                return dx * g.alongX + (g.origin + g.alongY * dy);
            };
            const Real side = number(0), half = number(1);
            const Real cover =
                select(half < 0.0F, side, clamp(half + 0.5F - abs(side), 0.0F, 1.0F));
            const Real alpha = number(5) * cover;
            layOver<Depth>({number(2) * alpha, number(3) * alpha, number(4) * alpha, alpha},
                           firstLanes(end - x), Depth::at(picture, x, y));
        }
    }
}

// ---- Words ----

HWY_INLINE Real inkAt(const std::uint8_t* from) {
    return Real(hn::ConvertTo(kFloats, hn::PromoteTo(kInts, hn::LoadU(kBytes, from))));
}

/// Between four of its pixels.
HWY_INLINE Real inkBetween(const Coverage& ink, int x, int y, float shareX, float shareY) {
    const std::uint8_t *low = ink.row(y) + x, *high = ink.row(y + 1) + x;
    const Real first = mix(inkAt(low), inkAt(low + 1), shareX);
    return mix(first, mix(inkAt(high), inkAt(high + 1), shareX), shareY) * (1.0F / 255.0F);
}

/// Where a pixel whose middle is that far from the words' edge lies among theirs.
struct Place {
    int first;    ///< pixel of the picture
    int before;   ///< pixel of the words at that one
    float share;  ///< of the one after
};

Place placeOf(double edge) {
    const double whole = std::floor(edge), beyond = edge - whole;
    const int first = static_cast<int>(std::ceil(edge - 0.5));
    const int own = first - static_cast<int>(whole);
    if (beyond == 0) return {first, own, 0};
    return {first, own - 1, static_cast<float>(1 - beyond)};
}

template <class Depth>
void layWordsIn(const OverlayLayout::PlacedWords& placed, Band band, Pixels& picture) {
    const TextCache::Words& words = *placed.words;
    const Place x = placeOf(placed.left), y = placeOf(placed.top);
    const glm::vec4 colour = rgbaOf(placed.item->colour, placed.item->opacity);
    const glm::vec4 halo = rgbaOf(placed.item->halo, placed.item->opacity);
    const int left = std::max(x.first, 0), right = std::min(x.first + words.width, picture.width());
    for (int row = band.bottom; row < band.top; ++row) {
        const int fromTop = picture.height() - 1 - row - y.first;
        if (fromTop < 0 || fromTop >= words.height) continue;
        for (int px = left; px < right; px += lanes()) {
            const int at = px - x.first + x.before;
            const int down = fromTop + y.before;
            const Real letters = inkBetween(words.letters, at, down, x.share, y.share) * colour.a;
            const Real around = inkBetween(words.lettersAndHalo, at, down, x.share, y.share) *
                                halo.a * (1.0F - letters);
            layOver<Depth>(
                {colour.r * letters + halo.r * around, colour.g * letters + halo.g * around,
                 colour.b * letters + halo.b * around, letters + around},
                firstLanes(right - px), Depth::at(picture, px, row));
        }
    }
}

template <class Depth>
void layRowIn(const float* rgba, int count, int left, int y, Pixels& picture) {
    for (int i = 0; i < count; i += lanes()) {
        hn::Vec<Floats> r, g, b, a;
        hn::LoadInterleaved4(kFloats, rgba + 4 * std::ptrdiff_t{i}, r, g, b, a);
        layOver<Depth>({r, g, b, a}, firstLanes(count - i), Depth::at(picture, left + i, y));
    }
}

}  // namespace

void shapesHere(const Sprite* sprites, std::size_t count, Band band, Pixels& picture) {
    for (std::size_t i = 0; i < count; ++i) {
        const Shape shape = shapeOf(sprites[i], picture.height());
        picture.deep() ? layShape<Sixteen>(shape, band, picture)
                       : layShape<Eight>(shape, band, picture);
    }
}

void meshHere(const MeshVertex* corners, std::size_t count, Band band, Pixels& picture) {
    for (std::size_t i = 0; i + 2 < count; i += 3) {
        picture.deep() ? layTriangle<Sixteen>(corners + i, band, picture)
                       : layTriangle<Eight>(corners + i, band, picture);
    }
}

void wordsHere(const OverlayLayout::PlacedWords& placed, Band band, Pixels& picture) {
    picture.deep() ? layWordsIn<Sixteen>(placed, band, picture)
                   : layWordsIn<Eight>(placed, band, picture);
}

void rowHere(const float* rgba, int count, int left, int y, Pixels& picture) {
    picture.deep() ? layRowIn<Sixteen>(rgba, count, left, y, picture)
                   : layRowIn<Eight>(rgba, count, left, y, picture);
}

}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ebbflow::raster {

HWY_EXPORT(shapesHere);
HWY_EXPORT(meshHere);
HWY_EXPORT(wordsHere);
HWY_EXPORT(rowHere);

void layShapes(std::span<const Sprite> sprites, Band band, Pixels& picture) {
    HWY_DYNAMIC_DISPATCH(shapesHere)(sprites.data(), sprites.size(), band, picture);
}

void layMesh(std::span<const MeshVertex> corners, Band band, Pixels& picture) {
    HWY_DYNAMIC_DISPATCH(meshHere)(corners.data(), corners.size(), band, picture);
}

void layWords(const OverlayLayout::PlacedWords& placed, Band band, Pixels& picture) {
    HWY_DYNAMIC_DISPATCH(wordsHere)(placed, band, picture);
}

void layRow(std::span<const float> rgba, int left, int y, Pixels& picture) {
    HWY_DYNAMIC_DISPATCH(rowHere)
    (rgba.data(), static_cast<int>(rgba.size() / 4), left, y, picture);
}

}  // namespace ebbflow::raster
#endif
