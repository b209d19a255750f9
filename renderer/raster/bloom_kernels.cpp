#include "raster/bloom_kernels.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "raster/bloom_kernels.cpp"
#include <hwy/foreach_target.h>

#include "raster/lanes_impl.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

constexpr float kBrightest = 6.0F;

/// A fetch between two texels of a row or column.
struct Between {
    int first, second;
    float share;  ///< of the second
};

/// `at`: in texels, whose middles lie at halves.
Between between(float at, int count) {
    const float whole = std::floor(at - 0.5F);
    const int i = static_cast<int>(whole);
    return {std::clamp(i, 0, count - 1), std::clamp(i + 1, 0, count - 1), at - 0.5F - whole};
}

/// Where the small texel's middle lies among those of the source.
float middleOf(int small, int smallCount, int count) {
    return (static_cast<float>(small) + 0.5F) / static_cast<float>(smallCount) *
           static_cast<float>(count);
}

/// Two rows of the source between their neighbours, summed later.
struct Rows {
    std::vector<float> low, high;
};

void mixRows(const LightField& from, int plane, const Between& y, int left, int right,
             std::vector<float>& out) {
    const float *a = from.row(plane, y.first), *b = from.row(plane, y.second);
    for (int x = left; x < right; x += lanes())
        store(mix(load(a + x), load(b + x), y.share), out.data() + x);
}

struct Fetches {
    std::vector<int> first, second;
    std::vector<float> share;
};

Fetches fetchesOf(int left, int right, int smallCount, int count, float shift) {
    Fetches fetches;
    const int end = right + LightField::kRoom;
    for (int x = left; x < end; ++x) {
        const Between b =
            between(middleOf(std::min(x, right - 1), smallCount, count) + shift, count);
        fetches.first.push_back(b.first);
        fetches.second.push_back(b.second);
        fetches.share.push_back(b.share);
    }
    return fetches;
}

Real fetch(const float* row, const Fetches& at, int i) {
    const auto n = static_cast<std::size_t>(i);
    const Real a = hn::GatherIndex(kFloats, row, hn::LoadU(kInts, at.first.data() + n));
    const Real b = hn::GatherIndex(kFloats, row, hn::LoadU(kInts, at.second.data() + n));
    return min(mix(a, b, load(at.share.data() + n)), kBrightest);
}

void shrinkPart(const LightField& lights, const glm::ivec4& part, LightField& small) {
    const int width = lights.width(), height = lights.height();
    const Fetches before = fetchesOf(part.x, part.z, small.width(), width, -1);
    const Fetches behind = fetchesOf(part.x, part.z, small.width(), width, 1);
    const int left = before.first.front(), right = behind.second.back() + 1;
    Rows rows;
    rows.low.resize(static_cast<std::size_t>(width) + 2 * std::size_t{LightField::kRoom});
    rows.high = rows.low;
    for (int y = part.y; y < part.w; ++y) {
        const float middle = middleOf(y, small.height(), height);
        for (int plane = 0; plane < 3; ++plane) {
            mixRows(lights, plane, between(middle - 1, height), left, right, rows.low);
            mixRows(lights, plane, between(middle + 1, height), left, right, rows.high);
            float* out = small.row(plane, y);
            for (int x = part.x; x < part.z; x += lanes()) {
                const int i = x - part.x;
                const Real low =
                    fetch(rows.low.data(), before, i) + fetch(rows.low.data(), behind, i);
                const Real high =
                    fetch(rows.high.data(), before, i) + fetch(rows.high.data(), behind, i);
                hn::BlendedStore((0.25F * (low + high)).v, firstLanes(part.z - x).m, kFloats,
                                 out + x);
            }
        }
    }
}

void blurPartAcross(const LightField& from, const float* weights, int reach, const glm::ivec4& part,
                    LightField& to) {
    const int width = from.width();
    std::vector<float> padded(
        static_cast<std::size_t>(part.z - part.x + 2 * reach + LightField::kRoom));
    for (int plane = 0; plane < 3; ++plane) {
        for (int y = part.y; y < part.w; ++y) {
            const float* row = from.row(plane, y);
            for (int i = 0; i < part.z - part.x + 2 * reach; ++i)
                padded[static_cast<std::size_t>(i)] =
                    row[std::clamp(part.x + i - reach, 0, width - 1)];
            for (int x = part.x; x < part.z; x += lanes()) {
                const float* middle = padded.data() + (x - part.x + reach);
                Real sum = load(middle) * weights[0];
                for (int n = 1; n <= reach; ++n)
                    sum = sum + (load(middle - n) + load(middle + n)) * weights[n];
                hn::BlendedStore(sum.v, firstLanes(part.z - x).m, kFloats, to.row(plane, y) + x);
            }
        }
    }
}

void blurPartDown(const LightField& from, const float* weights, int reach, const glm::ivec4& part,
                  LightField& to) {
    const int last = from.height() - 1;
    for (int plane = 0; plane < 3; ++plane) {
        for (int y = part.y; y < part.w; ++y) {
            for (int x = part.x; x < part.z; x += lanes()) {
                Real sum = load(from.row(plane, y) + x) * weights[0];
                for (int n = 1; n <= reach; ++n)
                    sum = sum + (load(from.row(plane, std::max(y - n, 0)) + x) +
                                 load(from.row(plane, std::min(y + n, last)) + x)) *
                                    weights[n];
                hn::BlendedStore(sum.v, firstLanes(part.z - x).m, kFloats, to.row(plane, y) + x);
            }
        }
    }
}

}  // namespace

void shrinkHere(const LightField& lights, const glm::ivec4& part, LightField& small) {
    shrinkPart(lights, part, small);
}
void acrossHere(const LightField& from, const float* weights, int reach, const glm::ivec4& part,
                LightField& to) {
    blurPartAcross(from, weights, reach, part, to);
}
void downHere(const LightField& from, const float* weights, int reach, const glm::ivec4& part,
              LightField& to) {
    blurPartDown(from, weights, reach, part, to);
}

}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ebbflow::raster {

HWY_EXPORT(shrinkHere);
HWY_EXPORT(acrossHere);
HWY_EXPORT(downHere);

void shrink(const LightField& lights, const glm::ivec4& part, LightField& small) {
    HWY_DYNAMIC_DISPATCH(shrinkHere)(lights, part, small);
}

void blurAcross(const LightField& from, std::span<const float> weights, const glm::ivec4& part,
                LightField& to) {
    HWY_DYNAMIC_DISPATCH(acrossHere)
    (from, weights.data(), static_cast<int>(weights.size()) - 1, part, to);
}

void blurDown(const LightField& from, std::span<const float> weights, const glm::ivec4& part,
              LightField& to) {
    HWY_DYNAMIC_DISPATCH(downHere)
    (from, weights.data(), static_cast<int>(weights.size()) - 1, part, to);
}

}  // namespace ebbflow::raster
#endif
