#include "raster/splats.hpp"

#include <algorithm>

#include "flow/paths.hpp"
#include "raster/light_motion.hpp"
#include "raster/look.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "raster/splat_setup.cpp"
#include <hwy/foreach_target.h>

#include "raster/lanes_impl.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

constexpr float kStep = 0.004F;  // of the path: how far from here its direction is taken
constexpr int kSamples = flow::kPathSamples;
constexpr float kSegments = kSamples - 1;
static_assert(kSamples == 1 << 6);

struct Plane {
    Real x, y;
};
struct Space {
    Real x, y, z;
};

HWY_INLINE Plane operator+(const Plane& a, const Plane& b) {
    return {a.x + b.x, a.y + b.y};
}
HWY_INLINE Plane operator-(const Plane& a, const Plane& b) {
    return {a.x - b.x, a.y - b.y};
}
HWY_INLINE Plane operator*(const Real& s, const Plane& a) {
    return {s * a.x, s * a.y};
}
HWY_INLINE Space operator+(const Space& a, const Space& b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
HWY_INLINE Space operator-(const Space& a, const Space& b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
HWY_INLINE Space operator*(const Real& s, const Space& a) {
    return {s * a.x, s * a.y, s * a.z};
}

HWY_INLINE Real gather(const std::vector<float>& from, hn::Vec<Ints> at) {
    return hn::GatherIndex(kFloats, from.data(), at);
}
HWY_INLINE Space pointAt(const PathTable& paths, hn::Vec<Ints> at) {
    return {gather(paths.x, at), gather(paths.y, at), gather(paths.height, at)};
}
HWY_INLINE Plane sideAt(const PathTable& paths, hn::Vec<Ints> at) {
    return {gather(paths.sideX, at), gather(paths.sideY, at)};
}

struct Spots {
    Space point, way;
};

/// As shaders/path.glsl has it: a curve through the samples (Catmull and Rom 1974).
HWY_INLINE Spots spotsOf(const PathTable& paths, hn::Vec<Ints> path, Real s, Real lane, Real turnOf,
                         float scale) {
    const Real f = clamp(s, 0.0F, 1.0F) * kSegments;
    const auto zero = hn::Zero(kInts), last = hn::Set(kInts, kSamples - 1);
    const auto i = hn::Min(hn::ConvertTo(kInts, f.v), hn::Set(kInts, kSamples - 2));
    const Real t = f - Real(hn::ConvertTo(kFloats, i));
    const auto start = hn::ShiftLeft<6>(path);
    const auto at = hn::Add(start, i), next = hn::Add(at, hn::Set(kInts, 1));
    const auto before = hn::Add(start, hn::Max(hn::Sub(i, hn::Set(kInts, 1)), zero));
    const auto after = hn::Add(start, hn::Min(hn::Add(i, hn::Set(kInts, 2)), last));
    const Space a = pointAt(paths, at), b = pointAt(paths, next);
    const Space p = pointAt(paths, before), q = pointAt(paths, after);
    const Plane sideA = sideAt(paths, at), sideB = sideAt(paths, next);
    const Space line = b - p;
    const Space square = Real(2.0F) * p - Real(5.0F) * a + Real(4.0F) * b - q;
    const Space cube = Real(3.0F) * (a - b) + q - p;
    const Real aside = (kLaneCentre + lane) * scale;
    const Plane side{mix(sideA.x, sideB.x, t), mix(sideA.y, sideB.y, t)};
    const Plane shift = aside * side;
    const Plane turn = kSegments * aside * (sideB - sideA) + turnOf * scale * side;
    const Space bend = a + 0.5F * t * (line + t * (square + t * cube));
    const Space way = Real(0.5F * kSegments) * (line + t * (Real(2.0F) * square + 3.0F * t * cube));
    return {{bend.x + shift.x, bend.y + shift.y, bend.z}, {way.x + turn.x, way.y + turn.y, way.z}};
}

/// In the picture, and how far before the camera.
struct Seen {
    Plane at;
    Real w;
};

HWY_INLINE Seen seen(const ViewBlock& view, const Space& km) {
    const glm::mat4& m = view.clipFromMap;
    const Real x = (km.x - view.centre.x) - view.centre.z;
    const Real y = (km.y - view.centre.y) - view.centre.w;
    const auto row = [&](int r)
                         HWY_ATTR { return x * m[0][r] + y * m[1][r] + km.z * m[2][r] + m[3][r]; };
    const Real w = row(3);
    // What is behind the camera is left out later; until then it may be anywhere.
    const Real perW = 1.0F / max(w, view.nearest);
    return {{(row(0) * perW * 0.5F + 0.5F) * view.pictureSize.x,
             (row(1) * perW * 0.5F + 0.5F) * view.pictureSize.y},
            w};
}

/// As many lights as there are lanes, their fields apart.
struct LightLanes {
    Real departure, duration, lane, shimmer;
    hn::Vec<Ints> path, look;
};

HWY_INLINE LightLanes lightsAt(const picture::LightVertex* lights, int first, int last) {
    constexpr int kFields = sizeof(picture::LightVertex) / sizeof(float);
    const auto number =
        hn::Min(hn::Add(hn::Iota(kInts, 0), hn::Set(kInts, first)), hn::Set(kInts, last));
    const auto at = hn::Mul(number, hn::Set(kInts, kFields));
    const auto* floats = reinterpret_cast<const float*>(lights);
    const auto* ints = reinterpret_cast<const std::int32_t*>(lights);
    const auto one = hn::Set(kInts, 1);
    const auto second = hn::Add(at, one), third = hn::Add(second, one),
               fourth = hn::Add(third, one), fifth = hn::Add(fourth, one),
               sixth = hn::Add(fifth, one);
    return {hn::GatherIndex(kFloats, floats, at),    hn::GatherIndex(kFloats, floats, second),
            hn::GatherIndex(kFloats, floats, fifth), hn::GatherIndex(kFloats, floats, sixth),
            hn::GatherIndex(kInts, ints, third),     hn::GatherIndex(kInts, ints, fourth)};
}

/// How bright: appearing, vanishing, shimmering.
HWY_INLINE Real brightnessOf(const LightLanes& light, Real under, float shimmerSeconds) {
    const Real longest = 0.3F * light.duration;
    const Real appears = smoothstep(0.0F, min(0.35F, longest), under);
    const Real vanishes = smoothstep(0.0F, min(0.45F, longest), light.duration - under);
    const Real turn = light.shimmer + 0.4F * shimmerSeconds;
    return appears * vanishes * (1.0F + 0.10F * sin(6.2831853F * turn));
}

/// A number of each lane.
struct LaneArray {
    HWY_ALIGN float at[16] = {};
    HWY_INLINE void operator=(Real x) { store(x, at); }
};

class Setup {
public:
    Setup(const SplatView& own, std::vector<Splat>& out) : own_(own), out_(out) {}

    void add(const picture::LightRange& range) {
        const int end =
            static_cast<int>(std::min<std::size_t>(range.first + range.count, own_.lights.size()));
        for (int i = static_cast<int>(range.first); i < end; i += lanes()) addLanes(i, end);
    }

private:
    void addLanes(int first, int end) {
        const ViewBlock& view = own_.view;
        const LightLanes light = lightsAt(own_.lights.data(), first, end - 1);
        const Real under = view.filmSeconds - light.departure, u = under / light.duration;
        const Truth stands = light.duration < 0.0F;
        const auto underWay = hn::And((u > 0.0F).m, (u < 1.0F).m);
        const auto one = hn::And(hn::Or(underWay, stands.m), firstLanes(end - first).m);
        if (hn::AllFalse(kFloats, one)) return;
        const auto lastPath = hn::Set(kInts, static_cast<std::int32_t>(own_.paths.count) - 1);
        const auto path = hn::Min(light.path, lastPath);
        const Real begin = gather(own_.paths.begin, path), scale = gather(own_.paths.scale, path);
        const Real ofWay = select(stands, light.departure, eased(u)), s = (ofWay - begin) * scale;
        // Strands of a stream cross and cross again.
        const Uint look = hn::BitCast(kWords, light.look);
        const Real strand = Real((look >> 16) & Uint(255U)) * (1.0F / 256.0F);
        const Real winds = Real(look >> 24) * (1.0F / 255.0F);
        const Real lane = light.lane + winds * weaveOf(ofWay, strand);
        const Real turn = winds * weaveTurn(ofWay, strand) / scale;
        const Spots spot = spotsOf(own_.paths, path, s, lane, turn, own_.laneScale);
        const Space half = Real(0.5F * kStep) * spot.way;
        const Seen head = seen(view, spot.point), tail = seen(view, spot.point - half),
                   tip = seen(view, spot.point + half);
        const Real nearest = min(head.w, min(tail.w, tip.w));
        const Plane way = tip.at - tail.at;
        const Real pace = sqrt(way.x * way.x + way.y * way.y);
        const Truth moves = pace > 1e-4F;
        const Real perPace = 1.0F / max(pace, 1e-4F);
        // Over an edge of the map a tail comes out of it.
        const Real lately = max((eased(max(u - 0.06F, 0.0F)) - begin) * scale, 0.0F);
        const Real came = (s - lately) * (1.0F / kStep);
        x_ = head.at.x;
        y_ = head.at.y;
        forwardX_ = select(moves, way.x * perPace, 1.0F);
        forwardY_ = select(moves, way.y * perPace, 0.0F);
        length_ = pace * came;
        brightness_ = select(stands, -light.duration,
                             brightnessOf(light, under, view.shimmerSeconds) * ofCrowd(winds));
        standing_ = select(stands, 1.0F, 0.0F);
        hn::StoreU(light.look, kInts, look_);
        hn::StoreU(light.path, kInts, path_);
        const auto onPath = hn::Not(hn::Or((s < 0.0F).m, (s > 1.0F).m));
        const Truth ahead{hn::And(onPath, hn::AndNot((nearest < view.nearest).m, one))};
        shown_ = select(ahead, 1.0F, 0.0F);
        for (int i = 0; i < lanes(); ++i) {
            if (shown_.at[i] > 0) addOne(i);
        }
    }

    void addOne(int lane) {
        const auto look = static_cast<std::uint32_t>(look_[lane]);
        const std::size_t kind = look & 15U;
        const std::size_t sure = std::min<std::size_t>((look >> 8U) & 255U, kSoftness.size() - 1);
        const std::size_t number = kind * kSoftness.size() + sure;
        if (number >= own_.looks.size() ||
            static_cast<std::uint32_t>(path_[lane]) >= own_.paths.count)
            return;
        const SplatLook& own = own_.looks[number];
        if (own.colour.r + own.colour.g + own.colour.b <= 0) return;
        Splat splat;
        splat.head = {x_.at[lane], y_.at[lane]};
        splat.forward = {forwardX_.at[lane], forwardY_.at[lane]};
        splat.length = standing_.at[lane] > 0
                           ? kNoTail
                           : std::clamp(length_.at[lane], own.shortest, own.longest);
        splat.brightness = brightness_.at[lane];
        splat.look = static_cast<std::uint32_t>(number) + own_.firstLook;
        const float reach = 2 * (splat.length + own.halo + own.flank) * (1 + own.spread);
        const glm::vec2 size = own_.view.pictureSize;
        if (splat.head.x < -reach || splat.head.x > size.x + reach || splat.head.y < -reach ||
            splat.head.y > size.y + reach)
            return;
        splat.outline = outlineOf(splat, own);
        out_.push_back(splat);
    }

    const SplatView& own_;
    std::vector<Splat>& out_;
    LaneArray x_, y_, forwardX_, forwardY_, length_, brightness_, standing_, shown_;
    HWY_ALIGN std::int32_t look_[16] = {}, path_[16] = {};
};

}  // namespace

void appendHere(const SplatView& view, const picture::LightRange& range, std::vector<Splat>& out) {
    Setup(view, out).add(range);
}

}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ebbflow::raster {

HWY_EXPORT(appendHere);

void appendSplats(const SplatView& view, const picture::LightRange& range,
                  std::vector<Splat>& out) {
    HWY_DYNAMIC_DISPATCH(appendHere)(view, range, out);
}

}  // namespace ebbflow::raster
#endif
