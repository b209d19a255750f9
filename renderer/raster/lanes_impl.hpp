// Numbers in lanes: Real stands for as many floats as a register of the processor holds, with the
// words that GLSL has, so that shaders/curves.glsl is compiled as it is, once for every instruction
// set. Every operation is exact or a sum of such in one order, nothing is fused and nothing is an
// estimate, so that all sets of instructions give the same bits. Errors are stated at the
// functions.
//
// A source includes this inside Highway's loop over targets, never a header of ours.

#if defined(EBBFLOW_RASTER_LANES_IMPL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef EBBFLOW_RASTER_LANES_IMPL_HPP
#undef EBBFLOW_RASTER_LANES_IMPL_HPP
#else
#define EBBFLOW_RASTER_LANES_IMPL_HPP
#endif

#include <cstddef>
#include <cstdint>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

// Not every source uses all of it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-const-variable"

// Sixteen floats at most, so that what is padded for sixteen is padded for all.
using Floats = hn::CappedTag<float, 16>;
using Ints = hn::RebindToSigned<Floats>;
using Words = hn::RebindToUnsigned<Floats>;
using Bytes = hn::Rebind<std::uint8_t, Floats>;
using Shorts = hn::Rebind<std::uint16_t, Floats>;
constexpr Floats kFloats;
constexpr Ints kInts;
constexpr Words kWords;
constexpr Bytes kBytes;
constexpr Shorts kShorts;

HWY_INLINE int lanes() {
    return static_cast<int>(hn::Lanes(kFloats));
}

struct Truth {
    hn::Mask<Floats> m;
};

struct Uint {
    hn::Vec<Words> v;
    HWY_INLINE Uint(hn::Vec<Words> of) : v(of) {}
    HWY_INLINE Uint(std::uint32_t of) : v(hn::Set(kWords, of)) {}
    HWY_INLINE friend Uint operator+(Uint a, Uint b) { return hn::Add(a.v, b.v); }
    HWY_INLINE friend Uint operator-(Uint a, Uint b) { return hn::Sub(a.v, b.v); }
    HWY_INLINE friend Uint operator*(Uint a, Uint b) { return hn::Mul(a.v, b.v); }
    HWY_INLINE friend Uint operator|(Uint a, Uint b) { return hn::Or(a.v, b.v); }
    HWY_INLINE friend Uint operator&(Uint a, Uint b) { return hn::And(a.v, b.v); }
    HWY_INLINE friend Uint operator>>(Uint a, int bits) { return hn::ShiftRightSame(a.v, bits); }
    HWY_INLINE friend Uint operator<<(Uint a, int bits) { return hn::ShiftLeftSame(a.v, bits); }
};

struct Real {
    hn::Vec<Floats> v;
    HWY_INLINE Real(hn::Vec<Floats> of) : v(of) {}
    HWY_INLINE Real(float of) : v(hn::Set(kFloats, of)) {}
    HWY_INLINE Real(double of) : v(hn::Set(kFloats, static_cast<float>(of))) {}
    /// Of less than 2^31, exact below 2^24.
    HWY_INLINE explicit Real(Uint of) : v(hn::ConvertTo(kFloats, hn::BitCast(kInts, of.v))) {}
    HWY_INLINE friend Real operator+(Real a, Real b) { return hn::Add(a.v, b.v); }
    HWY_INLINE friend Real operator-(Real a, Real b) { return hn::Sub(a.v, b.v); }
    HWY_INLINE friend Real operator-(Real a) { return hn::Neg(a.v); }
    HWY_INLINE friend Real operator*(Real a, Real b) { return hn::Mul(a.v, b.v); }
    HWY_INLINE friend Real operator/(Real a, Real b) { return hn::Div(a.v, b.v); }
    HWY_INLINE friend Truth operator<(Real a, Real b) { return {hn::Lt(a.v, b.v)}; }
    HWY_INLINE friend Truth operator>(Real a, Real b) { return {hn::Gt(a.v, b.v)}; }
};

