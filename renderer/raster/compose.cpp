#include "raster/compose.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "raster/compose.cpp"
#include <hwy/foreach_target.h>

#include "raster/look.hpp"
#include "raster/pixel_lanes_impl.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

/// Where a row of the picture lies among those of the bloom, and one of it for every pixel.
class BloomRow {
public:
    BloomRow(const LightField& bloom, int width, int height, int left, int right)
        : bloom_(bloom), width_(width), height_(height), left_(left), right_(right) {
        mixed_.resize(static_cast<std::size_t>(bloom.width()) + 3 * std::size_t{LightField::kRoom});
        for (std::vector<float>& row : rows_)
            row.resize(static_cast<std::size_t>(right - left) + 5 * std::size_t{LightField::kRoom});
        if (!isQuarter()) findFetches();
    }

    void goTo(int y) {
        for (int plane = 0; plane < 3; ++plane) {
            mixRows(plane, y);
            if (isQuarter())
                spreadQuarter(plane);
            else
                spread(plane);
        }
    }

    /// Red, green or blue of a pixel of the row.
    [[nodiscard]] const float* at(int plane, int x) const {
        return rows_[static_cast<std::size_t>(plane)].data() + (x - first());
    }

private:
    [[nodiscard]] bool isQuarter() const { return width_ == 4 * bloom_.width(); }
    /// The pixel that the rows begin with.
    [[nodiscard]] int first() const { return left_ / 4 * 4; }

    void mixRows(int plane, int y) {
        const float at = (static_cast<float>(y) + 0.5F) / static_cast<float>(height_) *
                             static_cast<float>(bloom_.height()) -
                         0.5F;
        const float whole = std::floor(at), share = at - whole;
        const int i = static_cast<int>(whole), last = bloom_.height() - 1;
        const float* low = bloom_.row(plane, std::clamp(i, 0, last));
        const float* high = bloom_.row(plane, std::clamp(i + 1, 0, last));
        // One texel of room before the first: the edge stands for what is beyond.
        float* out = mixed_.data() + 1;
        const int from = std::max(left_ / 4 - 2, 0), to = std::min(right_ / 4 + 3, bloom_.width());
        for (int x = from; x < to; x += lanes())
            store(mix(load(low + x), load(high + x), share), out + x);
        mixed_[0] = out[0];
        out[bloom_.width()] = out[bloom_.width() - 1];
    }

    void spreadQuarter(int plane) {
        const float* from = mixed_.data() + 1 + first() / 4;
        float* to = rows_[static_cast<std::size_t>(plane)].data();
        for (int x = first(); x < right_;
             x += 4 * lanes(), from += lanes(), to += std::ptrdiff_t{4} * lanes()) {
            const Real before = load(from - 1), own = load(from), behind = load(from + 1);
            hn::StoreInterleaved4(mix(before, own, 0.625F).v, mix(before, own, 0.875F).v,
                                  mix(own, behind, 0.125F).v, mix(own, behind, 0.375F).v, kFloats,
                                  to);
        }
    }

    void findFetches() {
        for (int x = first(); x < right_ + LightField::kRoom; ++x) {
            const float at = (static_cast<float>(std::min(x, right_ - 1)) + 0.5F) /
                                 static_cast<float>(width_) * static_cast<float>(bloom_.width()) -
                             0.5F;
            const float whole = std::floor(at);
            fetches_.push_back(static_cast<int>(whole) + 1);
            shares_.push_back(at - whole);
        }
    }

    void spread(int plane) {
        float* to = rows_[static_cast<std::size_t>(plane)].data();
        for (int x = first(), i = 0; x < right_; x += lanes(), i += lanes()) {
            const auto at = hn::LoadU(kInts, fetches_.data() + i);
            const Real low = hn::GatherIndex(kFloats, mixed_.data(), at);
            const Real high = hn::GatherIndex(kFloats, mixed_.data() + 1, at);
            store(mix(low, high, load(shares_.data() + i)), to + i);
        }
    }

    const LightField& bloom_;
    int width_, height_, left_, right_;
    std::vector<float> mixed_;
    std::vector<float> rows_[3];
    std::vector<int> fetches_;
    std::vector<float> shares_;
};

HWY_INLINE Real groundAt(const GroundLight& ground, int plane, int x, int y) {
    return floatOf(loadShorts(ground.row(plane, y) + x));
}

struct Three {
    Real r, g, b;
};

HWY_INLINE Three tamed(const Three& light) {
    const Real most = max(light.r, max(light.g, light.b));
    Three hue{hueOf(light.r, most), hueOf(light.g, most), hueOf(light.b, most)};
    // Below that the contrast is 1 and changes nothing.
    if (!noneOf(most > 0.7F)) {
        const Real contrast = contrastOfHue(most);
        const Truth strong = most > 0.7F;
        hue = {select(strong, pow(hue.r, contrast), hue.r),
               select(strong, pow(hue.g, contrast), hue.g),
               select(strong, pow(hue.b, contrast), hue.b)};
    }
    const Real brightness = brightnessOf(most), white = whiteness(most);
    return {tamed(hue.r, brightness, white), tamed(hue.g, brightness, white),
            tamed(hue.b, brightness, white)};
}

