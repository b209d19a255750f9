#include "raster/ground_kernels.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "raster/look.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "raster/ground_kernels.cpp"
#include <hwy/foreach_target.h>

#include "raster/pixel_lanes_impl.hpp"
#include "raster/scan_impl.hpp"

HWY_BEFORE_NAMESPACE();
namespace ebbflow::raster {
namespace HWY_NAMESPACE {
namespace {

// ---- Areas ----

constexpr int kSamples = 4;
// Where Mesa's llvmpipe has a pixel's four samples, so that both ways draw the same edges.
constexpr float kSampleX[kSamples] = {0.375F, 0.875F, 0.125F, 0.625F};
constexpr float kSampleY[kSamples] = {0.125F, 0.375F, 0.625F, 0.875F};
constexpr int kSampleRows = kSamples * kBandRows;
constexpr std::uint16_t kNone = 0xFFFF;

/// Sample rows from `first` on (four to a row of pixels, counted from the band's bottom).
struct SampleSpans {
    int first = 0, count = 0;
    HWY_ALIGN std::int32_t begin[kSampleRows + 16] = {};
    HWY_ALIGN std::int32_t end[kSampleRows + 16] = {};
};

struct SampleOffsets {
    HWY_ALIGN float x[kSampleRows + 16] = {};
    HWY_ALIGN float y[kSampleRows + 16] = {};
    SampleOffsets() {
        for (int i = 0; i < kSampleRows + 16; ++i) {
            x[i] = kSampleX[i % kSamples];
            const int row = i / kSamples;
            y[i] = static_cast<float>(row) + kSampleY[i % kSamples];
        }
    }
};

void scanSamples(const Corners& corners, Band band, int width, const SampleOffsets& offsets,
                 SampleSpans& out) {
    const float low = lowestOf(corners), high = highestOf(corners);
    const auto rows = static_cast<float>(band.top - band.bottom);
    const float from = std::clamp(std::floor(low) - static_cast<float>(band.bottom), 0.0F, rows);
    const float to = std::clamp(std::ceil(high) - static_cast<float>(band.bottom), 0.0F, rows);
    out.first = kSamples * static_cast<int>(from);
    out.count = kSamples * static_cast<int>(to) - out.first;
    if (out.count <= 0) return;
    const bool leftTurns = twiceArea(corners) > 0;
    Line left[3], right[3];
    int lefts = 0, rights = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const glm::vec2 a = corners[i], b = corners[(i + 1) % 3];
        const Line line = lineThrough(a, b);
        if (line.level) continue;
        if ((b.y > a.y) == leftTurns)
            right[rights++] = line;
        else
            left[lefts++] = line;
    }
    const auto edge = static_cast<float>(width), bottom = static_cast<float>(band.bottom);
    for (int row = out.first; row < out.first + out.count; row += lanes()) {
        const Real y = load(offsets.y + row) + bottom, shift = 0.5F - load(offsets.x + row);
        Real least = -1.0F, most = edge + 1.0F;
        for (int i = 0; i < lefts; ++i)
            least = max(least, (y - left[i].y) * left[i].perRow + left[i].x);
        for (int i = 0; i < rights; ++i)
            most = min(most, (y - right[i].y) * right[i].perRow + right[i].x);
        // Level sides bound no row.
        most = select(y < low, Real(-1.0F), select(y < high, most, Real(-1.0F)));
        hn::StoreU(pixelsFrom(least + shift, edge), kInts, out.begin + row);
        hn::StoreU(pixelsFrom(most + shift, edge), kInts, out.end + row);
    }
}

/// Samples of one colour. Up to a register's after them may be read and written back.
HWY_INLINE void fillRun(std::uint16_t* from, const std::uint16_t* to, std::uint16_t number) {
    const hn::CappedTag<std::uint16_t, 2 * std::size_t{Pixels::kRoom}> tag;
    const auto all = hn::Set(tag, number);
    const auto step = static_cast<std::ptrdiff_t>(hn::Lanes(tag));
    for (; to - from >= step; from += step) hn::StoreU(all, tag, from);
    if (from < to) {
        const auto inside = hn::FirstN(tag, static_cast<std::size_t>(to - from));
        hn::BlendedStore(all, inside, tag, from);
    }
}

std::uint32_t packed(const FlatColour& c) {
    return std::bit_cast<std::uint32_t>(c);
}

/// Eight bits times eight bits, as eight bits.
std::uint32_t product(std::uint32_t a, std::uint32_t b) {
    return (a * b + 127) / 255;
}

std::uint32_t blendOf(std::uint32_t below, const FlatFill& fill) {
    const auto opacity = static_cast<std::uint32_t>(std::lround(fill.opacity * 255.0F));
    auto under = std::bit_cast<FlatColour>(below);
    for (std::size_t c = 0; c < 4; ++c) {
        under[c] = static_cast<std::uint8_t>(
            std::min(product(fill.colour[c], opacity) + product(under[c], 255 - opacity), 255U));
    }
    return packed(under);
}

/// Puts what is translucent over samples that have colours already.
class Blender {
public:
    Blender(BandMemory& memory, const FlatFill& fill) : memory_(memory), fill_(fill) {
        memory_.blended.assign(memory_.colours.size(), kNone);
    }
    void blend(std::uint16_t* from, const std::uint16_t* to) {
        for (; from < to; ++from) *from = numberOver(*from);
    }

private:
    std::uint16_t numberOver(std::uint16_t below) {
        // What it made itself is never below it: triangles of one fill do not overlap but by
        // rounding.
        if (below >= memory_.blended.size()) return below;
        std::uint16_t& known = memory_.blended[below];
        if (known == kNone) {
            known = static_cast<std::uint16_t>(memory_.colours.size());
            memory_.colours.push_back(blendOf(memory_.colours[below], fill_));
        }
        return known;
    }
    BandMemory& memory_;
    const FlatFill& fill_;
};

template <class Use>
void overSpans(const SampleSpans& spans, BandMemory& memory, int stride, Use use) {
    for (int i = spans.first; i < spans.first + spans.count; ++i) {
        const int begin = spans.begin[i], end = spans.end[i];
        if (begin >= end) continue;
        std::uint16_t* row = memory.samples[static_cast<std::size_t>(i % kSamples)].data() +
                             std::ptrdiff_t{i / kSamples} * stride;
        use(row + begin, row + end);
    }
}

/// The mean of a pixel's samples.
void resolve(const BandMemory& memory, int stride, Band band, Pixels& flat) {
    const auto* colours = reinterpret_cast<const std::int32_t*>(memory.colours.data());
    for (int y = band.bottom; y < band.top; ++y) {
        const std::ptrdiff_t row = std::ptrdiff_t{y - band.bottom} * stride;
        for (int x = 0; x < flat.width(); x += lanes()) {
            auto* to = reinterpret_cast<std::uint32_t*>(flat.row8(y) + std::ptrdiff_t{4} * x);
            const auto sample = [&](std::size_t i) HWY_ATTR {
                return hn::LoadU(kShorts, memory.samples[i].data() + row + x);
            };
            const auto a = sample(0), b = sample(1), c = sample(2), d = sample(3);
            const std::uint16_t first = memory.samples[0][static_cast<std::size_t>(row + x)];
            const auto all = hn::Set(kShorts, first);
            if (hn::AllTrue(kShorts, hn::And(hn::And(hn::Eq(a, all), hn::Eq(b, all)),
                                             hn::And(hn::Eq(c, all), hn::Eq(d, all))))) {
                hn::StoreU(hn::Set(kWords, memory.colours[first]), kWords, to);
                continue;
            }
            const auto colour = [&](hn::Vec<Shorts> number) HWY_ATTR {
                return Uint(hn::BitCast(
                    kWords, hn::GatherIndex(kInts, colours, hn::PromoteTo(kInts, number))));
            };
            const Uint ca = colour(a), cb = colour(b), cc = colour(c), cd = colour(d);
            const auto mean = [&](int shift) HWY_ATTR {
                const auto channel = [&](Uint of) HWY_ATTR { return (of >> shift) & 255U; };
                return ((channel(ca) + channel(cb) + channel(cc) + channel(cd) + 2U) >> 2) << shift;
            };
            hn::StoreU((mean(0) | mean(8) | mean(16) | mean(24)).v, kWords, to);
        }
    }
}

void fillBand(const GroundTriangle* triangles, const std::uint32_t* chosen, std::size_t count,
              const FlatFill* fills, std::size_t fillCount, FlatColour sea, Band band,
              BandMemory& memory, Pixels& flat) {
    static const SampleOffsets offsets;
    const int stride = flat.stride();
    memory.colours.assign(1, packed(sea));
    for (std::size_t i = 0; i < fillCount; ++i) memory.colours.push_back(packed(fills[i].colour));
    for (auto& plane : memory.samples)
        plane.assign(static_cast<std::size_t>(stride) * kBandRows + 2 * std::size_t{Pixels::kRoom},
                     std::uint16_t{0});
    SampleSpans spans;
    for (std::size_t i = 0; i < count;) {
        const std::uint32_t number = triangles[chosen[i]].fill;
        const FlatFill& fill = fills[number];
        const bool opaque = fill.opacity >= 1;
        Blender blender(memory, fill);
        for (; i < count && triangles[chosen[i]].fill == number; ++i) {
            scanSamples(triangles[chosen[i]].outline, band, flat.width(), offsets, spans);
            overSpans(spans, memory, stride, [&](std::uint16_t* from, std::uint16_t* to) {
                if (opaque)
                    fillRun(from, to, static_cast<std::uint16_t>(number + 1));
                else
                    blender.blend(from, to);
            });
        }
    }
    resolve(memory, stride, band, flat);
}

// ---- Lines ----

void layLine(const GroundSegment& s, Band band, Pixels& flat) {
    RowSpans rows;
    scan(s.outline, band, flat.width(), rows);
    const float kmAcross = s.kmPerPixel * (std::abs(s.direction.x) + std::abs(s.direction.y));
    const float kmPerPixel = std::max(std::abs(kmAcross), 1e-6F);
    const auto level = [](float c) HWY_ATTR { return levelOf(Real(c), Eight::kMost); };
    const Real red = level(s.colour.r), green = level(s.colour.g), blue = level(s.colour.b);
    for (int i = 0; i < rows.count; ++i) {
        const int end = rows.end[i], y = rows.bottom + i;
        const float dy = static_cast<float>(y) + 0.5F - s.from.y;
        for (int x = rows.first[i]; x < end; x += lanes()) {
            const Real dx = laneNumbers() + (static_cast<float>(x) + 0.5F - s.from.x);
            const Real along = dx * s.direction.x + dy * s.direction.y;
            const Real across = dx * -s.direction.y + dy * s.direction.x;
            const Real beyond = max((along - s.length) * s.openEnd, -along * s.openStart);
            const Real away =
                select(beyond > 0.0F, sqrt(beyond * beyond + across * across), abs(across));
            Real cover = lineCover(away, s.halfWidth);
            if (s.period > 0) {
                cover = cover * dottedCover(s.kmAtStart + along * s.kmPerPixel, s.period, s.oddDots,
                                            s.dot, kmPerPixel);
            }
            const Real alpha = levelOf(s.colour.a * cover, Eight::kMost);
            auto* at = Eight::at(flat, x, y);
            const Rgba old = Eight::load(at);
            const Real rest = (Eight::kMost - alpha) * (1.0F / Eight::kMost);
            const Real share = alpha * (1.0F / Eight::kMost);
            const auto channel = [&](Real own, Real before) HWY_ATTR {
                return min(Real(nearest(own * share)) + Real(nearest(before * rest)), Eight::kMost);
            };
            Eight::store({channel(red, old.r), channel(green, old.g), channel(blue, old.b),
                          Real(nearest(old.a * rest))},
                         firstLanes(end - x), at);
        }
    }
}

// ---- Light ----

/// Texels between which a place lies: two columns and two rows.
struct Place {
    hn::Vec<Ints> left, right, low, high;
    Real shareX, shareY;
};

HWY_INLINE Place placeIn(int width, int height, Real u, Real v) {
    const auto held = [](Real x, int count) HWY_ATTR {
        return hn::ConvertTo(kInts, clamp(x, 0.0F, static_cast<float>(count - 1)).v);
    };
    const Real x = u * static_cast<float>(width) - 0.5F, y = v * static_cast<float>(height) - 0.5F;
    const Real column = floor(x), row = floor(y);
    return {held(column, width), held(column + 1.0F, width),
            held(row, height),   held(row + 1.0F, height),
            x - column,          y - row};
}

HWY_INLINE hn::Vec<Ints> offsetOf(hn::Vec<Ints> column, hn::Vec<Ints> row, int width) {
    return hn::Add(hn::Mul(row, hn::Set(kInts, width)), column);
}

struct Slopes {
    Real x, y, height;  ///< 0…1, packed
};

HWY_INLINE Slopes slopesIn(const SlopeLevel& level, Real u, Real v) {
    const Place p = placeIn(level.width, level.height, u, v);
    const auto* texels = reinterpret_cast<const std::int32_t*>(level.texels.data());
    const auto texel = [&](hn::Vec<Ints> column, hn::Vec<Ints> row) HWY_ATTR {
        return Uint(hn::BitCast(
            kWords, hn::GatherIndex(kInts, texels, offsetOf(column, row, level.width))));
    };
    const Uint a = texel(p.left, p.low), b = texel(p.right, p.low), c = texel(p.left, p.high),
               d = texel(p.right, p.high);
    const auto channel = [&](int shift) HWY_ATTR {
        const auto byte = [&](Uint of) HWY_ATTR { return Real((of >> shift) & 255U); };
        return mix(mix(byte(a), byte(b), p.shareX), mix(byte(c), byte(d), p.shareX), p.shareY) *
               (1.0F / 255.0F);
    };
    return {channel(0), channel(8), channel(16)};
}

HWY_INLINE Real nearLandAt(const Terrain& terrain, Real u, Real v) {
    const Place p = placeIn(terrain.shelfWidth, terrain.shelfHeight, u, v);
    const auto texel = [&](hn::Vec<Ints> column, hn::Vec<Ints> row) HWY_ATTR {
        return Real(
            hn::ConvertTo(kFloats, hn::GatherIndex(kInts, terrain.shelf.data(),
                                                   offsetOf(column, row, terrain.shelfWidth))));
    };
    return mix(mix(texel(p.left, p.low), texel(p.right, p.low), p.shareX),
               mix(texel(p.left, p.high), texel(p.right, p.high), p.shareX), p.shareY) *
           (1.0F / 255.0F);
}

/// Which two sizes of the slopes a row is between.
struct SizeMix {
    std::size_t first = 0;
    float second = 0;  ///< share of the next smaller one
};

glm::vec2 kmAt(const GroundLighting& lighting, float x, float y) {
    const glm::vec2 ndc = glm::vec2(x, y) / lighting.view.pictureSize * 2.0F - 1.0F;
    const glm::vec3 h = lighting.mapFromNdc * glm::vec3(ndc, 1);
    return glm::vec2(h) / h.z;
}

/// As GL mixes them, by the greater of the steps along either axis.
SizeMix sizesFor(const GroundLighting& lighting, float y) {
    const Terrain& terrain = lighting.terrain;
    const float middle = 0.5F * lighting.view.pictureSize.x;
    const glm::vec2 here = kmAt(lighting, middle, y);
    const glm::vec2 right = glm::abs(kmAt(lighting, middle + 1, y) - here);
    const glm::vec2 above = glm::abs(kmAt(lighting, middle, y + 1) - here);
    const glm::vec2 step = glm::max(right, above);
    const float rho =
        std::max(step.x * terrain.reliefBox.z * static_cast<float>(terrain.slopes[0].width),
                 step.y * terrain.reliefBox.w * static_cast<float>(terrain.slopes[0].height));
    const auto last = terrain.slopes.size() - 1;
    if (!(rho > 1)) return {};
    int exponent = 0;
    const auto mantissa = static_cast<float>(2 * std::frexp(static_cast<double>(rho), &exponent));
    const auto level = static_cast<std::size_t>(exponent - 1);
    if (level >= last) return {last, 0};
    // Mesa's logarithm is straight between powers of two.
    return {level, mantissa - 1};
}

struct Row {
    float ndcY;
    glm::vec3 start, step;  ///< homogeneous km: of the first pixel, and per pixel
    SizeMix sizes;
};

Row rowOf(const GroundLighting& lighting, int y) {
    const glm::vec2 size = lighting.view.pictureSize;
    const float ndcY = (static_cast<float>(y) + 0.5F) / size.y * 2 - 1;
    const glm::mat3& m = lighting.mapFromNdc;
    return {ndcY, m * glm::vec3(1 / size.x - 1, ndcY, 1), m[0] * (2 / size.x),
            sizesFor(lighting, static_cast<float>(y) + 0.5F)};
}

HWY_INLINE Slopes slopesAt(const Terrain& terrain, const SizeMix& sizes, Real u, Real v) {
    const Slopes fine = slopesIn(terrain.slopes[sizes.first], u, v);
    if (sizes.second <= 0) return fine;
    const Slopes coarse = slopesIn(terrain.slopes[sizes.first + 1], u, v);
    return {mix(fine.x, coarse.x, sizes.second), mix(fine.y, coarse.y, sizes.second),
            mix(fine.height, coarse.height, sizes.second)};
}

void lightRow(const GroundLighting& lighting, const Pixels& flat, int y, GroundLight& ground) {
    const Terrain& terrain = lighting.terrain;
    const glm::vec4 centre = lighting.view.centre, relief = terrain.reliefBox,
                    shelf = terrain.shelfBox;
    const Row row = rowOf(lighting, y);
    const float strength = lighting.reliefStrength, perWidth = 2 / lighting.view.pictureSize.x;
    const float heightShare = std::min(strength * 100.0F, 1.0F);
    for (int x = 0; x < flat.width(); x += lanes()) {
        const Rgba plain = Eight::load(Eight::at(flat, x, y));
        const Real number = laneNumbers() + static_cast<float>(x);
        const Real depth = 1.0F / (number * row.step.z + row.start.z);
        const Real kmX = (number * row.step.x + row.start.x) * depth + centre.x + centre.z;
        const Real kmY = (number * row.step.y + row.start.y) * depth + centre.y + centre.w;
        const Real share = plain.a * (1.0F / 255.0F);
        const auto square = [](Real c) HWY_ATTR {
            const Real root = c * (1.0F / 255.0F);
            return root * root;
        };
        Real red = square(plain.r), green = square(plain.g), blue = square(plain.b);
        if (strength > 0 && !noneOf(share > 0.0F)) {
            const Slopes s = slopesAt(terrain, row.sizes, (kmX - relief.x) * relief.z,
                                      (relief.y - kmY) * relief.w);
            const Real shade = hillshade(riseOf(s.x) * strength, riseOf(s.y) * strength,
                                         Real(lighting.slopeLight.x), Real(lighting.slopeLight.y));
            const Real height = s.height * heightShare;
            red = raised(red, shade, height, share);
            green = raised(green, shade, height, share);
            blue = raised(blue, shade, height, share);
        }
        if (!noneOf(share < 1.0F)) {
            const Real nearLand =
                nearLandAt(terrain, (kmX - shelf.x) * shelf.z, (kmY - shelf.y) * shelf.w);
            const Real light = shelfOf(nearLand) * (1.0F - share);
            red = red + kShelf.r * light;
            green = green + kShelf.g * light;
            blue = blue + kShelf.b * light;
        }
        const Real vignette = vignetteOf((number + 0.5F) * perWidth - 1.0F, row.ndcY);
        storeShorts(halfOf(red * vignette), ground.row(0, y) + x);
        storeShorts(halfOf(green * vignette), ground.row(1, y) + x);
        storeShorts(halfOf(blue * vignette), ground.row(2, y) + x);
    }
}

}  // namespace

void areasHere(const GroundTriangle* triangles, const std::uint32_t* chosen, std::size_t count,
               const FlatFill* fills, std::size_t fillCount, FlatColour sea, Band band,
               BandMemory& memory, Pixels& flat) {
    fillBand(triangles, chosen, count, fills, fillCount, sea, band, memory, flat);
}

void linesHere(const GroundSegment* segments, const std::uint32_t* chosen, std::size_t count,
               Band band, Pixels& flat) {
    for (std::size_t i = 0; i < count; ++i) layLine(segments[chosen[i]], band, flat);
}

void lightHere(const GroundLighting& lighting, const Pixels& flat, Band band, GroundLight& ground) {
    for (int y = band.bottom; y < band.top; ++y) lightRow(lighting, flat, y, ground);
}

}  // namespace HWY_NAMESPACE
}  // namespace ebbflow::raster
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace ebbflow::raster {

HWY_EXPORT(areasHere);
HWY_EXPORT(linesHere);
HWY_EXPORT(lightHere);

void fillAreas(std::span<const GroundTriangle> triangles, std::span<const std::uint32_t> chosen,
               std::span<const FlatFill> fills, FlatColour sea, Band band, BandMemory& memory,
               Pixels& flat) {
    HWY_DYNAMIC_DISPATCH(areasHere)
    (triangles.data(), chosen.data(), chosen.size(), fills.data(), fills.size(), sea, band, memory,
     flat);
}

void layLines(std::span<const GroundSegment> segments, std::span<const std::uint32_t> chosen,
              Band band, Pixels& flat) {
    HWY_DYNAMIC_DISPATCH(linesHere)(segments.data(), chosen.data(), chosen.size(), band, flat);
}

void lightGround(const GroundLighting& lighting, const Pixels& flat, Band band,
                 GroundLight& ground) {
    HWY_DYNAMIC_DISPATCH(lightHere)(lighting, flat, band, ground);
}

}  // namespace ebbflow::raster
#endif