HWY_INLINE Real select(Truth which, Real yes, Real no) {
    return hn::IfThenElse(which.m, yes.v, no.v);
}
HWY_INLINE bool allOf(Truth which) {
    return hn::AllTrue(kFloats, which.m);
}
HWY_INLINE bool noneOf(Truth which) {
    return hn::AllFalse(kFloats, which.m);
}
HWY_INLINE Real min(Real a, Real b) {
    return hn::Min(a.v, b.v);
}
HWY_INLINE Real max(Real a, Real b) {
    return hn::Max(a.v, b.v);
}
HWY_INLINE Real clamp(Real x, Real least, Real most) {
    return min(max(x, least), most);
}
HWY_INLINE Real abs(Real x) {
    return hn::Abs(x.v);
}
HWY_INLINE Real floor(Real x) {
    return hn::Floor(x.v);
}
HWY_INLINE Real sqrt(Real x) {
    return hn::Sqrt(x.v);
}
/// Exact: a root and a division.
HWY_INLINE Real inversesqrt(Real x) {
    return Real(1.0F) / sqrt(x);
}
HWY_INLINE Real mix(Real a, Real b, Real share) {
    return a * (1.0F - share) + b * share;
}
HWY_INLINE Real smoothstep(Real from, Real to, Real x) {
    const Real t = clamp((x - from) * (1.0F / (to - from)), 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

/// 2^x for −126 ≤ x ≤ 126, held to that range; relative error below 2e-7. The polynomial: Chebyshev
/// interpolation over ±½ (3e-9).
HWY_INLINE Real exp2(Real x) {
    const Real held = clamp(x, -126.0F, 126.0F);
    const auto whole = hn::Round(held.v);
    const Real f = held - Real(whole);
    Real p = 0.000154614447F;
    p = p * f + 0.001340042818F;
    p = p * f + 0.009618056679F;
    p = p * f + 0.05550327227F;
    p = p * f + 0.2402265092F;
    p = p * f + 0.6931472067F;
    p = p * f + 1.0F;
    const auto exponent = hn::Add(hn::ConvertTo(kInts, whole), hn::Set(kInts, 127));
    return p * Real(hn::BitCast(kFloats, hn::ShiftLeft<23>(exponent)));
}

/// Of positive normal numbers; absolute error below 2e-7, relative near 1. The polynomial:
/// Chebyshev interpolation of log2(1+m)/m from √½−1 to √2−1 (3e-8).
HWY_INLINE Real log2(Real x) {
    const auto bits = hn::BitCast(kInts, x.v);
    const auto exponent = hn::ShiftRight<23>(hn::Sub(bits, hn::Set(kInts, 0x3F3504F3)));
    const Real m = Real(hn::BitCast(kFloats, hn::Sub(bits, hn::ShiftLeft<23>(exponent)))) - 1.0F;
    Real p = 0.1231096846F;
    p = p * m - 0.2058618805F;
    p = p * m + 0.2160782255F;
    p = p * m - 0.2391698814F;
    p = p * m + 0.2879032609F;
    p = p * m - 0.3606932681F;
    p = p * m + 0.4809107535F;
    p = p * m - 0.7213474682F;
    p = p * m + 1.442695004F;
    return Real(hn::ConvertTo(kFloats, exponent)) + p * m;
}

/// Relative error below 2e-7 + |x|·1.2e-7.
HWY_INLINE Real exp(Real x) {
    return exp2(x * 1.4426950408889634F);
}
/// Of x ≥ 0; what is below 1e-30 counts as that.
HWY_INLINE Real pow(Real x, Real exponent) {
    return exp2(exponent * log2(max(x, 1e-30F)));
}
/// Absolute error below 1e-6 + |x|·1e-7. The polynomial in x²: Chebyshev interpolation over a
/// quarter of a turn either way (3e-8).
HWY_INLINE Real sin(Real x) {
    const Real turns = x * 0.15915494309189535F;
    const Real part = turns - Real(hn::Round(turns.v));
    const Real half = select(part < 0.0F, Real(-0.5F), Real(0.5F));
    const Real t = select(abs(part) > 0.25F, half - part, part);
    const Real s = t * t;
    Real p = 39.75982709F;
    p = p * s - 76.58117264F;
    p = p * s + 81.60247637F;
    p = p * s - 41.34168061F;
    p = p * s + 6.28318528F;
    return p * t;
}

HWY_INLINE Real load(const float* from) {
    return hn::LoadU(kFloats, from);
}
HWY_INLINE void store(Real x, float* to) {
    hn::StoreU(x.v, kFloats, to);
}
/// 0, 1, 2 and so on.
HWY_INLINE Real laneNumbers() {
    return hn::Iota(kFloats, 0.0F);
}
HWY_INLINE Uint laneWords() {
    return hn::Iota(kWords, 0U);
}
/// The first of the lanes; all when there are that many.
HWY_INLINE Truth firstLanes(int count) {
    return {laneNumbers() < static_cast<float>(count)};
}
/// x ≥ 0 to the nearest whole number.
HWY_INLINE Uint nearest(Real x) {
    return hn::BitCast(kWords, hn::ConvertTo(kInts, (x + 0.5F).v));
}

/// Floats of 0 to 65,504 as halves, to the nearest, and back, in words; exact steps of our own,
/// since processors without the instruction round otherwise.
HWY_INLINE Uint halfOf(Real x) {
    const Uint bits = hn::BitCast(kWords, x.v);
    const Uint normal =
        (bits - Uint(112U << 23U) + Uint(0x0FFFU) + ((bits >> 13) & Uint(1U))) >> 13;
    const Uint small = nearest(x * 16777216.0F);
    return hn::IfThenElse(hn::RebindMask(kWords, (x < 6.103515625e-5F).m), small.v, normal.v);
}
HWY_INLINE Real floatOf(Uint half) {
    const Real small = Real(half) * (1.0F / 16777216.0F);
    const Real normal = hn::BitCast(kFloats, ((half << 13) + Uint(112U << 23U)).v);
    return select(Real(half) < 1024.0F, small, normal);
}
HWY_INLINE Uint loadShorts(const std::uint16_t* from) {
    return hn::BitCast(kWords, hn::PromoteTo(kInts, hn::LoadU(kShorts, from)));
}
HWY_INLINE void storeShorts(Uint x, std::uint16_t* to) {
    hn::StoreU(hn::DemoteTo(kShorts, hn::BitCast(kInts, x.v)), kShorts, to);
}

#define REAL Real
#define UINT Uint
#define SELECT(condition, yes, no) select(condition, yes, no)
#include "shaders/curves.glsl"
#undef REAL
#undef UINT
#undef SELECT

#pragma GCC diagnostic pop

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#endif