template <class Depth>
HWY_INLINE void encodeTo(const Three& linear, float levels, int x, int y, Truth inside,
                         Pixels& picture) {
    const Real noise =
        (noiseAt(laneWords() + static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)) -
         0.5F) *
        (1.0F / levels);
    const auto level = [&](Real c) HWY_ATTR { return levelOf(srgbOf(c) + noise, Depth::kMost); };
    Depth::store({level(linear.r), level(linear.g), level(linear.b), Real(Depth::kMost)}, inside,
                 Depth::at(picture, x, y));
}

/// The ground's light as it lies there.
struct PlainGround {
    explicit PlainGround(const Sources& from, const Pixels& /*picture*/)
        : ground(from.ground), brightness(from.grade.brightness) {}
    void goTo(int /*y*/) {}

    [[nodiscard]] HWY_INLINE Three at(int x, int y) const {
        return {groundAt(ground, 0, x, y) * brightness, groundAt(ground, 1, x, y) * brightness,
                groundAt(ground, 2, x, y) * brightness};
    }

    const GroundLight& ground;
    float brightness;
};

/// The same as a step grades it.
struct GradedGround {
    GradedGround(const Sources& from, const Pixels& picture)
        : ground(from.ground),
          grade(from.grade),
          perWidth(2 / static_cast<float>(picture.width())),
          perHeight(2 / static_cast<float>(picture.height())) {}
    void goTo(int y) { ndcY = (static_cast<float>(y) + 0.5F) * perHeight - 1; }

    [[nodiscard]] HWY_INLINE Three at(int x, int y) const {
        const Real r = groundAt(ground, 0, x, y), g = groundAt(ground, 1, x, y),
                   b = groundAt(ground, 2, x, y);
        const glm::mat3& m = grade.matrix;
        const Real ndcX = (laneNumbers() + (static_cast<float>(x) + 0.5F)) * perWidth - 1.0F;
        const Real rest = vignetteOf(ndcX, Real(ndcY), Real(grade.vignette));
        const auto channel = [&](int row) HWY_ATTR {
            return max(r * m[0][row] + g * m[1][row] + b * m[2][row] + grade.added[row], 0.0F) *
                   rest;
        };
        return {channel(0), channel(1), channel(2)};
    }

    const GroundLight& ground;
    const picture::GroundGrade& grade;
    float perWidth, perHeight, ndcY = 0;
};

template <class Depth, class Ground>
void composeDark(const Sources& from, const glm::ivec4& part, Pixels& picture) {
    Ground ground(from, picture);
    for (int y = part.y; y < part.w; ++y) {
        ground.goTo(y);
        for (int x = part.x; x < part.z; x += lanes())
            encodeTo<Depth>(ground.at(x, y), from.levels, x, y, firstLanes(part.z - x), picture);
    }
}

HWY_INLINE Three lightAt(const Sources& from, const BloomRow& bloom, int x, int y) {
    return {load(from.lights.row(0, y) + x) + load(bloom.at(0, x)) * kBloom,
            load(from.lights.row(1, y) + x) + load(bloom.at(1, x)) * kBloom,
            load(from.lights.row(2, y) + x) + load(bloom.at(2, x)) * kBloom};
}

template <class Depth, class Ground>
void composeLit(const Sources& from, const glm::ivec4& part, Pixels& picture) {
    Ground ground(from, picture);
    BloomRow bloom(from.bloom, picture.width(), picture.height(), part.x, part.z);
    for (int y = part.y; y < part.w; ++y) {
        bloom.goTo(y);
        ground.goTo(y);
        for (int x = part.x; x < part.z; x += lanes()) {
            const Three base = ground.at(x, y), light = lightAt(from, bloom, x, y);
            Three sum = base;
            if (!noneOf(light.r + light.g + light.b > 0.0F)) {
                const Three shown = tamed(light);
                sum = {base.r + (1.0F - base.r) * shown.r, base.g + (1.0F - base.g) * shown.g,
                       base.b + (1.0F - base.b) * shown.b};
            }
            encodeTo<Depth>(sum, from.levels, x, y, firstLanes(part.z - x), picture);
        }
    }
}

template <class Ground>
void composeOn(const Sources& sources, bool shines, const glm::ivec4& part, Pixels& picture) {
    if (picture.deep()) {
        shines ? composeLit<Sixteen, Ground>(sources, part, picture)
               : composeDark<Sixteen, Ground>(sources, part, picture);
    } else {
        shines ? composeLit<Eight, Ground>(sources, part, picture)
               : composeDark<Eight, Ground>(sources, part, picture);
    }
}

