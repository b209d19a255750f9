#include "raster/plane_kernels.hpp"

#include <algorithm>
#include <vector>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "raster/plane_kernels.cpp"
#include <hwy/foreach_target.h>

#include "raster/pixel_lanes_impl.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

/// A row of the picture as floats 0…1, a channel after the other; beyond its edge the last pixel.
class FloatRow {
public:
    explicit FloatRow(int width) : stride_(width + 3 * Pixels::kRoom) {
        values_.resize(4 * static_cast<std::size_t>(stride_));
    }

    template <class Depth>
    void read(const Pixels& picture, int y, int left, int right) {
        for (int x = left; x < right; x += lanes()) {
            const Rgba c = Depth::load(Depth::at(picture, x, y));
            store(c.r * (1.0F / Depth::kMost), at(0, x - left));
            store(c.g * (1.0F / Depth::kMost), at(1, x - left));
            store(c.b * (1.0F / Depth::kMost), at(2, x - left));
            store(c.a * (1.0F / Depth::kMost), at(3, x - left));
        }
        for (int channel = 0; channel < 4; ++channel) {
            float* end = at(channel, right - left);
            std::fill(end, end + Pixels::kRoom, end[-1]);
        }
    }
    [[nodiscard]] float* at(int channel, int x) {
        return values_.data() + static_cast<std::ptrdiff_t>(channel) * stride_ + x;
    }
    [[nodiscard]] const float* at(int channel, int x) const {
        return values_.data() + static_cast<std::ptrdiff_t>(channel) * stride_ + x;
    }

private:
    std::ptrdiff_t stride_;
    std::vector<float> values_;
};

HWY_INLINE Rgba straight(const Rgba& c, bool premultiplied) {
    if (!premultiplied) return c;
    const Real alpha = max(c.a, 1e-6F);
    return {c.r / alpha, c.g / alpha, c.b / alpha, c.a};
}

/// Codes of a plane's row.
class CodeRow {
public:
    CodeRow(PlaneStore& plane, const PlaneSamples& samples, int y)
        : row_(plane.row(y)),
          y_(static_cast<std::uint32_t>(y)),
          deep_(samples.bits > 8),
          unit_(static_cast<float>(1U << static_cast<unsigned>(samples.bits - 8))) {}

    /// `ofEightBits`: codes, with noise of a little less than one, so that what is a whole code
    /// stays one, whatever floats make of it.
    HWY_INLINE void write(Real ofEightBits, int x, int count) {
        Real code = ofEightBits * unit_;
        if (!deep_) {
            const Real noise =
                noiseAt(Uint(y_), laneWords() + static_cast<std::uint32_t>(x)) - 0.5F;
            code = code + noise * 0.999F;
        }
        writeWhole(code, x, count);
    }
    HWY_INLINE void writeWhole(Real code, int x, int count) {
        const auto whole =
            hn::BitCast(kInts, nearest(clamp(code, 0.0F, deep_ ? 65535.0F : 255.0F)).v);
        const int n = std::min(count, lanes());
        if (deep_) {
            HWY_ALIGN std::uint16_t sixteen[16];
            hn::StoreU(hn::DemoteTo(kShorts, whole), kShorts, sixteen);
            std::copy_n(sixteen, n, reinterpret_cast<std::uint16_t*>(row_) + x);
        } else {
            HWY_ALIGN std::uint8_t eight[16];
            hn::StoreU(hn::DemoteTo(kBytes, whole), kBytes, eight);
            std::copy_n(eight, n, row_ + x);
        }
    }
    [[nodiscard]] float unit() const { return unit_; }

private:
    std::uint8_t* row_;
    std::uint32_t y_;
    bool deep_;
    float unit_;
};

void luma(const PlaneWork& work, const FloatRow& row, int y, int left, int right) {
    CodeRow out(work.planes[0], work.samples, y);
    for (int x = left; x < right; x += lanes()) {
        const int i = x - left;
        const Rgba c = straight(
            {load(row.at(0, i)), load(row.at(1, i)), load(row.at(2, i)), load(row.at(3, i))},
            work.samples.alpha);
        out.write(lumaCode(lumaOf(c.r, c.g, c.b)), x, right - x);
    }
}

void alphaPlane(const PlaneWork& work, const FloatRow& row, int y, int left, int right) {
    CodeRow out(work.planes[3], work.samples, y);
    for (int x = left; x < right; x += lanes())
        out.writeWhole(load(row.at(3, x - left)) * (256.0F * out.unit() - 1.0F), x, right - x);
}

/// The sum of a channel over the blocks of as many pixels as there are lanes.
HWY_INLINE Real blockSum(const std::vector<FloatRow>& rows, int down, int across, int channel,
                         int i) {
    Real sum = 0.0F;
    for (int y = 0; y < down; ++y) {
        const float* from = rows[static_cast<std::size_t>(y)].at(channel, i);
        if (across == 1) {
            sum = sum + load(from);
            continue;
        }
        hn::Vec<Floats> even, odd;
        hn::LoadInterleaved2(kFloats, from, even, odd);
        sum = sum + Real(even) + Real(odd);
    }
    return sum;
}

void chroma(const PlaneWork& work, const std::vector<FloatRow>& rows, int y, int left, int right) {
    const int across = work.across, down = work.down;
    CodeRow blue(work.planes[1], work.samples, y / down),
        red(work.planes[2], work.samples, y / down);
    const Real share = 1.0F / static_cast<float>(across * down);
    const int first = left / across, end = (right + across - 1) / across;
    for (int x = first; x < end; x += lanes()) {
        const int i = (x - first) * across;
        const auto mean = [&](int channel)
                              HWY_ATTR { return blockSum(rows, down, across, channel, i) * share; };
        const Rgba c = straight({mean(0), mean(1), mean(2), mean(3)}, work.samples.alpha);
        const Real luma = lumaOf(c.r, c.g, c.b);
        blue.write(blueCode(c.b, luma), x, end - x);
        red.write(redCode(c.r, luma), x, end - x);
    }
}

template <class Depth>
void makeRows(const PlaneWork& work, const glm::ivec4& part) {
    const int height = work.picture.height(), left = part.x, right = part.z;
    std::vector<FloatRow> rows(static_cast<std::size_t>(work.down), FloatRow(right - left));
    for (int y = part.y; y < part.w; y += work.down) {
        for (int i = 0; i < work.down; ++i) {
            FloatRow& row = rows[static_cast<std::size_t>(i)];
            // The last row stands for one beyond it.
            row.read<Depth>(work.picture, std::max(height - 1 - (y + i), 0), left, right);
            if (y + i >= height) continue;
            luma(work, row, y + i, left, right);
            if (work.samples.alpha) alphaPlane(work, row, y + i, left, right);
        }
        chroma(work, rows, y, left, right);
    }
}

}  // namespace

void planesHere(const PlaneWork& work, const glm::ivec4& part) {
    work.picture.deep() ? makeRows<Sixteen>(work, part) : makeRows<Eight>(work, part);
}

}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ebbflow::raster {

HWY_EXPORT(planesHere);

void makePlanes(const PlaneWork& work, const glm::ivec4& part) {
    HWY_DYNAMIC_DISPATCH(planesHere)(work, part);
}

}  // namespace ebbflow::raster
#endif
