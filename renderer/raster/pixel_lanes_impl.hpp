// Pixels in lanes: reading, writing and laying colours over them, for 8 and for 16 bits a channel.
// Channels are whole numbers from 0 to kMost. A source includes this after lanes_impl.hpp.

#if defined(EBBFLOW_RASTER_PIXEL_LANES_IMPL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef EBBFLOW_RASTER_PIXEL_LANES_IMPL_HPP
#undef EBBFLOW_RASTER_PIXEL_LANES_IMPL_HPP
#else
#define EBBFLOW_RASTER_PIXEL_LANES_IMPL_HPP
#endif

#include "raster/lanes_impl.hpp"
#include "raster/pixels.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"

struct Rgba {
    Real r, g, b, a;
};

/// To a channel's whole numbers; x may lie outside 0…1.
HWY_INLINE Real levelOf(Real x, float most) {
    return Real(nearest(clamp(x, 0.0F, 1.0F) * most));
}

/// Pixels of 8 bits a channel.
struct Eight {
    static constexpr float kMost = 255;
    using Channel = std::uint8_t;
    HWY_INLINE static Channel* at(Pixels& pixels, int x, int y) {
        return pixels.row8(y) + 4 * std::ptrdiff_t{x};
    }
    HWY_INLINE static const Channel* at(const Pixels& pixels, int x, int y) {
        return pixels.row8(y) + 4 * std::ptrdiff_t{x};
    }
    HWY_INLINE static Rgba load(const Channel* from) {
        const Uint all = hn::LoadU(kWords, reinterpret_cast<const std::uint32_t*>(from));
        return {Real(all & 255U), Real((all >> 8) & 255U), Real((all >> 16) & 255U),
                Real(all >> 24)};
    }
    /// Of the lanes that count.
    HWY_INLINE static void store(const Rgba& c, Truth inside, Channel* to) {
        const Uint all =
            nearest(c.r) | (nearest(c.g) << 8) | (nearest(c.b) << 16) | (nearest(c.a) << 24);
        hn::BlendedStore(all.v, hn::RebindMask(kWords, inside.m), kWords,
                         reinterpret_cast<std::uint32_t*>(to));
    }
};

/// Pixels of 16 bits a channel.
struct Sixteen {
    static constexpr float kMost = 65535;
    using Channel = std::uint16_t;
    HWY_INLINE static Channel* at(Pixels& pixels, int x, int y) {
        return pixels.row16(y) + 4 * std::ptrdiff_t{x};
    }
    HWY_INLINE static const Channel* at(const Pixels& pixels, int x, int y) {
        return pixels.row16(y) + 4 * std::ptrdiff_t{x};
    }
    HWY_INLINE static Rgba load(const Channel* from) {
        hn::Vec<Shorts> r, g, b, a;
        hn::LoadInterleaved4(kShorts, from, r, g, b, a);
        const auto real = [](hn::Vec<Shorts> s) HWY_ATTR {
            return Real(hn::ConvertTo(kFloats, hn::PromoteTo(kInts, s)));
        };
        return {real(r), real(g), real(b), real(a)};
    }
    HWY_INLINE static void store(const Rgba& c, Truth inside, Channel* to) {
        const Rgba old = load(to);
        const auto shorts = [&](Real now, Real before) HWY_ATTR {
            return hn::DemoteTo(kShorts,
                                hn::BitCast(kInts, nearest(select(inside, now, before)).v));
        };
        hn::StoreInterleaved4(shorts(c.r, old.r), shorts(c.g, old.g), shorts(c.b, old.b),
                              shorts(c.a, old.a), kShorts, to);
    }
};

/// A premultiplied colour, 0…1, over what is there.
template <class Depth>
HWY_INLINE void layOver(const Rgba& colour, Truth inside, typename Depth::Channel* at) {
    const Rgba old = Depth::load(at);
    const Real alpha = levelOf(colour.a, Depth::kMost);
    const Real rest = (Depth::kMost - alpha) * (1.0F / Depth::kMost);
    const auto channel = [&](Real own, Real before) HWY_ATTR {
        return min(levelOf(own, Depth::kMost) + Real(nearest(before * rest)), Depth::kMost);
    };
    Depth::store({channel(colour.r, old.r), channel(colour.g, old.g), channel(colour.b, old.b),
                  min(alpha + Real(nearest(old.a * rest)), Depth::kMost)},
                 inside, at);
}

#pragma GCC diagnostic pop

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#endif