template <class Depth>
void developIn(const LightField& light, float levels, const glm::ivec4& part, Pixels& picture) {
    for (int y = part.y; y < part.w; ++y) {
        for (int x = part.x; x < part.z; x += lanes()) {
            encodeTo<Depth>(
                {load(light.row(0, y) + x), load(light.row(1, y) + x), load(light.row(2, y) + x)},
                levels, x, y, firstLanes(part.z - x), picture);
        }
    }
}

template <class Depth>
void veilWith(const glm::vec4& colour, bool keepsAlpha, const glm::ivec4& part, Pixels& picture) {
    const Rgba whole{colour.r, colour.g, colour.b, colour.a};
    for (int y = part.y; y < part.w; ++y) {
        for (int x = part.x; x < part.z; x += lanes()) {
            auto* at = Depth::at(picture, x, y);
            const Truth inside = firstLanes(part.z - x);
            if (!keepsAlpha) {
                layOver<Depth>(whole, inside, at);
                continue;
            }
            const Rgba old = Depth::load(at);
            const auto channel = [&](float own, Real before) HWY_ATTR {
                return Real(nearest(own * old.a + before * (1.0F - colour.a)));
            };
            Depth::store({channel(colour.r, old.r), channel(colour.g, old.g),
                          channel(colour.b, old.b), old.a},
                         inside, at);
        }
    }
}

template <class Depth>
void mixWith(const Pixels& other, float share, bool keepsAlpha, const glm::ivec4& part,
             Pixels& picture) {
    const float ofLevel = share / Depth::kMost;
    for (int y = part.y; y < part.w; ++y) {
        for (int x = part.x; x < part.z; x += lanes()) {
            auto* at = Depth::at(picture, x, y);
            const Rgba before = Depth::load(Depth::at(other, x, y));
            const Rgba laid{before.r * ofLevel, before.g * ofLevel, before.b * ofLevel,
                            keepsAlpha ? before.a * ofLevel : Real(share)};
            const Truth inside = firstLanes(part.z - x);
            if (!keepsAlpha) {
                layOver<Depth>(laid, inside, at);
                continue;
            }
            const Rgba own = Depth::load(at);
            const auto channel = [&](Real now, Real then) HWY_ATTR {
                return Real(nearest(then * Depth::kMost + now * (1.0F - share)));
            };
            Depth::store({channel(own.r, laid.r), channel(own.g, laid.g), channel(own.b, laid.b),
                          channel(own.a, laid.a)},
                         inside, at);
        }
    }
}

}  // namespace

void composeHere(const Sources& sources, bool shines, const glm::ivec4& part, Pixels& picture) {
    sources.grade.plain ? composeOn<PlainGround>(sources, shines, part, picture)
                        : composeOn<GradedGround>(sources, shines, part, picture);
}

void developHere(const LightField& light, float levels, const glm::ivec4& part, Pixels& picture) {
    picture.deep() ? developIn<Sixteen>(light, levels, part, picture)
                   : developIn<Eight>(light, levels, part, picture);
}

void veilHere(const glm::vec4& colour, bool keepsAlpha, const glm::ivec4& part, Pixels& picture) {
    picture.deep() ? veilWith<Sixteen>(colour, keepsAlpha, part, picture)
                   : veilWith<Eight>(colour, keepsAlpha, part, picture);
}

void mixHere(const Pixels& other, float share, bool keepsAlpha, const glm::ivec4& part,
             Pixels& picture) {
    picture.deep() ? mixWith<Sixteen>(other, share, keepsAlpha, part, picture)
                   : mixWith<Eight>(other, share, keepsAlpha, part, picture);
}

}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ebbflow::raster {

HWY_EXPORT(composeHere);
HWY_EXPORT(developHere);
HWY_EXPORT(veilHere);
HWY_EXPORT(mixHere);

void compose(const Sources& sources, bool shines, const glm::ivec4& part, Pixels& picture) {
    HWY_DYNAMIC_DISPATCH(composeHere)(sources, shines, part, picture);
}

void develop(const LightField& light, float levels, const glm::ivec4& part, Pixels& picture) {
    HWY_DYNAMIC_DISPATCH(developHere)(light, levels, part, picture);
}

void veil(const glm::vec4& colour, bool keepsAlpha, const glm::ivec4& part, Pixels& picture) {
    HWY_DYNAMIC_DISPATCH(veilHere)(colour, keepsAlpha, part, picture);
}

void mixOver(const Pixels& other, float share, bool keepsAlpha, const glm::ivec4& part,
             Pixels& picture) {
    HWY_DYNAMIC_DISPATCH(mixHere)(other, share, keepsAlpha, part, picture);
}

void clear(const glm::ivec4& part, Pixels& picture) {
    const std::ptrdiff_t left = 4 * std::ptrdiff_t{part.x}, right = 4 * std::ptrdiff_t{part.z};
    for (int y = part.y; y < part.w; ++y) {
        if (picture.deep())
            std::fill(picture.row16(y) + left, picture.row16(y) + right, std::uint16_t{0});
        else
            std::fill(picture.row8(y) + left, picture.row8(y) + right, std::uint8_t{0});
    }
}

}  // namespace ebbflow::raster
#endif
