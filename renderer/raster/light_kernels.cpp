#include "raster/light_kernels.hpp"

#include <array>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "raster/light_kernels.cpp"
#include <hwy/foreach_target.h>

#include "raster/scan_impl.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

HWY_INLINE void add(Real light, const glm::vec3& colour, Truth inside, float* const at[3], int x) {
    const Real shown = select(inside, light, 0.0F);
    store(load(at[0] + x) + shown * colour.r, at[0] + x);
    store(load(at[1] + x) + shown * colour.g, at[1] + x);
    store(load(at[2] + x) + shown * colour.b, at[2] + x);
}

HWY_INLINE Real along(const Gradient& g, Real dx, float dy) {
    return dx * g.alongX + (g.origin + g.alongY * dy);
}

template <bool kSoft, bool kTwoTails>
void addSplat(const Splat& splat, const SplatLook& look, Band band, LightField& field) {
    RowSpans rows;
    scan(splat.outline, band, field.width(), rows);
    const Real edgeOfHead = look.core * look.core;
    const glm::vec3 colour = look.colour * splat.brightness;
    const float perTail = 1 / splat.length;
    for (int i = 0; i < rows.count; ++i) {
        const int first = rows.first[i], end = rows.end[i], y = rows.bottom + i;
        float* const at[3] = {field.row(0, y), field.row(1, y), field.row(2, y)};
        const float dy = static_cast<float>(y) + 0.5F - splat.head.y;
        const float forwardY = dy * splat.forward.y, sideY = dy * splat.forward.x;
        for (int x = first; x < end; x += lanes()) {
            const Real dx = laneNumbers() + (static_cast<float>(x) + 0.5F - splat.head.x);
            const Real forwards = dx * splat.forward.x + forwardY;
            const Real sideways = dx * splat.forward.y - sideY;
            const Real squared = forwards * forwards + sideways * sideways;
            // Most of a tail is far from its head, where that is 0.
            Real crisp = 0.0F;
            if (!noneOf(squared < edgeOfHead)) crisp = headOf(squared * look.perCore);
            Real head = crisp * look.crisp;
            if constexpr (kSoft)
                head = mix(head, bump(squared * look.perHalo) * look.soft, look.softness);
            const Real left = 1.0F - clamp(-forwards * perTail, 0.0F, 1.0F);
            Real off = sideways;
            if constexpr (kTwoTails)
                off = abs(abs(sideways) + forwards * look.spread) * look.perSlant;
            const Real tail = tailOf(forwards, left, off, look.flank, look.edge, look.atEnd);
            add(head + look.tail * tail * (1.0F - crisp), colour, firstLanes(end - x), at, x);
        }
    }
}

void addSplats(const Splat* splats, const SplatLook* looks, const std::uint32_t* chosen,
               std::size_t count, Band band, LightField& field) {
    for (std::size_t i = 0; i < count; ++i) {
        const Splat& splat = splats[chosen[i]];
        const SplatLook& look = looks[splat.look];
        const bool soft = look.softness > 0, twoTails = look.spread > 0;
        if (soft && twoTails)
            addSplat<true, true>(splat, look, band, field);
        else if (soft)
            addSplat<true, false>(splat, look, band, field);
        else if (twoTails)
            addSplat<false, true>(splat, look, band, field);
        else
            addSplat<false, false>(splat, look, band, field);
    }
}

HWY_INLINE void atLeast(Real light, const glm::vec3& colour, Truth inside, float* const at[3],
                        int x) {
    const Real shown = select(inside, light, 0.0F);
    for (int plane = 0; plane < 3; ++plane)
        store(max(load(at[plane] + x), shown * colour[plane]), at[plane] + x);
}

HWY_INLINE Real liftAt(const Crossed& crossed, int x, int y) {
    const auto light = [&](int plane) HWY_ATTR {
        return floatOf(loadShorts(crossed.ground.row(plane, y) + x));
    };
    return liftOf(light(0) * crossed.luma.r + light(1) * crossed.luma.g +
                  (light(2) * crossed.luma.b + crossed.luma.a));
}

void layRibbons(const RibbonStrips& strips, const std::uint32_t* chosen, std::size_t count,
                const Crossed& crossed, float seconds, Band band, LightField& field) {
    RowSpans rows;
    for (std::size_t n = 0; n < count; ++n) {
        const RibbonPiece& piece = strips.pieces[chosen[n]];
        const RibbonLook& look = strips.looks[piece.ribbon];
        scan(piece.outline, band, field.width(), rows);
        for (int i = 0; i < rows.count; ++i) {
            const int first = rows.first[i], end = rows.end[i], y = rows.bottom + i;
            float* const at[3] = {field.row(0, y), field.row(1, y), field.row(2, y)};
            const float dy = static_cast<float>(y) + 0.5F - piece.outline[0].y;
            for (int x = first; x < end; x += lanes()) {
                const Real dx = laneNumbers() + (static_cast<float>(x) + 0.5F - piece.outline[0].x);
                const Real across = along(piece.across, dx, dy);
                const Real towards = along(piece.towards, dx, dy);
                const Real shown = along(piece.shown, dx, dy);
                const Real light = look.drifts ? ribbonVeil(across, towards, shown, seconds)
                                               : ribbonBand(across, towards, shown, look.softness) *
                                                     liftAt(crossed, x, y);
                atLeast(along(piece.share, dx, dy) * light, look.colour, firstLanes(end - x), at,
                        x);
            }
        }
    }
}

/// Real texels.
struct Placed {
    float x, y, half, width;  ///< middle from the bottom left; half its side; of a ring's line
    bool ring;
};

void addRow(const Placed& own, const glm::vec4& colour, int y, int first, int end,
            LightField& field) {
    float* const at[3] = {field.row(0, y), field.row(1, y), field.row(2, y)};
    const float dy = static_cast<float>(y) + 0.5F - own.y;
    const glm::vec3 light = glm::vec3(colour) * colour.a;
    for (int x = first; x < end; x += lanes()) {
        const Real dx = laneNumbers() + (static_cast<float>(x) + 0.5F - own.x);
        const Real squared = dx * dx + dy * dy;
        const Real cover =
            own.ring ? coverage(abs(sqrt(squared) - own.half + own.width) - 0.5F * own.width)
                     : glowOf(squared / (own.half * own.half));
        add(cover, light, firstLanes(end - x), at, x);
    }
}

void addSprites(const Sprite* sprites, std::size_t count, float scale, Band band,
                LightField& field) {
    for (std::size_t i = 0; i < count; ++i) {
        const Sprite& sprite = sprites[i];
        const Placed own{sprite.box.x * scale,
                         static_cast<float>(field.height()) - sprite.box.y * scale,
                         sprite.box.z * scale, sprite.shape.y * scale, sprite.shape.x == 1.0F};
        const float reach = own.half + 1;
        const int first = pixelFrom(own.x - reach, field.width());
        const int end = pixelFrom(own.x + reach, field.width());
        const int bottom = std::max(pixelFrom(own.y - reach, band.top), band.bottom);
        const int top = pixelFrom(own.y + reach, band.top);
        for (int y = bottom; y < top; ++y) addRow(own, sprite.colour, y, first, end, field);
    }
}

}  // namespace

void splatsHere(const Splat* splats, const SplatLook* looks, const std::uint32_t* chosen,
                std::size_t count, Band band, LightField& field) {
    addSplats(splats, looks, chosen, count, band, field);
}
void ribbonsHere(const RibbonStrips& strips, const std::uint32_t* chosen, std::size_t count,
                 const Crossed& crossed, float seconds, Band band, LightField& field) {
    layRibbons(strips, chosen, count, crossed, seconds, band, field);
}
void spritesHere(const Sprite* sprites, std::size_t count, float scale, Band band,
                 LightField& field) {
    addSprites(sprites, count, scale, band, field);
}

}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ebbflow::raster {

HWY_EXPORT(splatsHere);
HWY_EXPORT(ribbonsHere);
HWY_EXPORT(spritesHere);

void addSplats(std::span<const Splat> splats, std::span<const SplatLook> looks,
               std::span<const std::uint32_t> chosen, Band band, LightField& field) {
    HWY_DYNAMIC_DISPATCH(splatsHere)
    (splats.data(), looks.data(), chosen.data(), chosen.size(), band, field);
}

void layRibbons(const RibbonStrips& strips, std::span<const std::uint32_t> chosen,
                const Crossed& crossed, float shimmerSeconds, Band band, LightField& field) {
    HWY_DYNAMIC_DISPATCH(ribbonsHere)
    (strips, chosen.data(), chosen.size(), crossed, shimmerSeconds, band, field);
}

void addSprites(std::span<const Sprite> sprites, float scale, Band band, LightField& field) {
    HWY_DYNAMIC_DISPATCH(spritesHere)(sprites.data(), sprites.size(), scale, band, field);
}

}  // namespace ebbflow::raster
#endif
